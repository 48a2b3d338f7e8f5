"""What a supplier sent from the screen of a question, understood: which answer it is, with what belongs to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from portal.asked_of_supplier import Asked, is_divided
from portal.language import language
from portal.refusals import Refused
from portal.use_cases.answering import Given
from schemas.answered import Value, value_of
from schemas.questions import FieldKind, Question
from schemas.web import Said
from schemas.web.answering import VALUE, Deed, OtherPersonSchema, QuestionSchema, read_total, read_value
from schemas.words import AnswerKind

MORE_THAN_ALL: Final = Said(
    "Dit is meer dan het totaal van uw hele bedrijf dat u erbij schreef. Controleer beide.",
    "This is more than the total of your whole firm that you wrote beside it. Check both.",
)
HOW_DIVIDED: Final = Said(
    "Schrijf hoe u aan het deel voor deze concessie komt, bijvoorbeeld: 30 % van onze kilometers.",
    "Write how you came to the share for this concession, for instance: 30 % of our kilometres.",
)
FILE_FIRST: Final = Said("Voeg eerst een bestand toe.", "Add a file first.")


def given_by(form: MultiDict[str, str], known: Asked, question: Question) -> Given:
    """The answer that was sent; raises what is wrong with it, at its field."""
    sent = QuestionSchema().load(form)
    match sent["deed"]:
        case Deed.UNKNOWN:
            return Given(kind=AnswerKind.UNKNOWN)
        case Deed.SENT:
            return Given(kind=AnswerKind.ALREADY_SENT)
        case Deed.REFUSE:
            return Given(kind=AnswerKind.REFUSED, value=sent["reason"] or None)
        case Deed.ASK_ON:
            return Given(kind=AnswerKind.ASKED_ON, value=_other_person(form))
    return _given(sent, known, question)


def _given(sent: dict[str, Any], known: Asked, question: Question) -> Given:
    if question.field is FieldKind.FILE:
        return Given(kind=AnswerKind.GIVEN, value=_files(known))
    if before := _as_before(sent, known, question):
        return before
    value = read_value(question, sent["value"], language())
    _refuse_more_than_all(value, sent["total"])
    if is_divided(question) and not sent["split"]:
        raise Refused(HOW_DIVIDED, field="verdeling")
    return Given(kind=AnswerKind.GIVEN, value=value, split=sent["split"], confidential=sent["confidential"])


def _as_before(sent: dict[str, Any], known: Asked, question: Question) -> Given | None:
    """A confidential figure is not shown back, so an empty field beside it says that it stays."""
    answer = known.answers.get(question.id)
    if sent["value"].strip() or not (answer and answer.confidential and sent["confidential"]):
        return None
    return Given(kind=AnswerKind.GIVEN, value=value_of(answer.value), split=sent["split"], confidential=True)


def _files(known: Asked) -> Value:
    if not known.files:
        raise Refused(FILE_FIRST, field=VALUE)
    return {one.sha256: one.file_name for one in known.files}


def _refuse_more_than_all(value: object, typed: str) -> None:
    """The total only serves this comparison: it is kept nowhere."""
    total = read_total(typed, language())
    if total is not None and isinstance(value, Decimal) and value > total:
        raise Refused(MORE_THAN_ALL, field=VALUE)


def _other_person(form: MultiDict[str, str]) -> dict[str, str]:
    found: dict[str, str] = OtherPersonSchema().load({key: form.get(key, "") for key in ("naam", "e-mail")})
    return found
