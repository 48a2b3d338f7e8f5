"""The receipt of a supplier: all its answers in words, without what it gave in confidence, to the address that was asked."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from portal.use_cases.answering import Given, answer, send
from schemas.events import SupplierAnswered
from schemas.letters.places import known_places
from schemas.letters.texts import filled_words, usual_text
from schemas.settings import Settings
from schemas.store import reading, sessions
from schemas.texts import Language
from schemas.words import AnswerKind
from tests.unit.portal.answering.asks import EMPLOYEES, KILOMETRES, LADDER, Linked, an_ask
from tests.unit.workers.at_work import at_work, told
from workers.mail.addressing import Addressed, Desk, reworded
from workers.mail.letters import letters


def answered(language: Language, kilometres: Given) -> Linked:
    """Three answers that were sent."""
    work = at_work()
    linked = an_ask(work.report, work.people["reporter"], language=language)
    given = {
        EMPLOYEES: Given(kind=AnswerKind.GIVEN, value=Decimal(12)),
        KILOMETRES: kilometres,
        LADDER: Given(kind=AnswerKind.UNKNOWN),
    }
    with sessions().begin() as session:
        for question, one in given.items():
            answer(session, linked.ask, question, one)
    with sessions().begin() as session:
        send(session, linked.ask)
    return linked


def receipt() -> Addressed:
    with reading() as session:
        [addressed] = letters(told(SupplierAnswered)[-1], Desk(session=session, base_url="https://site.example"))
    return addressed


@pytest.mark.parametrize(
    ("language", "known"), [(Language.NL, "182.400 kilometer (een derde)."), (Language.EN, "I do not know.")]
)
def test_the_receipt_tells_every_answer_in_the_language_of_the_supplier(
    installation: Settings, language: Language, known: str
) -> None:
    answered(language, Given(kind=AnswerKind.GIVEN, value=Decimal(182_400), split="een derde"))

    mail = receipt()

    assert mail.reader.email == "taxi@denkbeeld.example"
    assert known in "\n".join(mail.letter.lines)


def test_the_answers_stay_in_a_receipt_in_other_words(installation: Settings) -> None:
    answered(Language.NL, Given(kind=AnswerKind.GIVEN, value=Decimal(182_400), split="een derde"))
    usual = usual_text("answers_received")
    shorter = usual.nl.model_copy(update={"lines": ("Dank u.",)})

    mail = reworded(receipt(), {"answers_received": usual.model_copy(update={"nl": shorter})})

    assert "182.400 kilometer (een derde)." in "\n".join(mail.letter.lines)
    assert mail.letter.lines[-1] == "Dank u."


def test_a_name_that_ends_with_a_full_stop_ends_a_sentence_once() -> None:
    words = usual_text("answers_received").en
    facts = dict.fromkeys(known_places("answers_received"), "") | {"holder": "Voorbeeldbus B.V."}

    assert filled_words(words, facts).why == "You receive this mail because you answered questions of Voorbeeldbus B.V."


def test_a_confidential_figure_is_not_in_the_receipt(installation: Settings) -> None:
    given = Given(kind=AnswerKind.GIVEN, value=Decimal(182_400), split="een derde", confidential=True)
    answered(Language.NL, given)

    text = "\n".join(receipt().letter.lines)

    assert "in vertrouwen gegeven" in text
    assert not re.search(r"\b182\b", text)
