"""What the tests of the command line and of the running can ask for."""

from tests.installations import installation

__all__ = ["installation"]
