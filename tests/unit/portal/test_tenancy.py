"""A report of somebody else and a report that is not there are the same answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal.access import for_role
from portal.tenancy import own_concessions, own_report
from portal.visitor import me
from schemas.store import Audit, reading
from schemas.words import Role
from tests.unit.portal.browsing import Browser, World


@pytest.fixture(autouse=True)
def probe(app: Flask) -> None:
    """A page that shows a report, and one that lists concessions, for whoever may have any."""
    everybody = for_role(*Role)

    def show(report: UUID) -> ResponseReturnValue:
        with reading() as session:
            return str(own_report(session, me(), report).id)

    def all_own() -> ResponseReturnValue:
        with reading() as session:
            return ",".join(one.code for one in own_concessions(session, me()))

    app.add_url_rule("/probe/<uuid:report>", "probe", everybody(show))
    app.add_url_rule("/probes", "probes", everybody(all_own))


@pytest.mark.parametrize("person", ["reporter", "contributor", "signatory", "manager", "second_reader"])
def test_people_of_the_holder_and_the_province_see_the_report(
    browser_of: Callable[[str], Browser], world: World, person: str
) -> None:
    report = world.reports["oost"]

    assert browser_of(person).get(f"/probe/{report}").text == str(report)


@pytest.mark.parametrize("person", ["other_reporter", "other_manager", "functional_manager"])
def test_nobody_else_does(browser_of: Callable[[str], Browser], world: World, person: str) -> None:
    assert browser_of(person).get(f"/probe/{world.reports['oost']}").status_code == 404


@pytest.mark.parametrize(
    ("person", "codes"),
    [("reporter", "VB-OOST"), ("manager", "VB-OOST"), ("other_manager", "DU-KUST"), ("functional_manager", "")],
)
def test_a_list_holds_the_own_concessions_only(browser_of: Callable[[str], Browser], person: str, codes: str) -> None:
    assert browser_of(person).get("/probes").text == codes


def test_a_foreign_report_and_a_missing_one_cannot_be_told_apart(reporter: Browser, world: World) -> None:
    foreign, missing = world.reports["kust"], uuid4()
    reporter.token()

    answers = [reporter.get(f"/probe/{report}") for report in (foreign, missing)]

    first, second = (
        without_what_differs(answer.text, report) for answer, report in zip(answers, (foreign, missing), strict=True)
    )
    assert {answer.status_code for answer in answers} == {404}
    assert first == second
    assert dict(answers[0].headers) == dict(answers[1].headers)


def test_asking_for_a_foreign_report_is_noted(reporter: Browser, world: World) -> None:
    reporter.get(f"/probe/{world.reports['kust']}")

    with reading() as session:
        [row] = session.scalars(select(Audit).where(Audit.action == "access_denied")).all()
    assert row.subject == f"report/{world.reports['kust']}"
    assert row.actor == f"person/{world.people['reporter']}"


def without_what_differs(page: str, report: UUID) -> str:
    """A page without the address that was asked for and the tokens of its forms."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page.replace(str(report), ""))
