"""What changes between two editions of terms, as sentences."""

from __future__ import annotations

from tests.builders import terms
from workers.domain.terms_changes import changes


def told(before, after):
    return [change.nl for change in changes(before, after)]


def asking(*norms, **more):
    return terms(norms=[{"article": "art. 1", **norm} for norm in norms], **more)


ZE = {"norm": "N-ZE-FLEET", "path": {"2026": 75}}


def test_the_same_terms_differ_in_nothing():
    assert told(terms(), terms()) == []


def test_a_stricter_path_names_both():
    assert told(asking(ZE), asking({**ZE, "path": {"2026": 80, "2030": 100}})) == [
        "Wagenpark zero-emissie (art. 1: vanaf 2026 75) wordt art. 1: vanaf 2026 80, vanaf 2030 100."
    ]


def test_a_norm_that_comes_and_one_that_goes_are_told_in_the_order_of_the_contract():
    chain = {"norm": "N-CHAIN", "path": {"2026": 80}}

    assert told(asking(chain), asking(ZE)) == [
        "Nieuw: Wagenpark zero-emissie (art. 1: vanaf 2026 75).",
        "Vervalt: Keten in kaart (art. 1: vanaf 2026 80).",
    ]


def test_an_end_and_a_successor_are_told():
    ends = {**ZE, "last_year": 2028, "successor": "N-ZE-KM"}

    [change] = told(asking(ZE), asking(ends))

    assert change.endswith("wordt art. 1: vanaf 2026 75, t/m 2028, daarna Kilometers zero-emissie.")


def test_an_exemption_names_norm_days_and_decision():
    exempt = {
        "norm": "N-TEMP",
        "from": "2027-01-01",
        "to": "2027-02-28",
        "decision": "2027-3",
        "reason": "late levering",
    }

    assert told(terms(exemptions=[]), terms(exemptions=[exempt])) == [
        "Nieuwe vrijstelling: Tijdelijk niet-ZE materieel, 1 januari 2027 t/m 28 februari 2027, besluit 2027-3."
    ]


def test_another_day_of_the_calendar_names_both():
    calendar = terms().calendar.model_dump()

    assert told(terms(), terms(calendar={**calendar, "hand_in_by": "06-01"})) == [
        "De dag (maand-dag) voor het indienen gaat van 05-01 naar 06-01."
    ]


def test_what_is_no_norm_is_told_by_name():
    assert told(terms(), terms(holder_kvk="87654321")) == ["Het KvK-nummer van de houder verandert."]
