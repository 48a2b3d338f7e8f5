"""Reads the system: every rule is one of the contract, and has a basis, texts in both languages and a test."""

import ast
import csv
import inspect
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.catalogue import CatalogueRule
from tests.builders import AGREED
from workers.domain.catalogue import catalogue, statements
from workers.domain.rendering import placeholders
from workers.domain.rules import FIRST, RULES
from workers.domain.statement import Rule, Statement

TESTS = Path(__file__).parent / "rules"


def agreed() -> dict[str, tuple[str, str]]:
    with (AGREED / "rules.csv").open(encoding="utf-8", newline="") as file:
        return {row["rule"]: (row["sheet"], row["severity"]) for row in csv.DictReader(file)}


def names(items: tuple[Rule, ...]) -> list[str]:
    return [rule.statement.id for rule in items]


def by_id(statement: Statement) -> str:
    return statement.id


@pytest.mark.parametrize("statement", statements(), ids=by_id)
def test_a_rule_has_the_sheet_and_severity_of_the_contract(statement: Statement) -> None:
    assert (statement.sheet, statement.severity.value) == agreed()[statement.id]


def test_no_rule_is_stated_twice() -> None:
    assert [
        name for name, number in Counter(by_id(statement) for statement in statements()).items() if number > 1
    ] == []


def test_the_rules_that_come_first_are_those_after_which_a_row_is_not_judged_further() -> None:
    keys = [f"KEY-00{number}" for number in range(1, 6)]

    assert names(FIRST) == [*keys, "FLT-002", "ENE-001", "ENE-002"]
    assert set(names(FIRST)) <= set(names(RULES))


@pytest.mark.parametrize("statement", statements(), ids=by_id)
def test_both_languages_say_the_same_facts(statement: Statement) -> None:
    for text in (statement.message, statement.expected, statement.mend):
        assert placeholders(text.nl) == placeholders(text.en)


@pytest.mark.parametrize("entry", catalogue().rules, ids=lambda entry: entry.rule)
def test_a_rule_has_a_basis_and_says_everything(entry: CatalogueRule) -> None:
    said = entry.model_dump()
    texts = [said[name] for name in ("obligation", "message", "expected", "mend")]

    assert said["basis"]
    assert all(text["nl"].strip() and text["en"].strip() for text in texts)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.statement.id)
def test_a_rule_has_a_docstring_of_one_sentence(rule: Rule) -> None:
    first_line = inspect.getdoc(rule.find) or ""

    assert first_line.splitlines()[0].endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.statement.id)
def test_a_rule_needs_columns_that_exist(rule: Rule) -> None:
    from schemas.report.sheets import column_named

    assert all(column_named(*need.split(".")).name for need in rule.needs)


def used_in_tests() -> Iterator[str]:
    for path in TESTS.glob("test_*.py"):
        yield from (node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.statement.id)
def test_a_rule_has_a_test(rule: Rule) -> None:
    assert rule.find.__name__ in set(used_in_tests())
