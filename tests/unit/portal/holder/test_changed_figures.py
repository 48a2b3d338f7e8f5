"""Two versions held against each other: verdicts that turned, figures that norms hang on, and all others by theme."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from flask import Flask

from portal.holder.changed_figures import ChangedFigures, changed_figures
from schemas.judgement import Outcome, Status
from schemas.store import IndicatorValue, NormVerdict, reading, sessions
from tests.statements import statements
from tests.unit.portal.agreed import TERMS
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, an_upload


@pytest.fixture
def versions(world: World) -> tuple[UUID, UUID]:
    """Two checked versions of one report."""
    first, last = (an_upload(world.reports["oost"], world.people["reporter"]).id for _ in range(2))
    a_check(first)
    a_check(last)
    return first, last


def figure(version: UUID, indicator: str, value: object, *, part: str = "total", unit: str = "%") -> None:
    known = None if value is None else Decimal(str(value))
    status = Status.MEASURED if value is not None else Status.NOT_ASSESSABLE
    with sessions().begin() as session:
        session.add(
            IndicatorValue(
                version=version, indicator=indicator, part=part, value=known, unit=unit, status=status, why={}
            )
        )


def verdict(version: UUID, outcome: Outcome, value: str) -> None:
    with sessions().begin() as session:
        session.add(
            NormVerdict(
                version=version,
                norm="N-ZE-FLEET",
                verdict=outcome,
                value=value,
                threshold="75",
                reason_nl="",
                reason_en="",
                article="",
            )
        )


def compared(app: Flask, versions: tuple[UUID, UUID]) -> ChangedFigures:
    with app.test_request_context(), reading() as session:
        return changed_figures(session, TERMS, before=versions[0], after=versions[1])


def test_only_what_differs_is_told_with_its_difference(app: Flask, versions: tuple[UUID, UUID]) -> None:
    for version, litres in zip(versions, (1200, 1000), strict=True):
        figure(version, "ENE-01", litres, unit="liter")
        figure(version, "ENE-02", 5, unit="liter")

    found = compared(app, versions)

    [theme] = found.themes
    [changed] = theme.totals
    assert (theme.code, changed.indicator) == ("ENE", "ENE-01")
    assert (changed.before, changed.after, changed.difference) == ("1.200 liter", "1.000 liter", "−200")


def test_a_figure_on_which_a_norm_hangs_comes_first(app: Flask, versions: tuple[UUID, UUID]) -> None:
    for version, share in zip(versions, (70, 80), strict=True):
        figure(version, "CTX-02", share, unit="km")
        figure(version, "FLT-02", share)

    found = compared(app, versions)

    assert [one.indicator for one in found.of_norms] == ["FLT-02"]
    assert [theme.code for theme in found.themes] == ["CTX"]
    assert found.number == 2


def test_parts_stand_apart_from_totals(app: Flask, versions: tuple[UUID, UUID]) -> None:
    for version, km in zip(versions, (70, 80), strict=True):
        figure(version, "CTX-02", km, part="drivetrain=bev", unit="km")

    [theme] = compared(app, versions).themes

    assert theme.totals == ()
    assert [one.part for one in theme.parts] == ["Batterij-elektrisch"]


def test_a_figure_that_can_no_longer_be_assessed_says_so(app: Flask, versions: tuple[UUID, UUID]) -> None:
    figure(versions[0], "ENE-01", 1200, unit="liter")
    figure(versions[1], "ENE-01", None, unit="liter")

    [theme] = compared(app, versions).themes

    assert (theme.totals[0].after, theme.totals[0].difference) == ("niet te beoordelen", "")


def test_a_verdict_that_turned_is_told_with_its_values(app: Flask, versions: tuple[UUID, UUID]) -> None:
    verdict(versions[0], Outcome.DOES_NOT_MEET, "70")
    verdict(versions[1], Outcome.MEETS, "80")

    [turned] = compared(app, versions).verdicts

    assert (turned.before, turned.after) == (Outcome.DOES_NOT_MEET, Outcome.MEETS)
    assert (turned.value_before, turned.value_after) == ("70 %", "80 %")


def test_a_verdict_that_stays_is_not_told(app: Flask, versions: tuple[UUID, UUID]) -> None:
    verdict(versions[0], Outcome.MEETS, "78")
    verdict(versions[1], Outcome.MEETS, "80")

    assert compared(app, versions).verdicts == ()


def test_however_many_figures_there_are_two_questions_are_asked(app: Flask, versions: tuple[UUID, UUID]) -> None:
    for number in range(30):
        figure(versions[0], "CTX-02", number, part=f"month=2026-{number:02}", unit="km")

    with statements() as asked:
        compared(app, versions)

    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 2


def test_the_page_of_the_report_shows_what_changed(
    reporter: Browser, world: World, versions: tuple[UUID, UUID]
) -> None:
    for version, share in zip(versions, (70, 80), strict=True):
        figure(version, "FLT-02", share)
    verdict(versions[0], Outcome.DOES_NOT_MEET, "70")
    verdict(versions[1], Outcome.MEETS, "80")

    shown = reporter.get(f"/rapportages/{world.reports['oost']}?van=1&naar=2").text

    for said in ("Oordelen die anders uitvallen", "Cijfers waaraan een norm hangt", "+10"):
        assert said in shown


def test_the_page_of_a_check_says_how_much_changed(
    reporter: Browser, world: World, versions: tuple[UUID, UUID]
) -> None:
    for version, share in zip(versions, (70, 80), strict=True):
        figure(version, "FLT-02", share)

    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/2").text

    assert "1 cijfer veranderde." in shown
