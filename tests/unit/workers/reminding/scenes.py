"""Each duty as people bring it about: how it opens, how it is done, how its last day moves, and who is to act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.use_cases import conversing
from portal.use_cases.conversing import Place, Writing
from portal.use_cases.extending import answer_extension, ask_extension
from portal.use_cases.planning import (
    Proposing,
    Telling,
    answer_proposal,
    change_measure,
    measure_of,
    propose_measure,
    tell_progress,
)
from schemas.clock import now
from schemas.events import ReportVersion
from schemas.reminding.steps import DutyKind
from schemas.store import (
    CalendarChange,
    Check,
    Confirmation,
    Conversation,
    Decision,
    Measure,
    Report,
    Version,
    reading,
    sessions,
)
from schemas.store.asking import AnswersSent, Ask
from schemas.store.work import NamedEvidence
from schemas.words import DecisionOutcome, MeasureAnswerKind, MeasureOrigin, Progress
from tests.unit.workers.at_work import AtWork, a_json_report, about_of, address, check, decide, sign, upload, write
from tests.unit.workers.reminding.asked import SUPPLIER, an_ask

LATER: Final = date(2027, 6, 15)
Deed = Callable[[AtWork], None]


def only(deed: Callable[[AtWork], object]) -> Deed:
    """A deed of which nobody needs what it gives."""

    def done(work: AtWork) -> None:
        deed(work)

    return done


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A duty: what opens it, when it is due then, what ends it, what moves it to ``moved_to``, and who acts."""

    kind: DutyKind
    opens: Deed
    due: date
    done: Deed
    moves: Deed
    moved_to: date
    acts: str


def checked(work: AtWork, *, errors: int = 0) -> ReportVersion:
    """A version whose check found so many errors."""
    about = upload(work).version
    write(check_of(about, errors))
    return about


def check_of(about: ReportVersion, errors: int) -> Check:
    """A check that found so many errors."""
    counts = {"errors": errors, "warnings": 0, "notices": 0, "rows": {}}
    return Check(version=about.version, started_at=now(), at=now(), rule_set="2026.1", **counts)


def handed_in(work: AtWork) -> ReportVersion:
    """A version that was signed, and whose check came after it."""
    about = upload(work).version
    sign(work, about)
    write(check_of(about, 0))
    return about


def newest(work: AtWork) -> ReportVersion:
    with reading() as session:
        query = select(Version).where(Version.report == work.report).order_by(Version.number.desc())
        return about_of(session.scalars(query.limit(1)).one())


def concession_of(work: AtWork) -> UUID:
    with reading() as session:
        return session.get_one(Report, work.report).concession


def sent_back(work: AtWork, *, term: date = date(2027, 3, 1)) -> Decision:
    """A proposal to send back what was handed in, which nobody confirmed yet."""
    decision = Decision(
        id=uuid4(),
        version=handed_in(work).version,
        outcome=DecisionOutcome.SENT_BACK,
        reason="Het klopt niet.",
        term=term,
        by=work.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    write(decision)
    return decision


def confirm(work: AtWork) -> None:
    with reading() as session:
        decision = session.scalars(select(Decision.id)).one()
    write(Confirmation(decision=decision, confirmed=True, by=work.people["second_reader"], at=now()))


def move_calendar(work: AtWork, *, to: date = LATER) -> None:
    """Other days for the year; suppliers, handing in, completeness and decision each have their own."""
    days = {
        "opens": date(2027, 2, 1),
        "suppliers_answer_by": date(2027, 4, 1),
        "hand_in_by": to,
        "completeness_by": date(2027, 7, 1),
        "feedback_by": date(2027, 8, 2),
    }
    by, concession = work.people["manager"], concession_of(work)
    write(CalendarChange(concession=concession, report_year=2026, reason="Later.", by=by, at=now(), **days))


def correcting(work: AtWork) -> None:
    sent_back(work)
    confirm(work)


def more_time(work: AtWork) -> None:
    with sessions().begin() as session:
        asked = ask_extension(
            session, work.report, key=uuid4(), until=LATER, reason="Storing.", by=work.people["reporter"]
        )
        by = work.people["manager"]
        answer_extension(session, work.report, asked.id, granted=True, until=None, reason="Goed.", by=by)


def correct(work: AtWork) -> None:
    sign(work, upload(work, a_json_report(note=[])).version)


def ask(work: AtWork) -> None:
    writing = Writing(key=uuid4(), text="Klopt dit?", days=14)
    with sessions().begin() as session:
        conversing.ask(session, work.report, Place(), writing, by=work.people["manager"])


def go_on(work: AtWork, deed: Callable[..., object], *, days: int | None, by: str) -> None:
    with sessions().begin() as session:
        conversation = session.scalars(select(Conversation.id)).one()
        deed(session, work.report, conversation, Writing(key=uuid4(), text="Ja.", days=days), by=work.people[by])


def ask_supplier(work: AtWork) -> None:
    an_ask(work, due=date(2027, 4, 1))


def supplier_sent(_work: AtWork) -> None:
    with reading() as session:
        ask_id = session.scalars(select(Ask.id)).one()
    write(AnswersSent(ask=ask_id, sent_at=now(), sha256="0" * 64))


def supplier_later(_work: AtWork) -> None:
    with sessions().begin() as session:
        session.scalars(select(Ask)).one().due = LATER


def agree(work: AtWork) -> None:
    with sessions().begin() as session:
        concession, measure = concession_of(work), session.scalars(select(Measure.id)).one()
        proposal = measure_of(session, concession, measure).newest.id
        said = MeasureAnswerKind.AGREED
        answer_proposal(session, concession, measure, proposal, said, reason="", by=work.people["manager"])


def _proposing(due: date) -> Proposing:
    return Proposing(key=uuid4(), title="Laadpunten", owner="Hoofd materieel", due=due, reason="Levering.")


def agree_measure(work: AtWork) -> None:
    by = work.people["reporter"]
    with sessions().begin() as session:
        proposing = _proposing(date(2027, 10, 1))
        propose_measure(session, concession_of(work), proposing, origin=MeasureOrigin.FREE, norm=None, by=by)
    agree(work)


def later_measure(work: AtWork) -> None:
    with sessions().begin() as session:
        measure = session.scalars(select(Measure.id)).one()
        change_measure(session, concession_of(work), measure, _proposing(LATER), by=work.people["reporter"])
    agree(work)


def finish_measure(work: AtWork) -> None:
    telling = Telling(key=uuid4(), progress=Progress.DONE, percentage=None, text="Klaar.")
    with sessions().begin() as session:
        measure = session.scalars(select(Measure.id)).one()
        tell_progress(session, concession_of(work), measure, telling, by=work.people["reporter"])


def certified(work: AtWork, *, last_day: date) -> None:
    supplier = {"supplier_id": "A1", "name": "Proefcel", "country": "NL", "role": "battery", "tier": 1}
    known = supplier | {"co2_ladder": "4.0/2", "certificate_valid_to": last_day.isoformat()}
    check(upload(work, a_json_report(suppliers=[known])))


def chain_without(work: AtWork) -> None:
    check(upload(work, a_json_report(suppliers=[])))


def lacking_evidence(work: AtWork) -> None:
    version = checked(work, errors=1).version
    write(NamedEvidence(version=version, position=0, evidence_id="E1", file_name="garanties.pdf", inside=False))


def evidence_found(work: AtWork) -> None:
    with sessions().begin() as session:
        session.scalars(select(NamedEvidence)).one().sha256 = "0" * 64


HAND_IN: Final = date(2027, 5, 3)
SCENES: Final = (
    Scene(
        kind=DutyKind.REPORT,
        opens=lambda _work: None,
        due=HAND_IN,
        done=only(handed_in),
        moves=move_calendar,
        moved_to=LATER,
        acts=address("reporter"),
    ),
    Scene(
        kind=DutyKind.CORRECTION,
        opens=correcting,
        due=date(2027, 3, 1),
        done=correct,
        moves=more_time,
        moved_to=LATER,
        acts=address("reporter"),
    ),
    Scene(
        kind=DutyKind.QUESTION,
        opens=ask,
        due=date(2027, 2, 15),
        done=partial(go_on, deed=conversing.answer, days=None, by="reporter"),
        moves=partial(go_on, deed=conversing.ask_on, days=30, by="manager"),
        moved_to=date(2027, 3, 3),
        acts=address("reporter"),
    ),
    Scene(
        kind=DutyKind.SUPPLIER,
        opens=ask_supplier,
        due=date(2027, 4, 1),
        done=supplier_sent,
        moves=supplier_later,
        moved_to=LATER,
        acts=SUPPLIER,
    ),
    Scene(
        kind=DutyKind.SIGNATURE,
        opens=only(checked),
        due=HAND_IN,
        done=only(lambda work: sign(work, newest(work))),
        moves=move_calendar,
        moved_to=LATER,
        acts=address("signatory"),
    ),
    Scene(
        kind=DutyKind.REVIEW,
        opens=only(handed_in),
        due=date(2027, 5, 18),
        done=only(lambda work: decide(work, newest(work))),
        moves=move_calendar,
        moved_to=date(2027, 7, 1),
        acts=address("manager"),
    ),
    Scene(
        kind=DutyKind.SECOND_READING,
        opens=only(sent_back),
        due=date(2027, 7, 1),
        done=confirm,
        moves=move_calendar,
        moved_to=date(2027, 8, 2),
        acts=address("second_reader"),
    ),
    Scene(
        kind=DutyKind.MEASURE,
        opens=agree_measure,
        due=date(2027, 10, 1),
        done=finish_measure,
        moves=later_measure,
        moved_to=LATER,
        acts=address("reporter"),
    ),
    Scene(
        kind=DutyKind.CERTIFICATE,
        opens=partial(certified, last_day=date(2027, 2, 26)),
        due=date(2027, 2, 26),
        done=chain_without,
        moves=partial(certified, last_day=LATER),
        moved_to=LATER,
        acts=address("reporter"),
    ),
    Scene(
        kind=DutyKind.EVIDENCE,
        opens=lacking_evidence,
        due=HAND_IN,
        done=evidence_found,
        moves=move_calendar,
        moved_to=LATER,
        acts=address("reporter"),
    ),
)
