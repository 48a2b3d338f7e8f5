"""What a form takes and refuses, at the edge, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from schemas.web import Day, Email, Line, NewPassword, Prose, Said, WebSchema
from schemas.web.accounts import NewPasswordSchema, SignInSchema
from schemas.web.members import RolesSchema
from schemas.words import Role


def refusal(field: Day | Line | Prose | Email | NewPassword, value: str) -> Said | None:
    """What a field says to a value; nothing when it takes it."""
    try:
        field.deserialize(value)
    except ValidationError as error:
        [said] = error.messages_dict["_schema"] if isinstance(error.messages, dict) else error.messages
        assert isinstance(said, Said)
        return said
    return None


def test_a_line_is_trimmed() -> None:
    assert Line(required=True).deserialize("  Rijnbus ") == "Rijnbus"


@pytest.mark.parametrize(("length", "taken"), [(200, True), (201, False)])
def test_a_line_has_an_end(length: int, taken: bool) -> None:
    assert (refusal(Line(required=True), "x" * length) is None) is taken


@pytest.mark.parametrize("sign", ["\n", "\r", "\x00", "\x1b", "\x85", "\u2028"])
def test_a_line_is_one_line(sign: str) -> None:
    assert refusal(Line(required=True), f"a{sign}b")


def test_prose_may_have_several_lines() -> None:
    assert Prose(required=True).deserialize("een\r\ntwee") == "een\ntwee"


def test_blank_is_absent() -> None:
    said = refusal(Line(required=True), "   ")

    assert said == "Vul dit in."
    assert said.en == "Please fill this in."


@pytest.mark.parametrize("address", ["naam@bedrijf.nl", "NAAM.van+x@sub.bedrijf.example", " a@b.nl "])
def test_an_address_is_taken_and_casefolded(address: str) -> None:
    assert Email(required=True).deserialize(address) == address.strip().casefold()


@pytest.mark.parametrize(
    "address", ["naam", "naam@", "@b.nl", "a@b", "a b@c.nl", "a@b.nl\nBcc: x@y.nl", "a@b.nl,c@d.nl", "<a@b.nl>"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert refusal(Email(required=True), address)


@pytest.mark.parametrize(("length", "taken"), [(11, False), (12, True), (64, True), (200, True), (201, False)])
def test_a_password_has_twelve_characters_or_more_of_any_kind(length: int, taken: bool) -> None:
    assert (refusal(NewPassword(required=True), "é" * length) is None) is taken


def test_a_length_is_said_in_both_languages() -> None:
    said = refusal(NewPassword(required=True), "kort")

    assert said == "Gebruik ten minste 12 tekens."
    assert said.en == "Use at least 12 characters."


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        SignInSchema().load({"e-mail": "x", "rol": "manager"})

    assert set(caught.value.messages_dict) == {"e-mail", "wachtwoord", "rol"}


def test_two_different_passwords_are_said_at_the_second() -> None:
    with pytest.raises(ValidationError) as caught:
        NewPasswordSchema().load({"wachtwoord": "a" * 12, "nogmaals": "b" * 12})

    assert set(caught.value.messages_dict) == {"nogmaals"}


def test_the_ticks_of_a_form_are_a_list() -> None:
    form = MultiDict([("rollen", "reporter"), ("rollen", "signatory"), ("wachtwoord", "x"), ("csrf_token", "y")])

    assert RolesSchema().load(form)["roles"] == [Role.REPORTER, Role.SIGNATORY]


def test_no_tick_at_all_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        RolesSchema().load(MultiDict([("wachtwoord", "x")]))

    assert set(caught.value.messages_dict) == {"rollen"}


def test_a_page_of_choices_takes_no_other() -> None:
    with pytest.raises(ValidationError):
        RolesSchema().load(MultiDict([("rollen", "god"), ("wachtwoord", "x")]))


class OneLine(WebSchema):
    """A form of one line."""

    name = Line(required=True, data_key="naam")


def test_a_name_that_stands_twice_is_read_once() -> None:
    assert OneLine().load(MultiDict([("naam", "eerste"), ("naam", "tweede")])) == {"name": "eerste"}


@pytest.mark.parametrize("written", ["2027-06-15", "15-06-2027", " 15-06-2027 "])
def test_a_day_is_read_as_people_and_browsers_write_it(written: str) -> None:
    assert Day(required=True).deserialize(written) == date(2027, 6, 15)


@pytest.mark.parametrize("written", ["15 juni", "2027-13-01", "31-02-2027", "1-2-3-4"])
def test_what_is_no_day_is_refused_with_an_example(written: str) -> None:
    said = refusal(Day(required=True), written)

    assert said is not None
    assert "2027-06-15" in said


@pytest.mark.parametrize("written", ["", "  "])
def test_an_empty_day_is_absent(written: str) -> None:
    assert Day(load_default=None).deserialize(written) is None
    assert refusal(Day(required=True), written)
