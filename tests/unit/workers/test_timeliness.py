"""A report is on time through its last day, in Dutch time, and late from the day after."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from schemas.clock import now
from schemas.events import ReportWithdrawn
from schemas.judgement import Outcome
from schemas.norms import TIMELY
from schemas.settings import Settings
from schemas.store import ExtensionAnswer, ExtensionRequest, NormVerdict, Signature, reading, sessions
from tests.unit.workers.at_work import AtWork, at_work, check, publish, tell_of, upload, write
from workers.sources import sources_of
from workers.timeliness import handed_in_on, timeliness

LAST_MOMENT = datetime(2027, 5, 3, 21, 59, tzinfo=UTC)
TOO_LATE = datetime(2027, 5, 3, 22, 0, tzinfo=UTC)


def verdict(version: object) -> NormVerdict:
    with reading() as session:
        return session.get_one(NormVerdict, (version, TIMELY))


def a_signature(work: AtWork, version: object, at: datetime) -> Signature:
    return Signature(
        id=uuid4(),
        version=version,
        statement="Naar waarheid.",
        by=work.people["signatory"],
        at=at,
        idempotency_key=uuid4(),
    )


@pytest.mark.parametrize(
    ("at", "outcome"), [(LAST_MOMENT, Outcome.MEETS), (TOO_LATE, Outcome.DOES_NOT_MEET)], ids=["last day", "day after"]
)
def test_the_last_day_counts_and_ends_at_midnight_in_the_netherlands(
    at: datetime, outcome: Outcome, installation: Settings
) -> None:
    work = at_work()
    event = upload(work)
    write(a_signature(work, event.version.version, at))

    publish(check(event))

    assert verdict(event.version.version).verdict is outcome


def test_a_report_within_the_time_that_was_granted_is_on_time(installation: Settings) -> None:
    work = at_work()
    event = upload(work)
    asked = ExtensionRequest(
        id=uuid4(),
        report=work.report,
        decision=None,
        term=date(2027, 5, 3),
        until=date(2027, 5, 17),
        reason="De meters komen later.",
        by=work.people["signatory"],
        at=LAST_MOMENT,
        idempotency_key=uuid4(),
    )
    write(asked)
    write(
        ExtensionAnswer(
            request=asked.id, until=date(2027, 5, 4), reason="Akkoord.", by=work.people["signatory"], at=LAST_MOMENT
        ),
        a_signature(work, event.version.version, TOO_LATE),
    )

    publish(check(event))

    assert verdict(event.version.version).verdict is Outcome.MEETS


def test_a_report_that_was_not_handed_in_yet_is_not_judged_on_time(installation: Settings) -> None:
    event = upload(at_work())

    publish(check(event))

    assert verdict(event.version.version).verdict not in {Outcome.MEETS, Outcome.DOES_NOT_MEET}


def test_a_correction_within_its_term_does_not_make_a_report_late(installation: Settings) -> None:
    work = at_work()
    first, second = upload(work), upload(work)
    write(a_signature(work, first.version.version, LAST_MOMENT), a_signature(work, second.version.version, TOO_LATE))

    publish(check(second))

    assert verdict(second.version.version).verdict is Outcome.MEETS


def test_what_was_taken_back_does_not_count(installation: Settings) -> None:
    work = at_work()
    event = upload(work)
    signature = a_signature(work, event.version.version, LAST_MOMENT)
    write(signature)
    publish(check(event))
    before = verdict(event.version.version).verdict
    with sessions().begin() as session:
        taken_back = session.get_one(Signature, signature.id)
        taken_back.withdrawn_at, taken_back.withdrawn_by = now(), work.people["signatory"]

    publish(tell_of(ReportWithdrawn(version=event.version, signature=signature.id)))

    assert before is Outcome.MEETS
    assert verdict(event.version.version).verdict is not Outcome.MEETS
    with reading() as session:
        assert handed_in_on(session, work.report) is None


def test_the_verdict_names_the_day_and_the_last_day(installation: Settings) -> None:
    event = upload(at_work())

    with reading() as session:
        said = timeliness(sources_of(session, event.version), date(2027, 5, 4))

    assert said is not None
    assert (said.verdict, str(said.value), str(said.threshold)) == (Outcome.DOES_NOT_MEET, "2027-05-04", "2027-05-03")
