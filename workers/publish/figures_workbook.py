"""The figures of a report as a workbook, for who wants to go on reckoning: what it is of, indicators, verdicts, findings by rule."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.indicators import INDICATOR
from schemas.texts import Bilingual, Language
from workers.domain.rendering import day
from workers.publish import words
from workers.publish.amounts import unit
from workers.publish.content import NormRow, ReportContent, RuleResult
from workers.publish.list_sheet import Headings, Value, a_book, add_list
from workers.publish.norm_words import name, unit_of
from workers.publish.parts import part_label
from workers.publish.workbook_bytes import bytes_of

REPORT = Bilingual(nl="Rapport", en="Report")
INDICATORS = Bilingual(nl="Indicatoren", en="Indicators")
VERDICTS = Bilingual(nl="Oordelen", en="Verdicts")
FINDINGS = Bilingual(nl="Bevindingen per regel", en="Findings by rule")
CODE = Bilingual(nl="Code", en="Code")
NUMBER = Bilingual(nl="Aantal", en="Number")
FACTS: Headings = (
    (Bilingual(nl="Wat", en="What"), 24),
    (Bilingual(nl="Waarde", en="Value"), 80),
)
VERDICT_HEADINGS: Headings = (
    (CODE, 16),
    (Bilingual(nl="Norm", en="Norm"), 44),
    (Bilingual(nl="Artikel", en="Article"), 18),
    (Bilingual(nl="Gevonden", en="Found"), 14),
    (Bilingual(nl="Gevraagd", en="Asked"), 14),
    (words.UNIT, 14),
    (Bilingual(nl="Berekend", en="Calculated"), 20),
    (Bilingual(nl="Reden", en="Reason"), 60),
    (Bilingual(nl="Vastgesteld", en="Established"), 20),
    (Bilingual(nl="Reden van wie vaststelde", en="Reason of who established"), 60),
)
RULE_HEADINGS: Headings = (
    (words.RULE, 12),
    (Bilingual(nl="Soort", en="Kind"), 14),
    (NUMBER, 10),
    (Bilingual(nl="Wat moet", en="What has to be"), 60),
    (Bilingual(nl="Eerste bevinding", en="First finding"), 60),
)


def figures_workbook(content: ReportContent, language: Language) -> bytes:
    """The figures as an XLSX file; the same content gives the same bytes."""
    book = a_book(f"{words.REPORT.in_(language)} {content.concession_name} {content.year}", language)
    add_list(book, REPORT, FACTS, _facts(content, language), language)
    add_list(book, INDICATORS, _indicator_headings(content), _indicators(content, language), language)
    if content.norms:
        add_list(book, VERDICTS, VERDICT_HEADINGS, [_verdict(row, language) for row in content.norms], language)
    if content.rules:
        add_list(book, FINDINGS, RULE_HEADINGS, [_rule(result, language) for result in content.rules], language)
    return bytes_of(book)


def _facts(content: ReportContent, language: Language) -> list[Sequence[Value]]:
    facts: list[tuple[Bilingual, str]] = [
        (words.EDITION_LABEL, words.EDITION[content.edition].in_(language)),
        (Bilingual(nl="Concessie", en="Concession"), f"{content.concession_name} ({content.concession})"),
        (words.HOLDER, content.holder),
        (words.AUTHORITIES, ", ".join(content.authorities)),
        (Bilingual(nl="Verslagjaar", en="Report year"), str(content.year)),
        (words.VERSION, str(content.version) if content.version is not None else ""),
        (words.DATED, day(content.dated, language) if content.dated else ""),
        *((words.KIND[kind], f"{named.name} (sha256 {named.sha256})") for kind, named in content.fingerprints.all),
    ]
    return [(label.in_(language), text) for label, text in facts if text]


def _indicator_headings(content: ReportContent) -> Headings:
    year = Bilingual(nl=str(content.year), en=str(content.year))
    before = Bilingual(nl=str(content.previous_year), en=str(content.previous_year))
    return (
        (CODE, 10),
        (words.INDICATOR, 56),
        (Bilingual(nl="Deel", en="Part"), 36),
        (year, 18),
        *([(before, 18)] if content.previous_year else []),
        (words.UNIT, 14),
        (Bilingual(nl="Hoe zeker", en="How certain"), 20),
        (Bilingual(nl="Hoe berekend", en="How calculated"), 80),
    )


def _indicators(content: ReportContent, language: Language) -> list[Sequence[Value]]:
    return [
        (
            figure.indicator,
            INDICATOR[figure.indicator].name.in_(language) if figure.indicator in INDICATOR else figure.indicator,
            part_label(figure.part, language),
            figure.value,
            *([content.earlier(figure.indicator, figure.part)] if content.previous_year else []),
            unit(figure.unit, language),
            words.STATUS[figure.status].in_(language),
            figure.why.formula.in_(language),
        )
        for figure in content.indicators
    ]


def _verdict(row: NormRow, language: Language) -> Sequence[Value]:
    machine, established = row.machine, row.established
    return (
        machine.norm,
        name(row, language),
        row.article,
        machine.value,
        machine.threshold,
        unit_of(row, language),
        words.OUTCOME[machine.verdict].in_(language),
        machine.reason.in_(language),
        words.OUTCOME[established.outcome].in_(language) if established else None,
        established.reason if established else None,
    )


def _rule(result: RuleResult, language: Language) -> Sequence[Value]:
    return (
        result.rule,
        words.SEVERITY[result.severity].in_(language),
        result.count,
        result.obligation.in_(language) if result.obligation else None,
        result.first[0].message.in_(language) if result.first else None,
    )
