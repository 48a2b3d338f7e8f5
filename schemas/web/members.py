"""The forms of the functional manager: inviting people, changing roles, opening and closing access."""

from __future__ import annotations

from marshmallow import fields

from schemas.texts import Language
from schemas.web.fields import Choice, Choices, Day, Email, Line, Password
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED
from schemas.words import Role


class InviteSchema(WebSchema):
    """Whom to invite, into which organisation, for which roles."""

    name = Line(required=True, data_key="naam")
    email = Email(required=True, data_key="e-mail")
    organisation = fields.UUID(
        required=True, data_key="organisatie", error_messages={"required": MISSING, "invalid_uuid": NOT_OFFERED}
    )
    roles = Choices(Role, required=True, data_key="rollen")
    starts = Day(load_default=None, data_key="vanaf")
    language = Choice(Language, required=True, data_key="taal")


class RolesSchema(WebSchema):
    """The roles of a person from now on, confirmed by the functional manager's own password."""

    roles = Choices(Role, required=True, data_key="rollen")
    password = Password(required=True, data_key="wachtwoord")


class RoleDaysSchema(WebSchema):
    """A role with the day on which it starts, its last day, or both, confirmed as roles are."""

    role = Choice(Role, required=True, data_key="rol")
    starts = Day(load_default=None, data_key="vanaf")
    ends = Day(load_default=None, data_key="tot-en-met")
    password = Password(required=True, data_key="wachtwoord")


class WithdrawRoleSchema(WebSchema):
    """The role of which the days are taken back."""

    role = Choice(Role, required=True, data_key="rol")


class AccessSchema(WebSchema):
    """Whether a person may come in."""

    active = fields.Boolean(required=True, data_key="toegang", error_messages={"invalid": NOT_OFFERED})
