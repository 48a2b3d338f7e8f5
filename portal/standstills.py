"""What stands still of a report: work that was parked, with its reason in words for who waits for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from flask_babel import lazy_gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.state import VersionFacts
from schemas.store import Parked, among
from schemas.words import WorkerName

WORK: Final[Mapping[str, object]] = {
    WorkerName.CHECK: _("De controle staat stil"),
    WorkerName.PUBLISH: _("Het maken van de documenten staat stil"),
    WorkerName.MAIL: _("Het schrijven van een mail staat stil"),
    WorkerName.TRY: _("Het proberen op eerdere rapporten staat stil"),
}
OTHER_WORK: Final = _("Een deel van de verwerking staat stil")
WHY: Final[Mapping[str, object]] = {
    "too_much_memory": _("Er was meer geheugen voor nodig dan is toegestaan."),
    "too_long": _("Het duurde langer dan is toegestaan."),
    "died": _("Het werk brak bij elke poging af."),
    "file_missing": _("Een bestand staat niet meer in onze opslag."),
    "file_damaged": _("Een bestand in onze opslag is beschadigd."),
    **dict.fromkeys(
        ("not_json", "no_envelope", "unknown_type", "other_shape", "too_large"),
        _("De opdracht voor dit werk was niet te lezen."),
    ),
}
UNFORESEEN: Final = _("Er ging iets mis dat wij niet hadden voorzien.")


@dataclass(frozen=True, kw_only=True)
class Standstill:
    """One part of the work that stands still until an operator has it go on, which ``reference`` names."""

    worker: str
    reason: str
    since: datetime
    reference: UUID

    @property
    def what(self) -> str:
        """Which work."""
        return str(WORK.get(self.worker, OTHER_WORK))

    @property
    def why(self) -> str:
        """Why, without what a library said."""
        return reason_in_words(self.reason)


def standstills(session: Session, reports: Sequence[UUID]) -> Mapping[UUID, tuple[Standstill, ...]]:
    """What stands still of these reports, oldest first; the same work with the same reason is told once."""
    query = (
        select(Parked)
        .where(among(Parked.key, reports), Parked.replayed_at.is_(None), Parked.discarded_at.is_(None))
        .order_by(Parked.parked_at, Parked.id)
    )
    found: dict[UUID | None, dict[tuple[str, str], Standstill]] = defaultdict(dict)
    for one in session.scalars(query):
        still = Standstill(worker=one.worker, reason=one.reason, since=one.parked_at, reference=one.id)
        found[one.key].setdefault((one.worker, one.reason), still)
    return {report: tuple(found[report].values()) for report in reports}


def why_given_up(session: Session, report: UUID, version: VersionFacts) -> str:
    """Why the check of a version was parked before an operator discarded it."""
    query = select(Parked.reason).where(
        Parked.worker == WorkerName.CHECK, Parked.key == report, Parked.discarded_at == version.given_up_at
    )
    return reason_in_words(session.scalars(query.order_by(Parked.id)).first() or "")


def reason_in_words(reason: str) -> str:
    """Why work was parked, without what a library said."""
    return str(WHY.get(reason, UNFORESEEN))
