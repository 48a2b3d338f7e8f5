"""What the tests of the command line and of the running can ask for."""

import pytest

from schemas.settings import Settings
from tests.installations import installation, on_postgres

__all__ = ["installation", "on_postgres"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def on_both(request: pytest.FixtureRequest) -> Settings:
    """A new installation on each database."""
    found: Settings = request.getfixturevalue("installation" if request.param == "sqlite" else "on_postgres")
    return found
