"""The events about people who come in; a secret is never in them, only the id of its token (see schemas.tokens)."""

from uuid import UUID

from schemas.events.event import AboutPerson


class PersonInvited(AboutPerson):
    """Somebody was invited to come in."""

    TYPE = "nl.ketenspiegel.persoon-uitgenodigd.v1"

    token: UUID


class PasswordResetAsked(AboutPerson):
    """Somebody asked for a new password."""

    TYPE = "nl.ketenspiegel.wachtwoordherstel-gevraagd.v1"

    token: UUID
