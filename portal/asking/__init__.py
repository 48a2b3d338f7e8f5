"""The holder asks its chain: whom, which questions, by when; and sees how far each of them is."""

from portal.asking import ask_views, choosing_views, deviating_views, list_views
from portal.asking.blueprint import asking

__all__ = ["ask_views", "asking", "choosing_views", "deviating_views", "list_views"]
