"""The form rules are those of the contract: number, severity and sentence."""

import csv
from pathlib import Path

from workers.domain.rules.form import STATEMENTS


def test_the_form_rules_are_those_of_the_contract() -> None:
    with (Path(__file__).parent / "rules.csv").open(encoding="utf-8", newline="") as file:
        agreed = [
            (r["rule"], r["sheet"], r["severity"], r["rule_en"])
            for r in csv.DictReader(file)
            if r["source"] == "format"
        ]

    ours = [(s.id, s.sheet, s.severity.value, s.obligation.en.removesuffix(".")) for s in STATEMENTS]

    assert ours == agreed
