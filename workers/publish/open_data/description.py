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
# The code lists that DCAT-AP names.
CODES: Final = "http://publications.europa.eu/resource/authority"
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types"
THEMES: Final = ("TRAN", "ENVI")
CONTEXT: Final[JsonValue] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:issued": {"@type": "xsd:date"},
    "dct:modified": {"@type": "xsd:date"},
}


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
    """The set as a dataset by DCAT-AP-NL in JSON-LD, with its distributions at their public addresses."""
    page = f"{base_url}/openbaar/{published.concession}/{published.year}"
    files = f"{page}/uitgaven/{published.edition}"
    return _json(
        {
            "@context": CONTEXT,
            "@id": page,
            "@type": "dcat:Dataset",
            "dct:title": [{"@value": _title(published), "@language": "nl"}],
            "dct:description": [{"@value": _description(published), "@language": "nl"}],
            "dct:identifier": page,
            "dct:issued": published.published_on.isoformat(),
            "dct:modified": published.published_on.isoformat(),
            "dct:license": {"@id": LICENCE},
            "dct:publisher": _agent(published),
            "dct:creator": _agent(published),
            "dct:accessRights": {"@id": f"{CODES}/access-right/PUBLIC"},
            "dct:language": {"@id": f"{CODES}/language/NLD"},
            "dcat:theme": [{"@id": f"{CODES}/data-theme/{one}"} for one in THEMES],
            "dcat:version": str(published.edition),
            "dcat:contactPoint": {
                "@type": ["vcard:Kind", "vcard:Organization"],
                "vcard:fn": published.authority,
                "vcard:hasURL": {"@id": page},
            },
            "dcat:landingPage": {"@id": page},
            "dcat:distribution": [
                _distribution(f"{files}/{CSV_NAME}", "text/csv", "CSV"),
                _distribution(f"{files}/{JSON_NAME}", "application/json", "JSON"),
            ],
        }
    )


def _agent(published: PublishedSet) -> JsonValue:
    return {"@type": "foaf:Agent", "foaf:name": published.authority}


def _distribution(url: str, media_type: str, kind: str) -> JsonValue:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}/{media_type}"},
        "dct:format": {"@id": f"{CODES}/file-type/{kind}"},
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
