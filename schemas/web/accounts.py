"""The forms of an account: signing in, a first or new password, name and language."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from schemas.texts import Language
from schemas.web.fields import Choice, Email, Line, NewPassword, Password
from schemas.web.schema import WebSchema
from schemas.web.words import NOT_THE_SAME


class SignInSchema(WebSchema):
    """Address and password; ``next`` is where the person was going."""

    email = Email(required=True, data_key="e-mail")
    password = Password(required=True, data_key="wachtwoord")
    next = fields.String(load_default="")


class ResetAskedSchema(WebSchema):
    """For whom a new password is asked."""

    email = Email(required=True, data_key="e-mail")


class NewPasswordSchema(WebSchema):
    """A new password, typed twice."""

    password = NewPassword(required=True, data_key="wachtwoord")
    again = Password(required=True, data_key="nogmaals")

    @validates_schema
    def both_are_the_same(self, data: dict[str, Any], **_context: object) -> None:
        """What was typed twice is equal."""
        if data["password"] != data["again"]:
            raise ValidationError(NOT_THE_SAME, "nogmaals")


class NamedSchema(WebSchema):
    """Somebody says who it is."""

    name = Line(required=True, data_key="naam")


class SupplierAccountSchema(NewPasswordSchema, NamedSchema):
    """Who makes the account of a supplier, with its first password; in this order, what is wrong is told as the page goes."""


class AccountClosedSchema(WebSchema):
    """An account is closed by somebody who knows its password."""

    password = Password(required=True, data_key="wachtwoord")


class PasswordChangeSchema(NewPasswordSchema):
    """A new password, by somebody who knows the present one."""

    present = Password(required=True, data_key="huidig")


class ProfileSchema(WebSchema):
    """What people say of themselves."""

    name = Line(required=True, data_key="naam")
    language = Choice(Language, required=True, data_key="taal")


class LanguageSchema(WebSchema):
    """The language of the pages, and the page to go on with."""

    language = Choice(Language, required=True, data_key="language")
    next = fields.String(load_default="")
