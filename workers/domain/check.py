"""The check: first the rules that say which rows can be judged at all, then all others on the rows that can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import polars as pl

from schemas.judgement import NotAssessed
from schemas.report.columns import columns_of
from schemas.report.sheets import BY_NAME, column_named
from schemas.texts import Bilingual
from workers.domain import reasons
from workers.domain.case import Case
from workers.domain.checked import Checked as Checked
from workers.domain.frames import BAD, LACKS, ROW, ROWS, SHEET, UNFIT
from workers.domain.ledger import Ledger
from workers.domain.offences import completed
from workers.domain.privacy import private
from workers.domain.reasons import Given, Lack
from workers.domain.reckoning import reckoned
from workers.domain.report import Report, Table
from workers.domain.statement import Offences, Rule

FRONT = "report"
DECLARED = "declared"
# Rows with such an error repeat a key: they are left out, but do not make the first row doubtful.
REPEATS = "KEY-001"
RAISED = "While judging rule "


def check(case: Case, form: Sequence[Offences] = ()) -> Checked:
    """All that breaks a rule of the case's rule set; ``form`` is what intake found already. A rule that raises stops the check."""
    sound, by = sifted(case), case.rule_set
    case, found = sound.case, [*_completed(form, case), *sound.offences]
    found += [judged(rule, case) for rule in by.rules if rule not in (*by.first, *by.last)]
    opened = _with_figures(Checked(case, tuple(found)))
    found += [judged(rule, opened) for rule in by.last]
    return private(Checked(case, tuple(found)))


def sifted(case: Case) -> Checked:
    """A case with only the rows that can be judged, by the rules that come first."""
    found = []
    for rule in case.rule_set.first:
        offences = judged(rule, case)
        found.append(offences)
        case = _fit(case, offences)
    return Checked(case, tuple(found))


def _completed(form: Sequence[Offences], case: Case) -> list[Offences]:
    """What intake found, with every default filled in."""
    return [replace(faults, frame=completed(faults.statement, faults.frame, case.report)) for faults in form]


def _with_figures(checked: Checked) -> Case:
    """The case with its indicators, where totals are declared that are held against them."""
    declared = checked.case.report.table(DECLARED).frame
    return replace(checked.case, figures=reckoned(Ledger(checked))) if declared.height else checked.case


def judged(rule: Rule, case: Case) -> Offences:
    """What breaks one rule, with every default filled in, and what of it could not be judged."""
    statement = rule.statement
    if reason := _lacking(rule, case):
        whole = NotAssessed(
            rule=statement.id, sheet=statement.sheet, rows=_height(case.report, statement.sheet), reason=reason
        )
        return Offences(statement, completed(statement, pl.DataFrame(), case.report), (whole,))
    given = _given(rule, case)
    offences = given.filter(pl.col(LACKS).is_null()).drop(LACKS) if LACKS in given.columns else given
    return Offences(
        statement,
        completed(statement, offences, case.report),
        tuple(_not_assessed(rule, given, report=case.report)),
    )


def raised_by(error: BaseException) -> str | None:
    """The rule that raised an error, if a rule did."""
    notes = (note for note in getattr(error, "__notes__", ()) if note.startswith(RAISED))
    return next((note.removeprefix(RAISED) for note in notes), None)


def _given(rule: Rule, case: Case) -> pl.DataFrame:
    """What a rule gives; an error that it raises is told with its name."""
    try:
        return rule.find(case).collect()
    except Exception as error:
        error.add_note(f"{RAISED}{rule.statement.id}")
        raise


def _fit(case: Case, offences: Offences) -> Case:
    """The case without the rows that have an error of a rule that comes first."""
    report = case.report
    if offences.frame.is_empty():
        return case
    for (sheet,), faults in offences.frame.filter(pl.col(ROW).is_not_null()).group_by(SHEET, maintain_order=True):
        if sheet != FRONT:
            report = report.replacing(
                _marked(report.table(str(sheet)), faults[ROW].unique(), rule=offences.statement.id)
            )
    return case if report is case.report else replace(case, report=report)


def _marked(table: Table, rows: pl.Series, *, rule: str) -> Table:
    return table.repeated_at(rows) if rule == REPEATS else table.without(rows)


def _lacking(rule: Rule, case: Case) -> Bilingual | None:
    """Why a rule cannot be judged at all, if so."""
    given = {
        Given.TERMS: case.terms is not None,
        Given.FACTORS: case.factors is not None,
        Given.PREVIOUS: case.last_year is not None,
        Given.EVIDENCE: case.evidence is not None,
        Given.PERIOD: case.period is not None,
    }
    absent = [name for name in rule.given if not given[Given(name)]]
    # A field of the period that is missing is the nearer reason.
    if absent and absent != [Given.PERIOD]:
        return reasons.NOT_GIVEN[absent[0]]
    missing = next((reason for need in rule.needs if (reason := _missing(need, case.report))), None)
    return missing or (reasons.NOT_GIVEN[Given.PERIOD] if absent else None)


def _missing(need: str, report: Report) -> Bilingual | None:
    """Why a needed cell is nowhere to be found; what is optional may be absent."""
    sheet, name = need.split(".")
    column = column_named(sheet, name)
    if sheet == FRONT:
        gone = (column.required and name not in report.fields.values) or name in report.fields.bad
        return reasons.field_missing(column) if gone else None
    table = report.table(sheet)
    if not table.present:
        return reasons.sheet_missing(sheet) if BY_NAME[sheet].required else None
    return reasons.column_missing(column) if column.required and name in table.absent else None


def _not_assessed(rule: Rule, given: pl.DataFrame, *, report: Report) -> Iterable[NotAssessed]:
    sheet = rule.statement.sheet
    counts = _own_counts(given, sheet) if LACKS in given.columns else _counts(rule, report)
    for place, lack, rows in counts:
        yield NotAssessed(rule=rule.statement.id, sheet=place, rows=rows, reason=reasons.LACKING[lack])
    if sheet in BY_NAME and sheet != FRONT and not report.table(sheet).present and given.is_empty():
        yield NotAssessed(rule=rule.statement.id, sheet=sheet, rows=0, reason=reasons.sheet_missing(sheet))


def _own_counts(given: pl.DataFrame, sheet: str) -> list[tuple[str, Lack, int]]:
    """The rows that a rule itself could not judge, by sheet and why."""
    if given.is_empty():
        return []
    lacking = given.filter(pl.col(LACKS).is_not_null())
    place = pl.col(SHEET) if SHEET in given.columns else pl.lit(sheet).alias(SHEET)
    rows = pl.col(ROWS).sum() if ROWS in given.columns else pl.len()
    counted = lacking.group_by(place, LACKS).agg(rows.cast(pl.Int64)).sort(SHEET, LACKS)
    return [(where, Lack(lack), number) for where, lack, number in counted.iter_rows()]


def _counts(rule: Rule, report: Report) -> list[tuple[str, Lack, int]]:
    """The rows of the rule's sheet that it cannot judge: a needed cell is broken, or the row is not judged further."""
    sheet = rule.statement.sheet
    if sheet not in BY_NAME or sheet == FRONT or (table := report.table(sheet)).flawless:
        return []
    needed = [name for of, name in (need.split(".") for need in rule.needs) if of == sheet]
    broken = table.broken(*(needed or [column.name for column in columns_of(BY_NAME[sheet]) if column.key]))
    unfit, cells = table.frame.select(pl.col(UNFIT).sum(), (~pl.col(UNFIT) & broken).sum().alias(BAD)).row(0)
    return [(sheet, lack, number) for lack, number in ((Lack.ROW, unfit), (Lack.CELL, cells)) if number]


def _height(report: Report, sheet: str) -> int:
    if sheet == FRONT:
        return len(report.fields.rows)
    return report.table(sheet).frame.height if sheet in BY_NAME else 0
