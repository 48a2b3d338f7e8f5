"""A zip, unpacked with a budget: only the bytes that really come out count, whatever its headers say."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from workers.intake import limits, unreadable

CHUNK = 256 * 1024
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
ENCRYPTED_BIT = 0x1
DOCTYPES = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
# XML writes these words in capitals and in no other way; the signs before them are quick to look for.
DECLARATIONS = (b"<!", b"<\0!\0")
LONGEST_DOCTYPE = max(map(len, DOCTYPES))
XML = (".xml", ".rels", ".vml", ".svg")


@dataclass(frozen=True)
class Archive:
    """A zip whose every member was unpacked once and found to be safe."""

    data: bytes
    members: Mapping[str, zipfile.ZipInfo]

    def read(self, name: str) -> bytes:
        """The content of one member."""
        return b"".join(_inflated(self.data, self.members[name]))


def opened(data: bytes) -> Archive:
    """The zip after a first pass over every member: names, sizes, doubles, document types."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = file.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as wrong:
        raise unreadable.damaged() from wrong
    if len(entries) > limits.ENTRIES:
        raise unreadable.unsafe_archive("er zitten te veel bestanden in", "it holds too many files")
    members = {entry.filename: entry for entry in entries if not entry.is_dir()}
    for entry in entries:
        _refuse_unsafe(entry)
    if len(members) != sum(not entry.is_dir() for entry in entries):
        raise unreadable.unsafe_archive("een naam komt twee keer voor", "a name stands in it twice")
    _weigh(data, members)
    return Archive(data, members)


def _refuse_unsafe(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if entry.flag_bits & ENCRYPTED_BIT:
        raise unreadable.password()
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename or len(entry.filename) > limits.ENTRY_NAME:
        raise unreadable.unsafe_archive("een bestandsnaam wijst buiten de zip", "a file name points outside the zip")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise unreadable.unsafe_archive("er zit een koppeling in", "it holds a link")
    if path.suffix.lower() in (".zip", ".7z", ".rar", ".gz"):
        raise unreadable.unsafe_archive("er zit een zip in de zip", "it holds a zip inside the zip")


def _weigh(data: bytes, members: Mapping[str, zipfile.ZipInfo]) -> None:
    total = 0
    for name, entry in members.items():
        size, tail = 0, b""
        for piece in _inflated(data, entry):
            size += len(piece)
            if total + size > limits.UNPACKED_BYTES or _packed_too_tight(entry, size):
                raise unreadable.bomb()
            if name.lower().endswith(XML) and _has_doctype(tail + piece):
                raise unreadable.doctype()
            tail = piece[-LONGEST_DOCTYPE:]
        if size != entry.file_size:
            raise unreadable.damaged()
        total += size


def _has_doctype(xml: bytes) -> bool:
    return any(sign in xml for sign in DECLARATIONS) and any(word in xml for word in DOCTYPES)


def _packed_too_tight(entry: zipfile.ZipInfo, size: int) -> bool:
    return size > limits.PACKED_TIMES_FROM and size > limits.PACKED_TIMES * max(entry.compress_size, 1)


def _inflated(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member's bytes as they come out, piece by piece, checked against its checksum."""
    checksum = 0
    for piece in _pieces(_packed(data, entry), entry.compress_type):
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if checksum != entry.CRC:
        raise unreadable.damaged()


def _packed(data: bytes, entry: zipfile.ZipInfo) -> memoryview:
    header = data[entry.header_offset : entry.header_offset + LOCAL_HEADER.size]
    if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise unreadable.damaged()
    *_, name_length, extra_length = LOCAL_HEADER.unpack(header)
    start = entry.header_offset + LOCAL_HEADER.size + name_length + extra_length
    if start + entry.compress_size > len(data):
        raise unreadable.damaged()
    return memoryview(data)[start : start + entry.compress_size]


def _pieces(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + CHUNK]) for at in range(0, len(packed), CHUNK))
        return
    if method != zipfile.ZIP_DEFLATED:
        raise unreadable.damaged()
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), CHUNK):
            waiting: bytes = bytes(packed[at : at + CHUNK])
            while waiting:
                yield stream.decompress(waiting, CHUNK)
                waiting = stream.unconsumed_tail
        yield stream.flush()
    except zlib.error as wrong:
        raise unreadable.damaged() from wrong
    if not stream.eof:
        raise unreadable.damaged()
