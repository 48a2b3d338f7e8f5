"""The room of the functional manager: organisations, concessions, and what reports are judged by, each with its history."""

from portal.office import (
    calendar_views,
    concession_views,
    letter_views,
    organisation_views,
    proposal_views,
    set_views,
    start_views,
    terms_views,
)
from portal.office.blueprint import office

__all__ = [
    "calendar_views",
    "concession_views",
    "letter_views",
    "office",
    "organisation_views",
    "proposal_views",
    "set_views",
    "start_views",
    "terms_views",
]
