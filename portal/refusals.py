"""What the portal says no to: refusals that show the form again, and doors that stay closed."""

from __future__ import annotations

from werkzeug.exceptions import Forbidden, NotFound

from schemas.web import Said

WHOLE_FORM = "_form"


class Refused(Exception):
    """A use case that cannot be done now; the form is shown again with the reason at ``field``, or above it."""

    def __init__(self, reason: Said, *, field: str = WHOLE_FORM, status: int = 400) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
        self.status = status

    def adding(self, more: Said) -> Refused:
        """The same refusal with one sentence more, such as what stays as it was."""
        both = Said(f"{self.reason} {more}", f"{self.reason.en} {more.en}")
        return Refused(both, field=self.field, status=self.status)


class TooManyAttempts(Refused):
    """Too many tries in a short time; it passes by itself."""

    def __init__(self, *, retry_after: int) -> None:
        minutes = max(1, -(-retry_after // 60))
        reason = Said(
            "Dit is te vaak geprobeerd. Wacht {minutes} minuten en probeer het dan opnieuw.",
            "This was tried too often. Wait {minutes} minutes and then try again.",
        )
        super().__init__(reason.format(minutes=minutes), status=429)
        self.retry_after = retry_after


class Denied(Forbidden):
    """Somebody who is signed in asks for what the own roles do not give."""


class NotYours(NotFound):
    """What is not there, or belongs to somebody else: the two answers are the same."""

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.subject = subject
