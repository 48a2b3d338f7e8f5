"""What a file really is: decided by its first bytes, and the name has to agree."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from workers.intake import limits, unreadable

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An encrypted workbook is an OLE file with a stream of this name.
START = 1024
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\x7fELF",
    b"MZ\x90",
)


class Content(StrEnum):
    """The kinds of file that a report can be."""

    WORKBOOK = ".xlsx"
    ARCHIVE = ".zip"
    JSON = ".json"
    DELIMITED = ".csv"


def content_of(name: str, data: bytes) -> Content:
    """The kind of a file, or why it is none that we read."""
    if len(data) > limits.FILE_BYTES:
        raise unreadable.too_big()
    if not data[:START].strip(b"\x00 \t\r\n\xef\xbb\xbf") and not data[START:].strip():
        raise unreadable.empty()
    promised = PurePath(name).suffix.lower()
    if promised in (".xlsm", ".xltm", ".xlsb", ".xlam"):
        raise unreadable.macros()
    if data.startswith(OLE):
        raise unreadable.password() if ENCRYPTED in data else unreadable.old_workbook()
    if promised not in limits.TYPES or data.startswith(OTHERS):
        raise unreadable.no_report(name)
    return _agreed(name, Content(promised), data)


def _agreed(name: str, promised: Content, data: bytes) -> Content:
    zipped = data.startswith((ZIP, EMPTY_ZIP))
    if zipped and promised in (Content.JSON, Content.DELIMITED):
        raise unreadable.other_content(name, "een zip of werkboek", "a zip or a workbook")
    if not zipped and promised in (Content.WORKBOOK, Content.ARCHIVE):
        raise unreadable.other_content(name, "geen werkboek of zip", "no workbook or zip")
    if promised is Content.DELIMITED and data[:START].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        (b"<html", b"<!doc", b"<?xml", b"<svg")
    ):
        raise unreadable.other_content(name, "een webpagina of XML", "a web page or XML")
    return promised
