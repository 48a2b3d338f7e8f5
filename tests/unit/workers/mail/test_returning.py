"""What a returned message tells: which mail, refused or only late, and why; what tells nothing is set aside."""

from __future__ import annotations

from uuid import uuid4

import pytest

from schemas.words import ReturnKind
from tests.returned_mail import a_return, an_answer
from workers.mail.returning import back_to, return_in

SENT = "<duty_opened.1@voorbeeld.example>"


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_refusal_names_the_mail_the_status_and_the_reason(headers_only: bool) -> None:
    found = return_in(a_return(SENT, headers_only=headers_only))

    assert (found.kind, found.message_id, found.status) == (ReturnKind.REFUSED, SENT, "5.1.1")
    assert found.reason == "550 5.1.1 <weg@voorbeeld.example>: Recipient address rejected"


def test_a_delay_is_noted_and_is_no_refusal() -> None:
    found = return_in(a_return(SENT, action="delayed", status="4.4.1", said="smtp; 451 4.4.1 Try later"))

    assert (found.kind, found.reason) == (ReturnKind.NOTED, "451 4.4.1 Try later")


def test_a_return_is_matched_by_the_address_that_it_came_to() -> None:
    mail = uuid4()

    found = return_in(a_return("", to=back_to("terug@voorbeeld.example", mail)))

    assert found.mail == mail


def test_an_answer_of_a_person_is_set_aside_and_refuses_nothing() -> None:
    found = return_in(an_answer(back_to("terug@voorbeeld.example", uuid4())))

    assert (found.kind, found.reason) == (ReturnKind.SET_ASIDE, "no delivery status")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\x00",
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n",
        b"Content-Type: message/delivery-status\r\n\r\nAction\xff: failed\r\n\r\n",
    ],
    ids=["empty", "bytes", "cut off", "bad header"],
)
def test_what_cannot_be_read_is_set_aside(body: bytes) -> None:
    assert return_in(body).kind is ReturnKind.SET_ASIDE


def test_what_the_server_said_is_one_line_of_limited_length() -> None:
    found = return_in(a_return(SENT, said="smtp; 550 " + "heel lang\r\n " * 100))

    assert len(found.reason) == 300
    assert found.reason.isprintable()


def test_without_an_address_for_returns_a_mail_has_none_of_its_own() -> None:
    assert back_to("", uuid4()) == ""
