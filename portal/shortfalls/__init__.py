"""The track of norms that are not met: cases with their steps, for both sides, each with what it may know."""

from portal.shortfalls import file_views, opening_views, step_views, views
from portal.shortfalls.blueprint import shortfalls

__all__ = ["file_views", "opening_views", "shortfalls", "step_views", "views"]
