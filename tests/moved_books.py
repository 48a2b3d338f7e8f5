"""The demo's report with something in it that moved since the year before."""

from __future__ import annotations

from decimal import Decimal

from deploy.demo.reports import Book

YEAR = 2026
NEW_PLATE = "99-BZZ-9"


def thirstier(book: Book) -> Book:
    """Each vehicle takes half as much energy again."""
    energy = [{**row, "quantity": Decimal(str(row["quantity"])) * Decimal("1.5")} for row in book["energy"]]
    return {**book, "energy": energy}


def with_fewer_buses(book: Book) -> Book:
    """Half of the buses left in the year."""
    gone = [{**row, "in_service_to": f"{YEAR}-06-30"} for row in book["vehicles"][::2]]
    return {**book, "vehicles": sorted([*gone, *book["vehicles"][1::2]], key=lambda row: str(row["vehicle_id"]))}


def with_another_plate(book: Book) -> Book:
    """A bus that was there last year has another licence plate."""
    first, *others = book["vehicles"]
    return {**book, "vehicles": [{**first, "licence_plate": NEW_PLATE}, *others]}


def with_a_shorter_chain(book: Book) -> Book:
    """A supplier that was known last year is gone."""
    return {**book, "suppliers": book["suppliers"][:-1]}
