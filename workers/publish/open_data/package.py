"""All files of a published set; the same set gives the same bytes, and nothing in them says who made them."""

from __future__ import annotations

import io
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from schemas.publication.published import PublishedSet
from workers.publish.open_data.description import CSV_NAME, JSON_NAME, csv_on_the_web, data_package, dataset
from workers.publish.open_data.table import table_of

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
ZIP_NAME: Final = "gegevenspakket.zip"


def open_data(published: PublishedSet, base_url: str) -> dict[str, bytes]:
    """The table, the JSON and the package, by file name."""
    files = {CSV_NAME: table_of(published), JSON_NAME: (published.model_dump_json(indent=2) + "\n").encode()}
    described = files | {
        "datapackage.json": data_package(published, files),
        "gegevens.csv-metadata.json": csv_on_the_web(published),
        "dcat.jsonld": dataset(published, base_url),
    }
    return files | {ZIP_NAME: _zipped(described)}


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w") as package:
        for name in sorted(files):
            member = ZipInfo(name, date_time=LONG_AGO)
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            package.writestr(member, files[name])
    return whole.getvalue()
