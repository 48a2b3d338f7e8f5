"""The page of the chain: what each side sees of it, how it is filled in, and last year's chain carried over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.report.code_lists import ChainRole
from schemas.report.sheet_text import Cells
from schemas.store import Version, reading
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.chain.chains import a_firm, hold_chain, seen
from tests.unit.portal.drafting.filling import fill_in
from tests.unit.portal.earlier_years import an_accepted_last_year
from tests.unit.portal.use_cases.seeding import a_check, an_upload

BATTERIES = seen(23, (ChainRole.VEHICLE_MAKER, 23, {"L3": 23}), (ChainRole.BATTERY, 23, {}))
CELLS = {"name": "Proefcel", "country": "FI", "role": "battery", "tier": "1"}


@pytest.fixture
def page(world: World) -> str:
    return f"/rapportages/{world.reports['oost']}/keten"


def uploaded(world: World, *rows: Cells) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id)
    hold_chain(version.id, *rows, view=BATTERIES)


def last_year(world: World, *rows: Cells) -> None:
    report = an_accepted_last_year(world)
    with reading() as session:
        version = session.query(Version).filter(Version.report == report).one().id
    hold_chain(version, *rows)


def test_the_chain_of_a_file_is_drawn_with_its_gaps(reporter: Browser, world: World, page: str) -> None:
    uploaded(world, a_firm("L3", "vehicle_maker"), a_firm("L9", "other", 2, "L3"))

    shown = reporter.get(page).text

    assert "2 leveranciers, 2 treden." in shown
    assert "23 batterijvoertuigen, geen celfabrikant bekend." in shown
    assert "Firma L9, Overig, trede 2, levert aan Firma L3: niet gevraagd" in shown


def test_what_a_form_holds_is_drawn_at_once(reporter: Browser, world: World, page: str) -> None:
    form = f"/rapportages/{world.reports['oost']}/onderdelen/suppliers"

    fill_in(reporter, form, **{f"r2.{name}": value for name, value in {"supplier_id": "A1", **CELLS}.items()})

    assert "Proefcel, K4 Batterijleverancier, trede 1, levert aan de concessiehouder" in reporter.get(page).text


def test_a_province_sees_no_draft(manager: Browser, world: World, page: str) -> None:
    uploaded(world, a_firm("L3", "vehicle_maker"))

    shown = manager.get(page).text

    assert "Er staat nog geen keten in dit rapport" in shown
    assert "Firma L3" not in shown


@pytest.mark.parametrize("person", ["other_manager", "other_reporter"])
def test_others_find_nothing(browser_of: Callable[[str], Browser], page: str, person: str) -> None:
    assert browser_of(person).get(page).status_code == 404


def test_a_refusal_is_told_and_is_declared(reporter: Browser, world: World, page: str) -> None:
    uploaded(world, a_firm("L3", "vehicle_maker", refused=True))

    shown = reporter.get(page).text

    assert "levert aan de concessiehouder: weigert" in shown
    assert "ontbreekt, verklaard" in shown


def test_a_name_that_is_mark_up_stays_text(reporter: Browser, world: World, page: str) -> None:
    uploaded(world, a_firm("L3", name="<b>Vet</b> & Co's bedrijf"))

    assert "<b>Vet</b>" not in reporter.get(page).text


def test_the_table_shows_what_is_asked_for(reporter: Browser, world: World, page: str) -> None:
    uploaded(world, a_firm("L3", "vehicle_maker"), a_firm("L4", "battery", 2, "L3"))

    shown = reporter.get(f"{page}?schakel=battery&trede=2").text

    assert "1 leverancier getoond." in shown
    assert 'id="rij-1"' in shown
    assert 'id="rij-0"' not in shown


@pytest.mark.parametrize(
    "odd", ["schakel=%00", "trede=x", "trede=%C2%B2", "stand=a&gegevens=b", "bladzijde=-3", "zoek=%FF"]
)
def test_an_address_that_makes_no_sense_shows_the_page(reporter: Browser, world: World, page: str, odd: str) -> None:
    uploaded(world, a_firm("L3", "vehicle_maker"))

    assert reporter.get(f"{page}?{odd}").status_code == 200


def test_the_csv_holds_what_the_table_shows_and_no_formula(reporter: Browser, world: World, page: str) -> None:
    uploaded(world, a_firm("L3", "vehicle_maker"), a_firm("L4", "battery", 2, "L3", name="=2+3"))

    lines = reporter.get(f"{page}.csv?schakel=battery").text.splitlines()

    assert len(lines) == 2
    assert lines[1] == "L4;'=2+3;NL;K4 Batterijleverancier;2;Firma L3;;niet gevraagd;nog niets"


def test_four_thousand_suppliers_make_no_giant_page(reporter: Browser, world: World, page: str) -> None:
    uploaded(world, *(a_firm(f"L{n}", "maintenance") for n in range(4000)))

    shown = reporter.get(page)

    assert "4000 bedrijven" in shown.text
    assert len(shown.data) < 150_000


def test_last_years_chain_comes_along_with_one_confirmation(reporter: Browser, world: World, page: str) -> None:
    last_year(world, a_firm("L3", "vehicle_maker", spend_eur=5, refused=True), a_firm("L4", tier=2, parent="L3"))
    assert "De keten van 2025 telt 2 leveranciers" in reporter.get(page).text

    reporter.post(f"{page}/overnemen")
    shown = reporter.get(page).text

    assert "Firma L4, K4 Batterijleverancier, trede 2, levert aan Firma L3: niet gevraagd" in shown
    assert ": weigert" not in shown
    assert "Dezelfde bedrijven op dezelfde plaats." in shown


def test_a_chain_that_is_there_is_not_replaced(reporter: Browser, world: World, page: str) -> None:
    last_year(world, a_firm("L3", "vehicle_maker"))
    reporter.post(f"{page}/overnemen")

    assert reporter.post(f"{page}/overnemen").status_code == 409


def test_a_long_chain_is_carried_over_and_its_form_says_so(reporter: Browser, world: World, page: str) -> None:
    last_year(world, *(a_firm(f"L{n}", "maintenance") for n in range(60)))

    reporter.post(f"{page}/overnemen")

    assert "60 leveranciers" in reporter.get(page).text
    form = reporter.get(f"/rapportages/{world.reports['oost']}/onderdelen/suppliers").text
    assert "Dit blad is te lang voor een formulier" in form


def test_who_came_and_went_since_last_year_is_named(reporter: Browser, world: World, page: str) -> None:
    last_year(world, a_firm("L3", "vehicle_maker"), a_firm("L8", "other"))
    uploaded(world, a_firm("L3", "battery"), a_firm("L9", "other"))

    shown = reporter.get(page).text
    changed = shown[shown.index('id="veranderd"') : shown.index('id="leveranciers"')]

    assert [name in changed for name in ("Firma L9", "Firma L8", "Firma L3")] == [True, True, True]
