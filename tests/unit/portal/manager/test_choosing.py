"""What of a report a manager looks at first, and with which norm it goes on."""

from __future__ import annotations

import pytest

from portal.holder.indicators import Theme
from portal.holder.verdicts import VerdictLine
from portal.manager.choosing import Pane, chosen, next_to_establish
from schemas.judgement import Outcome

THEMES = [Theme(code="ENE", name="Energie", figures=())]


def a_verdict(norm: str, outcome: Outcome = Outcome.MEETS) -> VerdictLine:
    return VerdictLine(
        norm=norm,
        name=norm,
        article="",
        value="",
        threshold="81 %",
        asked="",
        outcome=outcome,
        reason="",
        indicator=None,
        part="total",
        path=None,
        path_words="",
    )


VERDICTS = [a_verdict("A"), a_verdict("B", Outcome.DOES_NOT_MEET), a_verdict("C")]


@pytest.mark.parametrize(
    ("established", "first"), [((), "B"), (("B",), "A"), (("A", "B"), "C"), (("A", "B", "C"), "A")]
)
def test_the_first_norm_is_one_that_waits_and_is_not_met(established: tuple[str, ...], first: str) -> None:
    assert chosen({}, VERDICTS, THEMES, established=established).code == first


@pytest.mark.parametrize(
    ("asked", "pane", "code"),
    [
        ({"norm": "C"}, Pane.NORM, "C"),
        ({"norm": "unknown"}, Pane.NORM, "B"),
        ({"thema": "ENE"}, Pane.THEME, "ENE"),
        ({"thema": "unknown"}, Pane.NORM, "B"),
        ({"waarom": "C"}, Pane.NORM, "C"),
        ({"waarom": "ENE-04"}, Pane.THEME, "ENE"),
        ({"toon": "stukken"}, Pane.PAPERS, ""),
        ({"regel": "ENE-003"}, Pane.FINDINGS, ""),
    ],
)
def test_an_address_says_what_is_chosen(asked: dict[str, str], pane: Pane, code: str) -> None:
    found = chosen(asked, VERDICTS, THEMES, established=())

    assert (found.pane, found.code) == (pane, code)


def test_a_report_without_norms_begins_with_its_findings() -> None:
    assert chosen({}, [], THEMES, established=()).pane is Pane.FINDINGS


@pytest.mark.parametrize(
    ("norm", "established", "following"),
    [("A", ("A",), "B"), ("B", ("A", "B"), "C"), ("C", ("B", "C"), "A"), ("B", ("A", "B", "C"), "B")],
)
def test_after_a_norm_comes_the_next_that_is_open_and_then_round_again(
    norm: str, established: tuple[str, ...], following: str
) -> None:
    assert next_to_establish(["A", "B", "C"], norm, established=established) == following
