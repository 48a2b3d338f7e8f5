"""How a question may be put to one firm: on which ground, whether as a duty, and whether the firm may refuse it.

Since 24 September 2026 a firm under the CSRD may not demand more of a firm with at most 1 000 employees than the
voluntary standard asks, and has to tell it that it may refuse (Regulation (EU) 2026/1560; rule SUP-005 follows it).
Of a firm with at most ten employees it may demand less than of a larger one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.questions.question import Question
from schemas.report.code_lists import RequestGround

MOST_PROTECTED: Final = 1_000
MOST_OF_THE_SMALLEST: Final = 10


@dataclass(frozen=True)
class AskedAs:
    """The ground on which a firm is asked, whether it has to answer, and whether the cap is what made it voluntary."""

    ground: RequestGround
    duty: bool
    capped: bool = False

    @property
    def may_refuse(self) -> bool:
        """What is no duty may be refused, and such a refusal is no gap."""
        return not self.duty


def asked_as(question: Question, employees: int | None) -> AskedAs:
    """How a question stands towards a firm of this size; a firm whose size is unknown has the protection."""
    if question.ground is RequestGround.VOLUNTARY:
        return AskedAs(RequestGround.VOLUNTARY, duty=False)
    if question.ground is RequestGround.CSRD and not inside_cap(question, employees) and protected(employees):
        return AskedAs(RequestGround.VOLUNTARY, duty=False, capped=True)
    return AskedAs(question.ground, duty=True)


def protected(employees: int | None) -> bool:
    """Whether the value-chain cap protects a firm of this size."""
    return employees is None or employees <= MOST_PROTECTED


def inside_cap(question: Question, employees: int | None) -> bool:
    """Whether a question lies inside the cap for a firm of this size; one whose size is unknown counts among the smallest."""
    if question.comprehensive:
        return employees is not None and employees > MOST_OF_THE_SMALLEST
    return question.inside_cap
