"""Every rule says why it matters with an example of good and of bad, and judges both as the words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from schemas.catalogue import CatalogueRule
from schemas.judgement import Finding
from schemas.texts import Language
from tests.builders import a_case
from tests.unit.workers.domain.guidance import fleet_and_energy, people_and_chain
from tests.unit.workers.domain.guidance.example import Example
from tests.unit.workers.domain.guidance.files import UPLOADS, Upload
from workers.domain.case import Case
from workers.domain.catalogue import catalogue, statements
from workers.domain.check import check, judged
from workers.domain.findings import findings_of
from workers.domain.guidance import GUIDANCE
from workers.domain.offences import completed
from workers.domain.rendering import placeholders
from workers.domain.report import Report
from workers.domain.rule_set import RuleSet
from workers.domain.rules import LAST, RULE_SETS, RULES
from workers.domain.statement import Offences, Rule
from workers.intake import Part, Unreadable, read

EXAMPLES = {**fleet_and_energy.EXAMPLES, **people_and_chain.EXAMPLES}
ENTRIES = {entry.rule: entry for entry in catalogue().rules}
# A number on its own: not part of an id, a period or a name, and not quoted as a sign.
NUMBER = re.compile(r"(?<![\w.,/‘-])\d+(?:[.,]\d+)*(?![\w/-])")
UNREADABLE = "FMT-001"


def by_id(entry: CatalogueRule) -> str:
    return entry.rule


def numbers(text: str, language: Language) -> Counter[Decimal]:
    plain = {Language.NL: str.maketrans({".": None, ",": "."}), Language.EN: str.maketrans({",": None})}[language]
    return Counter(Decimal(found.translate(plain)) for found in NUMBER.findall(text))


def test_no_rule_is_left_out_and_no_guidance_is_left_over() -> None:
    assert set(GUIDANCE) == {statement.id for statement in statements()}
    assert set(EXAMPLES) | set(UPLOADS) == set(GUIDANCE)


@pytest.mark.parametrize("entry", catalogue().rules, ids=by_id)
def test_it_is_told_in_both_languages_with_every_value_filled_in(entry: CatalogueRule) -> None:
    assert entry.why is not None
    assert entry.example is not None
    texts = [entry.why, *(text for name, text in entry.example if name != "severity")]

    assert [text for text in texts if not text.nl.strip() or not text.en.strip()] == []
    assert [text for text in texts if placeholders(text.nl) | placeholders(text.en)] == []
    assert [text for text in (entry.why, entry.example.good, entry.example.bad) if text.nl == text.en] == []


@pytest.mark.parametrize("rule_set", RULE_SETS, ids=lambda rule_set: rule_set.id)
def test_every_rule_set_that_is_kept_has_a_catalogue(rule_set: RuleSet) -> None:
    assert all(entry.why and entry.example for entry in catalogue(rule_set).rules)


@pytest.mark.parametrize("name", sorted(GUIDANCE))
def test_both_languages_name_the_same_numbers(name: str) -> None:
    guidance = GUIDANCE[name]

    for text in (guidance.why, guidance.good, guidance.bad):
        assert numbers(text.nl, Language.NL) == numbers(text.en, Language.EN)


def offences(rule: Rule, case: Case) -> Offences:
    """What breaks a rule; the rules that come last see the indicators."""
    if rule in LAST:
        return next(one for one in check(case).offences if one.statement == rule.statement)
    return judged(rule, case)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.statement.id)
def test_a_rule_judges_its_good_example_and_accepts_it(rule: Rule) -> None:
    example = EXAMPLES[rule.statement.id]
    case = example.case if example.good_case is None else example.good_case

    judgement = offences(rule, a_case(example.good, **case))

    assert (judgement.frame.height, judgement.not_assessed) == (0, ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.statement.id)
def test_a_rule_says_of_its_bad_example_what_the_catalogue_shows(rule: Rule) -> None:
    example, told = EXAMPLES[rule.statement.id], ENTRIES[rule.statement.id].example

    [finding] = findings_of(offences(rule, a_case(example.bad, **example.case)), example.bad)

    assert told is not None
    assert (finding.message, finding.expected, finding.mend) == (told.message, told.expected, told.mend)
    assert finding.severity is told.severity


def cells(report: Report) -> Iterator[object]:
    yield from report.fields.values.values()
    for table in report.tables.values():
        yield table.frame.height
        yield from (cell for row in table.raw.iter_rows() for cell in row)


def known(example: Example, report: Report) -> set[Decimal]:
    """Every number that stands in a report or in those of earlier years; of a date or a period each part."""
    reports = (report, *example.case.get("previous", ()))
    written = " ".join(
        f"{cell:%Y %m %d}" if isinstance(cell, date) else str(cell) for r in reports for cell in cells(r)
    )
    return {Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)-", " ", written))}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_numbers_in_the_words_are_those_of_the_example(name: str) -> None:
    example, told = EXAMPLES[name], ENTRIES[name].example
    assert told is not None
    said = set(numbers(f"{told.message.nl} {told.expected.nl}", Language.NL))

    assert set(numbers(told.good.nl, Language.NL)) - known(example, example.good) - said == set()
    assert set(numbers(told.bad.nl, Language.NL)) - known(example, example.bad) - said == set()


def form_findings(upload: Upload, content: bytes, name: str) -> list[Finding]:
    try:
        reading = read(Part(upload.name, content))
    except Unreadable as wrong:
        return [wrong.finding(upload.name)]
    done = (replace(one, frame=completed(one.statement, one.frame, reading.report)) for one in reading.offences)
    listed = [finding for broken in done for finding in findings_of(broken, reading.report)]
    return [finding for finding in listed if finding.rule == name and finding.sheet == upload.sheet]


@pytest.mark.parametrize("name", sorted(UPLOADS))
def test_a_form_rule_accepts_its_good_file(name: str) -> None:
    upload = UPLOADS[name]

    assert form_findings(upload, upload.good, name) == []


@pytest.mark.parametrize("name", sorted(set(UPLOADS) - {UNREADABLE}))
def test_a_form_rule_says_of_its_bad_file_what_the_catalogue_shows(name: str) -> None:
    upload, told = UPLOADS[name], ENTRIES[name].example
    assert told is not None

    findings = form_findings(upload, upload.bad, name)

    assert (told.message, told.expected, told.mend) in [(one.message, one.expected, one.mend) for one in findings]


def test_what_cannot_be_read_is_told_with_a_reason_of_its_own() -> None:
    upload = UPLOADS[UNREADABLE]

    [finding] = form_findings(upload, upload.bad, UNREADABLE)

    assert (finding.rule, finding.message.nl) == (UNREADABLE, "Dit is een oud werkboek (.xls).")
