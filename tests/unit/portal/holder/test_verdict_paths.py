"""The values of earlier years beside a verdict: those of the reports in force, and no more questions for more years."""

from __future__ import annotations

from uuid import UUID, uuid4

from portal.use_cases import Declaration, hand_in
from schemas.clock import now
from schemas.judgement import Outcome
from schemas.store import Decision, NormVerdict, Report, sessions
from schemas.words import DecisionOutcome
from tests.statements import statements
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

NORM = "N-TEMP"


def test_more_earlier_years_take_as_many_queries_as_one(reporter: Browser, world: World) -> None:
    page = this_year(world)
    in_force(world, 2025, "10")
    one = asked_for(reporter, page)

    for year in range(2018, 2025):
        in_force(world, year, "11")

    assert asked_for(reporter, page) == one


def test_the_newest_accepted_version_of_a_year_counts(reporter: Browser, world: World) -> None:
    page = this_year(world)
    in_force(world, 2024, "12")
    report = in_force(world, 2025, "10")
    accepted(world, report, "7")

    shown = reporter.get(page).text

    assert "2025: 7" in shown
    assert "2025: 10" not in shown


def asked_for(reporter: Browser, page: str) -> int:
    reporter.get(page)
    with statements() as sent:
        reporter.get(page)
    return len(sent)


def this_year(world: World) -> str:
    """The page of the verdicts on a version of 2026."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    verdict(version, "9")
    return f"/rapportages/{world.reports['oost']}/versies/1/oordeel"


def in_force(world: World, year: int, value: str) -> UUID:
    """A report of an earlier year with an accepted version."""
    with sessions().begin() as session:
        known = session.get_one(Report, world.reports["oost"])
        report = Report(concession=known.concession, report_year=year, terms_sha256=known.terms_sha256, opened_at=now())
        session.add(report)
        session.flush()
        made = report.id
    accepted(world, made, value)
    return made


def accepted(world: World, report: UUID, value: str) -> None:
    """A version of it that was signed and accepted."""
    version = an_upload(report, world.people["reporter"]).id
    a_check(version)
    verdict(version, value)
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        hand_in(session, report, declaration, by=world.people["signatory"])
        session.add(
            Decision(
                version=version,
                outcome=DecisionOutcome.ACCEPTED,
                by=world.people["manager"],
                at=now(),
                idempotency_key=uuid4(),
            )
        )


def verdict(version: UUID, value: str) -> None:
    with sessions().begin() as session:
        session.add(
            NormVerdict(
                version=version, norm=NORM, verdict=Outcome.DOES_NOT_MEET, value=value, threshold="0",
                reason_nl="Meer dan 0.", reason_en="More than 0.",
            )
        )  # fmt: skip
