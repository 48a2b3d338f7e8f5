"""The findings as a text for the terminal: counts first, then every rule with its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from schemas.judgement import Finding, NotAssessed, Severity, Summary, Validation
from schemas.report.sheets import BY_NAME, SHEETS, column_named
from schemas.texts import Bilingual, Language
from workers.publish.catalogue import obligations
from workers.publish.words import SEVERITY

ONE_MANY = {
    Severity.ERROR: (Bilingual(nl="fout", en="error"), Bilingual(nl="fouten", en="errors")),
    Severity.WARNING: (Bilingual(nl="vraag", en="question"), Bilingual(nl="vragen", en="questions")),
    Severity.NOTICE: (Bilingual(nl="mededeling", en="notice"), Bilingual(nl="mededelingen", en="notices")),
}
NONE_AT_ALL = Bilingual(nl="Geen fouten. U kunt indienen.", en="No errors. You can hand in.")
ANSWER = Bilingual(
    nl="Geen fouten. Licht de vragen toe; daarna kunt u indienen.",
    en="No errors. Explain the questions; then you can hand in.",
)
MEND = Bilingual(nl="Herstel de fouten voordat u indient.", en="Mend the errors before you hand in.")
ROW = Bilingual(nl="rij {row}", en="row {row}")
COLUMN = Bilingual(nl="kolom {column}", en="column {column}")
NOT_JUDGED = Bilingual(nl="Niet beoordeeld", en="Not judged")
ROWS = (Bilingual(nl="{rows} rij", en="{rows} row"), Bilingual(nl="{rows} rijen", en="{rows} rows"))
WHAT_TO_DO = Bilingual(nl="Wat te doen", en="What to do")
INDENT = "  "
SHEET_ORDER = {model.sheet: place for place, model in enumerate(SHEETS)}


def findings_text(validation: Validation, language: Language) -> str:
    """All findings by rule, the most important first; the same sentence of advice is said once per rule."""
    blocks = [_opening(validation.summary, language)]
    by_rule = groupby(validation.findings, key=lambda finding: (finding.severity, finding.rule))
    blocks += ["\n".join(_rule(list(group), language)) for _, group in by_rule]
    if validation.not_assessed:
        blocks.append("\n".join(_not_assessed(validation.not_assessed, language)))
    return "\n\n".join(blocks)


def counted(summary: Summary, language: Language) -> str:
    """3 fouten · 12 vragen · 5 mededelingen."""
    numbers = {Severity.ERROR: summary.errors, Severity.WARNING: summary.warnings, Severity.NOTICE: summary.notices}
    return " · ".join(f"{n} {ONE_MANY[severity][n != 1].in_(language)}" for severity, n in numbers.items())


def place(finding: Finding, language: Language) -> str:
    """Energie, rij 312, kolom Hoeveelheid."""
    known = BY_NAME.get(finding.sheet)
    parts = [known.label.in_(language) if known else finding.sheet]
    if finding.row is not None:
        parts.append(ROW.in_(language).format(row=finding.row))
    if finding.column is not None:
        parts.append(COLUMN.in_(language).format(column=heading(finding, language)))
    return ", ".join(parts)


def by_importance(finding: Finding) -> tuple[int, int, int]:
    """Errors first, then by sheet and row; to sort by."""
    return tuple(Severity).index(finding.severity), SHEET_ORDER.get(finding.sheet, -1), finding.row or 0


def heading(finding: Finding, language: Language) -> str:
    """The heading of the column as it stands in the file; an unknown one as it was given."""
    try:
        return column_named(finding.sheet, finding.column or "").label.in_(language)
    except (KeyError, StopIteration):
        return finding.column or ""


def _opening(summary: Summary, language: Language) -> str:
    next_step = MEND if summary.errors else ANSWER if summary.warnings else NONE_AT_ALL
    return f"{counted(summary, language)}\n{next_step.in_(language)}"


def _rule(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    first = findings[0]
    known = obligations().get((first.rule, first.revision))
    duty = f": {known.in_(language)}" if known else ""
    yield f"{SEVERITY[first.severity].in_(language)} {first.rule}{duty}"
    for finding in findings:
        yield f"{INDENT}{place(finding, language)}"
        yield f"{INDENT}{INDENT}{_one_line(finding.message.in_(language))}"
    for mend in dict.fromkeys(finding.mend.in_(language) for finding in findings):
        yield f"{INDENT}{WHAT_TO_DO.in_(language)}: {_one_line(mend)}"


def _not_assessed(items: Sequence[NotAssessed], language: Language) -> Iterator[str]:
    yield NOT_JUDGED.in_(language)
    for item in items:
        sheet = BY_NAME[item.sheet].label.in_(language) if item.sheet in BY_NAME else item.sheet
        rows = f", {ROWS[item.rows != 1].in_(language).format(rows=item.rows)}" if item.rows else ""
        yield f"{INDENT}{item.rule} ({sheet}{rows}): {_one_line(item.reason.in_(language))}"


def _one_line(text: str) -> str:
    """What a person typed may hold line breaks and control characters: none of them reaches the terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
