"""Saving a PDF in bytes that are the same each time, and whose streams end where they say for every reader."""

from __future__ import annotations

import io
import zlib
from base64 import a85encode

from pikepdf import Array, Name, Object, Pdf, Stream


def packed(pdf: Pdf, content: bytes, **says: Object | int) -> Stream:
    """A new stream of this content."""
    made = Stream(pdf, zlib.compress(content), **says)
    made.Filter = Name.FlateDecode
    return made


def saved(pdf: Pdf) -> bytes:
    """The whole PDF, its streams as they are but for those whose end could be mistaken."""
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.read_raw_bytes().endswith(b"\r"):
            _in_letters(thing)
    whole = io.BytesIO()
    pdf.save(whole, min_version="1.7", compress_streams=False, deterministic_id=True)
    return whole.getvalue()


def _in_letters(stream: Stream) -> None:
    """The same content in letters with a sign that ends them.

    A carriage return at the end, which comes about once in 256 times, is taken by some readers for a part of the line
    end behind the stream; then they call its length wrong.
    """
    letters = a85encode(stream.read_raw_bytes()) + b"~>"
    stream.write(letters, filter=Array([Name.ASCII85Decode, *_filters(stream)]))


def _filters(stream: Stream) -> list[Object]:
    given = stream.get("/Filter", Array())
    return list(given) if isinstance(given, Array) else [given]
