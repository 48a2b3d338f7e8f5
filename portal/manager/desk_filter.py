"""Which lines of the desk are shown and in which order, as the address asks; what it does not know it passes over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from portal.manager.desk_lines import Line, Stand
from schemas.judgement import Outcome

ALL_YEARS: Final = "alle"
DOWN: Final = "af"
MINE: Final = "mij"
LATE: Final = "te-laat"
LONGEST: Final = 100
Choice = TypeVar("Choice", bound=StrEnum)


class Found(StrEnum):
    """What the verdicts of a report say; the values stand in addresses."""

    NOT_MET = "niet-gehaald"
    UNKNOWN = "niet-te-beoordelen"
    ALL_MET = "alles-gehaald"
    NONE = "geen-oordeel"


class SortBy(StrEnum):
    """What the lines are ordered by; the values stand in addresses."""

    CONCESSION = "concessie"
    YEAR = "jaar"
    STAND = "stand"
    TERM = "termijn"
    VERDICTS = "oordelen"
    TREND = "verandering"
    QUESTIONS = "vragen"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader asked for; nothing asked is every concession with its newest report, by name."""

    words: str = ""
    stand: Stand | None = None
    found: Found | None = None
    year: str = ""
    province: str = ""
    mine: bool = False
    late: bool = False
    by: SortBy = SortBy.CONCESSION
    down: bool = False

    @property
    def address(self) -> dict[str, str]:
        """The same as it stands in an address."""
        known = {
            "woord": self.words,
            "stand": self.stand or "",
            "oordeel": self.found or "",
            "jaar": self.year,
            "provincie": self.province,
            "aan": MINE if self.mine else "",
            "maatregel": LATE if self.late else "",
            "sorteer": self.by if self.by is not SortBy.CONCESSION else "",
            "richting": DOWN if self.down else "",
        }
        return {name: str(value) for name, value in known.items() if value}

    @property
    def narrows(self) -> bool:
        """Whether a filter is on."""
        return any((self.words, self.stand, self.found, self.year, self.province, self.mine, self.late))

    def sorted_by(self, column: SortBy) -> Wanted:
        """What the heading of a column leads to: its order, or the other way round where it is on already."""
        return replace(self, by=column, down=self.by is column and not self.down)


def wanted(asked: Mapping[str, str], lines: Sequence[Line], years: Sequence[int]) -> Wanted:
    """What the address asks, as far as it can be given."""
    provinces = {name for line in lines for name in line.provinces}
    by = _one_of(SortBy, asked.get("sorteer"))
    return Wanted(
        words=asked.get("woord", "").strip()[:LONGEST],
        stand=_one_of(Stand, asked.get("stand")),
        found=_one_of(Found, asked.get("oordeel")),
        year=asked["jaar"] if asked.get("jaar") in {ALL_YEARS, *map(str, years)} else "",
        province=asked["provincie"] if asked.get("provincie") in provinces else "",
        mine=asked.get("aan") == MINE,
        late=asked.get("maatregel") == LATE,
        by=by or SortBy.CONCESSION,
        down=asked.get("richting") == DOWN,
    )


def shown(lines: Sequence[Line], asked: Wanted) -> list[Line]:
    """The lines that pass the filter, in the order that was asked; what is not known stands last both ways."""
    chosen = [line for line in lines if _passes(line, asked)]
    key = ORDER[asked.by]
    there = [line for line in chosen if key(line) is not None]
    ordered = sorted(there, key=lambda line: key(line) or (), reverse=asked.down)
    return ordered + [line for line in chosen if key(line) is None]


def _passes(line: Line, asked: Wanted) -> bool:
    return (
        _of_year(line, asked.year)
        and asked.stand in {None, line.stand}
        and (asked.found is None or _says(line, asked.found))
        and asked.province in {"", *line.provinces}
        and (line.mine or not asked.mine)
        and (line.plan.overdue > 0 or not asked.late)
        and _names(line, asked.words)
    )


def _of_year(line: Line, year: str) -> bool:
    return year == ALL_YEARS or (str(line.about.report.report_year) == year if year else line.newest)


def _says(line: Line, found: Found) -> bool:
    squares = len(line.strip.squares)
    says = {
        Found.NOT_MET: line.strip.number(Outcome.DOES_NOT_MEET) > 0,
        Found.UNKNOWN: line.strip.number(Outcome.NOT_ASSESSABLE) > 0,
        Found.ALL_MET: squares > 0 and line.strip.number(Outcome.MEETS) == squares,
        Found.NONE: squares == 0,
    }
    return says[found]


def _names(line: Line, words: str) -> bool:
    concession = line.about.concession
    text = " ".join((concession.name, concession.code, line.holder, *line.provinces)).casefold()
    return all(word in text for word in words.casefold().split())


def _one_of(choices: type[Choice], value: str | None) -> Choice | None:
    return choices(value) if value in set(choices) else None


Key = tuple[int | str | date | Decimal, ...]
ORDER: Final[Mapping[SortBy, Callable[[Line], Key | None]]] = {
    SortBy.CONCESSION: lambda line: (line.about.concession.name.casefold(),),
    SortBy.YEAR: lambda line: (line.about.report.report_year,),
    SortBy.STAND: lambda line: (list(Stand).index(line.stand),),
    SortBy.TERM: lambda line: (line.about.state.by,) if line.about.state.by else None,
    SortBy.VERDICTS: lambda line: line.strip.badness if line.strip.squares else None,
    SortBy.TREND: lambda line: (line.trend.change,) if line.trend else None,
    SortBy.QUESTIONS: lambda line: (-line.open,),
}
