"""What everybody may read: the published sets of each concession and year, and their files."""

from portal.openness.views import openness

__all__ = ["openness"]
