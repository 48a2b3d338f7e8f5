"""A supplier that was asked, and its browser."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.unit.portal.answering.asks import Linked, an_ask, opened
from tests.unit.portal.browsing import Browser, World


@pytest.fixture
def linked(world: World) -> Linked:
    """An ask of holder Rijnbus to a taxi firm."""
    return an_ask(world.reports["oost"], world.people["reporter"])


@pytest.fixture
def supplier(app: Flask, linked: Linked) -> Browser:
    """The browser in which the taxi firm opened its link."""
    return opened(app, linked)
