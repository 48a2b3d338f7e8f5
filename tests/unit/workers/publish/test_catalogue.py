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


def test_the_text_tells_every_rule_under_its_sheet():
    told = catalogue_text(Language.NL)

    assert all(told.count(f"### {statement.id} ·") == 1 for statement in statements())
    assert told.index("## Wagenpark") < told.index("### FLT-001 ") < told.index("## Ritproductie")


def test_it_speaks_the_language_of_the_reader():
    assert "- How to mend: " in catalogue_text(Language.EN)
    assert "- Herstel: " in catalogue_text(Language.NL)
