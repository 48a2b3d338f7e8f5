"""A question as its screen shows it: what stands in its fields, and where that comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from portal.answer_words import options, value_in_words
from portal.asked_of_supplier import Asked, is_divided
from portal.language import in_language, language
from schemas.answered import Value, value_of
from schemas.questions import Question
from schemas.report.code_lists import RequestGround
from schemas.row_forms import shown
from schemas.store import Answer
from schemas.web.answering import unclear
from schemas.words import AnswerKind

OTHER_ANSWERS: Final[Mapping[AnswerKind, LazyString]] = {
    AnswerKind.UNKNOWN: lazy_gettext("Weet ik niet"),
    AnswerKind.ASKED_ON: lazy_gettext("Gevraagd aan uw leverancier"),
    AnswerKind.REFUSED: lazy_gettext("Geweigerd"),
    AnswerKind.ALREADY_SENT: lazy_gettext("Al eerder gestuurd"),
    AnswerKind.WRONG_PERSON: lazy_gettext("Iemand anders weet dit"),
}
GROUNDS: Final[Mapping[RequestGround, LazyString]] = {
    RequestGround.CONCESSION: lazy_gettext("Dit hoort bij de voorwaarden van de concessie."),
    RequestGround.CSRD: lazy_gettext("Dit vraagt uw klant voor zijn eigen duurzaamheidsverslag (CSRD)."),
    RequestGround.VOLUNTARY: lazy_gettext("U mag deze vraag weigeren. Dat heeft geen gevolgen voor u."),
}


@dataclass(frozen=True, kw_only=True)
class Fields:
    """What stands in the fields of a screen."""

    value: str = ""
    split: str = ""
    confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class QuestionShown:
    """One screen: the question with its number, and what is filled in already; ``unsaved`` was typed and is no answer."""

    question: Question
    number: int
    of: int
    label: str
    hint: str
    unit: str
    kind: str
    options: tuple[tuple[str, str], ...]
    divided: bool
    may_refuse: bool
    ground: str
    fields: Fields
    answered: str
    split: str
    unsaved: str
    hidden: bool
    remark: str


def question_shown(known: Asked, question: Question, typed: Mapping[str, Any] | None = None) -> QuestionShown:
    """The screen of a question; ``typed`` is what was being typed when the supplier left it."""
    answer, put_as = known.answers.get(question.id), known.asked_as(question)
    unsaved = _refused() or _typed(typed)
    return QuestionShown(
        question=question,
        number=known.number(question),
        of=len(known.questions),
        label=in_language(question.text),
        hint=in_language(question.example),
        unit=in_language(question.unit) if question.unit else "",
        kind=question.field.value,
        options=options(question),
        divided=is_divided(question),
        may_refuse=put_as.may_refuse,
        ground=str(GROUNDS[put_as.ground]),
        fields=unsaved or _answered(known, answer),
        answered=answer_in_words(question, answer) if answer else "",
        split=answer.split if answer else "",
        unsaved=unsaved.value if unsaved else "",
        hidden=bool(answer and answer.confidential),
        remark=known.remarks.get(question.id, ""),
    )


def answer_in_words(question: Question, answer: Answer) -> str:
    """An answer as its supplier reads it back; a confidential one is not shown."""
    if answer.kind is not AnswerKind.GIVEN:
        return _other_in_words(answer)
    if answer.confidential:
        return str(_("vertrouwelijk gegeven, niet getoond"))
    return value_in_words(question, answer.value)


def _other_in_words(answer: Answer) -> str:
    value = value_of(answer.value)
    parts = [value.get("name"), value.get("email")] if isinstance(value, Mapping) else [str(value or "")]
    more = ", ".join(one for one in parts if one)
    said = str(OTHER_ANSWERS[answer.kind])
    return f"{said}: {more}" if more else said


def _refused() -> Fields | None:
    """What was typed in a form that was refused, so that nothing is lost."""
    typed = g.get("typed")
    return _typed(typed) if typed else None


def _typed(typed: Mapping[str, Any] | None) -> Fields | None:
    if typed is None:
        return None
    return Fields(
        value=str(typed.get("antwoord", "")),
        split=str(typed.get("verdeling", "")),
        confidential=bool(typed.get("vertrouwelijk")),
    )


def _answered(known: Asked, answer: Answer | None) -> Fields:
    """What was answered, or for the split what was said of the figure before: it is often the same."""
    given = answer if answer and answer.kind is AnswerKind.GIVEN else None
    if given is None:
        return Fields(split=_newest_split(known))
    value = "" if given.confidential else shown_value(value_of(given.value))
    return Fields(value=value, split=given.split, confidential=given.confidential)


def shown_value(value: Value) -> str:
    """A value as its reader would type it."""
    if isinstance(value, Mapping):
        return ""
    text = shown(value, language())
    # Written so that nobody is asked again which of two numbers is meant.
    return f"{text}0" if unclear(text, language()) else text


def _newest_split(known: Asked) -> str:
    said = [one for one in known.answers.values() if one.split]
    return max(said, key=lambda one: one.answered_at).split if said else ""
