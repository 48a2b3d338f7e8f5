"""The figures on whole columns agree exactly with the definitions reckoned row by row in plain Python."""

from __future__ import annotations

import csv

from hypothesis import HealthCheck, given, settings

from schemas.judgement import Indicator, Status
from tests.builders import AGREED
from tests.drawn.chain import chains
from tests.drawn.people import staffed
from tests.drawn.read import case_of
from tests.drawn.running import runs
from tests.plain_reckoning import READINGS, Answer, Plain, reckon
from workers.domain.checked import Checked
from workers.domain.indicators.figures import exact
from workers.domain.ledger import Ledger
from workers.domain.reckoning import reckoned

drawn = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

Told = tuple[object, str, object]


def _on_columns(plain: Plain) -> dict[tuple[str, str], Indicator]:
    return {(f.indicator, f.part): f for f in reckoned(Ledger(Checked(case=case_of(plain), offences=())))}


def _told(figure: Indicator) -> Told:
    coverage = figure.why.coverage
    shares = (coverage.measured, coverage.estimated, coverage.missing) if coverage else None
    return figure.value, figure.status.value, shares


def _expected(answer: Answer) -> Told:
    value = None if answer.value is None else exact(answer.value)
    return value, answer.status, answer.coverage and tuple(exact(share) for share in answer.coverage)


def _agree(plain: Plain) -> None:
    expected = {figure: _expected(answer) for figure, answer in reckon(plain).items()}

    found = _on_columns(plain)

    assert {figure: _told(known) for figure, known in found.items()} == expected
    assert all(known.why.notes for known in found.values() if known.status is Status.NOT_ASSESSABLE)


@settings(drawn, max_examples=60)
@given(plain=runs())
def test_what_runs_gives_the_same_figures_on_whole_columns_and_single_rows(plain: Plain) -> None:
    _agree(plain)


@settings(drawn, max_examples=60)
@given(plain=chains())
def test_the_chain_gives_the_same_figures_on_whole_columns_and_single_rows(plain: Plain) -> None:
    _agree(plain)


@settings(drawn, max_examples=60)
@given(plain=staffed())
def test_the_people_give_the_same_figures_on_whole_columns_and_single_rows(plain: Plain) -> None:
    _agree(plain)


def test_no_indicator_of_the_contract_is_left_out():
    with (AGREED / "indicators.csv").open(encoding="utf-8") as file:
        agreed = {row["indicator"] for row in csv.DictReader(file)}

    assert set(READINGS) == agreed
