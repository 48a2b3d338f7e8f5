"""Reminders as people see them: which went and will go, "this is not for me", the tasks that follow, and being away."""

from portal.reminders import absence_views, calendar_views, not_for_me_views, task_views
from portal.reminders.blueprint import reminders

__all__ = ["absence_views", "calendar_views", "not_for_me_views", "reminders", "task_views"]
