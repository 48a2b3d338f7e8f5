"""Who reports about what: the fields of the sheet *report*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Assurance, EvidenceKind
from schemas.terms import Terms
from workers.domain.case import Case
from workers.domain.frames import ENTITY, ROW
from workers.domain.report import Report
from workers.domain.statement import Given, Rule, rule

PERIOD_FIELDS = ("report.report_year", "report.period_start", "report.period_end")


def _at(report: Report, field: str, **said: object) -> Mapping[str, object]:
    """An offence at the row of a field; null where the field is absent."""
    return {ROW: report.fields.rows.get(field), ENTITY: field, **said}


def _rows(offences: Iterable[Mapping[str, object]]) -> pl.LazyFrame:
    return pl.LazyFrame(list(offences))


@rule(
    "REP-001",
    sheet="report",
    at="value",
    severity=Severity.ERROR,
    basis="concession",
    duty_nl="Concessie en jaar zijn die van de rapportageplicht waarvoor het bestand wordt ingediend.",
    nl="Dit rapport noemt als {heading} {given}; de rapportageplicht is voor {agreed}.",
    en="This report names {given} as {heading}; the reporting duty is for {agreed}.",
    expected_nl="{agreed}",
    expected_en="{agreed}",
    mend_nl="Controleer of u het juiste bestand bij de juiste concessie en het juiste jaar uploadt.",
    mend_en="Check that you upload the right file for the right concession and year.",
    needs=("report.concession_id", "report.report_year"),
    given=(Given.TERMS,),
)
def concession_and_year_match_the_duty(case: Case) -> pl.LazyFrame:
    """Concession and year match the reporting duty the file is handed in for."""
    assert case.terms is not None
    front = case.report.front
    wanted = {"concession_id": case.terms.concession_id, "report_year": _duty_year(case, case.terms)}
    given = {"concession_id": front.concession_id, "report_year": str(front.report_year)}
    return _rows(
        _at(case.report, field, heading=f"report.{field}", given=given[field], agreed=wanted[field])
        for field in wanted
        if given[field] != wanted[field]
    )


def _duty_year(case: Case, terms: Terms) -> str:
    """The year of the duty where it is known, else the reported year itself as long as the concession runs in it."""
    if case.duty_year is not None:
        return str(case.duty_year)
    return str(min(max(case.report.front.report_year, terms.starts.year), terms.ends.year))


@rule(
    "REP-002",
    sheet="report",
    at="value",
    severity=Severity.ERROR,
    basis="concession",
    duty_nl="Het KvK-nummer is dat van de concessiehouder.",
    nl="KvK-nummer {given} is niet dat van de houder van concessie {concession}.",
    en="Trade register number {given} is not that of the holder of concession {concession}.",
    expected_nl="{agreed}",
    expected_en="{agreed}",
    mend_nl="Vul het KvK-nummer in waarop de concessie is verleend.",
    mend_en="Fill in the trade register number to which the concession was granted.",
    needs=("report.holder_kvk",),
    given=(Given.TERMS,),
)
def trade_register_number_is_the_holders(case: Case) -> pl.LazyFrame:
    """The trade register number is that of the holder."""
    assert case.terms is not None
    given, terms = case.report.front.holder_kvk, case.terms
    fault = _at(case.report, "holder_kvk", given=given, agreed=terms.holder_kvk, concession=terms.name)
    return _rows([fault] if given != terms.holder_kvk else [])


@rule(
    "REP-003",
    sheet="report",
    at="value",
    severity=Severity.WARNING,
    basis="concession",
    duty_nl="De verslagperiode is het hele kalenderjaar.",
    nl="{heading} is {given}; een rapport over {report_year} gaat over het hele jaar.",
    en="{heading} is {given}; a report on {report_year} is about the whole year.",
    expected_nl="{agreed}, tenzij de concessie in het jaar begint of eindigt.",
    expected_en="{agreed}, unless the concession starts or ends in the year.",
    mend_nl="Rapporteer over het hele jaar, of leg uit waarom dit niet kan.",
    mend_en="Report on the whole year, or explain why that cannot be done.",
    given=(Given.PERIOD,),
    needs=PERIOD_FIELDS,
)
def the_period_is_the_calendar_year(case: Case) -> pl.LazyFrame:
    """The period is the whole calendar year, unless the concession starts or ends in the year."""
    period = case.period
    if period is None or _begins_or_ends(case.terms, period.year):
        return _rows([])
    wanted = {"period_start": date(period.year, 1, 1), "period_end": date(period.year, 12, 31)}
    given = {"period_start": period.start, "period_end": period.end}
    deviating = (field for field in wanted if given[field] != wanted[field])
    return _rows(
        _at(
            case.report,
            field,
            heading=f"report.{field}",
            given=given[field],
            agreed=wanted[field],
            report_year=period.year,
        )
        for field in [next(deviating, None)]
        if field
    )


def _begins_or_ends(terms: Terms | None, year: int) -> bool:
    return terms is not None and year in (terms.starts.year, terms.ends.year)


@rule(
    "REP-004",
    sheet="report",
    at="value",
    severity=Severity.ERROR,
    basis="concession",
    duty_nl="Assurance noemt de verlener en heeft een assuranceverklaring bij de bewijsstukken.",
    nl="De assurance is {assurance}, maar {why}.",
    en="The assurance is {assurance}, but {why}.",
    expected_nl="De naam van de assuranceverlener en een bewijsstuk van de soort Assuranceverklaring.",
    expected_en="The name of the assurance provider and a document of the kind Assurance statement among the evidence.",
    mend_nl="Vul de assuranceverlener in en voeg de verklaring toe, of kies als assurance Geen.",
    mend_en="Fill in the assurance provider and add the statement, or choose None as assurance.",
    needs=("report.assurance", "report.assurer_name"),
)
def assurance_has_a_name_and_a_statement(case: Case) -> pl.LazyFrame:
    """Assurance other than none names the provider and has an assurance_statement in evidence."""
    report, assurance = case.report, case.report.front.assurance
    if assurance is Assurance.NONE:
        return _rows([])
    unnamed = [_at(report, "assurer_name", why="assurer_missing")] if report.front.assurer_name is None else []
    undocumented = [_at(report, "assurance", why="statement_missing")] if _lacks_statement(report) else []
    return _rows({**fault, "assurance": assurance.value} for fault in unnamed + undocumented)


def _lacks_statement(report: Report) -> bool:
    """Whether the evidence surely has no assurance statement; a kind that cannot be read may be one."""
    table = report.table("evidence")
    if not table.present or "kind" in table.absent or table.frame.select(table.broken("kind").any()).item():
        return False
    return EvidenceKind.ASSURANCE_STATEMENT.value not in table.frame["kind"]


@rule(
    "REP-005",
    sheet="report",
    at="value",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="De verslagperiode is een periode, en het verslagjaar ligt erin.",
    nl="{why}: {start} tot en met {end}, verslagjaar {report_year}.",
    en="{why}: {start} to {end}, report year {report_year}.",
    expected_nl="Een periode die op of na haar begin eindigt, met het verslagjaar erin.",
    expected_en="A period that ends on or after its start, with the report year inside it.",
    mend_nl="Verbeter begin, einde of verslagjaar.",
    mend_en="Mend start, end or report year.",
    needs=("report.period_start", "report.period_end"),
)
def the_period_is_a_period(case: Case) -> pl.LazyFrame:
    """The period starts before it ends and holds the report year."""
    front = case.report.front
    said = {"start": front.period_start, "end": front.period_end, "report_year": front.report_year}
    if front.period_start > front.period_end:
        return _rows([_at(case.report, "period_end", why="ends_before_it_starts", **said)])
    year = case.report.fields.values.get("report_year")
    outside = isinstance(year, int) and not front.period_start.year <= year <= front.period_end.year
    return _rows([_at(case.report, "report_year", why="year_outside", **said)] if outside else [])


RULES: tuple[Rule, ...] = (
    concession_and_year_match_the_duty,
    trade_register_number_is_the_holders,
    the_period_is_the_calendar_year,
    assurance_has_a_name_and_a_statement,
    the_period_is_a_period,
)
