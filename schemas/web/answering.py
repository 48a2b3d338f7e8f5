"""The forms of a supplier: one question on a screen, a file, and what is confirmed once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from marshmallow import fields

from schemas.questions.question import FieldKind, Question
from schemas.row_forms import DECIMAL
from schemas.texts import Language
from schemas.web.cells import CodeCell, DayCell, NumberCell, TextCell, TruthCell
from schemas.web.fields import LONGEST_PROSE, Choice, Email, Line
from schemas.web.schema import WebSchema

VALUE: Final = "antwoord"
POINT_BEFORE_THREE: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Deed(StrEnum):
    """The buttons under a question: going on with what was filled in, or one of the other answers."""

    NEXT = "volgende"
    UNKNOWN = "weet_niet"
    ASK_ON = "doorvragen"
    REFUSE = "weigeren"
    SENT = "al_gestuurd"


class QuestionSchema(WebSchema):
    """All that stands on the screen of a question, as it was typed; only the button says what of it counts."""

    deed = Choice(Deed, load_default=Deed.NEXT, data_key="doe")
    value = fields.String(load_default="", data_key=VALUE)
    split = Line(load_default="", data_key="verdeling")
    total = fields.String(load_default="", data_key="totaal")
    confidential = fields.Boolean(load_default=False, data_key="vertrouwelijk")
    name = Line(load_default="", data_key="naam")
    email = fields.String(load_default="", data_key="e-mail")
    reason = Line(load_default="", data_key="reden")
    stamp = fields.String(load_default="", data_key="stempel")


class OtherPersonSchema(WebSchema):
    """Somebody else to ask: the own supplier, or who inside the firm does know."""

    name = Line(required=True, data_key="naam")
    email = Email(required=True, data_key="e-mail")


class WrongPersonSchema(WebSchema):
    """Who got the request is not who can answer; who can may be named."""

    name = Line(load_default="", data_key="naam")


class EvidenceSchema(WebSchema):
    """What goes with a declaration or certificate: whether the province alone may see it."""

    confidential = fields.Boolean(load_default=False, data_key="vertrouwelijk")


class ReusedSchema(WebSchema):
    """The earlier answers that are taken over by one confirmation."""

    questions = fields.List(fields.String(), data_key="vragen")


class TakenOverSchema(ReusedSchema):
    """The figures of a workbook that are taken over, with how those that are shares were divided."""

    split = Line(load_default="", data_key="verdeling")


class FigureCell(NumberCell):
    """A number of a supplier: who reads English writes thousands as at home, so there a point before three digits is asked about too."""

    def __init__(self, *, language: Language, **kwargs: Any) -> None:
        super().__init__(decimal=DECIMAL[language], **kwargs)
        self.language = language

    def _in_doubt(self, plain: str) -> bool:
        return super()._in_doubt(plain) or unclear(plain, self.language)


def unclear(number: str, language: Language) -> bool:
    """Whether a number on a page in English can be taken for a thousand times as much by who lives elsewhere."""
    return language is Language.EN and POINT_BEFORE_THREE.fullmatch(number) is not None


def read_value(question: Question, typed: str, language: Language) -> Any:
    """What somebody typed as the answer to a question, on a page in this language."""
    return _form({VALUE: _cell(question, language)}).load({VALUE: typed})[VALUE]


def read_total(typed: str, language: Language) -> Decimal | None:
    """The total of the whole firm, which only serves to hold the answer against."""
    cell = FigureCell(language=language, low=0, load_default=None)
    return _form({"totaal": cell}).load({"totaal": typed})["totaal"]  # type: ignore[no-any-return]


def _form(cells: Mapping[str, Any]) -> WebSchema:
    schema: WebSchema = WebSchema.from_dict(dict(cells))()  # type: ignore[assignment]
    return schema


def _cell(question: Question, language: Language) -> Any:
    match question.field:
        case FieldKind.NUMBER:
            return FigureCell(language=language, low=0, required=True)
        case FieldKind.DATE:
            return DayCell(required=True)
        case FieldKind.YES_NO:
            return TruthCell(required=True)
        case FieldKind.CODE:
            return CodeCell(codes=frozenset(map(str, question.codes or ())), required=True)
        case _:
            return TextCell(longest=LONGEST_PROSE, required=True)
