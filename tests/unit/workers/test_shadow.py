"""A set tried on earlier reports: each is judged both ways, what it showed is kept, and nothing is switched on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import polars as pl
import pytest
from sqlalchemy import func, select

from schemas.judgement import Outcome
from schemas.settings import Settings
from schemas.shadow import NormBeside, Shadow
from schemas.store import Adoption, Check, NormVerdict, Part, ShadowRun, files, reading, sessions
from schemas.store.sweep import named_files
from schemas.words import SetKind
from tests.unit.workers.at_work import AtWork, at_work, check, decide, sign, upload
from tests.unit.workers.driving import a_year_of_driving
from workers.domain.case import Case
from workers.domain.ranges import RANGES, Span, Spans
from workers.domain.rules import NEWEST
from workers.domain.rules.intensity import electric_intensity_is_plausible
from workers.keeping_factors import keep_factor_set
from workers.reference import own_yardsticks
from workers.shadow import Candidate, candidate, try_out
from workers.worker import Permanent

OFFICIAL = own_yardsticks().factor_sets[2026]
DIRTIER = replace(
    OFFICIAL,
    id="official-2026.2",
    entries=tuple(replace(one, wtw=Decimal("0.6")) if one.code == "grey" else one for one in OFFICIAL.entries),
)
DIRTIER_LIST = Candidate(kind=SetKind.FACTOR_SET, tried=DIRTIER)


@pytest.fixture
def drawn_up(installation: Settings) -> AtWork:
    """A report that was checked, and not handed in yet."""
    work = at_work()
    check(upload(work, a_year_of_driving()))
    return work


def tried(given: Candidate = DIRTIER_LIST) -> Shadow:
    return try_out(given, tell=lambda _done, _total: None)


def passenger_norm(shadow: Shadow) -> NormBeside:
    [report] = shadow.reports
    return next(norm for norm in report.norms if norm.before.norm == "N-WTW-PKM")


def test_it_tells_who_would_get_another_verdict_and_by_which_factor(drawn_up: AtWork) -> None:
    shadow = tried()

    [report] = shadow.turning
    norm = passenger_norm(shadow)
    assert (report.concession, report.year, report.number, report.in_force) == ("VB-OOST", 2026, 1, False)
    assert (report.before.factor_set, report.after.factor_set) == ("official-2026", "official-2026.2")
    assert (norm.before.verdict, norm.after.verdict) == (Outcome.MEETS, Outcome.DOES_NOT_MEET)
    assert [moved.code for moved in norm.factors] == ["grey"]


def test_nothing_is_switched_on_and_nothing_kept_is_changed(drawn_up: AtWork) -> None:
    def kept() -> list[object]:
        with reading() as session:
            queries = (
                select(func.count(Adoption.n)),
                select(Check.factor_set, Check.at),
                select(NormVerdict.norm, NormVerdict.verdict, NormVerdict.value).order_by(NormVerdict.norm),
            )
            return [session.execute(query).all() for query in queries]

    before = kept()
    tried()

    assert kept() == before


def test_what_it_showed_is_kept_as_a_row_and_a_file(drawn_up: AtWork) -> None:
    shadow = tried()

    with reading() as session:
        run = session.scalars(select(ShadowRun).order_by(ShadowRun.at)).one()
        assert (run.kind, run.set_id) == (SetKind.FACTOR_SET, "official-2026.2")
        assert (run.reports, run.untried, run.changed_reports, run.changed_verdicts) == (1, 0, 1, 1)
        read_back = Shadow.model_validate_json(files().read(run.result_sha256))
        assert [report.concession for report in read_back.reports] == [report.concession for report in shadow.reports]
        assert run.result_sha256 in named_files(session)


def test_the_version_in_force_is_tried_and_not_the_draft_after_it(installation: Settings) -> None:
    work = at_work()
    event = upload(work, a_year_of_driving())
    sign(work, event.version)
    check(event)
    decide(work, event.version)
    check(upload(work))

    [report] = tried().reports

    assert (report.number, report.in_force) == (1, True)


def test_of_a_report_that_was_not_accepted_the_newest_that_could_be_read_is_tried(drawn_up: AtWork) -> None:
    check(upload(drawn_up, b"PK\x03\x04 half a workbook", name="rapport.xlsx"))

    [report] = tried().reports

    assert report.number == 1


def test_the_verdicts_of_the_time_come_out_the_same_by_the_sets_of_the_time(drawn_up: AtWork) -> None:
    assert tried().reports[0].as_kept


def test_a_report_that_was_judged_otherwise_at_the_time_says_so(drawn_up: AtWork) -> None:
    with sessions().begin() as session:
        session.scalars(select(NormVerdict).where(NormVerdict.norm == "N-WTW-PKM")).one().value = "12"

    assert not tried().reports[0].as_kept


@pytest.mark.parametrize(("year", "reports"), [(2025, 0), (2026, 1), (2027, 1)])
def test_a_list_is_tried_on_its_own_year_and_earlier_ones(year: int, reports: int, drawn_up: AtWork) -> None:
    shadow = tried(Candidate(kind=SetKind.FACTOR_SET, tried=replace(DIRTIER, year=year)))

    assert len(shadow.reports) == reports
    assert shadow.out_of_reach == (reports if year == 2027 else 0)


def test_a_duty_without_a_version_is_nothing_to_try(installation: Settings) -> None:
    at_work()

    assert tried().reports == ()


def test_a_version_whose_file_is_gone_is_told_as_untried(drawn_up: AtWork) -> None:
    with reading() as session:
        part = session.scalars(select(Part.file_sha256)).one()
    files().remove(part)

    shadow = tried()

    assert shadow.reports == ()
    assert [(one.concession, one.year) for one in shadow.untried] == [("VB-OOST", 2026)]
    assert "weg of beschadigd" in shadow.untried[0].reason.nl


def test_a_version_judged_by_a_set_that_is_no_longer_known_is_told_as_untried(drawn_up: AtWork) -> None:
    with sessions().begin() as session:
        session.scalars(select(Check)).one().rule_set = "2019.1"

    [untried] = tried().untried

    assert "niet meer kent" in untried.reason.nl


def test_a_rule_that_raises_on_one_report_does_not_keep_the_others_from_being_tried(installation: Settings) -> None:
    first, second = at_work(), at_work(code="VB-WEST")
    check(upload(first, a_year_of_driving()))
    check(upload(second, a_year_of_driving()))
    rule = electric_intensity_is_plausible

    def raises_once(case: Case) -> pl.LazyFrame:
        if case.terms and case.terms.concession_id == "VB-OOST":
            raise ZeroDivisionError
        return rule.find(case)

    broken = replace(rule, statement=replace(rule.statement, revision=2), find=raises_once)

    shadow = tried(Candidate(kind=SetKind.RULE_SET, tried=NEWEST.revised("2027.1", broken, from_year=2027)))

    [untried] = shadow.untried
    assert [report.concession for report in shadow.reports] == ["VB-WEST"]
    assert (untried.concession, untried.year) == ("VB-OOST", 2026)
    assert untried.reason.nl.startswith("Kon niet worden beoordeeld, want regel ENE-003 liep vast: ZeroDivisionError")


def test_a_rule_set_tells_which_rules_find_something_else(drawn_up: AtWork) -> None:
    rule = electric_intensity_is_plausible
    second = replace(rule, statement=replace(rule.statement, revision=2))
    strict = replace(RANGES, kwh_per_km=Spans((("bus_12m", Span(0.8, 0.9)),)))
    newer = NEWEST.revised("2027.1", second, from_year=2027, ranges=strict)

    [report] = tried(Candidate(kind=SetKind.RULE_SET, tried=newer)).reports

    assert (report.before.rule_set, report.after.rule_set) == (NEWEST.id, "2027.1")
    assert [(one.rule, one.before, one.after) for one in report.rules] == [("ENE-003", 0, 1)]
    assert not report.turns


def test_it_tells_how_far_it_is(drawn_up: AtWork) -> None:
    steps: list[tuple[int, int]] = []

    try_out(DIRTIER_LIST, tell=lambda done, total: steps.append((done, total)))

    assert steps == [(1, 1)]


def test_a_set_is_found_by_its_name(installation: Settings) -> None:
    with sessions().begin() as session:
        keep_factor_set(session, DIRTIER)

    with reading() as session:
        assert candidate(session, SetKind.FACTOR_SET, "official-2026.2").tried == DIRTIER
        assert candidate(session, SetKind.RULE_SET, NEWEST.id).tried is NEWEST
        with pytest.raises(Permanent):
            candidate(session, SetKind.FACTOR_SET, "nergens")
