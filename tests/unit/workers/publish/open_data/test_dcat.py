"""The DCAT record of a published set, held against what DCAT-AP-NL makes mandatory by a SHACL validator."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph

from tests.unit.workers.publish.open_data.test_package import BASE, a_set
from workers.publish.open_data.description import dataset

SHAPES = Graph().parse(Path(__file__).parent / "dcat_ap_nl.ttl")


def a_record() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(dataset(a_set(), BASE))
    return record


def faults(record: dict[str, Any]) -> str:
    """What the validator says of a record; empty where it conforms."""
    data = Graph().parse(data=json.dumps(record), format="json-ld")
    conforms, _graph, text = validate(data, shacl_graph=SHAPES)
    return "" if conforms else str(text)


def test_the_record_conforms() -> None:
    assert faults(a_record()) == ""


@pytest.mark.parametrize(
    "missing",
    [
        "dct:title",
        "dct:description",
        "dct:identifier",
        "dct:publisher",
        "dct:creator",
        "dct:accessRights",
        "dcat:contactPoint",
        "dcat:theme",
        "dcat:distribution",
    ],
)
def test_what_is_mandatory_is_missed_by_the_shapes(missing: str) -> None:
    record = a_record()
    del record[missing]

    assert "MinCount" in faults(record)
