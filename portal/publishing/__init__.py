"""The officer's pages: what of each decided report becomes public, item by item."""

from portal.publishing.views import publishing

__all__ = ["publishing"]
