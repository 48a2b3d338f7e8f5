"""Duties of a concession of a test's own, and the reports that answer them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files as package_files
from pathlib import Path

from deploy.demo.reports import VB_OOST, Book, report
from tests.running import Site

YEAR = 2026


def a_book(code: str) -> Book:
    """A whole report without faults on the concession of this code."""
    return report(replace(VB_OOST, code=code), YEAR)


def a_new_duty(site: Site, code: str, folder: Path) -> str:
    """A new concession of the demo's holder with this year's duty, brought in as an operator does; gives its name."""
    terms = json.loads((package_files("deploy.demo") / "terms" / f"{VB_OOST.code}.json").read_text(encoding="utf-8"))
    file, name = folder / "terms.json", f"Weg {code}"
    file.write_text(json.dumps(terms | {"concession_id": code, "name": name}))
    site.ketenspiegel("concession", "import", str(file))
    site.ketenspiegel("concession", "open", code, str(YEAR))
    return name


def thrifty(book: Book, shares: Mapping[str, str]) -> Book:
    """The same report in which some vehicles took only a share of their energy, which the rule on electric buses asks about."""
    energy = [
        {**row, "quantity": round(Decimal(str(row["quantity"])) * Decimal(shares.get(str(row["vehicle_id"]), "1")), 3)}
        if "vehicle_id" in row
        else row
        for row in book["energy"]
    ]
    return {**book, "energy": energy}
