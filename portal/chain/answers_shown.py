"""The answers of a report's suppliers as its holder reads them: what was said, what the report says, and what was made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.answer_words import value_in_words
from portal.chain.asked import asked_firms, stands_of
from portal.chain.firms import Stand
from portal.chain.words import nowhere_word
from portal.drafting.form_shown import in_words
from portal.holder.labels import column_label, sheet_label
from portal.language import in_language
from portal.sent_answers import sent_answers, sent_files
from portal.use_cases.drafts import Draft, draft_of
from portal.use_cases.landing_answers import Landing, place_of
from portal.use_cases.laying_files import name_beside
from portal.use_cases.manifests import evidence_of
from schemas.asking import AskFacts
from schemas.questions import QUESTION, FieldKind
from schemas.report.sheets import column_named
from schemas.store import (
    Answer,
    AnswerFile,
    AnswerJudged,
    AnswerTaken,
    Ask,
    DeclaredGap,
    Report,
    among,
    declared_gaps,
    judgements_of,
)
from schemas.words import AnswerKind


@dataclass(frozen=True, kw_only=True)
class AnswerShown:
    """One answer; ``there`` is what the report says where that differs, ``place`` where it lands.

    ``by_hand`` says why it lands nowhere, and ``sheet`` is where to fill it in then.
    """

    id: UUID
    question: str
    said: str
    split: str
    place: str
    there: str
    by_hand: str
    sheet: str
    accepted: bool | None
    remark: str
    taken: bool


@dataclass(frozen=True, kw_only=True)
class FileShown:
    """A declaration or certificate that the holder may read, and whether it lies beside the report."""

    id: UUID
    name: str
    beside: bool


@dataclass(frozen=True, kw_only=True)
class FirmAnswers:
    """A supplier with its answers, when it sent them, and the gap that the holder declares of it.

    ``kept`` is how many files it gave for the province alone.
    """

    ask: AskFacts
    stand: Stand
    answers: tuple[AnswerShown, ...]
    files: tuple[FileShown, ...]
    kept: int
    gap: DeclaredGap | None

    @property
    def sent_at(self) -> datetime | None:
        """When it said that it was done."""
        return self.ask.sent_at

    @property
    def open(self) -> tuple[AnswerShown, ...]:
        """What nobody judged yet."""
        return tuple(one for one in self.answers if one.accepted is None)

    @property
    def to_lay(self) -> tuple[FileShown, ...]:
        """The files that do not lie beside the report yet."""
        return tuple(one for one in self.files if not one.beside)


def firms_with_answers(session: Session, report: Report) -> list[FirmAnswers]:
    """The suppliers that were asked: those with answers to judge first, then those that are awaited."""
    asks = {number: ask for number, ask in asked_firms(session, report.id).items() if not ask.revoked_at}
    gaps = {gap.supplier_id: gap for gap in declared_gaps(session, [report.id])[report.id]}
    stands, reading = stands_of(session, asks, gaps), _reading(session, report, [one.id for one in asks.values()])
    found = [
        FirmAnswers(
            ask=ask,
            stand=stands[number],
            answers=tuple(_answers(reading, ask)),
            files=tuple(_files(reading, ask)),
            kept=sum(one.confidential for one in reading.files.get(ask.id, ())),
            gap=gaps.get(number),
        )
        for number, ask in asks.items()
    ]
    return sorted(found, key=lambda one: (not one.open, one.stand is not Stand.WAITING, one.ask.supplier_name))


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """What is known of all answers at once."""

    draft: Draft
    asks: Mapping[UUID, Ask]
    sent: Mapping[UUID, Mapping[str, Answer]]
    files: Mapping[UUID, tuple[AnswerFile, ...]]
    judged: Mapping[UUID, AnswerJudged]
    taken: Collection[UUID]
    beside: Collection[tuple[str, str]]


def _reading(session: Session, report: Report, asks: list[UUID]) -> _Reading:
    sent = sent_answers(session, asks)
    ids = [one.id for answers in sent.values() for one in answers.values()]
    return _Reading(
        draft=draft_of(session, report),
        asks={one.id: one for one in session.scalars(select(Ask).where(among(Ask.id, asks)))},
        sent=sent,
        files=sent_files(session, asks),
        judged=judgements_of(session, ids),
        taken=set(session.scalars(select(AnswerTaken.answer).where(among(AnswerTaken.answer, ids)))),
        beside={(one.file_name, one.sha256) for one in evidence_of(session, report.id)},
    )


def _answers(reading: _Reading, ask: AskFacts) -> Iterable[AnswerShown]:
    answers = reading.sent.get(ask.id, {})
    return (_shown(reading, reading.asks[ask.id], answers[one]) for one in ask.questions if one in answers)


def _files(reading: _Reading, ask: AskFacts) -> Iterable[FileShown]:
    for one in reading.files.get(ask.id, ()):
        if not one.confidential:
            beside = (name_beside(reading.asks[ask.id], one), one.sha256) in reading.beside
            yield FileShown(id=one.id, name=one.file_name, beside=beside)


def _shown(reading: _Reading, ask: Ask, answer: Answer) -> AnswerShown:
    question, judged = QUESTION.get(answer.question), reading.judged.get(answer.id)
    found = place_of(reading.draft, ask, answer)
    landing, nowhere = (found, None) if isinstance(found, Landing) else (None, found)
    return AnswerShown(
        id=answer.id,
        question=in_language(question.text) if question else answer.question,
        said=_said(answer),
        # How a figure was divided can give it away.
        split="" if answer.confidential else answer.split,
        place=_place(landing),
        there=_there(landing) if landing and landing.differs else "",
        by_hand=nowhere_word(nowhere, question) if nowhere and question else "",
        sheet=question.target.sheet if nowhere and question and question.target else "",
        accepted=judged.accepted if judged else None,
        remark=judged.remark if judged else "",
        taken=answer.id in reading.taken,
    )


def _place(landing: Landing | None) -> str:
    if landing is None:
        return ""
    place = f"{sheet_label(landing.sheet)}, {column_label(landing.sheet, landing.column)}"
    number = len(landing.rows)
    return place if number == 1 else str(_("%(place)s, in %(number)s rijen", place=place, number=number))


def _there(landing: Landing) -> str:
    return in_words(column_named(landing.sheet, landing.column), landing.before)


def _said(answer: Answer) -> str:
    if answer.kind is not AnswerKind.GIVEN:
        return _kind_word(answer.kind)
    if answer.confidential:
        return str(_("vertrouwelijk: alleen de provincie ziet dit cijfer"))
    question = QUESTION.get(answer.question)
    if question and question.field is FieldKind.FILE:
        return str(_("een bestand, hieronder"))
    return (value_in_words(question, answer.value) if question else "") or "–"


def _kind_word(kind: AnswerKind) -> str:
    words = {
        AnswerKind.UNKNOWN: _("weet het niet"),
        AnswerKind.ASKED_ON: _("vraagt het aan een eigen leverancier"),
        AnswerKind.REFUSED: _("weigert"),
        AnswerKind.ALREADY_SENT: _("heeft het al aan u gestuurd"),
        AnswerKind.WRONG_PERSON: _("is niet de juiste persoon"),
    }
    return str(words[kind])
