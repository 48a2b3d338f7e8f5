"""What the check of a version found, by rule: the rows as the user wrote them, and the answers that were given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, literal, select
from sqlalchemy.orm import Session, aliased

from portal.holder.answering import AnswerShown, answer_shown
from portal.holder.labels import column_label, sheet_label
from portal.holder.rows import Cell, columns_to_show, written
from portal.holder.rule_titles import rule_titles
from portal.holder.waived import in_short
from portal.language import in_language
from schemas.judgement import Severity
from schemas.report.sheet_text import FIRST_ROW, FRONT, sheet_of_form
from schemas.report.sheets import SHEETS
from schemas.store import Answers, Finding, Given, NotAssessed, RuleResult, Waiver
from schemas.texts import Bilingual

PER_PAGE: Final = 50
ORDER: Final = {severity: place for place, severity in enumerate(Severity)}
Found = tuple[str, Severity]
# What the rule of a finding found in all: a finding and the result of its rule.
RESULT_OF_FINDING: Final = and_(
    RuleResult.version == Finding.version,
    RuleResult.rule == Finding.rule,
    RuleResult.severity == Finding.severity,
)
PLACES: Final = {model.sheet: place for place, model in enumerate(SHEETS)}


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What the reader asks to see: one sheet, one severity, and one rule from a page on."""

    sheet: str | None = None
    severity: Severity | None = None
    rule: str | None = None
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One finding as the page shows it; ``answer`` was given for it alone, ``waived`` tells of a waiver for it alone."""

    position: int
    row: int | None
    source: str | None
    place: str
    value: str | None
    cells: tuple[Cell, ...]
    message: str
    expected: str
    mend: str
    answer: AnswerShown | None
    waived: str = ""
    form: str | None = None
    cell: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """What one rule found; ``count`` is exact, ``listed`` is how many of it can be shown."""

    rule: str
    severity: Severity
    title: str
    sheets: tuple[str, ...]
    count: int
    listed: int
    columns: tuple[str, ...]
    rows: tuple[Shown, ...]
    page: int
    pages: int
    unanswered: int
    in_bulk: AnswerShown | None
    waived: str = ""

    @property
    def mend(self) -> str | None:
        """How to mend it, where that is the same for every row."""
        return _one(shown.mend for shown in self.rows)

    @property
    def expected(self) -> str | None:
        """What was expected, where that is the same for every row."""
        return _one(shown.expected for shown in self.rows)

    @property
    def asks(self) -> bool:
        """Whether it asks for explanations."""
        return self.severity is Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class Page:
    """Which page of a rule's findings is shown, of how many; ``listed`` is how many findings there are to turn over.

    ``on_all_sheets`` is how many there would be without a filter on a sheet.
    """

    listed: int
    on_all_sheets: int
    number: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class Unjudged:
    """A rule that could not be judged, and why."""

    rule: str
    title: str
    sheet: str
    rows: int | None
    reason: str


NO_PAGE: Final = Page(listed=0, on_all_sheets=0, number=1, pages=1)


def groups(session: Session, version: UUID, wanted: Filter, given: Answers) -> list[Group]:
    """The rules that found something, most important first, each with one page of rows and the answers given."""
    titles, results = rule_titles(session, version), _results(session, version, wanted)
    pages = _pages(session, version, wanted)
    rows = _rows(session, version, wanted, pages)
    found = [
        _group(one, rows.get(key, []), pages.get(key, NO_PAGE), wanted=wanted, title=titles.get(one.rule), given=given)
        for one in results
        if (key := (one.rule, one.severity)) in pages or not wanted.sheet
    ]
    return sorted(found, key=_importance)


def alone(session: Session, finding: Finding, given: Answers) -> Group:
    """The group of one finding, with no other row of it."""
    result = session.get_one(RuleResult, (finding.version, finding.rule, finding.severity))
    title = rule_titles(session, finding.version).get(finding.rule)
    page = Page(listed=_listed(session, finding), on_all_sheets=result.count, number=1, pages=1)
    return _group(result, [finding], page, wanted=Filter(rule=finding.rule), title=title, given=given)


def not_assessed(session: Session, version: UUID) -> list[Unjudged]:
    """The rules that could not be judged."""
    titles = rule_titles(session, version)
    query = select(NotAssessed).where(NotAssessed.version == version).order_by(NotAssessed.position)
    return [
        Unjudged(
            rule=one.rule,
            title=titles.get(one.rule, one.rule),
            sheet=sheet_label(one.sheet),
            rows=one.rows,
            reason=in_language(Bilingual(nl=one.reason_nl, en=one.reason_en)),
        )
        for one in session.scalars(query)
    ]


def _listed(session: Session, finding: Finding) -> int:
    which = (Finding.version == finding.version, Finding.rule == finding.rule, Finding.severity == finding.severity)
    return session.scalar(select(func.count(Finding.position)).where(*which)) or 0


def _results(session: Session, version: UUID, wanted: Filter) -> list[RuleResult]:
    query = select(RuleResult).where(RuleResult.version == version, RuleResult.count > 0)
    if wanted.severity:
        query = query.where(RuleResult.severity == wanted.severity)
    return list(session.scalars(query.order_by(RuleResult.rule, RuleResult.severity)))


def _pages(session: Session, version: UUID, wanted: Filter) -> dict[Found, Page]:
    """By rule and severity, how many findings are listed, and which page of them is shown."""
    here = func.sum(case((Finding.sheet == wanted.sheet, 1), else_=0)) if wanted.sheet else func.count()
    query = (
        select(Finding.rule, Finding.severity, here, func.count())
        .where(*_which(version, replace(wanted, sheet=None)))
        .group_by(Finding.rule, Finding.severity)
        .having(here > 0)
        .order_by(Finding.rule, Finding.severity)
    )
    return {
        (rule, severity): _page(listed, on_all_sheets, asked=wanted.page if wanted.rule == rule else 1)
        for rule, severity, listed, on_all_sheets in session.execute(query)
    }


def _page(listed: int, on_all_sheets: int, *, asked: int) -> Page:
    pages = max(1, -(-listed // PER_PAGE))
    return Page(listed=listed, on_all_sheets=on_all_sheets, number=min(max(1, asked), pages), pages=pages)


def _rows(session: Session, version: UUID, wanted: Filter, pages: Mapping[Found, Page]) -> dict[Found, list[Finding]]:
    """The rows of the page of each rule, in one query however many rules there are."""
    place = func.row_number().over(partition_by=(Finding.rule, Finding.severity), order_by=Finding.position)
    which = _which(version, wanted)
    # Not joined to the findings again: where PostgreSQL does not know yet how many they are, it would number them for each.
    placed = select(Finding, place.label("place")).where(*which).subquery()
    shown = aliased(Finding, placed)
    turned = [
        (and_(placed.c.rule == rule, placed.c.severity == severity), (page.number - 1) * PER_PAGE)
        for (rule, severity), page in pages.items()
        if page.number > 1
    ]
    first = case(*turned, else_=0) if turned else literal(0)
    query = select(shown).where(placed.c.place > first, placed.c.place <= first + PER_PAGE).order_by(placed.c.position)
    found: dict[Found, list[Finding]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.rule, row.severity].append(row)
    return found


def _which(version: UUID, wanted: Filter) -> list[ColumnElement[bool]]:
    which = [Finding.version == version]
    which += [Finding.sheet == wanted.sheet] if wanted.sheet else []
    return [*which, Finding.severity == wanted.severity] if wanted.severity else which


def _group(
    result: RuleResult, rows: Sequence[Finding], page: Page, *, wanted: Filter, title: str | None, given: Answers
) -> Group:
    columns = columns_to_show(rows)
    asks = result.severity is Severity.WARNING
    return Group(
        rule=result.rule,
        severity=result.severity,
        title=title or "",
        sheets=tuple(sheet_label(sheet) for sheet in in_order(list({one.sheet for one in rows}))),
        count=_count(result, page, wanted),
        listed=page.listed,
        columns=tuple(column_label(rows[0].sheet, column) for column in columns),
        rows=tuple(_shown(one, columns, given) for one in rows),
        page=page.number,
        pages=page.pages,
        unanswered=given.unanswered.get(result.rule, 0) if asks else 0,
        in_bulk=_answer(given.in_bulk.get(result.rule), given) if asks else None,
        waived=_waived(given.waived_rules.get(result.rule)) if asks else "",
    )


def _count(result: RuleResult, page: Page, wanted: Filter) -> int:
    """How often the rule found something on the sheet; of all sheets together, where not each finding is listed."""
    return page.listed if wanted.sheet and page.on_all_sheets == result.count else result.count


def _shown(finding: Finding, columns: Sequence[str], given: Answers) -> Shown:
    return Shown(
        position=finding.position,
        row=finding.row,
        source=finding.source,
        place=column_label(finding.sheet, finding.column) if finding.column else "",
        value=finding.value,
        cells=written(finding, columns),
        message=in_language(Bilingual(nl=finding.message_nl, en=finding.message_en)),
        expected=in_language(Bilingual(nl=finding.expected_nl or "", en=finding.expected_en or "")),
        mend=in_language(Bilingual(nl=finding.mend_nl or "", en=finding.mend_en or "")),
        answer=_answer(given.to.get(finding.position), given),
        waived=_waived(given.waived.get(finding.position)),
        form=sheet_of_form(finding.source),
        cell=cell_of(finding),
    )


def cell_of(finding: Finding) -> str:
    """How the form calls the cell that a finding is about; the fields of the sheet *report* are its one row."""
    row = FIRST_ROW if finding.sheet == FRONT else finding.row
    return f"r{row}.{finding.column}" if row and finding.column else ""


def _answer(one: Given | None, given: Answers) -> AnswerShown | None:
    return answer_shown(one, given) if one else None


def _waived(waiver: Waiver | None) -> str:
    return in_short(waiver) if waiver else ""


def _importance(group: Group) -> tuple[int, bool, int, str]:
    return ORDER[group.severity], not group.unanswered, -group.count, group.rule


def in_order(sheets: list[str]) -> list[str]:
    """Sheets in the order of the report."""
    return sorted(sheets, key=lambda sheet: (PLACES.get(sheet, -1), sheet))


def _one(texts: Iterable[str]) -> str | None:
    different = set(texts)
    return different.pop() if len(different) == 1 else None
