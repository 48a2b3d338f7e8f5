"""What a supplier was asked, by whom and by when, with what it answered so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.refusals import NotYours
from schemas.asking import valid_until
from schemas.clock import today
from schemas.questions import QUESTION, AskedAs, FieldKind, Question, asked_as
from schemas.questions.units import EUROS_AN_HOUR, PERCENT, YEAR
from schemas.state import Facts, Standing, state_of
from schemas.store import (
    Answer,
    AnswerFile,
    AnswersSent,
    Ask,
    Concession,
    Organisation,
    Person,
    Report,
    among,
    facts_of,
    newest_answers,
    remarks_on,
)

# Of these a firm has one figure, whoever its customers are; every other number is about what it did for one of them.
OF_THE_FIRM = frozenset({"suppliers", "vehicles"})
NOT_DIVIDED = (PERCENT, YEAR, EUROS_AN_HOUR)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An ask as its supplier sees it; ``asker`` is the holder, or the firm above that asked on, and ``late`` one of which only the days are over.

    ``contact`` is the address to turn to once it can only be read; while it is open, :func:`contact_of` looks for it where it is shown.
    """

    ask: Ask
    year: int
    concession: Concession
    holder: str
    asker: str
    questions: tuple[Question, ...]
    answers: Mapping[str, Answer]
    remarks: Mapping[str, str]
    files: tuple[AnswerFile, ...]
    files_at: datetime | None
    sent: AnswersSent | None
    open: bool
    late: bool
    contact: str

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions that have no answer of any kind yet."""
        return tuple(one for one in self.questions if one.id not in self.answers)

    @property
    def changed(self) -> bool:
        """Whether something was answered, or a file came or went, since the answers were sent."""
        answered = (one.answered_at for one in self.answers.values())
        return changed_since(self.sent.sent_at if self.sent else None, answered, self.files_at)

    def question(self, code: str) -> Question:
        """One of the questions; raises :class:`NotYours` (404) for one that was not asked here."""
        found = next((one for one in self.questions if one.id == code), None)
        if found is None:
            raise NotYours(f"ask/{self.ask.id}/question/{code[:80]}")
        return found

    def number(self, question: Question) -> int:
        """Which question it is, the first being 1."""
        return self.questions.index(question) + 1

    def after(self, question: Question) -> Question | None:
        """The next question without an answer, from this one on and then from the first; none when all have one."""
        here = self.number(question)
        return next((one for one in self.questions[here:] if one in self.unanswered), next(iter(self.unanswered), None))

    def before(self, question: Question) -> Question | None:
        """The question before this one."""
        here = self.number(question)
        return self.questions[here - 2] if here > 1 else None

    def asked_as(self, question: Question) -> AskedAs:
        """On which ground a question is put to this firm."""
        return asked_as(question, self.ask.employees)


def asked(session: Session, ask_id: UUID) -> Asked:
    """One ask with all that its supplier sees."""
    ask = session.get_one(Ask, ask_id)
    report = session.get_one(Report, ask.report)
    concession = session.get_one(Concession, report.concession)
    holder = session.get_one(Organisation, concession.holder).name
    above = session.get_one(Ask, ask.asked_under) if ask.asked_under else None
    answers = newest_answers(session, ask.id)
    may_change, over = is_open(session, report), past(ask)
    return Asked(
        ask=ask,
        year=report.report_year,
        concession=concession,
        holder=holder,
        asker=above.supplier_name if above else holder,
        questions=tuple(QUESTION[one] for one in ask.questions if one in QUESTION),
        answers=answers,
        remarks=remarks_on(session, answers),
        files=files_of(session, ask.id),
        files_at=files_changed_at(session, [ask.id]).get(ask.id),
        sent=newest_sent(session, ask.id),
        open=may_change and not over,
        late=may_change and over,
        contact="" if may_change and not over else contact_of(session, ask),
    )


def contact_of(session: Session, ask: Ask) -> str:
    """Where to reach who asked: the person at the holder, or the firm above."""
    if ask.asked_by:
        return session.get_one(Person, ask.asked_by).email
    return session.get_one(Ask, ask.asked_under).email if ask.asked_under else ""


def past(ask: Ask) -> bool:
    """Whether an ask can only be read: its links work no longer, and an account gives no more than a link."""
    return valid_until(ask.due) < today()


def is_open(session: Session, report: Report) -> bool:
    """Whether answers may still change: until the holder hands in, and again when it has to correct."""
    return answers_may_change(facts_of(session, report.id))


def answers_may_change(facts: Facts) -> bool:
    """The same by what is known of the report."""
    state = state_of(facts)
    return state.may_upload and state.standing is not Standing.DECIDED


def newest_sent(session: Session, ask: UUID) -> AnswersSent | None:
    """When the supplier last said that it was done."""
    query = select(AnswersSent).where(AnswersSent.ask == ask).order_by(AnswersSent.sent_at.desc(), AnswersSent.id)
    return session.scalars(query).first()


def files_of(session: Session, ask: UUID) -> tuple[AnswerFile, ...]:
    """The declarations and certificates that lie with the answers."""
    query = select(AnswerFile).where(AnswerFile.ask == ask, AnswerFile.removed_at.is_(None))
    return tuple(session.scalars(query.order_by(AnswerFile.added_at, AnswerFile.id)))


def files_changed_at(session: Session, asks: Sequence[UUID]) -> dict[UUID, datetime]:
    """When a file of each ask last came or went; one without files has none."""
    query = select(AnswerFile).where(among(AnswerFile.ask, asks)).order_by(AnswerFile.added_at, AnswerFile.id)
    newest: dict[UUID, datetime] = {}
    for one in session.scalars(query):
        touched = one.removed_at or one.added_at
        newest[one.ask] = max(touched, newest.get(one.ask, touched))
    return newest


def changed_since(sent_at: datetime | None, answered: Iterable[datetime], files_at: datetime | None) -> bool:
    """Whether something was answered, or a file came or went, since the answers were sent; also if they never were."""
    touched = [*answered, *([files_at] if files_at else [])]
    return sent_at is None or any(at > sent_at for at in touched)


def is_divided(question: Question) -> bool:
    """Whether the answer is a firm's share for one concession, so that it has to say how it came to it."""
    of_the_firm = question.target is not None and question.target.sheet in OF_THE_FIRM
    return question.field is FieldKind.NUMBER and question.unit not in NOT_DIVIDED and not of_the_firm
