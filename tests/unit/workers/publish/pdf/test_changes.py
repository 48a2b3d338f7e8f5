"""The page of what changed since last year: each figure with its causes, its method, or why it could not be split."""

from __future__ import annotations

import io

from pypdf import PdfReader

from schemas.change import Change
from schemas.judgement import Indicator
from schemas.texts import Language
from tests.unit.workers.publish.contents import a_change, a_report, an_indicator, both
from workers.publish.pdf import report_pdf


def told(*figures: Indicator, language: Language = Language.NL) -> str:
    """The text of a report with these figures, on one line."""
    pdf = report_pdf(a_report(indicators=figures), language)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def transport(change: Change | None):
    return an_indicator("GHG-04", 399, unit="tCO2e", change=change)


def test_the_title_says_what_changed_and_what_the_factor_list_did():
    text = told(transport(a_change(415, 399, activity=38, mix=-38, factor=-16)))

    assert "Het vervoer stootte 16,0 tCO2e minder uit dan in 2025, waarvan −16,0 tCO2e door de factorenlijst" in text


def test_the_row_of_a_figure_adds_up_as_it_is_read():
    text = told(transport(a_change("415.04", "399.01", activity="38.12", mix="-38.18", factor="-15.97")))

    assert "415,0 399,0 −16,0 +38,1 −38,1 0,0 −16,0 0,0" in text


def test_the_method_stands_under_it():
    assert "Gesplitst met LMDI-I." in told(transport(a_change(415, 399, factor=-16)))


def test_more_than_last_year_is_said_in_english_too():
    text = told(transport(a_change(399, 415, activity=16)), language=Language.EN)

    assert "Transport emitted 16.0 tCO2e more than in 2025" in text


def test_without_last_year_it_is_said_in_words():
    reason = "Er is geen rapport van vorig jaar om mee te vergelijken."

    text = told(transport(Change(year=2025, reason=both(reason))))

    assert f"Wat er veranderde sinds vorig jaar {reason}" in text


def test_a_report_without_figures_of_energy_has_no_such_page():
    assert "Wat er veranderde" not in told(an_indicator("SOC-01", 5, unit="personen"))
