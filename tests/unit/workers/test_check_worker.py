"""The check worker: what was found in a version is kept as exactly as it was said."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from schemas.events import ReportVersion, VersionChecked, VersionUploaded
from schemas.judgement import Severity, Status, Validation
from schemas.settings import Settings
from schemas.store import (
    Check,
    Finding,
    IndicatorValue,
    NormVerdict,
    NotAssessed,
    Parked,
    RuleResult,
    files,
    reading,
)
from tests.installations import NO_BYTES, a_duty
from tests.unit.workers.at_work import BUS, a_json_report, at_work, check, do, tell_of, told, upload
from workers.check import LISTED, CheckVersion
from workers.worker import Permanent


def test_a_finding_is_kept_with_its_entity_its_place_and_the_row_as_written(installation: Settings) -> None:
    event = upload(at_work())

    check(event)

    with reading() as session:
        query = select(Finding).where(Finding.version == event.version.version, Finding.rule == "FLT-001")
        [found] = session.scalars(query)
    assert (found.source, found.sheet, found.row, found.column) == ("rapport.json", "vehicles", 2, "euro_class")
    assert (found.value, found.entity) == ("ze", "B1")
    assert {name: found.raw[name] for name in ("vehicle_id", "drivetrain", "wheelchair_accessible")} == {
        "vehicle_id": "B1",
        "drivetrain": "diesel",
        "wheelchair_accessible": "true",
    }


def test_counts_are_exact_where_the_list_of_findings_is_cut(installation: Settings) -> None:
    number = LISTED + 5
    buses = [{**BUS, "vehicle_id": f"B{place}"} for place in range(number)]
    event = upload(at_work(), a_json_report(vehicles=buses))

    check(event)

    with reading() as session:
        of_rule = (Finding.version == event.version.version, Finding.rule == "FLT-001")
        listed = session.scalar(select(func.count()).select_from(Finding).where(*of_rule))
        counted = session.get_one(RuleResult, (event.version.version, "FLT-001", Severity.ERROR)).count
        complete = files().read(session.get_one(Check, event.version.version).validation_sha256 or "")
    said = Validation.model_validate_json(complete)
    assert (listed, counted) == (LISTED, number)
    assert sum(finding.rule == "FLT-001" for finding in said.findings) == number


def test_the_counts_of_the_check_are_those_of_its_rules_and_of_what_is_told(installation: Settings) -> None:
    event = upload(at_work())

    told_of = check(event)

    with reading() as session:
        kept = session.get_one(Check, event.version.version)
        results = session.scalars(select(RuleResult).where(RuleResult.version == event.version.version)).all()
    by_rule = [sum(one.count for one in results if one.severity is severity) for severity in Severity]
    said = told_of.summary
    of_check = {Severity.ERROR: kept.errors, Severity.WARNING: kept.warnings, Severity.NOTICE: kept.notices}
    of_event = {Severity.ERROR: said.errors, Severity.WARNING: said.warnings, Severity.NOTICE: said.notices}
    assert by_rule == [of_check[severity] for severity in Severity] == [of_event[severity] for severity in Severity]
    assert kept.errors > 0
    assert told_of.validation_sha256 == kept.validation_sha256
    assert kept.rows == {"report": 10, "vehicles": 1}


def test_indicators_verdicts_and_what_was_not_assessed_are_kept(installation: Settings) -> None:
    event = upload(at_work())

    check(event)

    with reading() as session:
        version = event.version.version
        fleet = session.get_one(IndicatorValue, (version, "FLT-01", "total"))
        norms = session.scalars(select(NormVerdict.norm).where(NormVerdict.version == version)).all()
        article = session.get_one(NormVerdict, (version, "N-ZE-FLEET")).article
        left = session.scalars(select(NotAssessed).where(NotAssessed.version == version)).all()
    assert (fleet.value, fleet.status) == (None, Status.NOT_ASSESSABLE)
    assert fleet.why["formula"]
    assert {"N-ZE-FLEET", "N-TIMELY"} <= set(norms)
    assert article == "art. 5.2"
    assert all(one.reason_nl and one.reason_en for one in left)
    assert left


def test_what_cannot_be_read_has_one_finding_and_says_why_in_both_languages(installation: Settings) -> None:
    event = upload(at_work(), b'{"report": [', name="rapport.json")

    told_of = check(event)

    with reading() as session:
        kept = session.get_one(Check, event.version.version)
        [found] = session.scalars(select(Finding).where(Finding.version == event.version.version))
        verdicts = session.scalars(select(NormVerdict).where(NormVerdict.version == event.version.version)).all()
    assert (found.rule, found.severity, found.source) == ("FMT-001", Severity.ERROR, "rapport.json")
    assert (told_of.summary.errors, kept.errors) == (1, 1)
    assert kept.unreadable_nl
    assert kept.unreadable_en
    assert kept.unreadable_nl != kept.unreadable_en
    assert verdicts == []


def test_a_version_under_another_report_is_refused_for_good(installation: Settings) -> None:
    event = upload(at_work())
    other = a_duty()
    mixed = ReportVersion(report=other.report, version=event.version.version, number=1)

    with pytest.raises(Permanent) as refused:
        CheckVersion().work(VersionUploaded(version=mixed, manifest_sha256=NO_BYTES))

    assert refused.value.reason == "no_such_version"


def test_an_event_of_a_version_that_is_not_there_is_parked_and_nothing_is_told(installation: Settings) -> None:
    unknown = ReportVersion(report=at_work().report, version=uuid4(), number=1)

    do(CheckVersion, tell_of(VersionUploaded(version=unknown, manifest_sha256=NO_BYTES)))

    with reading() as session:
        [parked] = session.scalars(select(Parked))
    assert (parked.reason, parked.attempts) == ("no_such_version", 1)
    assert told(VersionChecked) == []


def test_the_same_event_twice_is_checked_once(installation: Settings) -> None:
    event = upload(at_work())
    check(event)

    do(CheckVersion, event)

    assert len(told(VersionChecked)) == 1
