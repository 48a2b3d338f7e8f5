"""The catalogue of rules as JSON and as text."""

from __future__ import annotations

import json

from schemas.texts import Language
from workers.domain.catalogue import statements
from workers.publish.catalogue import catalogue_json, catalogue_text


def test_every_rule_is_in_the_list_with_what_the_command_promises():
    listed = json.loads(catalogue_json())

    assert [rule["rule"] for rule in listed] == [statement.id for statement in statements()]
    assert {"rule", "revision", "sheet", "severity", "basis", "obligation"} <= set(listed[0])
    assert set(listed[0]["obligation"]) == {"nl", "en"}
    assert all(rule["why"]["nl"] and rule["example"]["message"]["en"] for rule in listed)


def test_the_text_tells_every_rule_under_its_sheet():
    told = catalogue_text(Language.NL)

    assert all(told.count(f"### {statement.id} ·") == 1 for statement in statements())
    assert told.index("## Wagenpark") < told.index("### FLT-001 ") < told.index("## Ritproductie")


def test_the_text_is_a_document_with_an_introduction_and_contents():
    told = catalogue_text(Language.NL)

    assert told.index("## Wat is een regel?") < told.index("## Inhoud") < told.index("## Uw bestand")
    assert "- [Ketenrisico's](#ketenrisicos): 4 regels" in told
    assert "{" not in told


def test_every_rule_says_why_with_an_example_of_good_and_of_bad():
    rules = catalogue_text(Language.EN).split("### ")[1:]

    lacking = [
        rule[:7]
        for rule in rules
        if not all(
            f"- {label}: " in rule for label in ("Why", "Good", "Then you read", "Expected", "How to mend", "Basis")
        )
    ]

    assert (len(rules), lacking) == (len(statements()), [])


def test_it_speaks_the_language_of_the_reader():
    assert "- How to mend: " in catalogue_text(Language.EN)
    assert "- Herstel: " in catalogue_text(Language.NL)
