"""Which warnings ask for an explanation, what answers them from an earlier upload or year, and what lapsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from schemas.explaining import Came, Lapse
from schemas.judgement import Severity
from schemas.settings import Settings
from schemas.store import (
    Answers,
    Check,
    Decision,
    Explanation,
    Finding,
    Report,
    RuleResult,
    Table,
    Version,
    Waiver,
    answers_of,
    reading,
    sessions,
    unanswered_warnings,
)
from schemas.words import DecisionOutcome
from tests.installations import NO_BYTES, Duty, a_duty
from tests.statements import statements

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
RULE = "ENE-003"
SOON, LATER = date(2026, 1, 1), date(2027, 12, 31)


@dataclass
class Years:
    """One concession over the years; every deed is an hour after the one before."""

    duty: Duty
    concession: UUID
    reports: dict[int, UUID] = field(default_factory=dict)
    at: datetime = START

    def report(self, year: int) -> UUID:
        """The report of a year, opened when it was not yet."""
        if year not in self.reports:
            opened = Report(
                id=uuid4(), concession=self.concession, report_year=year, terms_sha256=NO_BYTES, opened_at=self.tick()
            )
            write(opened)
            self.reports[year] = opened.id
        return self.reports[year]

    def tick(self) -> datetime:
        """The next moment."""
        self.at += timedelta(hours=1)
        return self.at

    def version(self, year: int, *values: str, count: int | None = None, revision: int = 1) -> UUID:
        """A new version whose check asks about B1, B2 … with these values."""
        version, number = uuid4(), self._number(self.report(year))
        made = Version(
            id=version,
            report=self.report(year),
            number=number,
            created_at=self.tick(),
            by=self.duty.person,
            idempotency_key=uuid4(),
            manifest_sha256=NO_BYTES,
        )
        write(made)
        total = len(values) if count is None else count
        write(
            a_check(version, total), *(a_warning(version, place, value, revision) for place, value in enumerate(values))
        )
        if total:
            write(a_result(version, total, revision))
        return version

    def explain(
        self, year: int, value: str, *, entity: str | None = "B1", follows: UUID | None = None, text: str = "Streng."
    ) -> UUID:
        """An explanation of one warning, or without an entity of the whole rule."""
        given = Explanation(
            id=uuid4(),
            report=self.report(year),
            rule=RULE,
            revision=1,
            entity=entity,
            column="quantity" if entity else None,
            value=value,
            text=text,
            by=self.duty.person,
            at=self.tick(),
            follows=follows,
        )
        write(given)
        return given.id

    def withdraw(self, explanation: UUID) -> None:
        """An explanation is taken back."""
        with sessions().begin() as session:
            session.get_one(Explanation, explanation).withdrawn_at = self.tick()

    def accept(self, version: UUID, outcome: DecisionOutcome = DecisionOutcome.ACCEPTED) -> None:
        """A version is decided on."""
        decision = Decision(
            id=uuid4(),
            version=version,
            outcome=outcome,
            by=self.duty.person,
            at=self.tick(),
            idempotency_key=uuid4(),
        )
        write(decision)

    def waive(self, *entities: str, rule: str = RULE, starts: date = SOON, ends: date = LATER) -> UUID:
        """A waiver of the questions of a rule."""
        waiver = Waiver(
            id=uuid4(),
            concession=self.concession,
            decision_number="2026-118",
            reason="Proef met een ander type.",
            rule=rule,
            entities=list(entities),
            starts=starts,
            ends=ends,
            by=self.duty.person,
            at=self.tick(),
            idempotency_key=uuid4(),
        )
        write(waiver)
        return waiver.id

    def answers(self, version: UUID, *, at: datetime | None = None) -> Answers:
        """What answers a version."""
        with reading() as session:
            about = session.get_one(Version, version)
            return answers_of(session, session.get_one(Report, about.report), about, at=at)

    def open_in(self, version: UUID) -> int:
        """How many warnings of a version ask."""
        with reading() as session:
            about = session.get_one(Version, version)
            return unanswered_warnings(session, session.get_one(Report, about.report), version)

    def _number(self, report: UUID) -> int:
        with reading() as session:
            return session.query(Version).filter(Version.report == report).count() + 1


def write(*rows: Table) -> None:
    with sessions().begin() as session:
        session.add_all(rows)


def a_check(version: UUID, warnings: int) -> Check:
    return Check(
        version=version, started_at=START, at=START, rule_set="1", errors=0, warnings=warnings, notices=0, rows={}
    )


def a_warning(version: UUID, place: int, value: str, revision: int) -> Finding:
    return Finding(
        version=version,
        position=place,
        rule=RULE,
        revision=revision,
        severity=Severity.WARNING,
        sheet="energy",
        column="quantity",
        value=value,
        entity=f"B{place + 1}",
        message_nl="Te veel.",
        message_en="Too much.",
        raw={},
    )


def a_result(version: UUID, count: int, revision: int) -> RuleResult:
    return RuleResult(version=version, rule=RULE, revision=revision, severity=Severity.WARNING, count=count)


@pytest.fixture
def years(store: Settings) -> Years:
    """A concession without reports, on each database."""
    duty = a_duty(year=2000)
    with reading() as session:
        return Years(duty=duty, concession=session.get_one(Report, duty.report).concession)


def accepted(years: Years, *values: str, year: int = 2025, explained: str = "100", entity: str | None = "B1") -> UUID:
    """A report in force in which the first warning, or without an entity the rule, was explained."""
    version = years.version(year, *values)
    given = years.explain(year, explained, entity=entity)
    years.accept(version)
    return given


def test_each_warning_without_an_answer_asks(years: Years) -> None:
    version = years.version(2026, "100", "100")

    years.explain(2026, "100")

    assert years.open_in(version) == 1


def test_warnings_that_are_not_listed_ask_for_an_answer_in_bulk(years: Years) -> None:
    version = years.version(2026, "100", count=1500)
    years.explain(2026, "100")
    one_by_one = years.open_in(version)

    years.explain(2026, "1500", entity=None)

    assert (one_by_one, years.open_in(version)) == (1499, 0)


def test_an_answer_is_new_with_its_upload_and_carried_with_the_next(years: Years) -> None:
    first = years.version(2026, "100")
    given = years.explain(2026, "100")
    second = years.version(2026, "109")

    found = [years.answers(version).came for version in (first, second)]

    assert found == [{given: Came.NEW}, {given: Came.EARLIER_UPLOAD}]


@pytest.mark.parametrize(("value", "open_"), [("110", 0), ("90", 0), ("110.001", 1), ("89.999", 1)])
def test_an_answer_of_last_year_holds_up_to_exactly_ten_per_cent_off(value: str, open_: int, years: Years) -> None:
    given = accepted(years, "100")

    version = years.version(2026, value)

    assert years.open_in(version) == open_
    assert years.answers(version).came == ({} if open_ else {given: Came.EARLIER_YEAR})


@pytest.mark.parametrize(("count", "open_"), [(11, 0), (3, 0), (12, 12)])
def test_an_answer_in_bulk_of_last_year_holds_up_to_exactly_ten_per_cent_more(
    count: int, open_: int, years: Years
) -> None:
    accepted(years, *["100"] * 10, explained="10", entity=None)

    version = years.version(2026, count=count)

    assert years.open_in(version) == open_


def test_a_report_that_was_not_accepted_passes_nothing_on(years: Years) -> None:
    sent_back = years.version(2025, "100")
    years.explain(2025, "100")
    years.accept(sent_back, DecisionOutcome.SENT_BACK)

    version = years.version(2026, "100")

    assert years.open_in(version) == 1


def test_a_year_without_a_report_passes_nothing_on(years: Years) -> None:
    accepted(years, "100", year=2024)

    version = years.version(2026, "100")

    assert years.open_in(version) == 1


def test_an_answer_goes_on_for_years_by_the_value_that_was_explained(years: Years) -> None:
    accepted(years, "100", year=2024)
    years.accept(years.version(2025, "109"))

    within, drifted = years.version(2026, "110"), years.version(2026, "118")

    assert [years.open_in(version) for version in (within, drifted)] == [0, 1]
    [answer] = years.answers(within).holding
    assert answer.year == 2024


def test_an_answer_that_lapsed_in_between_does_not_come_back(years: Years) -> None:
    accepted(years, "100", year=2024)
    years.accept(years.version(2025, "200"))

    version = years.version(2026, "100")

    assert years.open_in(version) == 1


def test_what_is_drafted_after_the_decision_is_not_passed_on(years: Years) -> None:
    in_force = accepted(years, "100")
    years.withdraw(in_force)
    years.explain(2025, "100", text="Anders.")

    version = years.version(2026, "100")

    [answer] = years.answers(version).holding
    assert answer.explanation.id == in_force


def test_an_answer_of_last_year_that_was_taken_back_asks_again(years: Years) -> None:
    carried = accepted(years, "100")
    version = years.version(2026, "100")

    years.withdraw(years.explain(2026, "100", follows=carried))

    assert years.open_in(version) == 1
    assert years.answers(version).lapsed == ()


def test_an_answer_of_last_year_that_is_said_again_was_carried_and_confirmed(years: Years) -> None:
    carried = accepted(years, "100")
    version = years.version(2026, "105")

    confirmed = years.explain(2026, "105", follows=carried)

    found = years.answers(version)
    assert found.came == {confirmed: Came.EARLIER_YEAR}
    assert [one.confirms for one in found.holding] == [True]


def test_an_answer_of_last_year_that_is_changed_is_new(years: Years) -> None:
    carried = accepted(years, "100")
    version = years.version(2026, "105")

    changed = years.explain(2026, "105", follows=carried, text="Anders.")

    assert years.answers(version).came == {changed: Came.NEW}


def test_an_answer_lapses_when_its_value_leaves_the_band(years: Years) -> None:
    years.version(2026, "100")
    given = years.explain(2026, "100")

    found = years.answers(years.version(2026, "111")).lapsed

    [lapsed] = found
    assert (lapsed.given.explanation.id, lapsed.why, lapsed.now, lapsed.position) == (given, Lapse.VALUE, "111", 0)


def test_an_answer_in_bulk_lapses_when_the_rule_finds_more(years: Years) -> None:
    years.version(2026, *["100"] * 10)
    years.explain(2026, "10", entity=None)

    found = years.answers(years.version(2026, *["100"] * 12)).lapsed

    assert [(one.why, one.now) for one in found] == [(Lapse.VALUE, "12")]


def test_an_answer_lapses_when_its_rule_is_revised(years: Years) -> None:
    years.version(2026, "100")
    years.explain(2026, "100")

    found = years.answers(years.version(2026, "100", revision=2)).lapsed

    assert [(one.why, one.position) for one in found] == [(Lapse.RULE, 0)]


def test_an_answer_lapses_when_nothing_asks_for_it(years: Years) -> None:
    years.version(2026, "100")
    years.explain(2026, "100")

    found = years.answers(years.version(2026)).lapsed

    assert [(one.why, one.position) for one in found] == [(Lapse.GONE, None)]


def test_an_answer_of_last_year_lapses_as_well(years: Years) -> None:
    given = accepted(years, "100")

    found = years.answers(years.version(2026, "120")).lapsed

    assert [(one.given.explanation.id, one.given.year, one.why) for one in found] == [(given, 2025, Lapse.VALUE)]


def test_a_lapsed_answer_names_the_one_that_was_given_since(years: Years) -> None:
    years.version(2026, "100")
    first = years.explain(2026, "100")
    version = years.version(2026, "150")
    years.withdraw(first)
    slip = years.explain(2026, "150", follows=first)
    years.withdraw(slip)

    again = years.explain(2026, "150", follows=slip)

    [lapsed] = years.answers(version).lapsed
    assert lapsed.again
    assert lapsed.again.explanation.id == again


def test_what_lapsed_since_last_year_is_still_told_with_a_later_upload(years: Years) -> None:
    carried = accepted(years, "100")
    years.version(2026, "150")
    again = years.explain(2026, "150", follows=carried)

    found = years.answers(years.version(2026, "150")).lapsed

    assert [(one.given.explanation.id, one.again and one.again.explanation.id) for one in found] == [(carried, again)]


def test_what_the_holder_says_after_a_moment_does_not_count_at_that_moment(years: Years) -> None:
    version = years.version(2026, "100", "100")
    first = years.explain(2026, "100")
    signed = years.tick()

    years.withdraw(first)
    years.explain(2026, "100", entity="B2")

    assert years.answers(version, at=signed).came == {first: Came.NEW}


def test_the_questions_of_a_waived_rule_need_no_answer(years: Years) -> None:
    version = years.version(2026, "100", count=1500)

    waiver = years.waive()

    assert years.open_in(version) == 0
    assert years.answers(version).waived_rules[RULE].id == waiver


def test_a_waiver_for_some_vehicles_leaves_the_others(years: Years) -> None:
    version = years.version(2026, "100", "100", "100")

    waiver = years.waive("B1", "B3")

    assert years.open_in(version) == 1
    assert {place: one.id for place, one in years.answers(version).waived.items()} == {0: waiver, 2: waiver}


def test_a_warning_that_is_waived_and_answered_counts_once(years: Years) -> None:
    version = years.version(2026, "100", "100")
    years.explain(2026, "100")

    years.waive("B1")

    assert years.open_in(version) == 1


@pytest.mark.parametrize(
    ("starts", "ends", "open_"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), 1),
        (date(2025, 1, 1), date(2026, 1, 1), 0),
        (date(2026, 12, 31), date(2027, 1, 31), 0),
        (date(2027, 1, 1), date(2027, 1, 31), 1),
    ],
)
def test_a_waiver_ends_with_its_last_day(starts: date, ends: date, open_: int, years: Years) -> None:
    version = years.version(2026, "100")

    years.waive(starts=starts, ends=ends)

    assert years.open_in(version) == open_


def test_a_waiver_that_was_withdrawn_counts_until_then(years: Years) -> None:
    version = years.version(2026, "100")
    waiver = years.waive()
    between = years.tick()

    with sessions().begin() as session:
        session.get_one(Waiver, waiver).withdrawn_at = years.tick()

    assert years.open_in(version) == 1
    assert years.answers(version, at=between).unanswered == {RULE: 0}


def test_a_waiver_of_another_rule_or_concession_does_not_count(years: Years) -> None:
    version = years.version(2026, "100")
    duty = a_duty(year=2001)
    with reading() as session:
        other = Years(duty=duty, concession=session.get_one(Report, duty.report).concession, at=years.at)

    years.waive(rule="FLT-007")
    other.waive()

    assert years.open_in(version) == 1


def test_another_concession_is_another_matter(years: Years) -> None:
    accepted(years, "100")
    duty = a_duty(year=2001)
    with reading() as session:
        other = Years(duty=duty, concession=session.get_one(Report, duty.report).concession, at=years.at)

    version = other.version(2026, "100")

    assert other.open_in(version) == 1


def test_many_answers_over_years_take_as_many_queries_as_one(years: Years) -> None:
    one = years.version(2024, "100")
    years.explain(2024, "100")
    before = _statements(years, one)
    years.accept(one)
    years.accept(years.version(2025, *["100"] * 30))
    many = years.version(2026, *["100"] * 30)
    for place in range(30):
        years.explain(2026, "100", entity=f"B{place + 1}")

    after = _statements(years, many)

    assert after == before


def _statements(years: Years, version: UUID) -> int:
    with statements() as sent:
        years.answers(version)
    return len(sent)
