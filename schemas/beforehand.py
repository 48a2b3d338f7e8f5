"""What is known of a report before anybody fills it in: for the template and for the forms alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from schemas.report.sheets import FORMAT_VERSION
from schemas.terms import Terms

# What stays true from year to year; figures of one year are asked again.
KEPT_FIELDS: Final = ("concession_id", "holder_kvk", "holder_name", "contact_email", "base_year", "base_year_wtw_t")
OECD_STEPS: Final = range(1, 7)
# What a chain that is carried over does not bring along: figures and answers of one year.
ASKED_AGAIN: Final = frozenset({"spend_eur", "refused"})


def known_fields(year: int, earlier: Mapping[str, object], terms: Terms | None) -> dict[str, object]:
    """The fields of the sheet *report* that are known: from last year, from the terms, and from the year itself."""
    agreed = {"concession_id": terms.concession_id, "holder_kvk": terms.holder_kvk} if terms else {}
    return {
        **{name: earlier[name] for name in KEPT_FIELDS if earlier.get(name) is not None},
        **agreed,
        "format_version": FORMAT_VERSION,
        "report_year": year,
        "period_start": _not_before(date(year, 1, 1), terms),
        "period_end": _not_after(date(year, 12, 31), terms),
    }


def _not_before(day: date, terms: Terms | None) -> date:
    return max(day, terms.starts) if terms else day


def _not_after(day: date, terms: Terms | None) -> date:
    return min(day, terms.ends) if terms else day
