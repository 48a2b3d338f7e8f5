"""What the holder states itself once more: SOC-12, DD-07, DD-10 and the rest of GOV."""

from __future__ import annotations

from functools import partial

from tests.plain_reckoning.answers import TOTAL, Answer, NotAssessable, Parts, attempted, known, unknown
from tests.plain_reckoning.climate import transport
from tests.plain_reckoning.report import Plain, Row, amount, day


def _declared(indicator: str, plain: Plain) -> Parts:
    """Stated by the holder in sheet declared, with evidence; a blank part is the total."""
    rows = plain.rows("declared", lambda row: row["indicator_id"] == indicator)
    told = {TOTAL: unknown()}
    for row in rows:
        part = TOTAL if row["part"] is None else f"part={row['part']}"
        told[part] = attempted(partial(_stated, row))
    yield from told.items()


def _stated(row: Row) -> Answer:
    nothing = row["value"] is None and row["text_value"] is None
    if nothing or row["evidence_id"] is None:
        raise NotAssessable
    return known(None if row["value"] is None else amount(row["value"]))


def ladder(plain: Plain) -> Parts:
    """GOV-01: report.co2_ladder (version and level or step such as 3.1/5) and its validity at period_end."""
    version, _, level = str(plain.field("co2_ladder")).partition("/")
    numbers = version.strip().replace(".", "", 1).isdigit() and level.strip().isdigit()
    if not numbers or day(plain.field("co2_ladder_valid_to")) < plain.last_day:
        raise NotAssessable
    yield TOTAL, known(int(level))


def reduction(plain: Plain) -> Parts:
    """GOV-02: GHG-04 against report.base_year_wtw_t, in per cent; as sure as GHG-04 is."""
    plain.field("base_year")
    base, now = plain.number("base_year_wtw_t"), dict(transport(plain))[TOTAL]
    if not base or now.value is None:
        raise NotAssessable
    yield TOTAL, known((now.value / base - 1) * 100, estimated=now.status == "estimated", coverage=now.coverage)


def assurance(plain: Plain) -> Parts:
    """GOV-04: report.assurance, a word and no number."""
    plain.field("assurance")
    yield TOTAL, known(None)


INDICATORS = {
    "SOC-12": partial(_declared, "SOC-12"),
    "DD-07": partial(_declared, "DD-07"),
    "DD-10": partial(_declared, "DD-10"),
    "GOV-01": ladder,
    "GOV-02": reduction,
    "GOV-04": assurance,
    "GOV-05": partial(_declared, "GOV-05"),
}
