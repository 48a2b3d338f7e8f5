"""Who grants a concession and who leads it follows from the day, at the boundary as well, and one place tells it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from portal.use_cases.taking_over import stay_on, take_over
from schemas.settings import Settings
from schemas.store import BEGINNING, Concession, Organisation, reading, sessions
from schemas.store.duties import ground_of
from schemas.store.granting import (
    authorities_of,
    granted_by,
    grants,
    lead_of,
    leads,
    led_by,
    led_from,
    to_come,
)
from schemas.words import OrganisationKind

FIRST = date(2027, 1, 1)
DAY = timedelta(days=1)
NAMES = ("Provincie Duinland", "Provincie Heuvelland", "Provincie Vlietland")
MAY_NAME_THE_TABLE = {
    "schemas/store/__init__.py",
    "schemas/store/concessions.py",
    "schemas/store/granting.py",
    "portal/use_cases/taking_over.py",
}


@pytest.fixture
def granted(store: Settings) -> tuple[UUID, dict[str, UUID]]:
    """A concession that Vlietland leads and Heuvelland grants too; from 2027 on Duinland leads and Heuvelland is gone."""
    with sessions().begin() as session:
        known = {name: _organisation(session, name, OrganisationKind.AUTHORITY) for name in NAMES}
        holder = _organisation(session, "Rijnbus", OrganisationKind.HOLDER)
        concession = Concession(code="VB-OOST", name="Oost", holder=holder, starts=FIRST, ends=FIRST)
        session.add(concession)
        session.flush()
        duinland, heuvelland, vlietland = (known[name] for name in NAMES)
        take_over(session, concession.id, {vlietland, heuvelland}, lead=vlietland, first_day=BEGINNING)
        take_over(session, concession.id, {vlietland, duinland}, lead=duinland, first_day=FIRST)
        return concession.id, known


def _organisation(session: Session, name: str, kind: OrganisationKind) -> UUID:
    added = Organisation(kind=kind, name=name)
    session.add(added)
    session.flush()
    return added.id


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(1990, 1, 1), ["Provincie Vlietland", "Provincie Heuvelland"]),
        (FIRST - DAY, ["Provincie Vlietland", "Provincie Heuvelland"]),
        (FIRST, ["Provincie Duinland", "Provincie Vlietland"]),
        (FIRST + DAY, ["Provincie Duinland", "Provincie Vlietland"]),
    ],
)
def test_who_grants_follows_from_the_day_and_who_leads_stands_first(
    granted: tuple[UUID, dict[str, UUID]], day: date, names: list[str]
) -> None:
    concession, _known = granted

    with reading() as session:
        told = authorities_of(session, concession, on=day)
        lead = lead_of(session, concession, on=day)

    assert [one.name for one in told] == names
    assert [one.leads for one in told] == [True, False]
    assert lead == names[0]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Provincie Duinland", (False, False), (True, True)),
        ("Provincie Heuvelland", (True, False), (False, False)),
        ("Provincie Vlietland", (True, True), (True, False)),
    ],
)
def test_each_authority_grants_and_leads_on_its_own_days_alone(
    granted: tuple[UUID, dict[str, UUID]], name: str, before: tuple[bool, bool], after: tuple[bool, bool]
) -> None:
    concession, known = granted
    who = known[name]

    with reading() as session:
        single = [
            (grants(session, concession, who, on=day), leads(session, concession, who, on=day))
            for day in (FIRST - DAY, FIRST)
        ]
        listed = [
            (
                session.scalars(granted_by(who, on=day)).all() == [concession],
                session.scalars(led_by(who, on=day)).all() == [concession],
            )
            for day in (FIRST - DAY, FIRST)
        ]

    assert single == listed == [before, after]


def test_who_will_lead_is_known_before_and_who_led_is_not_after(granted: tuple[UUID, dict[str, UUID]]) -> None:
    concession, known = granted

    with reading() as session:
        leading = {
            name: [session.scalars(led_from(known[name], day=day)).all() for day in (FIRST - DAY, FIRST)]
            for name in NAMES
        }

    assert leading == {
        "Provincie Duinland": [[concession], [concession]],
        "Provincie Heuvelland": [[], []],
        "Provincie Vlietland": [[concession], []],
    }


def test_a_change_is_to_come_until_the_day_before_it(granted: tuple[UUID, dict[str, UUID]]) -> None:
    concession, _known = granted

    with reading() as session:
        before, on_the_day = (to_come(session, concession, after=day) for day in (FIRST - DAY, FIRST))

    assert before
    assert (before.first_day, [one.name for one in before.authorities]) == (
        FIRST,
        ["Provincie Duinland", "Provincie Vlietland"],
    )
    assert on_the_day is None


@pytest.mark.parametrize(("day", "lead"), [(FIRST - DAY, "Provincie Vlietland"), (FIRST, "Provincie Duinland")])
def test_duties_are_those_of_who_grants_on_the_day(granted: tuple[UUID, dict[str, UUID]], day: date, lead: str) -> None:
    concession, known = granted

    with reading() as session:
        sides = ground_of(session, concession, on=day).concessions[concession]

    assert sides.leads == known[lead]
    assert len(sides.authorities) == 2


def test_a_change_that_is_taken_back_leaves_no_trace(granted: tuple[UUID, dict[str, UUID]]) -> None:
    concession, _known = granted

    with sessions().begin() as session:
        stay_on(session, concession, first_day=FIRST)

    with reading() as session:
        told = [authorities_of(session, concession, on=day) for day in (FIRST - DAY, FIRST, FIRST + DAY)]
        coming = to_come(session, concession, after=FIRST - DAY)
    assert [[one.name for one in day] for day in told] == [["Provincie Vlietland", "Provincie Heuvelland"]] * 3
    assert coming is None


def test_the_last_of_two_changes_on_one_day_holds_and_what_was_before_stays(
    granted: tuple[UUID, dict[str, UUID]],
) -> None:
    concession, known = granted

    with sessions().begin() as session:
        heuvelland = known["Provincie Heuvelland"]
        take_over(session, concession, {heuvelland, known["Provincie Duinland"]}, lead=heuvelland, first_day=FIRST)

    with reading() as session:
        told = [[one.name for one in authorities_of(session, concession, on=day)] for day in (FIRST - DAY, FIRST)]
    assert told == [["Provincie Vlietland", "Provincie Heuvelland"], ["Provincie Heuvelland", "Provincie Duinland"]]


def test_no_other_module_reads_who_grants_for_itself() -> None:
    root = Path(__file__).parents[4]
    found = {
        str(path.relative_to(root))
        for room in ("portal", "workers", "schemas", "deploy")
        for path in (root / room).rglob("*.py")
        if "migrations" not in path.parts
        and re.search(r"ConcessionAuthority|concession_authorities", path.read_text(encoding="utf-8"))
    }

    assert found == MAY_NAME_THE_TABLE
