"""The store's tests run on both databases."""

import pytest

from schemas.settings import Settings
from tests.installations import installation, on_postgres

__all__ = ["installation", "on_postgres"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Settings:
    """A new installation on each database."""
    found: Settings = request.getfixturevalue("installation" if request.param == "sqlite" else "on_postgres")
    return found
