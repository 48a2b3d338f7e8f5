"""Files that are refused whole: each with its own reason, in both languages, without a trace of the machine."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests.unit.workers.intake.files import a_workbook, a_zip, activity, member, reading, with_member
from workers.intake import Unreadable, read

HEAD = ["vehicle_id", "period", "km_timetable", "km_total"]
BOOK = a_workbook({"activity": [HEAD, ["B1", "2026-01", 1, 1]]})
SHEET1 = "xl/worksheets/sheet1.xml"
CSV = ",".join(HEAD) + "\nB1,2026-01,1,1\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def a_bomb() -> bytes:
    """Two hundred megabytes of the same sign in a few hundred kilobytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("activity.csv", "w") as file:
        for _ in range(200):
            file.write(b"1" * 1024 * 1024)
    return made.getvalue()


def lying(data: bytes) -> bytes:
    """The same zip with smaller sizes in its headers than what comes out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.infolist()[0].file_size
    return data.replace(struct.pack("<I", size), struct.pack("<I", 10))


def linked() -> bytes:
    entry = zipfile.ZipInfo("activity.csv")
    entry.external_attr = 0o120777 << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    return made.getvalue()


DTD = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><worksheet/>'
FAR = member(BOOK, SHEET1).replace(b'r="A2"', b'r="XFD1048576"').replace(b'<row r="2"', b'<row r="1048576"')
LOW = member(BOOK, SHEET1).replace(b'r="A2"', b'r="A99999999"').replace(b'<row r="2"', b'<row r="99999999"')

REFUSED = {
    "empty": (b"", "r.xlsx", "leeg"),
    "blank": (b" \r\n", "r.csv", "leeg"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "r.csv", "geen rapport"),
    "a document": (b"%PDF-1.7 ...", "r.pdf", "geen rapport"),
    "a web page": (b"<html><table>", "r.csv", "past niet"),
    "a text called workbook": (CSV.encode(), "r.xlsx", "past niet"),
    "a workbook called csv": (BOOK, "activity.csv", "past niet"),
    "a workbook called zip": (BOOK, "r.zip", "past niet"),
    "a zip called workbook": (a_zip({"activity.csv": CSV}), "r.xlsx", "past niet"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "r.xlsx", "wachtwoord"),
    "an old workbook": (OLE, "r.xls", ".xls"),
    "truncated": (BOOK[: len(BOOK) // 2], "r.xlsx", "beschadigd"),
    "macros": (with_member(BOOK, "xl/vbaProject.bin", b"x"), "r.xlsx", "macro"),
    "a macro workbook": (BOOK, "r.xlsm", "macro"),
    "external links": (with_member(BOOK, "xl/externalLinks/externalLink1.xml", b"<x/>"), "r.xlsx", "andere bestanden"),
    "a document type": (with_member(BOOK, SHEET1, DTD), "r.xlsx", "DTD"),
    "a document type in UTF-16": (
        with_member(BOOK, "docProps/app.xml", DTD.decode().encode("utf-16")),
        "r.xlsx",
        "DTD",
    ),
    "a document type in relations": (with_member(BOOK, "_rels/.rels", DTD), "r.xlsx", "DTD"),
    "a bomb": (a_bomb(), "r.zip", "Uitgepakt"),
    "lying headers": (lying(a_zip({"activity.csv": CSV * 100})), "r.zip", "beschadigd"),
    "a zip inside": (a_zip({"activity.csv": CSV, "more.zip": a_zip({"a": "b"})}), "r.zip", "zip in de zip"),
    "a path upwards": (a_zip({"../activity.csv": CSV}), "r.zip", "buiten de zip"),
    "an absolute path": (a_zip({"/tmp/activity.csv": CSV}), "r.zip", "buiten de zip"),
    "a link": (linked(), "r.zip", "koppeling"),
    "many files": (a_zip({f"{n}.csv": "" for n in range(2001)}), "r.zip", "te veel bestanden"),
    "three hundred columns": (
        (",".join(f"c{n}" for n in range(300)) + "\n").encode(),
        "activity.csv",
        "te veel kolommen",
    ),
    "three hundred columns in a workbook": (
        a_workbook({"activity": [[f"c{n}" for n in range(300)]]}),
        "r.xlsx",
        "te veel kolommen",
    ),
    "a cell far away": (with_member(BOOK, SHEET1, FAR), "r.xlsx", "te veel kolommen"),
    "a cell far down": (with_member(BOOK, SHEET1, LOW), "r.xlsx", "te veel rijen"),
    "twenty million rows": (b"vehicle_id\n" + b"\n" * 20_000_000, "activity.csv", "te veel rijen"),
    "UTF-16 without a mark": (CSV.encode("utf-16-le"), "activity.csv", "tekens"),
    "an open quotation mark": (CSV.encode() + b'"B2,2026-01,1,1\n', "activity.csv", "aanhalingsteken"),
    "a stray quotation mark": (CSV.encode() + b'"B"2,2026-01,1,1\n', "activity.csv", "aanhalingsteken"),
    "a row that is too long": (CSV.encode() + b"B2,2026-01,1,5,1,5\n", "activity.csv", "Rij 3"),
    "no JSON": (b'{"vehicles": [', "r.json", "JSON"),
    "JSON of another shape": (b"[1, 2]", "r.json", "vorm"),
    "JSON that nests without end": (b"[" * 100_000, "r.json", "JSON"),
    "no sheet of ours": (a_workbook({"Blad1": [["a"]]}), "r.xlsx", "geen enkel blad"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_its_own_reason(case: str) -> None:
    content, name, said = REFUSED[case]

    with pytest.raises(Unreadable) as refused:
        reading(content, name)

    assert said in refused.value.reason.nl
    assert refused.value.reason.en != refused.value.reason.nl
    assert refused.value.mend.nl


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / "r.xlsx")

    assert "r.xlsx" in refused.value.reason.nl


def test_the_refusal_survives_the_way_out_of_a_sandbox() -> None:
    import pickle

    with pytest.raises(Unreadable) as refused:
        reading(b"", "r.xlsx")
    again = pickle.loads(pickle.dumps(refused.value))

    assert again.finding("r.xlsx") == refused.value.finding("r.xlsx")
    assert again.finding().rule == "FMT-001"


def test_a_long_row_of_blanks_and_a_short_row_are_no_trouble() -> None:
    read_ = activity("B1,2026-01,1,1,,,,", "B2,2026-01,1,1")

    assert read_.rows["activity"] == 2


def test_twenty_five_columns_are_read() -> None:
    names = [*HEAD, *(f"extra{n}" for n in range(21))]

    assert reading(",".join(names) + "\n", "activity.csv").rows["activity"] == 0
