"""The desk as a list to go on with elsewhere: the lines that the filter shows, as CSV and as JSON.

The portal makes no documents; this is no document but the page itself in another shape, as the JSON Schema is: the same
lines, from the same questions to the database, at most a few hundred and nothing of it kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from portal.language import language
from portal.manager.desk_lines import Line, Stand
from portal.separated import Cell, separated
from schemas.judgement import Outcome

STAND_WORDS: Final[Mapping[Stand, LazyString]] = {
    Stand.WITH_HOLDER: lazy_gettext("Bij de houder"),
    Stand.SENT_BACK: lazy_gettext("Teruggestuurd"),
    Stand.HANDED_IN: lazy_gettext("Ingediend"),
    Stand.IN_REVIEW: lazy_gettext("In beoordeling"),
    Stand.DECIDED: lazy_gettext("Besloten"),
}
HEADINGS: Final[Mapping[str, LazyString]] = {
    "code": lazy_gettext("Code"),
    "concession": lazy_gettext("Concessie"),
    "holder": lazy_gettext("Houder"),
    "provinces": lazy_gettext("Provincies"),
    "year": lazy_gettext("Jaar"),
    "state": lazy_gettext("Stand"),
    "mine_to_do": lazy_gettext("Aan mij"),
    "term": lazy_gettext("Termijn"),
    "days_left": lazy_gettext("Dagen tot de termijn"),
    "handed_in_on": lazy_gettext("Ingediend op"),
    "days_late": lazy_gettext("Dagen te laat ingediend"),
    "verdicts_over": lazy_gettext("Oordelen over"),
    "norms_met": lazy_gettext("Normen gehaald"),
    "norms_not_met": lazy_gettext("Normen niet gehaald"),
    "norms_not_assessable": lazy_gettext("Normen niet te beoordelen"),
    "not_met": lazy_gettext("Niet gehaald"),
    "g_co2e_per_passenger_km": lazy_gettext("CO2e per reizigerskilometer (g)"),
    "change_percent": lazy_gettext("Verandering sinds het jaar ervoor (%)"),
    "open_questions": lazy_gettext("Open vragen"),
    "measures_overdue": lazy_gettext("Maatregelen te laat"),
}
YES: Final = lazy_gettext("ja")
NO: Final = lazy_gettext("nee")


def as_csv(lines: Iterable[Line]) -> Iterator[str]:
    """One row per line, in the reader's language."""
    return separated([str(heading) for heading in HEADINGS.values()], (list(_cells(one)) for one in lines), language())


def as_json(lines: Sequence[Line]) -> Iterator[str]:
    """One object per line, with names that stay the same in every language."""
    for place, line in enumerate(lines):
        yield "[\n" if place == 0 else ",\n"
        yield json.dumps(_plain(line), ensure_ascii=False)
    yield "\n]\n" if lines else "[]\n"


def _plain(line: Line) -> dict[str, str | int | float | bool | None]:
    told = dict(zip(HEADINGS, _cells(line), strict=True)) | {"state": line.stand.name.lower()}
    return {name: _as_json(value) for name, value in told.items()} | {"mine_to_do": line.mine}


def _as_json(value: Cell) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _cells(line: Line) -> Iterator[Cell]:
    concession, strip, trend = line.about.concession, line.strip, line.trend
    yield from (concession.code, concession.name, line.holder, ", ".join(line.provinces))
    yield from (line.about.report.report_year, str(STAND_WORDS[line.stand]), str(YES if line.mine else NO))
    yield from (line.about.state.by, line.days_left, line.handed_in, line.days_late, line.judged_year)
    yield from (strip.number(outcome) for outcome in (Outcome.MEETS, Outcome.DOES_NOT_MEET, Outcome.NOT_ASSESSABLE))
    yield ", ".join(strip.names(Outcome.DOES_NOT_MEET))
    yield from (round(trend.now, 1), trend.change) if trend else (None, None)
    yield from (line.open, line.plan.overdue)
