"""Each question of the catalogue: whom it is for, where its answer lands, and an answer that fits there beside one that does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from marshmallow import ValidationError

from schemas.questions import QUESTION, QUESTIONS, FieldKind, Question
from schemas.report.sheets import column_named
from schemas.row_forms import DECIMAL, cell_of
from schemas.texts import Language
from schemas.web.cells import NumberCell

ALL, K1, K3, FAR = "K1 K2 K3 K4 K5 overig", "K1", "K3", "K3 K4 K5"


@dataclass(frozen=True)
class Expected:
    """A question as it was agreed, with what somebody could type; no column: an indicator beside which it is shown."""

    id: str
    of: str
    lands: str
    good: str = ""
    bad: str = ""


EACH = (
    Expected("Q-SUP-01", ALL, "suppliers.employees", "45", "-1"),
    Expected("Q-SUP-02", ALL, "suppliers.code_of_conduct", "true", "misschien"),
    Expected("Q-SUP-03", "K1 K2 K3", "suppliers.co2_ladder", "4.0/2", "\x07"),
    Expected("Q-SUP-04", K1, "suppliers.pso_step", "30+", "\x07"),
    Expected("Q-SUP-05", "K1 K2 K3", "suppliers.certificate_valid_to", "30-06-2027", "juni"),
    Expected("Q-SUP-06", FAR, "suppliers.audited_on", "12-05-2026", "vorig jaar"),
    Expected("Q-SUP-07", FAR, "suppliers.audit_standard", "SA8000", "\x07"),
    Expected("Q-CHN-01", K3, "DD-01"),
    Expected("Q-CHN-02", "K4", "DD-01"),
    Expected("Q-SRO-01", K1, "SOC-08"),
    Expected("Q-EVI-01", ALL, "evidence.file_name", "verklaring.pdf", "\x07"),
    Expected("Q-GHG-01", K1, "chain_emissions.quantity", "182400", "-5"),
    Expected("Q-GHG-02", K1, "chain_emissions.kg_co2e", "41000", "-5"),
    Expected("Q-ENE-01", K1, "ENE-01"),
    Expected("Q-ENE-02", K1, "ENE-02"),
    Expected("Q-ENE-03", K1, "ENE-04"),
    Expected("Q-CON-01", "K2", "energy_contracts.quantity", "8400000", "veel"),
    Expected("Q-CON-02", "K2", "energy_contracts.origin", "wind_nl", "molen"),
    Expected("Q-CON-03", "K2", "energy_contracts.certificates_mwh", "8400", "-1"),
    Expected("Q-CON-04", "K2", "energy_contracts.certificate_year", "2026", "26"),
    Expected("Q-CON-05", "K2", "energy_contracts.regional", "false", "bijna"),
    Expected("Q-VEH-01", K3, "vehicles.embodied_kg_co2e", "62000", "-1"),
    Expected("Q-VEH-02", K3, "vehicles.embodied_basis", "primary", "gemeten"),
    Expected("Q-BAT-01", "K4", "chain_emissions.quantity", "4200", "-1"),
    Expected("Q-BAT-02", "K4", "chain_emissions.kg_co2e", "315000", "-1"),
    *(Expected(f"Q-MAT-0{n}", "K4 K5", "materials.quantity", "1250", "-1") for n in range(1, 5)),
    *(Expected(f"Q-MAT-1{n}", "K4 K5", "materials.recycled_pct", "8", "101") for n in range(1, 4)),
    *(Expected(f"Q-MAT-2{n}", "K4 K5", "materials.origin_known_pct", "60", "101") for n in range(1, 5)),
    Expected("Q-MAT-31", "K1 K4", "materials.quantity", "2", "-1"),
    Expected("Q-MAT-32", "K1 K4", "materials.quantity", "0", "-1"),
    Expected("Q-MAT-41", K1, "materials.quantity", "3400", "-1"),
    Expected("Q-MAT-42", K1, "materials.quantity", "820", "-1"),
    Expected("Q-MAT-43", K1, "materials.quantity", "14", "-1"),
    Expected("Q-WRK-01", "K1 K3 K4 K5", "workforce.headcount", "12", "12,5"),
    Expected("Q-WRK-02", K1, "workforce.headcount_women", "4", "-1"),
    Expected("Q-WRK-03", K1, "workforce.permanent", "9", "-1"),
    Expected("Q-WRK-04", K1, "workforce.temporary", "3", "-1"),
    Expected("Q-WRK-05", "K1 K3 K4 K5", "workforce.fte", "10,5", "-1"),
    Expected("Q-WRK-06", "K1 K3", "workforce.hours_worked", "19800", "-1"),
    Expected("Q-WRK-07", "K1 K3", "workforce.accidents", "0", "0,5"),
    Expected("Q-WRK-08", "K1 K3 K4 K5", "workforce.fatalities", "0", "-1"),
    Expected("Q-WRK-09", K1, "workforce.cba_coverage_pct", "100", "101"),
    Expected("Q-WRK-10", K1, "workforce.training_hours", "70", "-1"),
    Expected("Q-WRK-11", K1, "workforce.leavers", "2", "-1"),
    Expected("Q-WRK-12", "K1 K3", "SOC-07"),
    Expected("Q-WRK-13", "K1 K3", "workforce.lowest_hourly_wage_eur", "15,20", "-1"),
    Expected("Q-DD-01", "K1 K3 K4 K5", "due_diligence.confirmed_incident", "false", "geen idee"),
    Expected("Q-DD-02", "K1 K3 K4 K5", "due_diligence.confirmed_incident", "false", "geen idee"),
    Expected("Q-DD-03", "K3 K4", "DD-07"),
    Expected("Q-DD-04", FAR, "DD-10"),
    Expected("Q-GOV-01", "K1 K3", "GOV-05"),
)

NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
each_of_a_number = pytest.mark.parametrize(
    "question", [one for one in QUESTIONS if one.field is FieldKind.NUMBER], ids=lambda one: one.id
)
each = pytest.mark.parametrize("expected", EACH, ids=lambda one: one.id)
each_with_a_column = pytest.mark.parametrize("expected", [one for one in EACH if one.good], ids=lambda one: one.id)


def test_every_question_stands_here_once() -> None:
    assert sorted(one.id for one in EACH) == sorted(one.id for one in QUESTIONS)


@each
def test_it_is_asked_of_its_roles(expected: Expected) -> None:
    roles = {role.label.nl.split()[0].lower() for role in QUESTION[expected.id].roles}

    assert roles == set(expected.of.lower().split())


@each
def test_its_answer_lands_where_it_was_agreed(expected: Expected) -> None:
    question = QUESTION[expected.id]

    lands = f"{question.target.sheet}.{question.target.column}" if question.target else question.indicator
    assert lands == expected.lands


@each_with_a_column
def test_an_answer_as_people_type_it_fits_its_column(expected: Expected) -> None:
    sheet, column = expected.lands.split(".")

    assert cell_of(column_named(sheet, column), Language.NL).deserialize(expected.good) is not None


@each_of_a_number
def test_a_number_in_an_example_can_be_typed_as_it_stands(question: Question) -> None:
    texts = {Language.NL: question.example.nl, Language.EN: question.example.en}

    for language, text in texts.items():
        for number in NUMBERS.findall(text):
            assert NumberCell(decimal=DECIMAL[language]).deserialize(number) is not None


@each_with_a_column
def test_an_answer_that_cannot_be_is_refused(expected: Expected) -> None:
    sheet, column = expected.lands.split(".")

    with pytest.raises(ValidationError):
        cell_of(column_named(sheet, column), Language.NL).deserialize(expected.bad)
