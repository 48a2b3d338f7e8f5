"""How many statements the database is sent for every page of a stage; ``--country`` first makes a country of the stage.

``python -m tests.look.statements_of_pages [--country]`` asks it of the stage at KETENSPIEGEL_HOME, and prints JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from uuid import UUID

import click
from flask import Flask
from sqlalchemy import select

from deploy.demo.load import LAST_YEAR
from deploy.demo.reports import VB_OOST
from portal.app import create_app
from schemas.settings import settings
from schemas.store import Concession, Person, Report, reading, sessions
from tests.country import a_country
from tests.look.visits import Plan, Visit, read_plan, visits
from tests.statements import statements
from tests.unit.portal.browsing import Browser, signed_in

CONCESSIONS, YEARS = 40, range(2012, 2027)


def grow() -> None:
    """Make a country of the stage."""
    with sessions().begin() as session:
        query = select(Report.id).join(Concession, Concession.id == Report.concession)
        decided = session.scalars(query.where(Concession.code == VB_OOST.code, Report.report_year == LAST_YEAR)).one()
        a_country(session, concessions=CONCESSIONS, years=YEARS, decided=decided)


def counted(plan: Plan) -> Iterator[tuple[str, int]]:
    """Each page that is opened without sending a form, and its statements the second time it is opened."""
    app = create_app(settings())
    browsers: dict[str | None, Browser] = {None: Browser(app.test_client())}
    for visit in visits(plan):
        if visit.press:
            continue
        if visit.who not in browsers:
            browsers[visit.who] = _browser(app, visit.who or "")
        yield visit.name, _statements(browsers[visit.who], visit)


def _statements(browser: Browser, visit: Visit) -> int:
    browser.get(visit.address)
    with statements() as sent:
        assert browser.get(visit.address).status_code < 500
    return len(sent)


def _browser(app: Flask, who: str) -> Browser:
    """A browser in which somebody is signed in, or a supplier opened its link."""
    if not who.startswith("/"):
        return signed_in(app, _person(who))
    browser = Browser(app.test_client())
    browser.get(who)
    return browser


def _person(email: str) -> UUID:
    with reading() as session:
        return session.scalars(select(Person.id).where(Person.email == email)).one()


if __name__ == "__main__":
    of_the_stage = read_plan(settings().home)
    if "--country" in sys.argv:
        grow()
    click.echo(json.dumps(dict(counted(of_the_stage))))
