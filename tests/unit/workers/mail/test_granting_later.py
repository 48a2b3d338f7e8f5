"""Mail about a report goes to the provinces that grant its concession on the day that it is written."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from portal.use_cases.taking_over import take_over
from schemas.settings import Settings
from schemas.store import Organisation, Person, Report, RoleOfPerson, reading, sessions
from schemas.words import OrganisationKind, Role
from tests.unit.workers.at_work import AtWork, address, at_work
from workers.decision_letters import leading_authority_of
from workers.mail.facts import managers_of, report_facts

FIRST_DAY = date(2026, 5, 15)
NEW = "Provincie Nieuwland"
NEW_MANAGER, NEW_OFFICER = "manager@nieuwland.example", "officer@nieuwland.example"
# In the Netherlands the fifteenth of May begins two hours before it does in UTC.
BOUNDARY = pytest.mark.parametrize(
    ("moment", "begun"), [("2026-05-14T21:59:00+00:00", False), ("2026-05-14T22:00:00+00:00", True)]
)


@pytest.fixture
def work(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A report of a concession that another province grants and leads from the fifteenth of May on."""
    made = at_work()
    monkeypatch.setenv("APP_ENV", "test")
    with sessions().begin() as session:
        new = Organisation(kind=OrganisationKind.AUTHORITY, name=NEW)
        session.add(new)
        session.flush()
        for email, role in ((NEW_MANAGER, Role.MANAGER), (NEW_OFFICER, Role.PUBLICATION_OFFICER)):
            person = Person(organisation=new.id, name=email, email=email, password_hash="")
            session.add(person)
            session.flush()
            session.add(RoleOfPerson(person=person.id, role=role))
        report = session.get_one(Report, made.report)
        take_over(session, report.concession, {new.id}, lead=new.id, first_day=FIRST_DAY)
    return made


@BOUNDARY
def test_managers_are_those_of_the_day(work: AtWork, monkeypatch: pytest.MonkeyPatch, moment: str, begun: bool) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", moment)

    with reading() as session:
        about = report_facts(session, work.report)
        of_plan = managers_of(session, session.scalars(select(Report.concession)).one())

    managers = [NEW_MANAGER] if begun else [address("manager")]
    assert [one.email for one in about.managers] == [one.email for one in of_plan] == managers
    assert [one.email for one in about.officers] == ([NEW_OFFICER] if begun else [])
    assert len(about.second_readers) == (0 if begun else 1)


@pytest.mark.parametrize(
    ("day", "name"), [(date(2026, 5, 14), "Provincie Voorbeeld"), (FIRST_DAY, NEW), (date(2026, 5, 16), NEW)]
)
def test_a_letter_names_who_leads_on_its_day(work: AtWork, day: date, name: str) -> None:
    with reading() as session:
        assert leading_authority_of(session, work.report, on=day) == name
