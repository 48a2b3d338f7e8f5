"""Every route of the portal with an address to ask for it, for the tests that walk them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import Flask
from werkzeug.routing import IntegerConverter, Rule, UUIDConverter

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, order=True)
class Route:
    """A rule with one method; ``address`` fills its places with what is not there."""

    rule: str
    method: str
    endpoint: str
    address: str


def routes(app: Flask) -> Iterator[Route]:
    """The routes in the order of their rules."""
    found = [
        Route(rule.rule, method, rule.endpoint, _address(app, rule))
        for rule in app.url_map.iter_rules()
        for method in METHODS
        if method in (rule.methods or ())
    ]
    return iter(sorted(found))


def _address(app: Flask, rule: Rule) -> str:
    values = {name: _nothing(converter) for name, converter in rule._converters.items()}
    return app.url_map.bind("localhost").build(rule.endpoint, values)


def _nothing(converter: object) -> UUID | int | str:
    if isinstance(converter, UUIDConverter):
        return UUID(int=0)
    return 1 if isinstance(converter, IntegerConverter) else "x"
