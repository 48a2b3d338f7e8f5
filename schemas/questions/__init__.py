"""What suppliers can be asked: the catalogue of questions, and how each stands towards a firm."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from schemas.questions.asked_as import MOST_PROTECTED, AskedAs, asked_as, protected
from schemas.questions.climate import CLIMATE
from schemas.questions.diligence import DILIGENCE
from schemas.questions.firm import FIRM
from schemas.questions.metals import METAL_QUESTIONS
from schemas.questions.people import PEOPLE
from schemas.questions.question import Cell, FieldKind, Question, Vsme
from schemas.questions.waste import WASTE_QUESTIONS
from schemas.report.code_lists import ChainRole

__all__ = [
    "MOST_PROTECTED",
    "QUESTION",
    "QUESTIONS",
    "AskedAs",
    "Cell",
    "FieldKind",
    "Question",
    "Vsme",
    "asked_as",
    "protected",
    "questions_for",
    "usual_for",
]

QUESTIONS: Final[tuple[Question, ...]] = FIRM + CLIMATE + METAL_QUESTIONS + WASTE_QUESTIONS + PEOPLE + DILIGENCE
QUESTION: Final = MappingProxyType({one.id: one for one in QUESTIONS})


def questions_for(role: ChainRole) -> tuple[Question, ...]:
    """What a firm with this role can be asked, in the order of the catalogue."""
    return tuple(one for one in QUESTIONS if role in one.roles)


def usual_for(role: ChainRole) -> tuple[Question, ...]:
    """What a firm with this role is asked unless the holder chooses otherwise."""
    return tuple(one for one in questions_for(role) if one.usual)
