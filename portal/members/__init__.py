"""Who may come in and do what: the functional manager's people."""

from portal.members.views import members

__all__ = ["members"]
