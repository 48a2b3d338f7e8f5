"""What holds for every indicator: all are there, all say why in two languages, and the order of rows changes nothing."""

from __future__ import annotations

from datetime import date

from schemas.indicators import INDICATORS
from schemas.judgement import Assessment, Indicator, Input, Status
from tests.builders import (
    a_contract,
    a_diesel_bus,
    a_document,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    building,
    diesel,
    electricity,
    ridership,
    terms,
)
from tests.reckoning import assessment

VEHICLES = [a_vehicle("B1"), a_vehicle("B2", in_service_from=date(2025, 1, 1)), a_diesel_bus("D1", operator_id="S1")]
ACTIVITY = [a_month("B1", km="1000.125"), a_month("B2", km="333.333"), a_month("D1", km="77.7")]
ENERGY = [
    electricity("B1", kwh="1200.001", contract_id="C1"),
    electricity("B2", kwh="400.5", meter="vehicle", contract_id="C1"),
    diesel("D1", litres="30.3", carrier="hvo100"),
    building(quantity="12.345", contract_id="C1"),
]


def _report(order):
    return a_report(
        *VEHICLES[::order],
        activity=ACTIVITY[::order],
        energy=ENERGY[::order],
        energy_contracts=[a_contract(certificates_mwh="1.65")],
        ridership=[ridership(f"2026-{month:02}", passenger_km=700) for month in range(1, 13)][::order],
        suppliers=[a_supplier("S1")],
        evidence=[a_document()],
    )


def test_every_indicator_of_the_contract_is_there_in_order_with_its_total():
    found = assessment(_report(1)).indicators

    assert [f.indicator for f in found if f.part == "total"] == [known.id for known in INDICATORS]


def test_no_figure_is_told_twice():
    found = [(f.indicator, f.part) for f in assessment(_report(1)).indicators]

    assert len(found) == len(set(found))


def test_every_figure_says_why_or_why_not_in_both_languages():
    found = assessment(_report(1), terms=terms()).indicators

    for figure in found:
        told = figure.why.notes[0] if figure.status is Status.NOT_ASSESSABLE else figure.why.worked
        assert told, (figure.indicator, figure.part)
        assert told.nl
        assert told.en
        assert figure.why.formula.nl
        assert figure.why.formula.en
        assert figure.unit


def test_the_order_of_rows_changes_no_figure():
    forwards, backwards = assessment(_report(1)), assessment(_report(-1))

    assert _without_places(forwards) == _without_places(backwards)


def test_what_went_in_is_told_down_to_its_rows():
    found = assessment(_report(1)).indicators

    for figure in found:
        for source in figure.why.inputs:
            assert _rows_of(source) + source.beyond == source.rows, (figure.indicator, figure.part)


def test_a_figure_names_the_rows_of_the_users_own_file():
    found = {(f.indicator, f.part): f.why.inputs for f in assessment(_report(1)).indicators}

    assert [(one.sheet, one.places) for one in found["GHG-04", "total"]] == [("energy", "2–3"), ("energy", "4")]
    assert [one.places for one in found["CTX-02", "operator=subcontractors"]] == ["4"]
    assert [one.places for one in found["FLT-02", "total"]] == ["2–4"]


def _rows_of(source: Input) -> int:
    """How many rows the listed places are."""
    ranges = [part.split("–") for part in (source.places or "").split(", ") if part]
    return sum(int(ends[-1]) - int(ends[0]) + 1 for ends in ranges)


def _without_places(assessed: Assessment) -> list[Indicator]:
    """What is said of each figure, but for where its rows stand."""
    return [
        figure.model_copy(update={"why": figure.why.model_copy(update={"inputs": _moved(figure.why.inputs)})})
        for figure in assessed.indicators
    ]


def _moved(inputs: tuple[Input, ...]) -> tuple[Input, ...]:
    return tuple(source.model_copy(update={"places": None, "beyond": 0}) for source in inputs)


def test_the_assessment_is_json_with_plain_numbers():
    answer = assessment(_report(1), terms=terms()).model_dump(mode="json")

    assert isinstance(next(f["value"] for f in answer["indicators"] if f["indicator"] == "CTX-02"), float)
