"""What the tests of the workers can ask for."""

from tests.installations import installation, on_postgres

__all__ = ["installation", "on_postgres"]
