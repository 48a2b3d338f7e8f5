"""The concessions of a province beside each other on one figure, with the middle of all that are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.language import in_language, language
from portal.manager.blueprint import READERS, manager
from portal.manager.peers import Peer, Spread, peers, spread
from portal.tenancy import own_concessions
from portal.visitor import SignedIn, me
from schemas import amounts
from schemas.indicators import INDICATOR
from schemas.store import Report, reading
from schemas.waterfall import percent

# Per kilometre or in percent, so that large and small concessions can stand beside each other.
COMPARED: Final = ("GHG-05", "GHG-06", "FLT-02", "ENE-07", "DD-01", "SOC-08", "SOC-02")
HEADROOM: Final = Decimal("1.05")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One concession: its report, how long its bar is, and its value."""

    name: str
    report: UUID
    length: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All concessions on one scale, and where the middle of all that are known is."""

    title: str
    rows: tuple[Row, ...]
    unit: str
    middle: float | None
    middle_text: str
    group: int


@manager.get("/bureau/vergelijken")
@for_role(*READERS)
def comparing() -> ResponseReturnValue:
    with reading() as session:
        years = _years(session, me())
        year = _one_of(years, request.args.get("jaar"))
        indicator = _one_of(COMPARED, request.args.get("cijfer"))
        known = peers(session, me(), int(year), [indicator])[indicator] if year else ()
    return render_template(
        "manager/comparing.html",
        years=years,
        year=year,
        indicator=indicator,
        names={one: in_language(INDICATOR[one].name) for one in COMPARED},
        drawn=_drawing(known, indicator),
    )


def _years(session: Session, person: SignedIn) -> list[str]:
    own = [one.id for one in own_concessions(session, person)]
    query = select(Report.report_year).where(Report.concession.in_(own)).distinct()
    return [str(year) for year in session.scalars(query.order_by(Report.report_year.desc()))]


def _one_of(known: Sequence[str], asked: str | None) -> str:
    """What is asked for, else the first; nothing where there is nothing."""
    return asked if asked and asked in known else next(iter(known), "")


def _drawing(known: Sequence[Peer], indicator: str) -> Drawing | None:
    seen = sorted((peer for peer in known if peer.seen), key=lambda peer: (peer.value, peer.name))
    if not seen:
        return None
    group, unit = spread(known), amounts.unit(INDICATOR[indicator].unit, language())
    top = max(*(peer.value for peer in seen), group.middle if group else Decimal(0)) * HEADROOM
    return Drawing(
        title=_title(seen, unit),
        rows=tuple(
            Row(
                name=peer.name,
                report=peer.report,
                length=percent(peer.value, top),
                text=amounts.amount(peer.value, language()),
            )
            for peer in seen
            if peer.report
        ),
        unit=unit,
        middle=percent(group.middle, top) if group else None,
        middle_text=_middle(group, unit) if group else "",
        group=group.number if group else 0,
    )


def _title(seen: Sequence[Peer], unit: str) -> str:
    low, high = (f"{amounts.amount(peer.value, language())}\u00a0{unit}" for peer in (seen[0], seen[-1]))
    if len(seen) == 1:
        return str(_("%(name)s: %(value)s", name=seen[0].name, value=low))
    if low == high:
        return str(_("Alle concessies meldden %(value)s", value=low))
    return str(
        _(
            "Van %(low)s in %(first)s tot %(high)s in %(last)s",
            low=low,
            first=seen[0].name,
            high=high,
            last=seen[-1].name,
        )
    )


def _middle(group: Spread, unit: str) -> str:
    value = f"{amounts.amount(group.middle, language())}\u00a0{unit}"
    return str(
        _(
            "De stippellijn is het midden van %(number)s concessies, ongeveer %(value)s.",
            number=group.number,
            value=value,
        )
    )
