"""The facts of a report, read from the rows that people and workers wrote."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import ReportVersion, VersionUploaded, source_of
from schemas.events import write as as_bytes
from schemas.judgement import Severity
from schemas.settings import Settings
from schemas.state import Actor, Standing, State, state_of
from schemas.store import (
    Check,
    Confirmation,
    Decision,
    Explanation,
    Finding,
    Parked,
    Report,
    Review,
    RuleResult,
    Signature,
    Table,
    all_facts,
    facts_of,
    reading,
    sessions,
)
from schemas.words import DecisionOutcome, WorkerName
from tests.installations import Duty, a_duty, a_version
from tests.statements import statements


def write(*rows: Table) -> None:
    with sessions().begin() as session:
        session.add_all(rows)


def state(duty: Duty) -> State:
    with reading() as session:
        return state_of(facts_of(session, duty.report))


def a_parked_check(duty: Duty, **facts: Any) -> Parked:
    known: dict[str, Any] = {"body": b""}
    return Parked(
        worker=WorkerName.CHECK,
        topic="ketenspiegel.reports",
        partition=0,
        offset=1,
        key=duty.report,
        headers={},
        reason="died",
        reason_text="",
        error_class="Died",
        attempts=3,
        worker_version="1",
        parked_at=now(),
        **known | facts,
    )


def a_check(version: ReportVersion, *, errors: int = 0, warnings: int = 0) -> Check:
    return Check(
        version=version.version,
        started_at=now(),
        at=now(),
        rule_set="2025-1",
        factor_set=None,
        errors=errors,
        warnings=warnings,
        notices=0,
        rows={},
    )


def a_warning(version: ReportVersion, *, position: int = 1, entity: str = "B1", value: str = "100") -> Finding:
    return Finding(
        version=version.version,
        position=position,
        rule="ENE-003",
        revision=1,
        severity=Severity.WARNING,
        sheet="energy",
        column="quantity",
        value=value,
        entity=entity,
        message_nl="Te veel.",
        message_en="Too much.",
        raw={},
    )


def a_result(version: ReportVersion, count: int) -> RuleResult:
    return RuleResult(version=version.version, rule="ENE-003", revision=1, severity=Severity.WARNING, count=count)


def an_explanation(duty: Duty, *, entity: str | None = "B1", value: str | None = "100") -> Explanation:
    return Explanation(
        report=duty.report,
        rule="ENE-003",
        revision=1,
        entity=entity,
        column="quantity" if entity else None,
        value=value,
        text="De winter was streng.",
        by=duty.person,
        at=now(),
    )


def a_signature(duty: Duty, version: ReportVersion) -> Signature:
    return Signature(
        id=uuid4(),
        version=version.version,
        statement="Naar waarheid.",
        by=duty.person,
        at=now(),
        idempotency_key=uuid4(),
    )


def a_decision(duty: Duty, version: ReportVersion, outcome: DecisionOutcome) -> Decision:
    return Decision(
        id=uuid4(),
        version=version.version,
        outcome=outcome,
        term=date(2026, 8, 3),
        by=duty.person,
        at=now(),
        idempotency_key=uuid4(),
    )


def test_a_duty_is_open_with_the_dates_of_its_terms(store: Settings) -> None:
    duty = a_duty(year=2025)

    found = state(duty)

    assert (found.standing, found.by) == (Standing.OPEN, date(2026, 5, 1))


def test_the_walk_from_upload_to_decision(store: Settings) -> None:
    duty = a_duty()
    version = a_version(duty)
    walk = [state(duty).standing]

    for row in (
        a_check(version),
        a_signature(duty, version),
        Review(version=version.version, begun_at=now(), by=duty.person),
        a_decision(duty, version, DecisionOutcome.ACCEPTED),
    ):
        write(row)
        walk.append(state(duty).standing)

    assert walk == [
        Standing.BEING_CHECKED,
        Standing.READY,
        Standing.HANDED_IN,
        Standing.IN_REVIEW,
        Standing.DECIDED,
    ]


def test_a_signature_that_was_withdrawn_does_not_count(store: Settings) -> None:
    duty = a_duty()
    version = a_version(duty)
    withdrawn = a_signature(duty, version)
    withdrawn.withdrawn_at, withdrawn.withdrawn_by = now(), duty.person
    write(a_check(version), withdrawn)

    found = state(duty)

    assert found.standing is Standing.READY


def test_a_negative_decision_waits_for_the_second_reader_and_then_stands(store: Settings) -> None:
    duty = a_duty()
    version = a_version(duty)
    decision = a_decision(duty, version, DecisionOutcome.SENT_BACK)
    write(
        a_check(version),
        a_signature(duty, version),
        Review(version=version.version, begun_at=now(), by=duty.person),
        decision,
    )
    before = state(duty)

    write(Confirmation(decision=decision.id, confirmed=True, by=duty.person, at=now()))

    after = state(duty)
    assert (before.standing, before.acts) == (Standing.IN_REVIEW, Actor.SECOND_READER)
    assert (after.standing, after.by) == (Standing.DRAFT, date(2026, 8, 3))


def test_a_warning_makes_a_draft_until_it_is_explained(store: Settings) -> None:
    duty = a_duty()
    version = a_version(duty)
    write(a_check(version, warnings=2), a_result(version, 2))
    write(a_warning(version), a_warning(version, position=2, entity="B2"))
    write(an_explanation(duty))
    half = state(duty).standing

    write(an_explanation(duty, entity="B2", value="95"))

    assert (half, state(duty).standing) == (Standing.DRAFT, Standing.READY)


def test_a_withdrawn_explanation_does_not_count(store: Settings) -> None:
    duty = a_duty()
    version = a_version(duty)
    explanation = an_explanation(duty)
    explanation.withdrawn_at = now()
    write(a_check(version, warnings=1), a_result(version, 1), a_warning(version), explanation)

    found = state(duty)

    assert found.standing is Standing.DRAFT


def test_a_rule_with_more_findings_than_are_listed_is_explained_in_bulk(store: Settings) -> None:
    duty = a_duty()
    version = a_version(duty)
    write(a_check(version, warnings=5000), a_result(version, 5000), a_warning(version))

    write(an_explanation(duty, entity=None, value="5000"))

    assert state(duty).standing is Standing.READY


def test_a_parked_check_shows_until_it_is_replayed(store: Settings) -> None:
    duty = a_duty()
    a_version(duty)
    parked = a_parked_check(duty)
    write(parked)
    before = state(duty).stuck

    with sessions().begin() as session:
        session.get_one(Parked, parked.id).replayed_at = now()

    assert (before, state(duty).stuck) == (True, False)


def test_the_version_whose_parked_check_was_discarded_is_given_up_and_no_other(store: Settings) -> None:
    duty = a_duty()
    versions = (a_version(duty), a_version(duty, number=2))
    asked = VersionUploaded(version=versions[0], manifest_sha256="0" * 64, at=now())
    gone = now()

    write(
        a_parked_check(duty, body=as_bytes(asked, source=source_of("0" * 20)), discarded_at=gone),
        a_parked_check(duty, discarded_at=gone),
    )

    with reading() as session:
        assert [one.given_up_at for one in facts_of(session, duty.report).versions] == [gone, None]


def test_a_list_of_reports_takes_as_many_queries_as_one_report(installation: Settings) -> None:
    duties = [a_duty() for _ in range(20)]
    for duty in duties:
        version = a_version(duty)
        write(a_check(version, warnings=1), a_result(version, 1), a_warning(version), an_explanation(duty))

    with reading() as session:
        one = _statements(session, [duties[0].report])
    with reading() as session:
        many = _statements(session, [duty.report for duty in duties])

    assert many == one


def _statements(session: Session, ids: list[UUID]) -> int:
    reports = [session.get_one(Report, id_) for id_ in ids]
    with statements() as sent:
        all_facts(session, reports)
    return len(sent)
