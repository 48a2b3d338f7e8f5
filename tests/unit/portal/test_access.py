"""The written matrix of roles and routes is what the portal does, for every route and every role."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from portal.access import access_of
from tests.unit.portal.browsing import Browser
from tests.unit.portal.routes import Route, routes

MATRIX = Path(__file__).with_name("access_matrix.csv")
PEOPLE = (
    "visitor",
    "reporter",
    "contributor",
    "signatory",
    "manager",
    "second_reader",
    "functional_manager",
    "publication_officer",
    "supplier",
)
MAY, MAY_NOT = "yes", "-"


def written() -> dict[tuple[str, str], dict[str, str]]:
    """The matrix as it was agreed, by method and rule."""
    with MATRIX.open(encoding="utf-8", newline="") as file:
        return {(row["method"], row["rule"]): {one: row[one] for one in PEOPLE} for row in csv.DictReader(file)}


def declared(app: Flask, route: Route) -> dict[str, str]:
    """What a route says of itself."""
    with app.app_context():
        access = access_of(route.endpoint)
    assert access, f"{route.endpoint} declares no access"
    signed_in = {person: MAY if person in access.roles else MAY_NOT for person in PEOPLE[1:]}
    return {"visitor": MAY_NOT if access.signed_in else MAY, **signed_in}


def as_line(route: Route, whom: dict[str, str]) -> str:
    """A line for the matrix."""
    return ",".join((route.method, route.rule, *(whom[person] for person in PEOPLE)))


def test_every_route_stands_in_the_matrix_as_it_declares_itself(demo_app: Flask) -> None:
    matrix = written()

    missing = [
        as_line(route, declared(demo_app, route))
        for route in routes(demo_app)
        if matrix.get((route.method, route.rule)) != declared(demo_app, route)
    ]

    assert missing == [], "Put these lines into access_matrix.csv, if they are meant:\n" + "\n".join(missing)


def test_the_matrix_has_no_line_for_a_route_that_is_gone(demo_app: Flask) -> None:
    there = {(route.method, route.rule) for route in routes(demo_app)}

    assert [line for line in written() if line not in there] == []


def test_the_portal_does_what_the_matrix_says(
    app: Flask, browser: Browser, browser_of: Callable[[str], Browser]
) -> None:
    visitors = {"visitor": browser} | {person: browser_of(person) for person in PEOPLE[1:]}
    matrix = written()

    wrong = [
        f"{person}: {route.method} {route.rule}"
        for route in routes(app)
        for person in PEOPLE
        if (matrix[route.method, route.rule][person] == MAY) is turned_away(visitors[person], route)
    ]

    assert wrong == []


def turned_away(visitor: Browser, route: Route) -> bool:
    """Whether a visitor is refused, or sent to sign in; without a token nothing is changed."""
    answer = visitor.client.open(route.address, method=route.method)
    sent_to_sign_in = answer.status_code == 303 and answer.headers["Location"].startswith("/inloggen")
    return answer.status_code == 403 or sent_to_sign_in


def test_a_route_that_declares_nothing_is_closed(app: Flask, browser_of: Callable[[str], Browser]) -> None:
    app.add_url_rule("/vergeten", "forgotten_to_declare", lambda: "open")

    statuses = {browser_of(person).get("/vergeten").status_code for person in PEOPLE[1:]}

    assert statuses == {403}
