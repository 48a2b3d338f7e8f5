"""The events about people who come in and what their organisation can do; a secret is never in them, only the id of its token (see schemas.tokens)."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from schemas.events.event import AboutOrganisation, AboutPerson, Event, Topic


class PersonInvited(AboutPerson):
    """Somebody was invited to come in."""

    TYPE = "nl.ketenspiegel.persoon-uitgenodigd.v1"

    token: UUID


class PasswordResetAsked(AboutPerson):
    """Somebody asked for a new password."""

    TYPE = "nl.ketenspiegel.wachtwoordherstel-gevraagd.v1"

    token: UUID


class SupplierAccountAsked(Event):
    """A supplier asked for a link to make an account; it is about nobody yet, and tells no holder of which firm it is."""

    TYPE = "nl.ketenspiegel.leveranciersaccount-gevraagd.v1"
    TOPIC = Topic.PEOPLE

    offer: UUID

    @property
    def key(self) -> UUID:
        return self.offer

    @property
    def subject(self) -> str:
        return f"offer/{self.offer}"


class TooFewSignatories(AboutOrganisation):
    """A change left a holder with fewer people who can sign than there have to be; ``able`` is how many can."""

    TYPE = "nl.ketenspiegel.te-weinig-ondertekenaars.v1"

    able: Annotated[int, Field(ge=0)]
