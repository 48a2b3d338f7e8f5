"""A file, or the parts of a version, read: typed tables, every form fault, and the evidence that came along."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

import polars as pl

from schemas.report.sheets import SHEETS
from workers.domain.report import Fields, Report, Table
from workers.domain.rules.form import FMT
from workers.domain.statement import Offences
from workers.intake import found, limits, unreadable
from workers.intake.archive import Archive, opened
from workers.intake.content import Content, content_of
from workers.intake.delimited import delimited
from workers.intake.document import document
from workers.intake.front import WrittenFields, typed_fields, written_fields
from workers.intake.headings import nearest_sheet, plain, sheet_called
from workers.intake.numbers import Form, settled
from workers.intake.tables import Recognised, forms_said, heading_faults, recognised, typed
from workers.intake.workbook import workbook
from workers.intake.written import WrittenSheet

FRONT = "report"
EVIDENCE = "evidence"
# What archiving programs leave behind and nobody put there.
LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Part:
    """One part of a report: its file by name and content, and the one sheet to take from it (none: all that it holds)."""

    name: str
    content: bytes | Path
    sheet: str | None = None


@dataclass(frozen=True)
class Held:
    """A sheet that a part holds, by the part's position: with how many rows, and whether it is taken from there."""

    position: int
    sheet: str
    rows: int
    used: bool


@dataclass(frozen=True)
class Reading:
    """What was read: the report, its form faults per rule, the evidence by file name, and rows per sheet that is there."""

    report: Report
    offences: tuple[Offences, ...]
    evidence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    rows: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    held: tuple[Held, ...] = ()


@dataclass(frozen=True)
class _Opened:
    """The sheets of one file as written, with the evidence beside them."""

    sheets: tuple[WrittenSheet, ...]
    evidence: Mapping[str, str]


def read(source: Path | Part, *, decimal: str | None = None) -> Reading:
    """One file or folder; raises ``Unreadable`` for what is no report at all."""
    part = Part(source.name, source) if isinstance(source, Path) else source
    return read_parts([part], decimal=decimal)


def read_parts(parts: Sequence[Part], *, decimal: str | None = None) -> Reading:
    """Several files as one report: a later part replaces the sheets that it holds; each sheet keeps its source."""
    files = _all_opened(parts)
    sheets, doubles = _chosen(parts, files)
    known = {name: recognised(name, written) for name, (_, written) in sheets.items() if name in _NAMES}
    if not known:
        raise unreadable.no_sheets(parts[-1].name)
    unknown = [written for name, (_, written) in sheets.items() if name not in _NAMES]
    front = written_fields(known[FRONT]) if FRONT in known else None
    forms = _forms(known, front, decimal)
    read = _reading(known, front, forms, [*map(_unknown_sheet, unknown), *map(_sheet_twice, doubles)], files)
    return replace(read, held=tuple(_held(files, sheets, read.rows)))


_NAMES = frozenset(model.sheet for model in SHEETS)


def _all_opened(parts: Sequence[Part]) -> list[_Opened]:
    """The files of the parts; one that gives several sheets, each as a part of its own, is opened once."""
    opened_once: dict[tuple[str, int, str | None], _Opened] = {}
    files = []
    for part in parts:
        named_by_part = part.sheet if PurePosixPath(part.name).suffix.lower() == ".csv" else None
        key = (part.name, id(part.content), named_by_part)
        if key not in opened_once:
            opened_once[key] = _opened(part)
        files.append(opened_once[key])
    return files


def _held(
    files: Sequence[_Opened], chosen: Mapping[str, tuple[int, WrittenSheet]], rows: Mapping[str, int]
) -> Iterator[Held]:
    """Each sheet that each part holds, also where another part gives it; a sheet twice in a file is told once."""
    for position, file in enumerate(files):
        names = {name: written for written in file.sheets if (name := sheet_called(written.name))}
        for name, written in names.items():
            used = name in chosen and chosen[name][0] == position
            height = rows[name] if used else len(recognised(name, written).written.rows)
            yield Held(position=position, sheet=name, rows=height, used=used)


def _chosen(
    parts: Sequence[Part], files: Sequence[_Opened]
) -> tuple[dict[str, tuple[int, WrittenSheet]], list[tuple[str, WrittenSheet]]]:
    """For each sheet the last part that holds it, by its position, and the sheets that one file holds twice."""
    sheets: dict[str, tuple[int, WrittenSheet]] = {}
    doubles = []
    for position, (part, file) in enumerate(zip(parts, files, strict=True)):
        mine: dict[str, tuple[int, WrittenSheet]] = {}
        for written in file.sheets:
            name = sheet_called(written.name) or f"? {written.name}"
            if part.sheet is not None and name != part.sheet:
                continue
            if name in mine:
                doubles.append((name, written))
            else:
                mine[name] = (position, written)
        sheets |= mine
    return sheets, doubles


def _forms(
    known: Mapping[str, Recognised], front: WrittenFields | None, decimal: str | None
) -> Mapping[str, Form | None]:
    """The form of numbers of each file: as the user says, else as its cells say."""
    files = defaultdict(list)
    for sheet in known.values():
        files[sheet.written.file].append(sheet)
    said = {file: forms_said([s for s in sheets if s.sheet != FRONT]) for file, sheets in files.items()}
    if front is not None:
        said[known[FRONT].written.file] |= front.says
    return {file: Form(decimal) if decimal else settled(forms) for file, forms in said.items()}


def _reading(
    known: Mapping[str, Recognised],
    front: WrittenFields | None,
    forms: Mapping[str, Form | None],
    faults: list[pl.DataFrame],
    files: Sequence[_Opened],
) -> Reading:
    tables: dict[str, Table] = {}
    fields = Fields()
    faults += [_missing_sheet(model.sheet) for model in SHEETS if model.required and model.sheet not in known]
    for name, sheet in known.items():
        faults += heading_faults(sheet)
        form = forms[sheet.written.file]
        if name == FRONT and front is not None:
            fields, wrong = typed_fields(front, form)
        else:
            tables[name], wrong = typed(sheet, form)
        faults += wrong
    return Reading(
        report=Report(fields=fields, tables=MappingProxyType(tables)),
        offences=found.offences(faults),
        evidence=MappingProxyType({name: digest for file in files for name, digest in file.evidence.items()}),
        rows=MappingProxyType({name: len(sheet.written.rows) for name, sheet in known.items()}),
    )


def _missing_sheet(sheet: str) -> pl.DataFrame:
    return found.place(FMT.SHEET, sheet=sheet)


def _unknown_sheet(written: WrittenSheet) -> pl.DataFrame:
    likely = nearest_sheet(written.name)
    return found.place(FMT.UNKNOWN, sheet=written.name, value=written.name, likely=likely, state="sheet")


def _sheet_twice(double: tuple[str, WrittenSheet]) -> pl.DataFrame:
    name, written = double
    return found.place(FMT.TWICE, sheet=name, value=written.name, state="sheet")


def _opened(part: Part) -> _Opened:
    if isinstance(part.content, Path) and part.content.is_dir():
        return _folder(part.content)
    name, data = part.name, _bytes(part)
    match content_of(name, data):
        case Content.WORKBOOK:
            return _Opened(workbook(name, opened(data)), {})
        case Content.JSON:
            return _Opened(document(name, data), {})
        case Content.DELIMITED:
            return _Opened((delimited(name, data, sheet=part.sheet),), {})
        case Content.ARCHIVE:
            return _archive(name, opened(data))


def _bytes(part: Part) -> bytes:
    if isinstance(part.content, bytes):
        return part.content
    try:
        if part.content.stat().st_size > limits.FILE_BYTES:
            raise unreadable.too_big()
        return part.content.read_bytes()
    except OSError as wrong:
        raise unreadable.not_found(part.name) from wrong


def _archive(name: str, archive: Archive) -> _Opened:
    """A zip of CSV files, at the top or in one folder; what lies in a folder *evidence* is evidence."""
    if any(plain(member).startswith("xl/") for member in archive.members):
        raise unreadable.other_content(name, "een werkboek", "a workbook")
    paths = [PurePosixPath(member.replace("\\", "/")) for member in archive.members]
    members = dict(zip(paths, archive.members, strict=True))
    kept = {path: member for path, member in members.items() if not set(LITTER) & set(path.parts)}
    return _files((path, archive.read(member)) for path, member in kept.items())


def _folder(folder: Path) -> _Opened:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if sum(path.stat().st_size for path in paths) > limits.UNPACKED_BYTES:
        raise unreadable.too_big()
    return _files((PurePosixPath(path.relative_to(folder).as_posix()), path.read_bytes()) for path in paths)


def _files(files: Iterable[tuple[PurePosixPath, bytes]]) -> _Opened:
    """CSV files as sheets and evidence by its sha256; another file is an unknown sheet."""
    sheets: list[WrittenSheet] = []
    evidence = {}
    for path, data in files:
        if EVIDENCE in map(str.lower, path.parts[:-1]):
            evidence[path.name] = hashlib.sha256(data).hexdigest()
        elif path.suffix.lower() == ".csv":
            content_of(path.name, data)
            sheets.append(delimited(path.name, data))
        elif path.name not in LITTER:
            sheets.append(WrittenSheet(path.name, path.name, path.name, (), pl.Series("row", [], dtype=pl.UInt32)))
        if len(sheets) > limits.SHEETS:
            raise unreadable.too_many_sheets()
    return _Opened(tuple(sheets), evidence)
