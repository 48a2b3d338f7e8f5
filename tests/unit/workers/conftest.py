"""What the tests of the workers can ask for."""

from tests.installations import installation, on_postgres
from tests.unit.workers.mailing import posting

__all__ = ["installation", "on_postgres", "posting"]
