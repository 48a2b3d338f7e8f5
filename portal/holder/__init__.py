"""The holder's journey: home, the report, the check of a version, its verdicts, signing and the receipt."""

from portal.holder import (
    check_views,
    extension_views,
    finding_views,
    home_views,
    judgement_views,
    publication_views,
    reopening_views,
    report_views,
    signing_views,
    view_views,
    year_views,
)
from portal.holder.blueprint import holder

__all__ = [
    "check_views",
    "extension_views",
    "finding_views",
    "holder",
    "home_views",
    "judgement_views",
    "publication_views",
    "reopening_views",
    "report_views",
    "signing_views",
    "view_views",
    "year_views",
]
