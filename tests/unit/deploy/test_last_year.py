"""The command line with last year's report beside this year's: what moved is asked about, split by cause, and filled in ahead."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from deploy.cli import main
from deploy.demo.reports import VB_OOST, Book, report
from deploy.demo.workbook import workbook, written
from schemas.report.columns import columns_of
from schemas.report.fields import Front
from schemas.report.sheets import SHEETS
from schemas.texts import Language
from tests.moved_books import thirstier, with_a_shorter_chain, with_another_plate, with_fewer_buses

LAST, NOW = 2025, 2026
CARRIED = ("vehicles", "suppliers")


def ketenspiegel(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reports of three years, none of which has an error."""
    folder = tmp_path_factory.mktemp("years")
    for year in (2024, LAST, NOW):
        (folder / f"{year}.xlsx").write_bytes(workbook(report(VB_OOST, year)))
    return folder


MOVED = [
    ("YOY-001", thirstier),
    ("YOY-002", with_fewer_buses),
    ("YOY-003", with_another_plate),
    ("YOY-004", with_a_shorter_chain),
]


@pytest.mark.parametrize(("rule", "moved"), MOVED, ids=[rule for rule, _ in MOVED])
def test_what_moved_is_found_beside_last_year_and_not_assessed_without_it(
    files: Path, tmp_path: Path, rule: str, moved: Callable[[Book], Book]
) -> None:
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(workbook(moved(report(VB_OOST, NOW))))

    beside, alone = validated(file, "--previous", files / f"{LAST}.xlsx"), validated(file)

    assert rule in rules_of(beside)
    assert rule not in rules_of(alone)
    assert rule in {one["rule"] for one in alone["not_assessed"]}


def test_of_several_earlier_years_last_year_counts_in_whatever_order(files: Path) -> None:
    earlier = [files / "2024.xlsx", files / f"{LAST}.xlsx"]

    answers = [
        validated(files / f"{NOW}.xlsx", *(word for file in order for word in ("--previous", file)))
        for order in (earlier, earlier[::-1], earlier[1:])
    ]

    assert answers[0]["findings"] == answers[1]["findings"] == answers[2]["findings"]


def test_assess_splits_each_change_in_parts_that_are_exactly_the_change(files: Path) -> None:
    done = ketenspiegel("assess", files / f"{NOW}.xlsx", "--previous", files / f"{LAST}.xlsx")

    figures = json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)["indicators"]
    changes = [change for one in figures if (change := one["why"].get("change")) and change["effects"]]
    assert len(changes) > 10
    assert all(sum(change["effects"].values()) == change["difference"] for change in changes)


def test_assess_without_last_year_says_why_nothing_is_split(files: Path) -> None:
    figures = json.loads(ketenspiegel("assess", files / f"{NOW}.xlsx").stdout)["indicators"]

    [change] = [one["why"]["change"] for one in figures if (one["indicator"], one["part"]) == ("GHG-04", "total")]
    assert (change["effects"], change["reason"]["en"]) == (
        None,
        "There is no report of last year to compare with.",
    )


@pytest.mark.parametrize("language", Language)
def test_a_template_with_last_years_fleet_and_chain_is_sound_once_the_rest_is_filled_in(
    files: Path, tmp_path: Path, language: Language
) -> None:
    made, last = tmp_path / "sjabloon.xlsx", files / f"{LAST}.xlsx"

    ketenspiegel("template", "--year", NOW, "--previous", last, "--language", language, "--output", made)
    blank = validated(made, "--previous", last)
    fill_in(made, report(VB_OOST, NOW), language)
    filled = validated(made, "--previous", last)

    assert {sheet: blank["rows"][sheet] for sheet in CARRIED} == {
        "vehicles": len([row for row in report(VB_OOST, LAST)["vehicles"] if "in_service_to" not in row]),
        "suppliers": len(report(VB_OOST, LAST)["suppliers"]),
    }
    assert not [one for one in blank["findings"] if one["sheet"] in CARRIED and one["rule"].startswith("FMT")]
    assert [one for one in filled["findings"] if one["severity"] == "error"] == []


def fill_in(path: Path, book: Book, language: Language) -> None:
    """Add to a template what a year asks: its buses that are new, and all sheets that are blank."""
    opened = load_workbook(path)
    for model in SHEETS:
        if model.sheet in ("report", "suppliers"):
            continue
        sheet, columns = opened[model.label.in_(language)], [column.name for column in columns_of(model)]
        there = {cell.value for cell in sheet["A"]}
        if model.sheet == "oecd_steps":
            sheet.delete_rows(2, sheet.max_row)
        for row in book[model.sheet]:
            if model.sheet != "vehicles" or row["vehicle_id"] not in there:
                sheet.append([written(row.get(name)) for name in columns])
    front, known = opened[SHEETS[0].label.in_(language)], {row["field"]: row["value"] for row in book["report"]}
    front.delete_rows(2, front.max_row)
    for column in columns_of(Front):
        front.append([column.label.in_(language), written(known.get(column.name))])
    opened.save(path)


def validated(file: Path, *options: object) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(ketenspiegel("validate", file, "--format", "json", *options).stdout)
    return answer


def rules_of(answer: dict[str, Any]) -> set[str]:
    return {one["rule"] for one in answer["findings"]}
