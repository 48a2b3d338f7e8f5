"""What can be wrong with a list of emission factors: where, what, what was expected and what to do, in both languages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from schemas.texts import Bilingual, Language

PLACE = {
    Language.NL: ("regel {line}, kolom {column}", "regel {line}", "Verwacht", "Wat te doen"),
    Language.EN: ("line {line}, column {column}", "line {line}", "Expected", "What to do"),
}
SAME_AGAIN = Bilingual(nl="Neem de lijst over zoals zij is uitgegeven.", en="Take the list over as it was issued.")


@dataclass(frozen=True)
class Fault:
    """One fault in a list, at a line (the headings are line 1) and perhaps a column."""

    line: int
    column: str | None
    what: Bilingual
    expected: Bilingual
    mend: Bilingual

    def told(self, language: Language) -> str:
        """The whole fault in one sentence or three."""
        in_column, in_line, expected, to_do = PLACE[language]
        place = (in_column if self.column else in_line).format(line=self.line, column=self.column)
        return (
            f"{place[0].upper()}{place[1:]}: {self.what.in_(language)} "
            f"{expected}: {self.expected.in_(language)} {to_do}: {self.mend.in_(language)}"
        )


class UnreadableFactors(Exception):
    """A factor list that cannot be used, with every fault in it."""

    def __init__(self, faults: Collection[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        """Every fault, in both languages below each other."""
        return "\n".join(fault.told(language) for fault in self.faults for language in Language)


def _both(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def columns_missing(names: Collection[str], all_names: Collection[str]) -> Fault:
    """Headings that every list has."""
    return Fault(
        line=1,
        column=None,
        what=_both(f"deze kolommen ontbreken: {_listed(names)}.", f"these columns are missing: {_listed(names)}."),
        expected=_both(f"de koppen {_listed(all_names)}.", f"the headings {_listed(all_names)}."),
        mend=_both("Zet de koppen op de eerste regel.", "Put the headings on the first line."),
    )


def column_unknown(name: str, all_names: Collection[str]) -> Fault:
    """A heading that no list has, or has twice: a misspelt one must not pass for an absent one."""
    return Fault(
        line=1,
        column=name,
        what=_both(
            "deze kolom kennen wij niet, of zij staat er twee keer.", "this column is unknown, or stands there twice."
        ),
        expected=_both(
            f"elke kop één keer, uit: {_listed(all_names)}.", f"each heading once, of: {_listed(all_names)}."
        ),
        mend=_both("Verbeter de kop, of haal de kolom weg.", "Mend the heading, or take the column away."),
    )


def nothing_in_it() -> Fault:
    """No line below the headings."""
    return Fault(
        line=2,
        column=None,
        what=_both("er staat geen enkele factor in.", "there is no factor in it."),
        expected=_both("één regel per factor.", "one line per factor."),
        mend=SAME_AGAIN,
    )


def other_width(line: int, cells: int, headings: int) -> Fault:
    """More or fewer cells than headings."""
    return Fault(
        line=line,
        column=None,
        what=_both(f"hier staan {cells} waarden.", f"there are {cells} values here."),
        expected=_both(f"{headings}, één per kolom.", f"{headings}, one per column."),
        mend=_both(
            "Staat er een komma in een getal? Schrijf getallen met een punt.",
            "Is there a comma in a number? Write numbers with a point.",
        ),
    )


def broken_quotes(line: int) -> Fault:
    """Quotation marks that do not close."""
    return Fault(
        line=line,
        column=None,
        what=_both("de aanhalingstekens sluiten niet.", "the quotation marks do not close."),
        expected=_both("een tekst tussen twee aanhalingstekens.", "a text between two quotation marks."),
        mend=_both("Sla het bestand opnieuw op als CSV.", "Save the file as CSV anew."),
    )


def no_year(line: int, text: str) -> Fault:
    """What is no report year."""
    return Fault(
        line=line,
        column="year",
        what=_both(f"‘{text}’ is geen verslagjaar.", f"‘{text}’ is no report year."),
        expected=_both("een jaar van vier cijfers, zoals 2027.", "a year of four digits, such as 2027."),
        mend=_both(
            "Vul het jaar in waarvan de lijst de verslagen berekent.", "Give the year whose reports the list is for."
        ),
    )


def no_name(line: int, text: str) -> Fault:
    """What is no name of a list."""
    return Fault(
        line=line,
        column="set",
        what=_both(f"‘{text}’ kan geen naam van een lijst zijn.", f"‘{text}’ cannot be the name of a list."),
        expected=_both(
            "hoogstens 80 kleine letters, cijfers, punten en streepjes, zoals official-2027.",
            "at most 80 small letters, digits, points and dashes, such as official-2027.",
        ),
        mend=_both("Geef de lijst zo'n naam.", "Give the list such a name."),
    )


def other_year(line: int, name: str, year: int) -> Fault:
    """A list at two years."""
    return Fault(
        line=line,
        column="year",
        what=_both(f"{name} staat hierboven bij {year}.", f"{name} stands above at {year}."),
        expected=_both("één jaar per lijst.", "one year per list."),
        mend=_both("Geef elk jaar een lijst met een eigen naam.", "Give each year a list with a name of its own."),
    )


def unknown_kind(line: int, text: str, kinds: Collection[str]) -> Fault:
    """A kind of factor that nothing reckons with."""
    return Fault(
        line=line,
        column="kind",
        what=_both(f"‘{text}’ is geen soort factor.", f"‘{text}’ is no kind of factor."),
        expected=_both(f"één van: {_listed(kinds)}.", f"one of: {_listed(kinds)}."),
        mend=_both("Kies de soort uit die lijst.", "Choose the kind from that list."),
    )


def blank(line: int, column: str) -> Fault:
    """A cell that must be filled in."""
    return Fault(
        line=line,
        column=column,
        what=_both("dit is niet ingevuld.", "this is not filled in."),
        expected=_both("een waarde op elke regel.", "a value on every line."),
        mend=SAME_AGAIN,
    )


def twice(line: int, code: str, first: int) -> Fault:
    """A factor that stands in its list already."""
    return Fault(
        line=line,
        column="code",
        what=_both(f"{code} staat ook op regel {first}.", f"{code} also stands on line {first}."),
        expected=_both("elke factor één keer.", "each factor once."),
        mend=_both("Haal één van de twee weg.", "Take one of the two away."),
    )


def other_unit(line: int, text: str, code: str, unit: str) -> Fault:
    """A factor per another unit than the one that reports are reckoned in."""
    return Fault(
        line=line,
        column="unit",
        what=_both(f"{code} staat hier per ‘{text}’.", f"{code} stands here per ‘{text}’."),
        expected=_both(f"per {unit}: daarin rekent het rapport.", f"per {unit}: reports are reckoned in it."),
        mend=_both(f"Reken de factor om naar {unit}.", f"Convert the factor to {unit}."),
    )


def no_number(line: int, column: str, text: str) -> Fault:
    """What is no factor: text, a comma, an exponent, less than nothing."""
    return Fault(
        line=line,
        column=column,
        what=_both(f"‘{text}’ is geen factor.", f"‘{text}’ is no factor."),
        expected=_both(
            "een getal van 0 of hoger, met een punt en zonder duizendtallen, zoals 3.251; of niets.",
            "a number of 0 or more, with a point and without thousands, such as 3.251; or nothing.",
        ),
        mend=_both("Schrijf het getal zo; wij raden er niet naar.", "Write the number like that; we do not guess."),
    )


def no_amount(line: int, code: str) -> Fault:
    """A factor without any figure."""
    return Fault(
        line=line,
        column=None,
        what=_both(f"bij {code} staat geen enkel getal.", f"{code} has no figure at all."),
        expected=_both("ten minste één factor.", "at least one factor."),
        mend=_both("Vul de factor in, of haal de regel weg.", "Fill in the factor, or take the line away."),
    )
