"""What a firm answered before, to another holder or about another year, and may confirm once instead of typing it again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.asked_of_supplier import Asked, is_divided
from portal.same_firm import same_firm
from schemas.questions import FieldKind, Question
from schemas.store import Answer, AnswersSent, Ask, Concession, Organisation, Report, among
from schemas.words import AnswerKind

# Whether a firm signed a holder's code of conduct says nothing of another holder's.
OF_ONE_HOLDER = frozenset({"code_of_conduct"})


@dataclass(frozen=True, kw_only=True)
class EarlierAnswer:
    """An answer that the same firm sent before, with to whom and about which year."""

    question: Question
    answer: Answer
    holder: str
    year: int


def earlier_answers(session: Session, known: Asked) -> tuple[EarlierAnswer, ...]:
    """The newest earlier answer to each question that is still open and has one figure whoever the customer is.

    What another firm at the same address answered is nobody's business but its own.
    """
    wanted = {one.id: one for one in known.unanswered if _holds_elsewhere(one)}
    query = (
        select(Answer, Report.report_year, Organisation.name)
        .join(Ask, Ask.id == Answer.ask)
        .join(AnswersSent, AnswersSent.ask == Ask.id)
        .join(Report, Report.id == Ask.report)
        .join(Concession, Concession.id == Report.concession)
        .join(Organisation, Organisation.id == Concession.holder)
        .where(
            Ask.id != known.ask.id,
            same_firm(known.ask),
            among(Answer.question, wanted),
            Answer.answered_at <= AnswersSent.sent_at,
        )
        .order_by(Answer.answered_at, Answer.id)
    )
    newest = {
        answer.question: EarlierAnswer(question=wanted[answer.question], answer=answer, holder=holder, year=year)
        for answer, year, holder in session.execute(query)
    }
    return tuple(one for one in newest.values() if one.answer.kind is AnswerKind.GIVEN and _fits(one, known))


def _holds_elsewhere(question: Question) -> bool:
    return question.field is not FieldKind.FILE and not is_divided(question)


def _fits(earlier: EarlierAnswer, known: Asked) -> bool:
    target = earlier.question.target
    return target is None or target.column not in OF_ONE_HOLDER or earlier.holder == known.holder
