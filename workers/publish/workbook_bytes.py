"""A workbook as bytes that depend on nothing but what stands in it."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The writer stamps the moment of saving in the properties and in the zip: the same workbook would differ every second.
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
NO_MOMENT = rb"\g<1>2000-01-01T00:00:00Z\g<2>"
PROPERTIES = "docProps/core.xml"


def bytes_of(book: Workbook) -> bytes:
    """The workbook saved; the same content gives the same bytes."""
    saved, made = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with ZipFile(saved) as stamped, ZipFile(made, "w", ZIP_DEFLATED) as plain:
        for name in stamped.namelist():
            content = stamped.read(name)
            plain.writestr(
                ZipInfo(name), STAMP.sub(NO_MOMENT, content) if name == PROPERTIES else content, ZIP_DEFLATED
            )
    return made.getvalue()
