"""What the chain of a report leaves open beside its verdicts: gaps that the holder declares, who may refuse, who did not answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.chain.asked import asked_firms, stands_of
from portal.chain.firms import Stand
from portal.chain.words import role_word
from schemas.asking import AskFacts
from schemas.store import DeclaredGap, declared_gaps

OPEN: Final = frozenset({Stand.WAITING, Stand.MISSING})


@dataclass(frozen=True, kw_only=True)
class Unanswered:
    """A supplier that was asked and gave nothing; ``answered`` when it answered without a figure in it."""

    name: str
    role: str
    due: date
    answered: bool


@dataclass(frozen=True, kw_only=True)
class ChainGaps:
    """What is missing of the chain, as it stood when the report was signed; a refusal by right is no gap."""

    declared: tuple[DeclaredGap, ...]
    refused: tuple[str, ...]
    unanswered: tuple[Unanswered, ...]

    @property
    def number(self) -> int:
        """How many gaps there are to weigh."""
        return len(self.declared) + len(self.unanswered)


def chain_gaps(session: Session, report: UUID, refused: Sequence[str], *, at: datetime | None) -> ChainGaps:
    """The gaps of a report, each supplier once: with the holder's reason where it declared one."""
    declared = declared_gaps(session, [report], at=at)[report]
    told = {gap.supplier_id for gap in declared}
    asks = asked_firms(session, report)
    stands = stands_of(session, asks, told)
    return ChainGaps(
        declared=tuple(declared),
        refused=tuple(dict.fromkeys([*refused, *_refusing(asks, stands)])),
        unanswered=tuple(
            Unanswered(
                name=ask.supplier_name, role=role_word(ask.role), due=ask.due, answered=stands[number] is Stand.MISSING
            )
            for number, ask in sorted(asks.items(), key=lambda one: (one[1].due, one[1].supplier_name))
            if stands[number] in OPEN and number not in told
        ),
    )


def _refusing(asks: Mapping[str, AskFacts], stands: Mapping[str, Stand]) -> Iterator[str]:
    """The suppliers that refused all that they were asked."""
    return (ask.supplier_name for number, ask in asks.items() if stands[number] is Stand.REFUSED)
