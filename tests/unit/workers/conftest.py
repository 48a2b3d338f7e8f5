"""What the tests of the workers can ask for."""

from tests.installations import installation

__all__ = ["installation"]
