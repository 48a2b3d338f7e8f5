"""The draft of Rijnbus, and a form as a browser sends it."""

from __future__ import annotations

import pytest

from tests.unit.portal.browsing import World


@pytest.fixture
def draft(world: World) -> str:
    """The address of the draft of the report of Rijnbus."""
    return f"/rapportages/{world.reports['oost']}/onderdelen"
