"""Cases on the stage: their steps, as the people on both sides take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from portal.use_cases.opening_shortfalls import open_shortfall
from portal.use_cases.seconding_shortfalls import second_step
from portal.use_cases.shortfall_steps import Stepping, take_step
from schemas.clock import today
from schemas.norms import TIMELY
from schemas.shortfalls import StepKind
from schemas.store import sessions

WHY = "Het aandeel hernieuwbare energie bleef onder de norm, en het herstel kwam niet op gang."
NOTHING_CAME = "Wij vroegen er twee keer naar en kregen geen antwoord."
VIEW = "De leverancier zegde in maart drie contracten op. Wij hebben sinds september een nieuwe."


@dataclass(frozen=True, kw_only=True)
class Casework:
    """Who acts on each side."""

    holder: UUID
    manager: UUID
    second_reader: UUID

    def intended(self, report: UUID, norm: str) -> UUID:
        """The holder was warned, and an intention with an amount waits for the second reader."""
        case = self._warned(report, norm)
        self._take(case, StepKind.INTENTION, consequence="boete", amount=Decimal(350_000))
        return case

    def objected(self, report: UUID, norm: str) -> UUID:
        """From the warning to an objection and its hearing."""
        case = self._warned(report, norm)
        self._confirm(case, self._take(case, StepKind.INTENTION, consequence="boete", amount=Decimal(275_000)))
        self._take(case, StepKind.VIEW, reason=VIEW)
        self._confirm(case, self._take(case, StepKind.DECISION, consequence="boete", amount=Decimal(225_000)))
        self._take(case, StepKind.OBJECTION, reason="Het bedrag staat niet in verhouding tot het verschil met de norm.")
        self._take(case, StepKind.HEARING, day=today() + timedelta(days=21))
        return case

    def unreported(self, report: UUID) -> UUID:
        """The holder was warned that its report did not come, and an intention with an amount is known to it."""
        case = self._warned(report, TIMELY, why=NOTHING_CAME)
        intended = self._take(
            case, StepKind.INTENTION, reason=NOTHING_CAME, consequence="boete", amount=Decimal(25_000)
        )
        self._confirm(case, intended)
        return case

    def _warned(self, report: UUID, norm: str, *, why: str = WHY) -> UUID:
        with sessions().begin() as session:
            case = open_shortfall(session, report, key=uuid4(), norms=[norm], reason=why, by=self.manager).id
        self._confirm(case, self._take(case, StepKind.WARNING, reason=why, term=today() + timedelta(days=42)))
        return case

    def _take(self, case: UUID, kind: StepKind, *, reason: str = WHY, **more: Any) -> UUID:
        holder = kind in {StepKind.VIEW, StepKind.OBJECTION}
        with sessions().begin() as session:
            given = Stepping(kind=kind, key=uuid4(), reason=reason, **more)
            return take_step(session, case, given, by=self.holder if holder else self.manager, holder=holder).id

    def _confirm(self, case: UUID, step: UUID) -> None:
        with sessions().begin() as session:
            second_step(session, case, step, confirmed=True, reason="", by=self.second_reader)
