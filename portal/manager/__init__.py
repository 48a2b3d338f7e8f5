"""The manager's journey: the desk, a report under review, establishing, deciding and the second reading."""

from portal.manager import comparing_views, deciding_views, desk_views, extending_views, reopening_views, review_views
from portal.manager.blueprint import manager

__all__ = [
    "comparing_views",
    "deciding_views",
    "desk_views",
    "extending_views",
    "manager",
    "reopening_views",
    "review_views",
]
