"""Files as people send them by mistake or on purpose: each with what the portal has to say to them, in both languages."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from openpyxl import load_workbook

from deploy.demo.workbook import workbook
from schemas.texts import Bilingual
from tests.e2e.duties import a_book
from tests.unit.workers.intake.files import a_workbook, a_zip, member, with_member

CODE = "VB-FOUT"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1024 * 1024
SHEET_OF_VEHICLES = "xl/worksheets/sheet2.xml"


@dataclass(frozen=True)
class Bad:
    """A file by name and content, what is said of it, and where: the place that the reader has to look at."""

    name: str
    made: Callable[[], bytes]
    said: Bilingual
    place: Bilingual | None = None


def both(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


@cache
def good() -> bytes:
    """The workbook that all others are made from."""
    return workbook(a_book(CODE))


def _changed(sheet: str, column: str, value: str | date, *, row: int) -> Callable[[], bytes]:
    """The good workbook with one cell changed, named by its headings."""

    def made() -> bytes:
        book = load_workbook(io.BytesIO(good()))
        places = {cell.value: place for place, cell in enumerate(book[sheet][1], start=1)}
        book[sheet].cell(row=row, column=places[column], value=value)
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()

    return made


def _bomb() -> bytes:
    return a_zip({"activity.csv": b"1" * 80 * MEGABYTE})


def _very_long() -> bytes:
    return a_zip({"activity.csv": b"vehicle_id\n" + b"\n" * 5_000_001})


def lying_dimension() -> bytes:
    """The good workbook, one sheet of which says that it reaches to the last row there can be."""
    sheet = member(good(), SHEET_OF_VEHICLES)
    start, end = sheet.index(b"<sheetData"), sheet.find(b"<dimension")
    head = sheet[: end if end >= 0 else start]
    return with_member(good(), SHEET_OF_VEHICLES, head + b'<dimension ref="A1:XFD1048576"/>' + sheet[start:])


# Refused before anything is kept: told on the page of the report, at the field.
AT_THE_DOOR = {
    "no report": Bad(
        "vakantie.pdf",
        lambda: b"%PDF-1.7 een folder",
        both("vakantie.pdf is geen werkboek", "vakantie.pdf is no workbook"),
    ),
    "a password": Bad(
        "rapport.xlsx",
        lambda: OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500,
        both("rapport.xlsx heeft een wachtwoord", "rapport.xlsx has a password"),
    ),
    "an empty file": Bad("rapport.xlsx", lambda: b"", both("rapport.xlsx is leeg.", "rapport.xlsx is empty.")),
    "another kind under our name": Bad(
        "rapport.xlsx",
        lambda: b"voertuig;kilometers\nB1;12\n",
        both("rapport.xlsx is geen werkboek", "rapport.xlsx is no workbook"),
    ),
}

# Taken in, and then no reader can make anything of it: told on the page of the version.
UNREADABLE = {
    "a truncated workbook": Bad(
        "rapport.xlsx",
        lambda: good()[: len(good()) // 2],
        both("Het bestand is beschadigd of niet compleet.", "The file is damaged or not complete."),
    ),
    "a truncated zip": Bad(
        "rapport.zip",
        lambda: a_zip({"activity.csv": "vehicle_id\nB1\n" * 500})[:-30],
        both("Het bestand is beschadigd of niet compleet.", "The file is damaged or not complete."),
    ),
    "a zip bomb": Bad(
        "rapport.zip", _bomb, both("Uitgepakt is het bestand veel te groot", "Unpacked the file is far too big")
    ),
    "300 columns": Bad(
        "rapport.xlsx",
        lambda: a_workbook({"Wagenpark": [[f"kolom {n}" for n in range(300)]]}),
        both("heeft te veel kolommen. Wij lezen er hoogstens 256.", "has too many columns. We read at most 256."),
    ),
    "very many rows": Bad(
        "rapport.zip",
        _very_long,
        both("heeft te veel rijen. Wij lezen er hoogstens 5.000.000.", "has too many rows. We read at most 5,000,000."),
    ),
    "no sheet of ours": Bad(
        "rapport.xlsx",
        lambda: a_workbook({"Vakantierooster": [["naam", "week"], ["A", 32]]}),
        both("staat geen enkel blad van een rapport", "holds not one sheet of a report"),
    ),
}

# Read, and then a finding at its place.
FAULTY = {
    "a formula error": Bad(
        "rapport.xlsx",
        _changed("Energie", "Hoeveelheid", "#REF!", row=27),
        both("staat een formule die geen uitkomst heeft (#REF!)", "holds a formula that has no result (#REF!)"),
        both("Rij 27", "Row 27"),
    ),
    "a formula without a stored value": Bad(
        "rapport.xlsx",
        _changed("Energie", "Hoeveelheid", "=A2*2", row=27),
        both("is een formule zonder opgeslagen waarde", "is a formula without a stored value"),
        both("Rij 27", "Row 27"),
    ),
    "a date in 1900": Bad(
        "rapport.xlsx",
        _changed("Wagenpark", "Datum eerste toelating", date(1900, 1, 5), row=2),
        both("staat ‘1900-01-05’", "says ‘1900-01-05’"),
        both("Rij 2", "Row 2"),
    ),
    "a wrong concession": Bad(
        "rapport.xlsx",
        _changed("Rapport", "Waarde", "XX-ANDERS", row=3),
        both(f"de rapportageplicht is voor {CODE}", f"the reporting duty is for {CODE}"),
        both("Rij 3", "Row 3"),
    ),
}
