"""A decided report on which a norm was not met, with a case in which people take steps and workers make what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.use_cases.opening_shortfalls import open_shortfall
from portal.use_cases.seconding_shortfalls import second_step
from portal.use_cases.shortfall_steps import Stepping, take_step
from schemas.clock import now, today
from schemas.events import ShortfallLetterReady, ShortfallStepProposed, ShortfallStepTaken
from schemas.judgement import Outcome
from schemas.shortfalls import BY_HOLDER, StepKind
from schemas.store import Established, NormVerdict, ShortfallLetter, files, reading, sessions
from schemas.texts import Language
from schemas.words import Edition
from tests.unit.workers.at_work import AtWork, at_work, check, decide, do, publish, sign, told, upload, write
from tests.unit.workers.driving import a_year_of_driving
from workers.mail.write import WriteMail

REASON = "Het herstel kwam niet op gang."


@dataclass(frozen=True)
class Case:
    """A case with the people of both sides."""

    work: AtWork
    id: UUID
    norm: str

    def take(self, kind: StepKind, **more: Any) -> UUID:
        """Take or propose a step, and have the workers do what it asks."""
        holder = kind in BY_HOLDER
        given = Stepping(kind=kind, key=uuid4(), **({"reason": REASON} | more))
        by = self.work.people["signatory" if holder else "manager"]
        with sessions().begin() as session:
            step = take_step(session, self.id, given, by=by, holder=holder).id
        catch_up(step)
        return step

    def confirm(self, step: UUID) -> None:
        """The second reader confirms, and the workers do what follows."""
        with sessions().begin() as session:
            second_step(session, self.id, step, confirmed=True, reason="", by=self.work.people["second_reader"])
        catch_up(step)

    def warned(self) -> Case:
        """The same case after a warning."""
        self.confirm(self.take(StepKind.WARNING, term=today() + timedelta(days=40)))
        return self


def a_case() -> Case:
    """A case about one norm; its report was accepted and its compliance report issued."""
    work = at_work()
    event = upload(work, a_year_of_driving())
    signed = sign(work, event.version)
    check(event)
    publish(signed)
    with reading() as session:
        verdicts = session.scalars(select(NormVerdict).order_by(NormVerdict.norm)).all()
    by, norm = work.people["manager"], verdicts[0].norm
    write(*(_established(one, by, missed=one.norm == norm) for one in verdicts))
    publish(decide(work, event.version))
    with sessions().begin() as session:
        opened = open_shortfall(session, work.report, key=uuid4(), norms=[norm], reason="Te laag.", by=by).id
    return Case(work=work, id=opened, norm=norm)


def _established(verdict: NormVerdict, by: UUID, *, missed: bool) -> Established:
    return Established(
        version=verdict.version,
        norm=verdict.norm,
        machine_verdict=verdict.verdict,
        established_verdict=Outcome.DOES_NOT_MEET if missed else verdict.verdict,
        reason="Twee bussen reden op diesel." if missed else "",
        by=by,
        at=now(),
    )


def catch_up(step: UUID) -> None:
    """Have letters and mails made of all that was told of a step."""
    of_step: tuple[ShortfallStepProposed | ShortfallStepTaken, ...]
    of_step = (*told(ShortfallStepProposed), *told(ShortfallStepTaken))
    for event in of_step:
        if event.step == step:
            publish(event)
            do(WriteMail, event)
    for ready in told(ShortfallLetterReady):
        if ready.step == step:
            do(WriteMail, ready)


def letter_of(step: UUID, *, edition: Edition = Edition.NONE, language: Language = Language.NL) -> bytes:
    """The bytes of a letter."""
    query = select(ShortfallLetter.sha256).where(
        ShortfallLetter.step == step, ShortfallLetter.edition == edition, ShortfallLetter.language == language
    )
    with reading() as session:
        return files().read(session.scalars(query).one())


FINE = Decimal(271_828)
# As a page, a letter, a file or a log could write it, in either language or as it is kept.
WRITTEN = ("271.828", "271,828", "271828", "271 828", "271\u00a0828")
