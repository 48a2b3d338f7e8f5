"""Every number opens its why, without a script too: rows, factors, and what changed since last year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from schemas.change import Change, Effects
from schemas.judgement import Input, Outcome, Status, Why
from schemas.store import IndicatorValue, NormVerdict, sessions
from schemas.texts import Bilingual
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

EFFECTS = Effects(
    activity=Decimal("37.94"),
    mix=Decimal("-38.47"),
    intensity=Decimal("0.16"),
    factor=Decimal("-15.6"),
    other=Decimal(0),
)
CHANGE = Change(
    year=2025,
    before=Decimal("414.95"),
    now=Decimal("398.98"),
    difference=Decimal("-15.97"),
    effects=EFFECTS,
    method=Bilingual(nl="Gesplitst met LMDI-I.", en="Split by LMDI-I."),
)


@pytest.fixture
def version(world: World) -> UUID:
    """A checked version with GHG-04 in two parts, and a norm on it."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    with sessions().begin() as session:
        session.add(_figure(version, "total", CHANGE))
        session.add(
            _figure(version, "carrier=hvo100", Change(year=2025, reason=_both("In 2025 was dit cijfer er niet.")))
        )
        session.add(_figure(version, "carrier=cng", None, value=None, status=Status.NOT_ASSESSABLE))
        session.add(_verdict(version))
    return version


@pytest.fixture
def page(world: World, version: UUID) -> str:
    """The address of its judgements."""
    return f"/rapportages/{world.reports['oost']}/versies/1/oordeel"


def test_a_figure_says_from_which_rows_it_was_made(reporter: Browser, page: str) -> None:
    shown = reporter.get(f"{page}?waarom=GHG-04").text

    assert "2–565, 674–721 en nog 1.204 rijen" in shown


def test_a_change_since_last_year_is_said_in_causes_that_add_up_as_they_are_read(reporter: Browser, page: str) -> None:
    shown = reporter.get(f"{page}?waarom=GHG-04").text

    assert "Van 415,0 tCO2e in 2025 naar 399,0 tCO2e: −16,0 tCO2e (−3,9 %)." in shown
    for said in ("+37,9", "−38,5", "+0,2", "−15,6", "Gesplitst met LMDI-I."):
        assert said in shown
    assert "Zonder kilometers" not in shown


def test_a_figure_that_nobody_asks_about_holds_the_way_to_its_why(reporter: Browser, page: str) -> None:
    shown = reporter.get(page).text

    assert f'<a href="{page}?waarom=GHG-04#waarom-GHG-04" data-rest>Waarom, en in delen' in shown
    assert f'<a href="{page}?waarom=N-WTW-PKM#N-WTW-PKM" data-rest>Waarom, en hoe het verder gaat' in shown
    assert "2–565" not in shown


def test_the_address_of_a_figure_opens_it(reporter: Browser, page: str) -> None:
    shown = reporter.get(f"{page}?waarom=GHG-04").text

    assert '<details class="fold" id="cijfer-GHG-04" open>' in shown


def test_a_part_leads_to_its_own_why(reporter: Browser, page: str) -> None:
    link = f"{page}?waarom=GHG-04&amp;deel=carrier%3Dhvo100#waarom-GHG-04"
    before = reporter.get(f"{page}?waarom=GHG-04").text

    after = reporter.get(f"{page}?waarom=GHG-04&deel=carrier%3Dhvo100").text

    assert link in before
    assert "In 2025 was dit cijfer er niet." not in before
    assert "In 2025 was dit cijfer er niet." in after


def test_a_figure_that_is_not_there_leads_to_why_not(reporter: Browser, page: str) -> None:
    assert ">waarom niet?</a>" in reporter.get(f"{page}?waarom=GHG-04").text


@pytest.mark.parametrize("asked", ["GHG-99", "GHG-04&deel=bestaat=niet", "<script>"])
def test_an_address_that_asks_for_what_is_not_there_shows_the_page(reporter: Browser, page: str, asked: str) -> None:
    answer = reporter.get(f"{page}?waarom={asked}")

    assert answer.status_code == 200


def test_a_verdict_on_the_page_of_signing_leads_to_its_why(signatory: Browser, world: World, page: str) -> None:
    shown = signatory.get(f"/rapportages/{world.reports['oost']}/indienen").text

    assert f'href="{page}?waarom=N-WTW-PKM#N-WTW-PKM"' in shown


def test_the_address_of_a_norm_opens_it(reporter: Browser, page: str) -> None:
    shown = reporter.get(f"{page}?waarom=N-WTW-PKM").text

    assert '<details class="fold norm" id="N-WTW-PKM" open>' in shown


def _both(text: str) -> Bilingual:
    return Bilingual(nl=text, en=text)


def _figure(version: UUID, part: str, change: Change | None, **more: Any) -> IndicatorValue:
    source = Input(
        sheet="energy", column="quantity", rows=1816, sum=Decimal(9), unit="kWh", places="2–565, 674–721", beyond=1204
    )
    why = Why(formula=_both("Hoeveelheid × factor."), inputs=(source,), change=change)
    known: dict[str, Any] = {"value": Decimal("398.98"), "unit": "tCO2e", "status": Status.MEASURED}
    return IndicatorValue(
        version=version, indicator="GHG-04", part=part, why=why.model_dump(mode="json"), **{**known, **more}
    )


def _verdict(version: UUID) -> NormVerdict:
    return NormVerdict(
        version=version,
        norm="N-WTW-PKM",
        verdict=Outcome.MEETS,
        value="13",
        threshold="60",
        reason_nl="13 is ten hoogste 60.",
        reason_en="13 is at most 60.",
        article="art. 5.4",
    )
