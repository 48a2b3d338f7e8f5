"""The suppliers of a report with how far each was asked: those of the sheet, and those whom suppliers asked in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.supplier_rows import supplier_row
from portal.use_cases.drafts import draft_of, rows_of_draft
from schemas.asking import STUCK, AskFacts, AskStand, late, stand_of
from schemas.report.code_lists import ChainRole
from schemas.report.sheet_text import Cells
from schemas.store import Ask, Report, asks_of, newest_asks
from schemas.texts import Language

SHEET: Final = "suppliers"
READ_DUTCH: Final = frozenset({"NL", "BE", "SR"})


@dataclass(frozen=True, kw_only=True)
class Firm:
    """A supplier as the holder asks it; ``ask`` is the ask that counts, and ``through`` the firm that asked it in turn."""

    id: str
    name: str
    role: ChainRole
    tier: int
    country: str
    employees: int | None
    ask: AskFacts | None
    stand: AskStand | None
    late: bool
    registration: str | None = None
    through: str = ""

    @property
    def askable(self) -> bool:
        """Whether the holder can ask it now."""
        return self.ask is None or self.stand is AskStand.REVOKED

    @property
    def stuck(self) -> bool:
        """Whether the mail reaches nobody who can answer."""
        return self.stand in STUCK


@dataclass(frozen=True, kw_only=True)
class Known:
    """Where a firm was mailed before, and in which language."""

    email: str
    language: Language


def firms_of(session: Session, report: Report, today: date) -> tuple[Firm, ...] | None:
    """The firms of the draft in the order of the sheet, then those asked in turn; none where the rows are not read yet."""
    rows = rows_of_draft(draft_of(session, report), SHEET)
    if rows is None:
        return None
    asks = asks_of(session, [report.id])
    newest, names = newest_asks(asks), {one.id: one.supplier_name for one in asks}
    listed = _listed(rows, newest, today)
    known = {firm.id for firm in listed}
    return (*listed, *(_asked_in_turn(ask, names, today) for number, ask in newest.items() if number not in known))


def known_before(session: Session, report: Report) -> dict[str, Known]:
    """By supplier of this concession, the address and language of the newest ask, also of earlier years."""
    reports = select(Report.id).where(Report.concession == report.concession)
    query = select(Ask).where(Ask.report.in_(reports)).order_by(Ask.asked_at, Ask.id)
    return {one.supplier_id: Known(email=one.email, language=one.language) for one in session.scalars(query)}


def usual_language(firm: Firm) -> Language:
    """The language in which a firm of a country is asked, unless the holder knows better."""
    return Language.NL if firm.country in READ_DUTCH else Language.EN


def chosen_firms(firms: Iterable[Firm], wanted: Sequence[str]) -> tuple[Firm, ...]:
    """The firms that were chosen and can be asked, in the order of the list."""
    return tuple(firm for firm in firms if firm.id in set(wanted) and firm.askable)


def _listed(rows: Sequence[Cells], newest: Mapping[str, AskFacts], today: date) -> list[Firm]:
    found: dict[str, Firm] = {}
    for row in rows:
        firm = _firm(row, newest, today)
        if firm and firm.id not in found:
            found[firm.id] = firm
    return list(found.values())


def _firm(cells: Cells, newest: Mapping[str, AskFacts], today: date) -> Firm | None:
    """A row as far as it can be read; without a number or a role nobody can be asked."""
    row = supplier_row(cells)
    if row is None or row.role is None:
        return None
    ask = newest.get(row.number)
    return Firm(
        id=row.number,
        name=row.name,
        role=row.role,
        tier=row.tier,
        country=row.country,
        employees=row.employees,
        registration=row.registration,
        ask=ask,
        stand=stand_of(ask, today) if ask else None,
        late=late(ask, today) if ask else False,
    )


def _asked_in_turn(ask: AskFacts, names: Mapping[UUID, str], today: date) -> Firm:
    return Firm(
        id=ask.supplier_id,
        name=ask.supplier_name,
        role=ask.role,
        tier=ask.tier,
        country="",
        employees=ask.employees,
        ask=ask,
        stand=stand_of(ask, today),
        late=late(ask, today),
        through=names.get(ask.asked_under, "") if ask.asked_under else "",
    )
