"""A question to a firm in the chain, with its link."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from schemas.clock import now
from schemas.report.code_lists import ChainRole
from schemas.store.asking import Ask, AskLink
from schemas.texts import Language
from schemas.tokens import hash_of
from tests.unit.workers.at_work import AtWork, write

SUPPLIER = "inkoop@leverancier.example"


def an_ask(
    work: AtWork, *, due: date, email: str = SUPPLIER, name: str = "Kabelbouw", under: Ask | None = None
) -> tuple[Ask, AskLink]:
    """A question to a firm, with its link."""
    ask = Ask(
        id=uuid4(),
        report=work.report,
        supplier_id=f"{name} {email}",
        supplier_name=name,
        email=email,
        language=Language.EN,
        role=next(iter(ChainRole)),
        tier=1,
        employees=12,
        questions=[],
        due=due,
        asked_by=None if under else work.people["reporter"],
        asked_under=under.id if under else None,
        asked_at=now(),
        idempotency_key=uuid4(),
    )
    link = AskLink(id=uuid4(), ask=ask.id, token_hash=hash_of(str(ask.id)), made_at=now(), valid_until=due)
    write(ask, link)
    return ask, link
