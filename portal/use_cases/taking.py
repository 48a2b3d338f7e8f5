"""Taking a file in: its name made fit to show, its kind looked at cheaply, its bytes kept under their sha256."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Final

from portal.refusals import Refused
from schemas.settings import MEBIBYTE, settings
from schemas.store import TooLarge, files
from schemas.web import Said

LONGEST_NAME: Final = 200
HEAD: Final = 8

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF: Final = b"%PDF-"
PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"

# What a file of this name has to begin with; an empty beginning is a text, which the check reads further.
REPORT_KINDS: Final[dict[str, tuple[bytes, ...]]] = {".xlsx": (ZIP,), ".zip": (ZIP,), ".json": (b"",)}
SHEET_KINDS: Final[dict[str, tuple[bytes, ...]]] = {".csv": (b"",)}
EVIDENCE_KINDS: Final[dict[str, tuple[bytes, ...]]] = {
    ".pdf": (PDF,),
    ".png": (PNG,),
    ".jpg": (JPEG,),
    ".jpeg": (JPEG,),
    ".xlsx": (ZIP,),
    ".docx": (ZIP,),
    ".csv": (b"",),
    ".txt": (b"",),
}
BOOK_KINDS: Final[dict[str, tuple[bytes, ...]]] = {".xlsx": (ZIP,)}
LIST_KINDS: Final[dict[str, tuple[bytes, ...]]] = {".csv": (b"",), ".txt": (b"",)}
BINARY: Final = (ZIP, OLE, PDF, PNG, JPEG)

EMPTY: Final = Said(
    "{name} is leeg. Sla het bestand opnieuw op en upload het dan.",
    "{name} is empty. Save the file again and then upload it.",
)
NO_FILE: Final = Said("Kies eerst een bestand.", "Choose a file first.")
NO_REPORT: Final = Said(
    "{name} is geen werkboek (.xlsx), zip met csv-bestanden of json-bestand. Kies het bestand met uw rapport.",
    "{name} is no workbook (.xlsx), zip with CSV files or JSON file. Choose the file that holds your report.",
)
HAS_PASSWORD: Final = Said(
    "{name} heeft een wachtwoord of is een oud .xls-bestand. Sla het zonder wachtwoord op als .xlsx.",
    "{name} has a password or is an old .xls file. Save it as .xlsx without a password.",
)
HAS_MACROS: Final = Said(
    "{name} is een werkboek met macro's. Die nemen wij niet aan. Sla het op als .xlsx.",
    "{name} is a workbook with macros. We do not take those. Save it as .xlsx.",
)
NO_EVIDENCE: Final = Said(
    "{name} is geen bewijs dat wij aannemen. U kunt pdf, png, jpg, xlsx, docx, csv en txt uploaden.",
    "{name} is no evidence that we take. You can upload pdf, png, jpg, xlsx, docx, csv and txt.",
)
NO_LIST: Final = Said(
    "{name} is geen csv-bestand. Sla de factorenlijst op als CSV UTF-8 en kies dat bestand.",
    "{name} is no CSV file. Save the factor list as CSV UTF-8 and choose that file.",
)
NO_BOOK: Final = Said(
    "{name} is geen werkboek (.xlsx). Kies het werkboek van de vrijwillige standaard (VSME).",
    "{name} is no workbook (.xlsx). Choose the workbook of the voluntary standard (VSME).",
)
TOO_LARGE: Final = Said(
    "{name} is groter dan {megabytes} MB en is niet verwerkt.",
    "{name} is larger than {megabytes} MB and was not processed.",
)
NAME_TOO_LONG: Final = Said(
    "De naam {name} is langer dan {most} tekens. Geef het bestand een kortere naam, ook in het blad Bewijsstukken.",
    "The name {name} is longer than {most} characters. Give the file a shorter name, also in the sheet Evidence.",
)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A file that lies in the store: the name to show, never used as a path, and what the store took."""

    name: str
    sha256: str
    size: int


def is_csv(name: str) -> bool:
    """Whether a file holds one sheet, and does not say itself which."""
    return _suffix(name) in SHEET_KINDS


def take_report_file(stream: IO[bytes], *, name: str, one_sheet: bool = False) -> Taken:
    """Keep a report's file, or of ``one_sheet``; refuses what cannot be one by its name and first bytes."""
    field = "bestand"
    suffix, head = _suffix(name), _head(stream)
    _refuse_nothing(name, head, field=field)
    if reason := _no_report(suffix, head, REPORT_KINDS | SHEET_KINDS if one_sheet else REPORT_KINDS):
        raise Refused(reason.format(name=shown_name(name)), field=field)
    return _keep(stream, shown_name(name), limit=settings().upload_limit_bytes, field=field)


def take_evidence(stream: IO[bytes], *, name: str) -> Taken:
    """Keep a piece of evidence; its whole name counts, as its row in the report names it."""
    field = "bewijs"
    suffix, head = _suffix(name), _head(stream)
    _refuse_nothing(name, head, field=field)
    if len(plain_name(name)) > LONGEST_NAME:
        raise Refused(NAME_TOO_LONG.format(name=shown_name(name), most=LONGEST_NAME), field=field)
    if not _is_one_of(EVIDENCE_KINDS, suffix, head):
        raise Refused(NO_EVIDENCE.format(name=shown_name(name)), field=field)
    return _keep(stream, plain_name(name), limit=settings().evidence_limit_bytes, field=field)


def take_voluntary_book(stream: IO[bytes], *, name: str) -> Taken:
    """Keep a supplier's workbook until a worker has read it; what is wrong inside is told by that worker."""
    field = "bestand"
    suffix, head = _suffix(name), _head(stream)
    _refuse_nothing(name, head, field=field)
    if reason := _no_report(suffix, head, BOOK_KINDS):
        raise Refused((NO_BOOK if reason is NO_REPORT else reason).format(name=shown_name(name)), field=field)
    return _keep(stream, shown_name(name), limit=settings().evidence_limit_bytes, field=field)


def take_factor_list(stream: IO[bytes] | None, *, name: str) -> Taken:
    """Keep a file with factor lists; what is wrong inside is told by the worker that reads it."""
    field = "bestand"
    if stream is None:
        raise Refused(NO_FILE, field=field)
    suffix, head = _suffix(name), _head(stream)
    _refuse_nothing(name, head, field=field)
    if not _is_one_of(LIST_KINDS, suffix, head):
        raise Refused(NO_LIST.format(name=shown_name(name)), field=field)
    return _keep(stream, shown_name(name), limit=settings().document_limit_bytes, field=field)


def shown_name(name: str) -> str:
    """A file's name as pages show it: without folders and invisible signs, and shortened in its middle."""
    plain = plain_name(name)
    suffix = _suffix(plain)[:20]
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - len(suffix) - 1]}…{suffix}"


def plain_name(name: str) -> str:
    """The last part of a name, composed, without signs that are not seen or turn the reading direction."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    return "".join(sign for sign in last if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}).strip()


def _no_report(suffix: str, head: bytes, kinds: dict[str, tuple[bytes, ...]]) -> Said | None:
    """Why a file of this suffix and these first bytes cannot be a report."""
    if suffix in {".xlsm", ".xltm", ".xlsb"}:
        return HAS_MACROS
    if head.startswith(OLE) and suffix in {".xlsx", ".xls"}:
        return HAS_PASSWORD
    return None if _is_one_of(kinds, suffix, head) else NO_REPORT


def _refuse_nothing(name: str, head: bytes, *, field: str) -> None:
    if not plain_name(name):
        raise Refused(NO_FILE, field=field)
    if not head:
        raise Refused(EMPTY.format(name=shown_name(name)), field=field)


def _is_one_of(kinds: dict[str, tuple[bytes, ...]], suffix: str, head: bytes) -> bool:
    begins = kinds.get(suffix)
    if begins is None:
        return False
    return not head.startswith(BINARY) if begins == (b"",) else head.startswith(begins)


def _suffix(name: str) -> str:
    return PurePosixPath(plain_name(name)).suffix.casefold()


def _head(stream: IO[bytes]) -> bytes:
    head = stream.read(HEAD)
    stream.seek(0)
    return head


def _keep(stream: IO[bytes], name: str, *, limit: int, field: str) -> Taken:
    try:
        kept = files().keep(stream, limit=limit)
    except TooLarge as error:
        raise Refused(TOO_LARGE.format(name=name, megabytes=limit // MEBIBYTE), field=field, status=413) from error
    return Taken(name=name, sha256=kept.sha256, size=kept.size)
