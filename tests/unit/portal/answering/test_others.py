"""Who answers several holders sees what else waits at the same address; a link to it only ever goes there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from schemas.clock import now
from schemas.events import SupplierAsked
from schemas.store import Ask, AskLink, Outbox, reading, sessions
from tests.unit.portal.answering.asks import Linked, an_ask
from tests.unit.portal.browsing import Browser, World


def mails() -> int:
    with reading() as session:
        return len(session.scalars(select(Outbox.body).where(Outbox.type == SupplierAsked.TYPE)).all())


@pytest.fixture
def other(world: World) -> Linked:
    """The same firm is asked by holder Kustlijn too, a while ago."""
    linked = an_ask(world.reports["kust"], world.people["other_reporter"])
    with sessions().begin() as session:
        session.execute(update(AskLink).values(made_at=now() - timedelta(days=1)))
    return linked


def test_another_request_is_listed_and_its_link_mailed_once(supplier: Browser, other: Linked) -> None:
    page = supplier.get("/antwoord/andere").text

    for _time in range(2):
        supplier.post(f"/antwoord/andere/{other.ask}")

    assert "Kustlijn" in page
    assert "/antwoord/andere" in supplier.get("/antwoord").text
    assert mails() == 1


def test_it_does_not_open_from_here(supplier: Browser, other: Linked) -> None:
    supplier.post(f"/antwoord/andere/{other.ask}")

    assert "Rijnbus vraagt u" in supplier.get("/antwoord").text


@pytest.mark.parametrize(
    "changed", [{"email": "info@ander.example"}, {"supplier_name": "Ander Bedrijf"}, {"registration": "33334444"}]
)
def test_the_request_to_another_firm_is_not_there(supplier: Browser, other: Linked, changed: dict[str, str]) -> None:
    with sessions().begin() as session:
        session.execute(update(Ask).where(Ask.id != other.ask).values(registration="11112222"))
        session.execute(update(Ask).where(Ask.id == other.ask).values(**changed))

    assert "Kustlijn" not in supplier.get("/antwoord/andere").text
    assert supplier.post(f"/antwoord/andere/{other.ask}").status_code == 404
    assert mails() == 0
