"""Lists that somebody imports: read as they stand, or refused with every line and column that is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.texts import Language
from workers.domain.factors import FactorSet
from workers.intake import Unreadable
from workers.reference import units_of_factors
from workers.reference.factor_faults import UnreadableFactors
from workers.reference.factor_list import read_factors
from workers.reference.remarks import remarks

HEAD = "year,kind,code,unit,wtw,ttw,wtt,biogenic,infrastructure,mj_per_unit,source\n"
DIESEL = "2027,carrier,diesel_b7,l,3.2,2.4,0.8,,,35.9,list 2027\n"


def read(text: str | bytes) -> tuple[FactorSet, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    return read_factors("lijst.csv", data, units=units_of_factors())


def faults(text: str | bytes) -> list[tuple[int, str | None]]:
    """The lines and columns that a list is refused for."""
    with pytest.raises(UnreadableFactors) as wrong:
        read(text)
    return [(fault.line, fault.column) for fault in wrong.value.faults]


def test_a_list_is_read_per_year_and_named_after_it():
    found = read(HEAD + DIESEL + "2028,carrier,diesel_b7,l,3.1,,,,,,list 2028\n")

    assert [(known.id, known.year, len(known.entries)) for known in found] == [
        ("official-2027", 2027, 1),
        ("official-2028", 2028, 1),
    ]
    assert found[0].entries[0].wtw == Decimal("3.2")
    assert found[0].entries[0].wtt == Decimal("0.8")
    assert found[0].entries[0].biogenic is None


@pytest.mark.parametrize(("name", "fictional"), [("demo-2027", True), ("official-2027.2", False)])
def test_a_list_may_have_a_name_of_its_own(name: str, fictional: bool):
    [found] = read(f"set,{HEAD}{name},{DIESEL}")

    assert (found.id, found.fictional) == (name, fictional)


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + DIESEL).replace(",", ";").encode(),
        (HEAD + DIESEL).replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
        ("\ufeff" + HEAD + DIESEL + "\n\n").encode(),
        (HEAD + DIESEL.replace("list 2027", "lijst één")).encode("cp1252"),
    ],
    ids=["semicolons", "utf-16 with tabs", "utf-8 with its mark and blank lines", "windows-1252"],
)
def test_a_list_is_read_as_spreadsheet_programs_write_it(data: bytes):
    assert [entry.code for entry in read(data)[0].entries] == ["diesel_b7"]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ('2027,carrier,diesel_b7,l,"3,251",,,,,,x', "wtw"),
        ("2027,carrier,diesel_b7,l,1e3,,,,,,x", "wtw"),
        ("2027,carrier,diesel_b7,l,NaN,,,,,,x", "wtw"),
        ("2027,carrier,diesel_b7,l,3.2,-0.1,,,,,x", "ttw"),
        ("2027,carrier,diesel_b7,l,3.2,,,,,veel,x", "mj_per_unit"),
        ("twee,carrier,diesel_b7,l,3,,,,,,x", "year"),
        ("1989,carrier,diesel_b7,l,3,,,,,,x", "year"),
        ("2101,carrier,diesel_b7,l,3,,,,,,x", "year"),
        ("2027,fuel,diesel_b7,l,3,,,,,,x", "kind"),
        ("2027,carrier,,l,3,,,,,,x", "code"),
        ("2027,carrier,diesel_b7,,3,,,,,,x", "unit"),
        ("2027,carrier,diesel_b7,kg,3,,,,,,x", "unit"),
        ("2027,carrier,diesel_b7,l,3,,,,,,", "source"),
        ("2027,carrier,diesel_b7,l,,,,,,,x", None),
        ("2027,carrier,diesel_b7,l,3,251,,,,,,x", None),
        ("2027,carrier", None),
    ],
)
def test_a_line_that_cannot_be_understood_is_named_with_its_column(line: str, column: str | None):
    assert faults(HEAD + DIESEL.replace("diesel_b7", "hvo100") + line) == [(3, column)]


@pytest.mark.parametrize("year", [1990, 2100])
def test_the_first_and_the_last_year_are_years(year: int):
    assert read(HEAD + DIESEL.replace("2027", str(year), 1))[0].year == year


def test_every_fault_is_told_at_once():
    assert faults(HEAD + "twee,carrier,diesel_b7,l,3,,,,,,x\n2027,fuel,hvo100,l,-3,,,,,,\n") == [
        (2, "year"),
        (3, "kind"),
        (3, "source"),
        (3, "wtw"),
    ]


def test_a_factor_that_stands_there_twice_is_refused_and_names_the_first():
    with pytest.raises(UnreadableFactors) as wrong:
        read(HEAD + DIESEL + DIESEL)

    assert "Regel 3, kolom code: diesel_b7 staat ook op regel 2." in str(wrong.value)


def test_one_list_at_two_years_is_refused():
    assert faults(f"set,{HEAD}mijn-lijst,{DIESEL}mijn-lijst,2028,carrier,hvo100,l,3,,,,,,x") == [(3, "year")]


@pytest.mark.parametrize("name", ["Official 2027", "lijst/2027", "x" * 81])
def test_what_cannot_be_a_name_is_refused(name: str):
    assert faults(f"set,{HEAD}{name},{DIESEL}") == [(2, "set")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, None)]),
        ("jaar;soort\n", [(1, None), (1, "jaar;soort")]),
        (f"sett,{HEAD}", [(1, "sett")]),
        (f"year,{HEAD}", [(1, "year")]),
        (HEAD, [(2, None)]),
        (HEAD + '2027,carrier,"diesel', [(2, None)]),
    ],
    ids=["nothing", "other headings", "a misspelt heading", "a heading twice", "only headings", "open quotes"],
)
def test_what_is_no_list_is_refused(text: str, expected: list[tuple[int, str | None]]):
    assert faults(text) == expected


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Unreadable):
        read(b"PK\x03\x04" + bytes(400))


def test_a_fault_says_where_what_expected_and_what_to_do_in_both_languages():
    with pytest.raises(UnreadableFactors) as wrong:
        read(HEAD + '2027,carrier,diesel_b7,l,"3,251",,,,,,x')

    nl, en = (wrong.value.faults[0].told(language) for language in Language)
    assert nl.startswith("Regel 2, kolom wtw: ‘3,251’ is geen factor. Verwacht: een getal van 0 of hoger, met een punt")
    assert en.startswith("Line 2, column wtw: ‘3,251’ is no factor. Expected: a number of 0 or more, with a point")
    assert str(wrong.value) == f"{nl}\n{en}"


def test_what_a_list_lacks_and_what_nothing_reckons_with_is_remarked():
    units = {("carrier", "diesel_b7"): "l", ("carrier", "hvo100"): "l"}
    [given] = read(HEAD + DIESEL.replace("diesel_b7", "diesel_b77"))

    assert [remark.nl for remark in remarks(given, units)] == [
        "official-2027 mist diesel_b7, hvo100. Wat daarop hangt, is niet te beoordelen.",
        "Met diesel_b77 (carrier) in official-2027 rekent geen enkel rapport. Bedoelt u diesel_b7?",
    ]
