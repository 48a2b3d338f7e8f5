"""Evidence: every document that a report names came with it, and is recent."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from workers.domain.case import Case, Evidence
from workers.domain.frames import LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.statement import Given, Lack, rule


def _name(column: str) -> pl.Expr:
    """A file name as it is compared: capitals and the two ways to write an accent aside."""
    return pl.col(column).str.normalize("NFC").str.to_lowercase().alias("known_name")


def _files(evidence: Evidence) -> pl.LazyFrame:
    """The files that came with the report: ``known_name`` and ``sha256``."""
    files = pl.LazyFrame(
        {"name": list(evidence.files), "sha256": list(evidence.files.values())},
        schema={"name": pl.String, "sha256": pl.String},
    )
    return files.select(_name("name"), "sha256").unique("known_name", maintain_order=True)


@rule(
    "EVD-001",
    sheet="evidence",
    at="file_name",
    severity=Severity.ERROR,
    basis="integrity",
    needs=("evidence.file_name",),
    given=(Given.EVIDENCE,),
    duty_nl="Bij elke rij met bewijs hoort een bestand dat is meegestuurd.",
    nl="Het bestand {file_name} van bewijsstuk {evidence_id} is niet meegestuurd.",
    en="The file {file_name} of evidence {evidence_id} was not sent along.",
    expected_nl="Een meegestuurd bestand met precies de naam {file_name}.",
    expected_en="An attached file with exactly the name {file_name}.",
    mend_nl="Stuur het bestand mee, of verbeter de bestandsnaam in deze rij.",
    mend_en="Send the file along, or correct the file name in this row.",
)
def every_evidence_row_has_its_file(case: Case) -> pl.LazyFrame:
    """Every evidence row has its uploaded file."""
    assert case.evidence is not None
    table = case.report.table("evidence")
    return (
        table.fit.filter(~table.broken("file_name"))
        .with_columns(_name("file_name"))
        .join(_files(case.evidence), on="known_name", how="anti")
        .select("row", "evidence_id", "file_name")
    )


@rule(
    "EVD-002",
    sheet="evidence",
    at="file_name",
    severity=Severity.WARNING,
    basis="integrity",
    needs=("evidence.file_name",),
    given=(Given.EVIDENCE,),
    duty_nl="Een bestand is niet al voor een eerder jaar ingediend.",
    nl="Precies hetzelfde bestand als {file_name} is al ingediend bij het rapport over {handed_in_year}.",
    en="Exactly the same file as {file_name} was handed in before, with the report on {handed_in_year}.",
    expected_nl="Een bewijsstuk dat over dit verslagjaar gaat.",
    expected_en="A document about this report year.",
    mend_nl="Stuur het bewijsstuk van dit jaar mee, of leg uit waarom het oude nog geldt.",
    mend_en="Send this year's document, or explain why the old one still holds.",
)
def a_file_is_new_this_year(case: Case) -> pl.LazyFrame:
    """A file was not handed in for an earlier year."""
    assert case.evidence is not None
    earlier = case.evidence.earlier
    known = pl.LazyFrame(
        {"sha256": list(earlier or {}), "handed_in_year": list((earlier or {}).values())},
        schema={"sha256": pl.String, "handed_in_year": pl.Int64},
    )
    return (
        with_lacks(case.report.table("evidence"), "file_name")
        .with_columns(_name("file_name"), lacking(Lack.EARLIER, pl.lit(earlier is None)))
        .join(_files(case.evidence), on="known_name", how="left")
        .join(known, on="sha256", how="left")
        .filter(judged_by(pl.col("handed_in_year").is_not_null()))
        .select("row", "file_name", "handed_in_year", LACKS)
    )


@rule(
    "EVD-003",
    sheet="evidence",
    at="issued_on",
    severity=Severity.WARNING,
    basis="concession",
    needs=("evidence.issued_on", "report.period_end"),
    duty_nl="Een bewijsstuk is hoogstens 36 maanden voor het einde van de periode afgegeven.",
    nl="Bewijsstuk {evidence_id} is afgegeven op {issued_on}. Dat is meer dan {allowed} maanden vóór {period_end}.",
    en="Evidence {evidence_id} was issued on {issued_on}. That is more than {allowed} months before {period_end}.",
    expected_nl="Afgegeven op of na {earliest}.",
    expected_en="Issued on or after {earliest}.",
    mend_nl="Vraag een nieuwer bewijsstuk op, of leg uit waarom dit nog geldt.",
    mend_en="Ask for a newer document, or explain why this one still holds.",
)
def evidence_is_recent(case: Case) -> pl.LazyFrame:
    """Evidence is not issued more than 36 months before the period's end."""
    months = case.ranges.evidence_months
    end = pl.lit(case.report.front.period_end, pl.Date)
    return (
        case.report.rows("evidence")
        .select(
            "row",
            "evidence_id",
            "issued_on",
            end.alias("period_end"),
            pl.lit(months).alias("allowed"),
            end.dt.offset_by(f"-{months}mo").alias("earliest"),
        )
        .filter(pl.col("issued_on") < pl.col("earliest"))
    )


RULES = (every_evidence_row_has_its_file, a_file_is_new_this_year, evidence_is_recent)
