"""Coming in and staying in: signing in and out, invitations, resets, and one's own account."""

from portal.accounts.signing_in import confirm_password
from portal.accounts.views import accounts

__all__ = ["accounts", "confirm_password"]
