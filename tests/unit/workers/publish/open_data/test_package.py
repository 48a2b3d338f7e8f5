"""The files of a published set: valid by the standard's own checker, the same bytes each time, harmless, and about nobody."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import Package, system

from schemas.judgement import Outcome, Status
from schemas.publication.fields import FIELDS
from schemas.publication.grounds import Ground
from schemas.publication.items import CASE, NORMS, TEXTS, Item, Kind, figure_id, verdict_id
from schemas.publication.published import Heading, PublishedSet, published_set
from schemas.texts import Bilingual
from workers.publish.open_data.package import open_data

BASE = "https://ketenspiegel.voorbeeld.example"
HEADING = Heading(
    concession="VB-OOST",
    concession_name="Voorbeeld-Oost",
    holder="Denkbeeldig Vervoer B.V.",
    authority="Provincie Voorbeeld",
    year=2025,
    edition=2,
    published_on=date(2026, 7, 22),
)
SHARE = figure_id("FLT-02", "total")


def both(text: str) -> Bilingual:
    return Bilingual(nl=text, en=text)


def a_figure(indicator: str, part: str, value: str | None) -> Item:
    return Item(
        id=figure_id(indicator, part),
        kind=Kind.FIGURE,
        theme=indicator.split("-")[0],
        name=both(f"{indicator} {part}"),
        code=indicator,
        part=part,
        value=Decimal(value) if value else None,
        unit="%",
        status=Status.MEASURED if value else Status.NOT_ASSESSABLE,
    )


ITEMS = (
    Item(id="case:decided", kind=Kind.FACT, theme=CASE, name=both("Besloten op"), words=both("2026-04-28")),
    Item(
        id=verdict_id("N-ZE-FLEET"),
        kind=Kind.VERDICT,
        theme=NORMS,
        name=both("Wagenpark"),
        code="N-ZE-FLEET",
        value=Decimal("83.6"),
        unit="%",
        outcome=Outcome.MEETS,
        judged=SHARE,
        threshold="70",
        words=both("Het wagenpark is voor 83,6 % zonder uitstoot."),
    ),
    a_figure("FLT-02", "total", "83.6"),
    a_figure("FLT-03", "total", None),
    a_figure("ENE-09", "total", "-1.5"),
    Item(id="text:x", kind=Kind.TEXT, theme=TEXTS, name=both("Toelichting"), words=both('=HYPERLINK("x")')),
)


def a_set(*kept_back: str) -> PublishedSet:
    return published_set(HEADING, ITEMS, dict.fromkeys(kept_back, Ground.COMPETITION), {})


def rows(published: PublishedSet) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(open_data(published, BASE)["gegevens.csv"].decode(), newline="")))


def test_the_package_passes_the_checker_of_its_standard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(open_data(a_set(), BASE)["gegevenspakket.zip"])) as package:
        package.extractall(tmp_path)
    monkeypatch.chdir(tmp_path)

    with system.use_context(trusted=True):
        report = Package("datapackage.json").validate()

    assert report.valid, report.to_summary()


def test_the_same_set_gives_the_same_bytes() -> None:
    assert open_data(a_set(), BASE) == open_data(a_set(), BASE)


def test_what_is_kept_back_stands_there_with_its_ground_and_without_its_value() -> None:
    published = a_set(SHARE)

    [kept] = [row for row in rows(published) if row["kind"] == "withheld"]
    whole = b"".join(open_data(published, BASE)[name] for name in ("gegevens.csv", "gegevens.json"))

    assert (kept["id"], kept["ground"], kept["value"]) == (SHARE, "5.1.2f", "")
    assert b"83" not in whole


def test_a_text_is_no_formula_and_a_negative_number_stays_one() -> None:
    found = {row["id"]: row for row in rows(a_set())}

    assert found["text:x"]["text"].startswith("'=")
    assert found["ENE-09"]["value"] == "-1.5"


def test_every_column_is_described_in_the_package_and_on_the_web() -> None:
    with zipfile.ZipFile(io.BytesIO(open_data(a_set(), BASE)["gegevenspakket.zip"])) as package:
        described = json.loads(package.read("datapackage.json"))["resources"][0]["schema"]["fields"]
        columns = json.loads(package.read("gegevens.csv-metadata.json"))["tableSchema"]["columns"]
        dataset = json.loads(package.read("dcat.jsonld"))

    names = [one.name for one in FIELDS]
    assert [one["name"] for one in described] == names == [one["name"] for one in columns]
    assert all(one["description"] for one in described)
    assert dataset["dcat:distribution"][0]["dcat:downloadURL"]["@id"].startswith(BASE)


def test_what_is_read_back_is_what_was_written() -> None:
    published = a_set()

    assert PublishedSet.model_validate_json(open_data(published, BASE)["gegevens.json"]) == published
