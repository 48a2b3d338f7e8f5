"""The annexes: findings with their explanations, method and factors, and what the report was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from schemas.factor_sources import source_with_year
from schemas.judgement import FactorUsed, Finding, Severity
from schemas.report.code_lists import Carrier, Origin
from schemas.report.sheets import BY_NAME
from schemas.texts import Bilingual, Language
from workers.publish import words
from workers.publish.amounts import amount, written
from workers.publish.content import ReportContent, RuleResult
from workers.publish.pdf.answers import explanation, lapsed_answers
from workers.publish.pdf.attachments import DATA, FIGURES
from workers.publish.pdf.checkable import check_at
from workers.publish.pdf.colours import SEVERITY_TONE
from workers.publish.pdf.cover import factors
from workers.publish.pdf.effort import EFFORT, effort
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import HEIGHT, WIDTH
from workers.publish.pdf.tables import Cell, Column, table
from workers.publish.pdf.tags import Tag
from workers.publish.pdf.text import (
    BODY,
    CELL_STRONG,
    CODE,
    H1,
    H2,
    H3,
    SMALL,
    THEME,
    Text,
    escaped,
    labelled,
    listed,
    paragraph,
    strong,
)
from workers.publish.pdf.waivers import under_the_rule, waivers_and_exemptions

RULE = H3.clone("rule", fontName=BODY.fontName, spaceAfter=2)


def annexes(content: ReportContent, language: Language) -> list[Flowable]:
    """Each on a new page; the proof of effort only where suppliers were asked."""
    return [
        *_opening(1, words.FINDINGS, language),
        *_findings(content, language),
        *lapsed_answers(content, language),
        *waivers_and_exemptions(content, language),
        *_not_assessed(content, language),
        *_opening(2, words.METHOD, language),
        *_method(content, language),
        *_opening(3, words.PROOF, language),
        *_proof(content, language),
        *([*_opening(4, EFFORT, language), *effort(content, language)] if content.effort else []),
    ]


def _opening(number: int, title: Bilingual, language: Language) -> list[Flowable]:
    annex = words.ANNEX.in_(language).format(number=number)
    said = title.in_(language)
    return [CondPageBreak(HEIGHT * 0.33), paragraph(annex, THEME), Heading(said, H1, outline=f"{annex}: {said}")]


def _findings(content: ReportContent, language: Language) -> list[Flowable]:
    if not content.rules:
        return [paragraph(words.NO_FINDINGS.in_(language), BODY)]
    return [part for result in content.rules for part in _rule(result, content, language)]


def _rule(result: RuleResult, content: ReportContent, language: Language) -> list[Flowable]:
    """A rule with its first findings and every explanation."""
    tone = f"#{SEVERITY_TONE[result.severity].hexval()[2:]}"
    severity = words.SEVERITY[result.severity].in_(language)
    times = (
        words.ONCE.in_(language)
        if result.count == 1
        else words.TIMES.in_(language).format(count=_count(result.count, language))
    )
    obligation = result.obligation.in_(language) if result.obligation else ""
    head = f'<font color="{tone}">{strong(severity)}</font> {strong(result.rule)} · {escaped(times)}'
    title = Text(f"{head}. {escaped(obligation)}", RULE, tag=Tag("H2"))
    title.keepWithNext = True
    more = result.count - len(result.first)
    return [
        CondPageBreak(60),
        title,
        *listed([_finding(finding, language) for finding in result.first]),
        *(
            [paragraph(words.AND_MORE.in_(language).format(count=_count(more, language)), SMALL)]
            if more > 0 and result.first
            else []
        ),
        *(under_the_rule(content, result.rule, language) if result.severity is Severity.WARNING else []),
        *listed([explanation(explained, language) for explained in result.explanations]),
    ]


def _finding(finding: Finding, language: Language) -> Text:
    place = BY_NAME[finding.sheet].label.in_(language) if finding.sheet in BY_NAME else finding.sheet
    if finding.row is not None:
        place = f"{place}, {words.ROW.in_(language).format(row=finding.row)}"
    return Text(f"{strong(place)}: {escaped(finding.message.in_(language))}", SMALL)


def _not_assessed(content: ReportContent, language: Language) -> list[Flowable]:
    if not content.not_assessed:
        return []
    columns = [
        Column(words.RULE.in_(language), 12),
        Column(words.SHEET.in_(language), 22),
        Column(words.ROWS.in_(language), 9, numbers=True),
        Column(words.REASON.in_(language), 62),
    ]
    rows = [
        [
            item.rule,
            _sheet(item.sheet, language),
            _count(item.rows, language) if item.rows else "",
            item.reason.in_(language),
        ]
        for item in content.not_assessed
    ]
    return [
        CondPageBreak(90),
        Heading(words.NOT_ASSESSED.in_(language), H2, level=1),
        table(columns, rows, width=WIDTH),
    ]


def _method(content: ReportContent, language: Language) -> list[Flowable]:
    used = _used(content)
    return [
        *[paragraph(text.in_(language), BODY) for text in words.METHOD_TEXT],
        *([labelled(f"{words.FACTORS.in_(language)}:", factors(content, language), BODY)] if content.factors else []),
        CondPageBreak(90),
        Heading(words.USED_FACTORS.in_(language), H2, level=1),
        _factors(used, language) if used else paragraph(words.NO_FACTORS.in_(language), BODY),
        CondPageBreak(70),
        Heading(words.ROWS_READ.in_(language), H2, level=1),
        _rows(content, language),
    ]


def _used(content: ReportContent) -> dict[tuple[str, str, int, str], list[FactorUsed]]:
    """Every factor once, gathered by what it is of."""
    found = {(f.code, f.column, f.year): f for figure in content.indicators for f in figure.why.factors}
    gathered = defaultdict(list)
    for key in sorted(found):
        factor = found[key]
        gathered[factor.code, factor.unit, factor.year, factor.source].append(factor)
    return dict(gathered)


def _factors(used: dict[tuple[str, str, int, str], list[FactorUsed]], language: Language) -> Flowable:
    columns = [
        Column(words.FACTOR.in_(language), 26),
        Column(words.VALUES.in_(language), 58),
        Column(words.SOURCE.in_(language), 24),
    ]
    rows = [
        [_of(code, language), _values(factors, unit, language), source_with_year(source, year).in_(language)]
        for (code, unit, year, source), factors in used.items()
    ]
    return table(columns, rows, width=WIDTH)


def _of(code: str, language: Language) -> str:
    return next((known.label.in_(language) for codes in (Carrier, Origin) for known in codes if known == code), code)


def _values(factors: Sequence[FactorUsed], unit: str, language: Language) -> str:
    """well-to-wheel 3,251 kg/l · energy content 35,9 MJ/l."""
    return " · ".join(_value(factor, unit, language) for factor in factors)


def _value(factor: FactorUsed, unit: str, language: Language) -> str:
    value = written(factor.value, 4, language)
    if factor.column not in words.FACTOR_COLUMN:
        return f"{factor.column} {value} {unit}"
    per = f"{'MJ' if factor.column == 'mj_per_unit' else 'kg'}/{unit}"
    return f"{words.FACTOR_COLUMN[factor.column].in_(language)} {value}\u00a0{'' if unit == 'ratio' else per}".rstrip()


def _rows(content: ReportContent, language: Language) -> Flowable:
    said = " · ".join(f"{_sheet(sheet, language)} {_count(number, language)}" for sheet, number in content.rows.items())
    return paragraph(said, BODY)


def _proof(content: ReportContent, language: Language) -> list[Flowable]:
    columns = [
        Column(words.MADE_OF.in_(language), 16),
        Column(words.NAME.in_(language), 30),
        Column(words.HASH.in_(language) + " (sha256)", 62),
    ]
    rows: list[list[Cell]] = [
        [paragraph(words.KIND[kind].in_(language), CELL_STRONG), named.name, paragraph(named.sha256, CODE)]
        for kind, named in content.fingerprints.all
    ]
    carries = words.CARRIES.in_(language).format(data=DATA.in_(language), figures=FIGURES.in_(language))
    return [
        paragraph(words.PROOF_TEXT.in_(language), BODY),
        paragraph(carries, BODY),
        *check_at(content.check_at, language),
        Spacer(1, 6),
        table(columns, rows, width=WIDTH),
    ]


def _sheet(sheet: str, language: Language) -> str:
    return BY_NAME[sheet].label.in_(language) if sheet in BY_NAME else sheet


def _count(number: int, language: Language) -> str:
    return amount(Decimal(number), language)
