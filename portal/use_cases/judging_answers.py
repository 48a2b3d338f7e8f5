"""What a holder does with its suppliers' answers: take them into the draft, question them by mail, or declare that they stay away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.sent_answers import sent_answers
from portal.use_cases.asking import ask_again, ask_of, refuse_closed
from portal.use_cases.correcting import refuse_closed as refuse_closed_sheet
from portal.use_cases.drafts import draft_of, rows_of_draft
from portal.use_cases.filling_in import put_rows
from portal.use_cases.landing_answers import Landing, landing_of
from portal.use_cases.laying_files import NAMED_BY, lay_files
from schemas.asking import OVER, AskStand, stand_of
from schemas.clock import now, today
from schemas.questions import QUESTION, FieldKind
from schemas.report.evidence_of import EVIDENCE
from schemas.report.sheet_text import Cells
from schemas.row_forms import shown
from schemas.store import (
    Answer,
    AnswerJudged,
    AnswerTaken,
    Ask,
    DeclaredGap,
    Report,
    asks_of,
    declared_gaps,
    lock_report,
    newest_asks,
)
from schemas.texts import Language
from schemas.web import Said
from schemas.words import AnswerKind

TIME_TO_ANSWER: Final = timedelta(days=14)
NOT_SENT: Final = Said(
    "{name} is nog niet klaar. U kunt antwoorden beoordelen zodra {name} ze heeft verstuurd.",
    "{name} is not done yet. You can judge answers as soon as {name} has sent them.",
)
CHANGED: Final = Said(
    "{name} heeft dit antwoord intussen veranderd. Lees het nieuwe en beoordeel dat.",
    "{name} has changed this answer meanwhile. Read the new one and judge that.",
)
BOTH: Final = Said(
    "In het rapport staat iets anders. Kies of het antwoord daarvoor in de plaats komt.",
    "The report says something else. Choose whether the answer takes its place.",
)
WHAT_IS_ASKED: Final = Said(
    "Schrijf wat u wilt weten; {name} leest dat.", "Write what you want to know; {name} reads that."
)
NOT_AWAITED: Final = Said(
    "Van deze leverancier wordt geen antwoord verwacht.", "No answer of this supplier is awaited."
)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is said of one answer; ``replaces`` says what happens where the report says something else, none is no choice."""

    answer: UUID
    accepted: bool
    replaces: bool | None = None
    remark: str = ""


def judge_answers(session: Session, report: UUID, ask: UUID, verdicts: Sequence[Verdict], *, by: UUID) -> None:
    """Judge some answers of a supplier at once: what is accepted goes into the draft, what is questioned goes out in one mail."""
    own = lock_report(session, report)
    refuse_closed(session, own)
    about = ask_of(session, report, ask)
    answers = _sent_answers(session, about)
    for one in verdicts:
        answer = answers.get(one.answer)
        if answer is None:
            raise Refused(CHANGED.format(name=about.supplier_name), status=409)
        _judge(session, own, about, answer, one, by=by)
    if any(not one.accepted for one in verdicts):
        due = max(about.due, today() + TIME_TO_ANSWER)
        ask_again(session, about, email=about.email, due=due, by=by)


def accept_the_rest(session: Session, report: UUID, ask: UUID, *, by: UUID) -> int:
    """Accept every answer that nobody judged and that contradicts nothing in the draft; tells how many."""
    own = lock_report(session, report)
    refuse_closed(session, own)
    about = ask_of(session, report, ask)
    number = 0
    for answer in open_answers(session, about):
        landing = landing_of(draft_of(session, own), about, answer)
        if landing is None or not landing.differs:
            _judge(session, own, about, answer, Verdict(answer=answer.id, accepted=True), by=by)
            number += 1
    return number


def lay_beside(session: Session, report: UUID, ask: UUID, *, by: UUID) -> int:
    """Put the files of a supplier beside the report, also those that no question asked for; tells how many."""
    own = lock_report(session, report)
    refuse_closed(session, own)
    return len(lay_files(session, own, ask_of(session, report, ask), by=by))


def open_answers(session: Session, ask: Ask) -> list[Answer]:
    """The answers that count, were sent, and that nobody judged yet."""
    answers = _sent_answers(session, ask)
    judged = set(session.scalars(select(AnswerJudged.answer).where(AnswerJudged.answer.in_(answers))))
    return [answer for answer in answers.values() if answer.id not in judged]


def declare_gap(session: Session, report: UUID, supplier: str, reason: str, *, by: UUID) -> None:
    """Declare that what a supplier was asked will not be in the report; twice is once."""
    own = lock_report(session, report)
    refuse_closed(session, own)
    ask = newest_asks(asks_of(session, [report])).get(supplier)
    if ask is None or stand_of(ask, today()) in OVER - {AskStand.ANSWERED}:
        raise Refused(NOT_AWAITED, status=409)
    if any(gap.supplier_id == supplier for gap in declared_gaps(session, [report])[report]):
        return
    gap = DeclaredGap(
        report=report, supplier_id=supplier, supplier_name=ask.supplier_name, reason=reason, by=by, at=now()
    )
    session.add(gap)
    noted(session, Action.GAP_DECLARED, f"report/{report}", actor=by, details={"supplier": supplier})


def withdraw_gap(session: Session, report: UUID, gap: UUID, *, by: UUID) -> None:
    """Take a declared gap back; twice is once."""
    refuse_closed(session, lock_report(session, report))
    found = session.get(DeclaredGap, gap)
    if found is None or found.report != report:
        raise NotYours(f"gap/{gap}")
    if found.withdrawn_at is None:
        found.withdrawn_at = now()
        noted(session, Action.GAP_WITHDRAWN, f"report/{report}", actor=by, details={"supplier": found.supplier_id})


def _judge(session: Session, own: Report, ask: Ask, answer: Answer, verdict: Verdict, *, by: UUID) -> None:
    if not verdict.accepted and not verdict.remark:
        raise Refused(WHAT_IS_ASKED.format(name=ask.supplier_name), field=f"opmerking-{answer.id}")
    if verdict.accepted:
        _land(session, own, ask, answer, verdict, by=by)
    session.add(AnswerJudged(answer=answer.id, accepted=verdict.accepted, remark=verdict.remark, by=by, at=now()))
    action = Action.ANSWER_ACCEPTED if verdict.accepted else Action.ANSWER_QUESTIONED
    noted(session, action, f"ask/{ask.id}", actor=by, details={"question": answer.question})
    session.flush()


def _land(session: Session, own: Report, ask: Ask, answer: Answer, verdict: Verdict, *, by: UUID) -> None:
    """Put an answer into its cell; nothing that stands there gives way unless that was chosen."""
    if session.get(AnswerTaken, answer.id) is not None:
        return
    if _is_about_files(answer):
        _lay(session, own, ask, answer, by=by)
        return
    draft = draft_of(session, own)
    landing = landing_of(draft, ask, answer)
    if landing is None:
        return
    if landing.differs and verdict.replaces is None:
        raise Refused(BOTH, field=f"oordeel-{answer.id}", status=409)
    if landing.differs and not verdict.replaces:
        return
    refuse_closed_sheet(session, own.id, landing.sheet)
    rows: list[Cells] = rows_of_draft(draft, landing.sheet) or []
    put_rows(session, own, draft, landing.sheet, landing.among(rows), by=by)
    session.add(_taken(own, answer, landing, by=by))
    session.flush()


def _lay(session: Session, own: Report, ask: Ask, answer: Answer, *, by: UUID) -> None:
    """Put the files of an answer beside the report; while its sheet is being read they wait for their own button."""
    if rows_of_draft(draft_of(session, own), EVIDENCE) is None:
        return
    if names := ", ".join(lay_files(session, own, ask, by=by)):
        landed = {"sheet": EVIDENCE, "row": names, "column": NAMED_BY, "value": names}
        session.add(AnswerTaken(answer=answer.id, report=own.id, by=by, at=now(), **landed))
        session.flush()


def _is_about_files(answer: Answer) -> bool:
    question = QUESTION.get(answer.question)
    return question is not None and question.field is FieldKind.FILE and answer.kind is AnswerKind.GIVEN


def _taken(own: Report, answer: Answer, landing: Landing, *, by: UUID) -> AnswerTaken:
    return AnswerTaken(
        answer=answer.id,
        report=own.id,
        sheet=landing.sheet,
        row=landing.named,
        column=landing.column,
        value=shown(landing.after, Language.EN),
        by=by,
        at=now(),
    )


def _sent_answers(session: Session, ask: Ask) -> dict[UUID, Answer]:
    """The answers that count, by id, as they were last sent; refused while the supplier is not done."""
    found = sent_answers(session, [ask.id]).get(ask.id)
    if not found:
        raise Refused(NOT_SENT.format(name=ask.supplier_name), status=409)
    return {one.id: one for one in found.values()}
