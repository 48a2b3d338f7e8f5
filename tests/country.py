"""A whole country out of a small stage: its concessions copied with their people, holders and provinces, over many years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import Table as Shape
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from schemas.store.concessions import BEGINNING
from schemas.store.shapes import Table

Row = dict[str, Any]
Rows = list[tuple[Shape, Row]]
ORGANISATION: Final = ("organisations", "people", "roles")
CONVERSATION: Final = ("conversations", "conversation_messages")
COPY: Final = "copy "
CHUNK: Final = 2_000


@dataclass(frozen=True)
class Country:
    """What stood on the stage before it was copied, all of it in memory."""

    rows: Mapping[Shape, list[Row]]

    def of(self, name: str) -> list[Row]:
        """The rows of a table."""
        return self.rows[Table.metadata.tables[name]]

    def below(self, name: str, ids: Iterable[UUID], *, within: Iterable[str] = ()) -> Rows:
        """These rows of a table and every row that leads to one of them, a row after those that it leads to."""
        owned, found = set(ids), []
        for shape in Table.metadata.sorted_tables:
            if within and shape.name not in within:
                continue
            for row in self.rows[shape]:
                if (shape.name == name and row["id"] in owned) or any(
                    row[column.name] in owned for column in shape.columns if column.foreign_keys
                ):
                    owned |= _own_ids(shape, row)
                    found.append((shape, row))
        return found


def a_country(session: Session, *, concessions: int, years: range, decided: UUID) -> None:
    """Copy concessions until there are so many, and give each a report of every year: that of ``decided`` where it has none.

    The authorities of the stage see them all: each takes part in granting the copies too.
    """
    country = Country({shape: _all(session, shape) for shape in Table.metadata.sorted_tables})
    there = country.of("concessions")
    planted = [*_years(country, {one["id"]: one["id"] for one in there}, years, decided)]
    for number in range(1, -(-concessions // len(there))):
        chosen = there[: concessions - number * len(there)]
        planted += _copy(country, chosen, years, decided, number=number)
    _write(session, planted)


def _copy(country: Country, chosen: list[Row], years: range, decided: UUID, *, number: int) -> Rows:
    """Another set of organisations with their people, and their concessions."""
    salt = f"{COPY}{number}"
    everybody = country.below("organisations", [one["id"] for one in country.of("organisations")], within=ORGANISATION)
    known = _mapping(everybody, salt)
    below = country.below("concessions", [one["id"] for one in chosen])
    concessions = _mapping(below, salt)
    return [
        *_planted(everybody, known, salt),
        *_planted(below, known | concessions, salt),
        *_seen_by(country, [concessions[one["id"]] for one in chosen]),
        *_years(country, {one["id"]: concessions[one["id"]] for one in chosen}, years, decided, known),
    ]


def _seen_by(country: Country, concessions: Iterable[UUID]) -> Iterator[tuple[Shape, Row]]:
    """The authorities of the stage as authorities of other concessions, where they do not lead."""
    shape = Table.metadata.tables["concession_authorities"]
    looking_on = sorted({row["organisation"] for row in country.of(shape.name)})
    for concession in concessions:
        for organisation in looking_on:
            days = {"first_day": BEGINNING, "last_day": None}
            yield shape, {"concession": concession, "organisation": organisation, "leads": False, **days}


def _years(
    country: Country,
    concessions: Mapping[UUID, UUID],
    years: range,
    decided: UUID,
    known: Mapping[UUID, UUID] | None = None,
) -> Iterator[tuple[Shape, Row]]:
    """The decided report as that of every year that a concession has none of."""
    [template] = [row for row in country.of("reports") if row["id"] == decided]
    # What was asked about a year that was decided long ago was answered and closed.
    below = [(shape, row) for shape, row in country.below("reports", [decided]) if shape.name not in CONVERSATION]
    reported = {(row["concession"], row["report_year"]) for row in country.of("reports")}
    terms = {row["concession"]: row["sha256"] for row in country.of("terms")}
    for kept, planted in concessions.items():
        for year in years:
            if (kept, year) not in reported:
                salt = f"{planted} {year}"
                ids = {**(known or {}), **_mapping(below, salt), template["concession"]: planted}
                yield from _planted(below, ids, salt, {"report_year": year, "terms_sha256": terms[kept]})


def _all(session: Session, shape: Shape) -> list[Row]:
    return [dict(row) for row in session.execute(select(shape)).mappings()]


def _own_ids(shape: Shape, row: Row) -> set[UUID]:
    return {row[one.name] for one in shape.primary_key if isinstance(row[one.name], UUID) and not one.foreign_keys}


def _mapping(rows: Rows, salt: str) -> dict[UUID, UUID]:
    return {old: uuid5(old, salt) for shape, row in rows for old in _own_ids(shape, row)}


def _planted(rows: Rows, ids: Mapping[UUID, UUID], salt: str, of_report: Row | None = None) -> Rows:
    """Rows under new ids; what must be unique besides is made so."""
    return [(shape, _row(shape, row, ids, salt, of_report or {})) for shape, row in rows]


def _row(shape: Shape, row: Row, ids: Mapping[UUID, UUID], salt: str, of_report: Row) -> Row:
    new = {column.name: _value(column, row[column.name], ids, salt) for column in shape.columns}
    if shape.name == "people":
        new["email"] = f"{salt.replace(' ', '-')}-{row['email']}"
    if shape.name == "concessions":
        number = salt.removeprefix(COPY)
        new |= {"code": f"{row['code']}-{number}", "name": f"{row['name']} {number}"}
    if shape.name == "reports":
        new |= of_report
    for secret in {"token_hash", "hash"} & new.keys():
        new[secret] = sha256(f"{row[secret]} {salt}".encode()).hexdigest()
    if shape.autoincrement_column is not None and not isinstance(row[shape.autoincrement_column.name], UUID):
        del new[shape.autoincrement_column.name]
    return new


def _value(column: Any, value: Any, ids: Mapping[UUID, UUID], salt: str) -> Any:
    if not isinstance(value, UUID):
        return value
    if value in ids or column.foreign_keys:
        return ids.get(value, value)
    return uuid5(value, salt)


def _write(session: Session, rows: Iterable[tuple[Shape, Row]]) -> None:
    by_table = defaultdict(list)
    for shape, row in rows:
        by_table[shape].append(row)
    for shape in Table.metadata.sorted_tables:
        for start in range(0, len(by_table[shape]), CHUNK):
            session.execute(insert(shape), by_table[shape][start : start + CHUNK])
