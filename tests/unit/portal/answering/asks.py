"""Asks for the tests of suppliers: a row and its link, as asking makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask

from schemas.clock import now, today
from schemas.report.code_lists import ChainRole
from schemas.settings import settings
from schemas.store import Ask, AskLink, sessions
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from tests.unit.portal.browsing import Browser

LADDER, EMPLOYEES, KILOMETRES = "Q-SUP-03", "Q-SUP-01", "Q-GHG-01"
QUESTIONS = (EMPLOYEES, KILOMETRES, LADDER)


@dataclass(frozen=True)
class Linked:
    """An ask with the secret of its link."""

    ask: UUID
    link: UUID
    secret: str

    @property
    def address(self) -> str:
        """Where the link in the mail leads."""
        return f"/antwoord/{self.secret}"


def an_ask(report: UUID, by: UUID | None, **facts: Any) -> Linked:
    """A taxi firm that was asked three questions, with a link that works."""
    known: dict[str, Any] = {
        "supplier_id": "S1",
        "supplier_name": "Taxi Denkbeeld",
        "email": "taxi@denkbeeld.example",
        "language": Language.NL,
        "role": ChainRole.SUBCONTRACTOR,
        "tier": 1,
        "employees": 12,
        "questions": list(QUESTIONS),
        "due": today() + timedelta(days=20),
        "asked_by": by,
        "asked_at": now(),
    }
    ask = Ask(id=uuid4(), report=report, idempotency_key=uuid4(), **known | facts)
    with sessions().begin() as session:
        session.add(ask)
    return Linked(ask.id, *a_link(ask.id, valid_until=ask.due + timedelta(days=14)))


def a_link(ask: UUID, *, valid_until: date) -> tuple[UUID, str]:
    """One more link of an ask: its id and its secret."""
    link = uuid4()
    secret = secret_of(link, settings().secret)
    with sessions().begin() as session:
        session.add(AskLink(id=link, ask=ask, token_hash=hash_of(secret), made_at=now(), valid_until=valid_until))
    return link, secret


def opened(app: Flask, linked: Linked) -> Browser:
    """A browser of its own in which the link was opened."""
    browser = Browser(app.test_client())
    browser.get(linked.address)
    return browser
