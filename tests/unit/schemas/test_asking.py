"""Where an ask of a supplier stands, from what happened to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from schemas.asking import AskFacts, AskStand, LinkFacts, late, stand_of, valid_until
from schemas.report.code_lists import ChainRole
from schemas.texts import Language
from schemas.words import AnswerKind

TODAY = date(2027, 3, 1)
DUE = date(2027, 4, 1)
ASKED_AT = datetime(2027, 2, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_link(**changes: Any) -> LinkFacts:
    whole: dict[str, Any] = {
        "made_at": ASKED_AT,
        "valid_until": valid_until(DUE),
        "opened_at": None,
        "revoked_at": None,
    }
    return LinkFacts(id=uuid4(), **{**whole, **changes})


def an_ask(**changes: Any) -> AskFacts:
    ask = AskFacts(
        id=uuid4(),
        report=uuid4(),
        supplier_id="L1",
        supplier_name="Voorbeeldtaxi",
        email="info@voorbeeldtaxi.example",
        language=Language.NL,
        role=ChainRole.SUBCONTRACTOR,
        tier=1,
        employees=45,
        questions=("Q-GHG-01", "Q-SUP-03"),
        due=DUE,
        asked_by=uuid4(),
        asked_under=None,
        asked_at=ASKED_AT,
        revoked_at=None,
        links=(a_link(),),
        answers={},
    )
    return replace(ask, **changes)


def test_a_mailed_link_that_nobody_opened_is_asked() -> None:
    assert stand_of(an_ask(), TODAY) is AskStand.ASKED


def test_a_link_that_was_opened_is_opened() -> None:
    assert stand_of(an_ask(links=(a_link(opened_at=ASKED_AT + HOUR), a_link())), TODAY) is AskStand.OPENED


def test_what_was_sent_is_answered_also_after_its_link_has_ended() -> None:
    ask = an_ask(sent_at=ASKED_AT + HOUR, answers={"Q-GHG-01": AnswerKind.GIVEN, "Q-SUP-03": AnswerKind.REFUSED})

    assert stand_of(ask, valid_until(DUE) + timedelta(days=1)) is AskStand.ANSWERED


def test_only_who_refuses_everything_has_refused() -> None:
    ask = an_ask(sent_at=ASKED_AT + HOUR, answers={"Q-GHG-01": AnswerKind.REFUSED, "Q-SUP-03": AnswerKind.REFUSED})

    assert stand_of(ask, TODAY) is AskStand.REFUSED


def test_a_link_works_until_and_with_the_fourteenth_day_after_the_due_day() -> None:
    last_day = DUE + timedelta(days=14)

    assert stand_of(an_ask(), last_day) is AskStand.ASKED
    assert stand_of(an_ask(), last_day + timedelta(days=1)) is AskStand.EXPIRED


def test_an_ask_without_a_link_that_works_has_expired() -> None:
    assert stand_of(an_ask(links=(a_link(revoked_at=ASKED_AT + HOUR),)), TODAY) is AskStand.EXPIRED


def test_what_was_taken_back_is_revoked_whatever_was_answered() -> None:
    ask = an_ask(revoked_at=ASKED_AT + HOUR, sent_at=ASKED_AT + HOUR, answers={"Q-GHG-01": AnswerKind.GIVEN})

    assert stand_of(ask, TODAY) is AskStand.REVOKED


def test_the_wrong_person_asks_for_another_address() -> None:
    assert stand_of(an_ask(wrong_person_at=ASKED_AT + HOUR), TODAY) is AskStand.WRONG_PERSON


def test_a_new_mail_after_the_wrong_person_is_asked_anew() -> None:
    ask = an_ask(wrong_person_at=ASKED_AT + HOUR, links=(a_link(), a_link(made_at=ASKED_AT + 2 * HOUR)))

    assert stand_of(ask, TODAY) is AskStand.ASKED


def test_a_mail_that_came_back_is_bounced() -> None:
    assert stand_of(an_ask(bounced=True), TODAY) is AskStand.BOUNCED


def test_it_is_late_from_the_day_after_the_due_day_and_never_once_answered() -> None:
    answered = an_ask(sent_at=ASKED_AT + HOUR, answers={"Q-GHG-01": AnswerKind.GIVEN})

    assert not late(an_ask(), DUE)
    assert late(an_ask(), DUE + timedelta(days=1))
    assert not late(answered, DUE + timedelta(days=1))
