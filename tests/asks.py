"""A supplier that was asked, as the rows say it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from schemas.questions import QUESTIONS
from schemas.report.code_lists import ChainRole
from schemas.store.asking import Ask, AskLink
from schemas.texts import Language

ASKED_TO: Final = "inkoop@accu.voorbeeld.example"


def an_ask(report: UUID, *, at: datetime) -> Ask:
    """Two questions to a battery supplier of a report."""
    return Ask(
        id=uuid4(),
        report=report,
        supplier_id="S1",
        supplier_name="Voorbeeldaccu",
        email=ASKED_TO,
        language=Language.NL,
        role=ChainRole.BATTERY,
        tier=2,
        questions=[one.id for one in QUESTIONS[:2]],
        due=date(2027, 4, 1),
        asked_at=at,
        idempotency_key=uuid4(),
    )


def a_link(ask: UUID, *, at: datetime, **more: Any) -> AskLink:
    """The link in one mail of an ask."""
    return AskLink(id=uuid4(), ask=ask, token_hash=uuid4().hex, made_at=at, valid_until=date(2027, 4, 15), **more)
