"""Every duty: found while it is open, for who acts; gone once it is done; moved with its day; an alarm where nobody is left."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from schemas.clock import now, today
from schemas.reminding.opened import Open
from schemas.reminding.planning import NOBODY_LEFT, Due, addressed
from schemas.reminding.steps import DutyKind, Rung
from schemas.settings import Settings
from schemas.store import Mail, Organisation, Person, Report, RoleOfPerson, reading, sessions
from schemas.store.duties import FINDERS, ground_of
from schemas.store.duties.reach import Reach, reach_of
from schemas.words import MailState, Role
from tests.unit.workers.at_work import AUTHORITY, AtWork, address, at_work, write
from tests.unit.workers.reminding.asked import SUPPLIER, an_ask
from tests.unit.workers.reminding.scenes import SCENES, Scene

OFFICE = "beheer@voorbeeld.example"
each_duty = pytest.mark.parametrize("scene", SCENES, ids=[one.kind.value for one in SCENES])


@pytest.fixture
def work(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A duty that opened on 1 February 2027, seen on that day."""
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    return at_work()


def found(kind: DutyKind) -> list[Open]:
    with reading() as session:
        return list(FINDERS[kind](ground_of(session)))


def reach() -> Reach:
    with reading() as session:
        return reach_of(session, ground_of(session), today=today())


def silence_all_but_the_office() -> None:
    """The people left, mail to the supplier fails, and only a functional manager of the authority is there."""
    failed = {"state": MailState.FAILED, "body_sha256": "0" * 64, "created_at": now(), "subject": "", "template": "x"}
    office = uuid4()
    with sessions().begin() as session:
        session.execute(update(Person).values(active=False))
        authority = session.scalars(select(Organisation.id).where(Organisation.name == AUTHORITY)).one()
        session.add(Person(id=office, organisation=authority, name="Beheer", email=OFFICE))
        session.flush()
        session.add(RoleOfPerson(person=office, role=Role.FUNCTIONAL_MANAGER))
    write(Mail(event_id=uuid4(), recipient=SUPPLIER, message_id="<x@y>", **failed))


def test_every_duty_has_its_scene() -> None:
    assert {one.kind for one in SCENES} == set(DutyKind)


@each_duty
def test_it_is_found_while_it_is_open_for_who_acts_and_gone_once_it_is_done(work: AtWork, scene: Scene) -> None:
    scene.opens(work)
    before = found(scene.kind)
    readers = [reader.email for one in before for reader in reach().readers(one, Rung.ACTOR)]

    scene.done(work)

    assert [one.due for one in before] == [scene.due]
    assert readers == [scene.acts]
    assert found(scene.kind) == []


@each_duty
def test_it_moves_with_its_day(work: AtWork, scene: Scene) -> None:
    scene.opens(work)

    scene.moves(work)

    assert [one.due for one in found(scene.kind)] == [scene.moved_to]


@each_duty
def test_where_nobody_is_left_it_is_an_alarm_for_the_office(work: AtWork, scene: Scene) -> None:
    scene.opens(work)
    silence_all_but_the_office()
    [one] = found(scene.kind)
    with reading() as session:
        [first, *_] = ground_of(session).steps_of(one)

    told = list(addressed(one, first, reach()))

    assert [(due.step, due.reader.email) for due in told if isinstance(due, Due)] == [(NOBODY_LEFT, OFFICE)]


def test_one_ask_that_is_sought_comes_alone_with_the_link_of_the_firm_above(work: AtWork) -> None:
    above, link_above = an_ask(work, due=date(2027, 4, 1))
    below, link = an_ask(work, due=date(2027, 4, 1), email="verkoop@onderdeel.example", under=above)
    with reading() as session:
        concession = session.get_one(Report, work.report).concession

        ground = ground_of(session, concession, subjects=frozenset({below.id}))
        alone = list(FINDERS[DutyKind.SUPPLIER](ground))

    assert [one.subject for one in alone] == [below.id]
    assert [(one.asked.link, one.asked.above_link) for one in alone if one.asked] == [(link.id, link_above.id)]


@pytest.mark.parametrize("kind", [DutyKind.REVIEW, DutyKind.SECOND_READING])
def test_what_an_authority_leaves_undone_is_never_told_to_the_holder(work: AtWork, kind: DutyKind) -> None:
    scene = next(one for one in SCENES if one.kind is kind)
    scene.opens(work)
    [one] = found(kind)
    with sessions().begin() as session:
        acts = session.scalars(select(Person).where(Person.email == scene.acts)).one()
        acts.active = False
    with reading() as session:
        steps = ground_of(session).steps_of(one)

    told = [due for step in steps for due in addressed(one, step, reach())]

    theirs = {address("reporter"), address("signatory")}
    assert [due.reader.email for due in told if isinstance(due, Due) and due.reader.email in theirs] == []
