"""The published set as one table in CSV: a row per item, the numbers with a decimal point, the texts harmless in a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal

from schemas.harmless import harmless
from schemas.publication.fields import FIELDS
from schemas.publication.published import PublishedSet
from schemas.texts import Bilingual

Row = tuple[str, ...]
Cells = Mapping[str, str]


def table_of(published: PublishedSet) -> bytes:
    """The table in UTF-8; the same set gives the same bytes."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([one.name for one in FIELDS])
    rows.writerows(_rows(published))
    return written.getvalue().encode()


def _rows(published: PublishedSet) -> Iterator[Row]:
    for row in _named_rows(published):
        told = {"concession": published.concession, "year": str(published.year), **row}
        yield tuple(told.get(field.name, "") for field in FIELDS)


def _named_rows(published: PublishedSet) -> Iterator[Cells]:
    """What differs from an empty row, by the name of the column."""
    for fact in published.facts:
        yield {"kind": "fact", "id": fact.id, **_names(fact.name), "text": harmless(fact.value.nl)}
    for verdict in published.verdicts:
        yield {
            "kind": "verdict",
            "id": verdict.norm,
            **_names(verdict.name),
            "value": _number(verdict.value),
            "unit": verdict.unit,
            "status": verdict.verdict.value,
            "threshold": harmless(verdict.threshold or ""),
            "text": harmless(verdict.reason.nl) if verdict.reason else "",
        }
    for one in published.figures:
        told = {"id": one.indicator, "part": one.part, "value": _number(one.value)}
        yield {"kind": "figure", **_names(one.name), **told, "unit": one.unit, "status": one.status.value}
    for kept in published.withheld:
        why = harmless(kept.why.nl) if kept.why else ""
        yield {"kind": "withheld", "id": kept.id, **_names(kept.name), "text": why, "ground": kept.ground.value}


def _names(name: Bilingual) -> Cells:
    return {"name_nl": harmless(name.nl), "name_en": harmless(name.en)}


def _number(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
