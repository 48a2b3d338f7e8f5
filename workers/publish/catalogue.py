"""The catalogue of rules for people and programs: as JSON, and as a text to read."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from pydantic import TypeAdapter

from schemas.catalogue import CatalogueRule
from schemas.report.sheets import BY_NAME, SHEETS
from schemas.texts import Bilingual, Language
from workers.domain.catalogue import catalogue
from workers.domain.rules import RULE_SETS
from workers.publish.words import SEVERITY

TITLE = Bilingual(nl="Regels", en="Rules")
ALL_SHEETS = Bilingual(nl="Alle bladen", en="All sheets")
BASIS = Bilingual(nl="Grond", en="Basis")
MENDING = Bilingual(nl="Herstel", en="How to mend")
MESSAGE = Bilingual(nl="Melding", en="Message")
EXPECTED = Bilingual(nl="Verwacht", en="Expected")

_RULES = TypeAdapter(tuple[CatalogueRule, ...])


def catalogue_json() -> str:
    """Every rule in both languages, as a list: rule, revision, sheet, severity, basis, obligation and texts."""
    return _RULES.dump_json(catalogue().rules, indent=2).decode()


def catalogue_text(language: Language) -> str:
    """Every rule as Markdown, by sheet."""
    order = ("*", *(model.sheet for model in SHEETS))
    rules = sorted(catalogue().rules, key=lambda rule: (order.index(rule.sheet), rule.rule))
    lines = [f"# {TITLE.in_(language)}", ""]
    for sheet, group in groupby(rules, key=lambda rule: rule.sheet):
        label = BY_NAME[sheet].label if sheet in BY_NAME else ALL_SHEETS
        lines += [f"## {label.in_(language)}", ""]
        for rule in group:
            lines += _described(rule, language)
    return "\n".join(lines).rstrip()


@cache
def obligations() -> dict[tuple[str, int], Bilingual]:
    """What every rule asks in each of its revisions, by id and revision."""
    return {(one.id, one.revision): one.obligation for rule_set in RULE_SETS for one in rule_set.statements}


def _described(rule: CatalogueRule, language: Language) -> list[str]:
    revision = (
        f", {Bilingual(nl='herziening', en='revision').in_(language)} {rule.revision}" if rule.revision > 1 else ""
    )
    parts = ((BASIS, rule.basis), (MESSAGE, rule.message), (EXPECTED, rule.expected), (MENDING, rule.mend))
    return [
        f"### {rule.rule} · {SEVERITY[rule.severity].in_(language).lower()}{revision}",
        "",
        rule.obligation.in_(language),
        "",
        *[f"- {label.in_(language)}: {_in(text, language)}" for label, text in parts if _in(text, language)],
        "",
    ]


def _in(text: Bilingual | str, language: Language) -> str:
    return text if isinstance(text, str) else text.in_(language)
