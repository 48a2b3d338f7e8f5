"""The published set as one table in CSV: a row per item, the numbers with a decimal point, the texts harmless in a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from schemas.publication.fields import FIELDS
from schemas.publication.published import PublishedSet

Row = tuple[str, ...]
# A text that begins with one of these is run as a formula by a spreadsheet; an apostrophe before it makes it text.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def table_of(published: PublishedSet) -> bytes:
    """The table in UTF-8; the same set gives the same bytes."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([one.name for one in FIELDS])
    rows.writerows(_rows(published))
    return written.getvalue().encode()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _rows(published: PublishedSet) -> Iterator[Row]:
    about = (published.concession, str(published.year))
    for fact in published.facts:
        names = (harmless(fact.name.nl), harmless(fact.name.en))
        yield (*about, "fact", fact.id, "", *names, "", "", "", "", harmless(fact.value.nl), "")
    for verdict in published.verdicts:
        value = "" if verdict.value is None else format(verdict.value, "f")
        reason = harmless(verdict.reason.nl) if verdict.reason else ""
        names = (verdict.name.nl, verdict.name.en)
        asked = harmless(verdict.threshold or "")
        yield (
            *about,
            "verdict",
            verdict.norm,
            "",
            *names,
            value,
            verdict.unit,
            verdict.verdict.value,
            asked,
            reason,
            "",
        )
    for one in published.figures:
        value = "" if one.value is None else format(one.value, "f")
        names = (harmless(one.name.nl), harmless(one.name.en))
        yield (*about, "figure", one.indicator, one.part, *names, value, one.unit, one.status.value, "", "", "")
    for kept in published.withheld:
        names = (harmless(kept.name.nl), harmless(kept.name.en))
        yield (
            *about,
            "withheld",
            kept.id,
            "",
            *names,
            "",
            "",
            "",
            "",
            kept.why.nl if kept.why else "",
            kept.ground.value,
        )
