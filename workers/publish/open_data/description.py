"""What the files of a published set are, for programs: Data Package, CSV on the Web, and a DCAT dataset."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from schemas.publication.fields import FIELDS, Field
from schemas.publication.published import PublishedSet

LICENCE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
CSV_NAME: Final = "gegevens.csv"
JSON_NAME: Final = "gegevens.json"
XSD: Final = {"string": "string", "number": "decimal", "year": "gYear"}
DATASET_TYPE: Final = "http://publications.europa.eu/resource/authority/file-type"


def data_package(published: PublishedSet, files: Mapping[str, bytes]) -> bytes:
    """The Data Package descriptor (Frictionless, version 1) with a Table Schema of the table."""
    fields: list[JsonValue] = [{"name": one.name, "type": one.type, "description": _both(one)} for one in FIELDS]
    table: dict[str, JsonValue] = {
        **_resource("gegevens", CSV_NAME, "text/csv", files[CSV_NAME]),
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
    return _json(
        {
            "profile": "data-package",
            "name": f"ketenspiegel-{published.concession.lower()}-{published.year}",
            "title": _title(published),
            "version": str(published.edition),
            "created": f"{published.published_on.isoformat()}T00:00:00Z",
            "licenses": [{"name": "CC0-1.0", "path": LICENCE}],
            "contributors": [{"title": published.authority, "role": "publisher"}],
            "resources": [table, _resource("volledig", JSON_NAME, "application/json", files[JSON_NAME])],
        }
    )


def csv_on_the_web(published: PublishedSet) -> bytes:
    """The description of the table as CSV on the Web (W3C)."""
    columns: list[JsonValue] = [
        {
            "name": one.name,
            "titles": one.name,
            "datatype": XSD[one.type],
            "dc:description": _both(one),
            "required": one.name in {"concession", "year", "kind", "id"},
        }
        for one in FIELDS
    ]
    return _json(
        {
            "@context": "http://www.w3.org/ns/csvw",
            "url": CSV_NAME,
            "dc:title": _title(published),
            "dc:publisher": published.authority,
            "dc:license": LICENCE,
            "dc:issued": published.published_on.isoformat(),
            "tableSchema": {"columns": columns},
        }
    )


def dataset(published: PublishedSet, base_url: str) -> bytes:
    """The set as a DCAT dataset in JSON-LD, with its distributions at their public addresses."""
    page = f"{base_url}/openbaar/{published.concession}/{published.year}"
    files = f"{page}/uitgaven/{published.edition}"
    return _json(
        {
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
            },
            "@id": page,
            "@type": "dcat:Dataset",
            "dct:title": [{"@value": _title(published), "@language": "nl"}],
            "dct:description": [{"@value": _description(published), "@language": "nl"}],
            "dct:identifier": page,
            "dct:issued": published.published_on.isoformat(),
            "dct:license": {"@id": LICENCE},
            "dct:publisher": {"@type": "foaf:Agent", "foaf:name": published.authority},
            "dcat:landingPage": {"@id": page},
            "dcat:distribution": [
                _distribution(f"{files}/{CSV_NAME}", "text/csv", "CSV"),
                _distribution(f"{files}/{JSON_NAME}", "application/json", "JSON"),
            ],
        }
    )


def _distribution(url: str, media_type: str, kind: str) -> JsonValue:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": media_type,
        "dct:format": {"@id": f"{DATASET_TYPE}/{kind}"},
        "dct:license": {"@id": LICENCE},
    }


def _resource(name: str, path: str, media_type: str, content: bytes) -> dict[str, JsonValue]:
    return {
        "name": name,
        "path": path,
        "mediatype": media_type,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _both(field: Field) -> str:
    return f"{field.description.nl} / {field.description.en}"


def _title(published: PublishedSet) -> str:
    return f"Duurzaamheid van concessie {published.concession_name} in {published.year}"


def _description(published: PublishedSet) -> str:
    return (
        f"Wat {published.authority} openbaar maakt van het rapport van {published.holder} over {published.year}: "
        "oordelen per norm, cijfers, en wat niet openbaar is en waarom."
    )


def _json(content: JsonValue) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
