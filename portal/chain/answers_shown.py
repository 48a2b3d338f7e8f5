"""The answers of a report's suppliers as its holder reads them: what was said, what the report says, and what was made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.answer_words import value_in_words
from portal.chain.asked import asked_firms, stands_of
from portal.chain.firms import Stand
from portal.drafting.form_shown import in_words
from portal.holder.labels import column_label, sheet_label
from portal.language import in_language
from portal.sent_answers import sent_answers
from portal.use_cases.drafts import Draft, draft_of
from portal.use_cases.landing_answers import Landing, landing_of
from schemas.asking import AskFacts
from schemas.questions import QUESTION
from schemas.report.sheets import column_named
from schemas.store import Answer, AnswerJudged, AnswerTaken, Ask, DeclaredGap, Report, declared_gaps
from schemas.words import AnswerKind


@dataclass(frozen=True, kw_only=True)
class AnswerShown:
    """One answer; ``there`` is what the report says where that differs, ``place`` where it lands."""

    id: UUID
    question: str
    said: str
    split: str
    place: str
    there: str
    accepted: bool | None
    remark: str
    taken: bool


@dataclass(frozen=True, kw_only=True)
class FirmAnswers:
    """A supplier with its answers, when it sent them, and the gap that the holder declares of it."""

    ask: AskFacts
    stand: Stand
    answers: tuple[AnswerShown, ...]
    gap: DeclaredGap | None

    @property
    def sent_at(self) -> datetime | None:
        """When it said that it was done."""
        return self.ask.sent_at

    @property
    def open(self) -> tuple[AnswerShown, ...]:
        """What nobody judged yet."""
        return tuple(one for one in self.answers if one.accepted is None)


def firms_with_answers(session: Session, report: Report) -> list[FirmAnswers]:
    """The suppliers that were asked: those with answers to judge first, then those that are awaited."""
    asks = {number: ask for number, ask in asked_firms(session, report.id).items() if not ask.revoked_at}
    gaps = {gap.supplier_id: gap for gap in declared_gaps(session, [report.id])[report.id]}
    stands, draft = stands_of(session, asks, gaps), draft_of(session, report)
    found = [
        FirmAnswers(
            ask=ask,
            stand=stands[number],
            answers=tuple(_answers(session, draft, ask)) if ask.sent_at else (),
            gap=gaps.get(number),
        )
        for number, ask in asks.items()
    ]
    return sorted(found, key=lambda one: (not one.open, one.stand is not Stand.WAITING, one.ask.supplier_name))


def _answers(session: Session, draft: Draft, facts: AskFacts) -> Iterable[AnswerShown]:
    ask = session.get_one(Ask, facts.id)
    newest = sent_answers(session, [ask.id]).get(ask.id, {})
    ids = [one.id for one in newest.values()]
    judgements = select(AnswerJudged).where(AnswerJudged.answer.in_(ids)).order_by(AnswerJudged.at, AnswerJudged.id)
    judged = {one.answer: one for one in session.scalars(judgements)}
    taken = set(session.scalars(select(AnswerTaken.answer).where(AnswerTaken.answer.in_(ids))))
    for question in ask.questions:
        if answer := newest.get(question):
            yield _shown(draft, ask, answer, judged.get(answer.id), taken=answer.id in taken)


def _shown(draft: Draft, ask: Ask, answer: Answer, judged: AnswerJudged | None, *, taken: bool) -> AnswerShown:
    landing = landing_of(draft, ask, answer)
    return AnswerShown(
        id=answer.id,
        question=in_language(QUESTION[answer.question].text) if answer.question in QUESTION else answer.question,
        said=_said(answer),
        # How a figure was divided can give it away.
        split="" if answer.confidential else answer.split,
        place=_place(landing),
        there=_there(landing) if landing and landing.differs else "",
        accepted=judged.accepted if judged else None,
        remark=judged.remark if judged else "",
        taken=taken,
    )


def _place(landing: Landing | None) -> str:
    return f"{sheet_label(landing.sheet)}, {column_label(landing.sheet, landing.column)}" if landing else ""


def _there(landing: Landing) -> str:
    return in_words(column_named(landing.sheet, landing.column), landing.before)


def _said(answer: Answer) -> str:
    if answer.kind is not AnswerKind.GIVEN:
        return _kind_word(answer.kind)
    if answer.confidential:
        return str(_("vertrouwelijk: alleen de provincie ziet dit cijfer"))
    question = QUESTION.get(answer.question)
    return (value_in_words(question, answer.value) if question else "") or str(_("een bestand"))


def _kind_word(kind: AnswerKind) -> str:
    words = {
        AnswerKind.UNKNOWN: _("weet het niet"),
        AnswerKind.ASKED_ON: _("vraagt het aan een eigen leverancier"),
        AnswerKind.REFUSED: _("weigert"),
        AnswerKind.ALREADY_SENT: _("heeft het al aan u gestuurd"),
        AnswerKind.WRONG_PERSON: _("is niet de juiste persoon"),
    }
    return str(words[kind])
