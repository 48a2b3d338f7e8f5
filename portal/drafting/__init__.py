"""The draft of a report: its sheets and their sources, the forms of small sheets, and who fills in what."""

from portal.drafting import draft_views, form_views, history_views, task_views
from portal.drafting.blueprint import drafting

__all__ = ["draft_views", "drafting", "form_views", "history_views", "task_views"]
