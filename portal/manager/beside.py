"""A norm of a report beside the year before and beside other concessions, as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.holder.verdicts import VerdictLine, said
from portal.language import language
from portal.manager.peers import Spread, peers, spread
from portal.strips import Strip, strips
from portal.versions import versions_in_force
from portal.visitor import SignedIn
from schemas import amounts
from schemas.judgement import Outcome
from schemas.norms import NORM
from schemas.store import NormVerdict, Report
from schemas.waterfall import percent

HEADROOM = Decimal("1.12")


@dataclass(frozen=True, kw_only=True)
class Before:
    """What was found on a norm in the report over the year before."""

    year: int
    value: str
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Compared:
    """The own value on one scale with the middle of the others; places in percent, the half around the middle where told."""

    title: str
    words: str
    own: float
    own_text: str
    middle: float
    middle_text: str
    low: float | None
    high: float | None


def year_before(session: Session, about: About) -> Mapping[str, Before]:
    """By norm, what was found over the year before: established by a person, else found by the machine."""
    year = about.report.report_year
    query = select(Report).where(Report.concession == about.concession.id, Report.report_year == year - 1)
    version = next(iter(versions_in_force(session, session.scalars(query).all()).values()), None)
    if version is None:
        return {}
    strip = strips(session, [version.id]).get(version.id, Strip())
    outcomes = {square.norm: square.outcome for square in strip.squares}
    found = select(NormVerdict.norm, NormVerdict.value).where(NormVerdict.version == version.id)
    return {
        norm: Before(year=year - 1, value=said(value, NORM[norm].unit if norm in NORM else ""), outcome=outcomes[norm])
        for norm, value in session.execute(found.order_by(NormVerdict.norm))
    }


def compared_with_others(session: Session, person: SignedIn, about: About, norm: VerdictLine) -> Compared | None:
    """None for a norm that is no figure of the whole, where too few others are known, or where its own is not."""
    if norm.indicator is None or norm.part != "total":
        return None
    known = peers(session, person, about.report.report_year, [norm.indicator])[norm.indicator]
    own = next((peer.value for peer in known if peer.concession == about.concession.id), None)
    others = spread(known, beside=about.concession.id)
    return None if own is None or others is None else _compared(own, others, norm)


def _compared(own: Decimal, others: Spread, norm: VerdictLine) -> Compared:
    top = max(own, others.high or others.middle) * HEADROOM
    values = {"own": norm.value, "middle": said(str(others.middle), norm.unit), "number": others.number}
    words = str(_("Het midden van %(number)s andere concessies is ongeveer %(middle)s.", **values))
    if others.low is not None and others.high is not None:
        low, high = (amounts.amount(value, language()) for value in (others.low, others.high))
        between = _("De helft ligt tussen ongeveer %(low)s en %(high)s.", low=low, high=high)
        words += " " + str(_("De helft ligt daar ook.") if low == high else between)
    return Compared(
        title=_finding(own, others, values),
        words=words,
        own=percent(own, top),
        own_text=norm.value,
        middle=percent(others.middle, top),
        middle_text=str(_("midden: %(value)s", value=values["middle"])),
        low=None if others.low is None else percent(others.low, top),
        high=None if others.high is None else percent(others.high, top),
    )


def _finding(own: Decimal, others: Spread, values: Mapping[str, object]) -> str:
    if own < others.middle:
        return str(_("%(own)s is lager dan het midden van andere concessies, ongeveer %(middle)s", **values))
    if own > others.middle:
        return str(_("%(own)s is hoger dan het midden van andere concessies, ongeveer %(middle)s", **values))
    return str(_("%(own)s is gelijk aan het midden van andere concessies", **values))
