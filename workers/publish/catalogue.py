"""The catalogue of rules for people and programs: as JSON, and as one document to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from pydantic import TypeAdapter

from schemas.bases import basis_in_words
from schemas.catalogue import CatalogueRule
from schemas.judgement import Severity
from schemas.rulebook import TITLE, Chapter, Section, chapters, introduction
from schemas.texts import Bilingual, Language
from workers.domain.catalogue import catalogue
from workers.domain.rules import NEWEST, RULE_SETS
from workers.publish.words import SEVERITY

RULE_SET_NAME = Bilingual(nl="Regelset", en="Rule set")
CONTENTS = Bilingual(nl="Inhoud", en="Contents")
RULES_OF = Bilingual(nl="regels", en="rules")
ONE_RULE = Bilingual(nl="regel", en="rule")
WHY = Bilingual(nl="Waarom", en="Why")
GOOD = Bilingual(nl="Goed", en="Good")
ANSWERED: Mapping[Severity, Bilingual] = MappingProxyType(
    {
        Severity.ERROR: Bilingual(nl="Fout", en="Wrong"),
        Severity.WARNING: Bilingual(nl="Geeft een vraag", en="Raises a question"),
        Severity.NOTICE: Bilingual(nl="Geeft een mededeling", en="Gives a notice"),
    }
)
READ = Bilingual(nl="Dan leest u", en="Then you read")
EXPECTED = Bilingual(nl="Verwacht", en="Expected")
MENDING = Bilingual(nl="Herstel", en="How to mend")
BASIS = Bilingual(nl="Grond", en="Basis")
REVISION = Bilingual(nl="herziening", en="revision")

_RULES = TypeAdapter(tuple[CatalogueRule, ...])


def catalogue_json() -> str:
    """Every rule in both languages, as a list: rule, revision, sheet, severity, basis, obligation and texts."""
    return _RULES.dump_json(catalogue().rules, indent=2).decode()


def catalogue_text(language: Language) -> str:
    """The rulebook as Markdown: an introduction, the contents, and every rule under its chapter."""
    rules = catalogue().rules
    book = list(chapters(rules))
    lines = [f"# {TITLE.in_(language)}", "", f"{RULE_SET_NAME.in_(language)} {NEWEST.id}", ""]
    for section in introduction(len(rules)):
        lines += _section(section, language)
    lines += [f"## {CONTENTS.in_(language)}", "", *[_entry(chapter, language) for chapter in book], ""]
    for chapter in book:
        lines += [f"## {chapter.title.in_(language)}", "", chapter.about.in_(language), ""]
        for rule in chapter.rules:
            lines += _described(rule, language)
    return "\n".join(lines).rstrip()


@cache
def obligations() -> dict[tuple[str, int], Bilingual]:
    """What every rule asks in each of its revisions, by id and revision."""
    return {(one.id, one.revision): one.obligation for rule_set in RULE_SETS for one in rule_set.statements}


def _section(section: Section, language: Language) -> list[str]:
    told = [line for paragraph in section.paragraphs for line in (paragraph.in_(language), "")]
    steps = [f"{number}. {step.in_(language)}" for number, step in enumerate(section.steps, start=1)]
    return [f"## {section.title.in_(language)}", "", *told, *steps, *([""] if steps else [])]


def _entry(chapter: Chapter, language: Language) -> str:
    title, number = chapter.title.in_(language), len(chapter.rules)
    anchor = re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
    return f"- [{title}](#{anchor}): {number} {(ONE_RULE if number == 1 else RULES_OF).in_(language)}"


def _described(rule: CatalogueRule, language: Language) -> list[str]:
    revision = f", {REVISION.in_(language)} {rule.revision}" if rule.revision > 1 else ""
    said = [f"- {label.in_(language)}: {text.in_(language)}" for label, text in _parts(rule)]
    return [
        f"### {rule.rule} · {SEVERITY[rule.severity].in_(language).lower()}{revision}",
        "",
        f"**{rule.obligation.in_(language)}**",
        "",
        *said,
        "",
    ]


def _parts(rule: CatalogueRule) -> Iterator[tuple[Bilingual, Bilingual]]:
    why, example = rule.why, rule.example
    assert why is not None
    assert example is not None
    yield WHY, why
    yield GOOD, example.good
    yield ANSWERED[example.severity], example.bad
    yield READ, example.message
    yield EXPECTED, example.expected
    yield MENDING, example.mend
    yield BASIS, basis_in_words(rule.basis)
