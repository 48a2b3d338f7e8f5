"""Opening a duty: once per concession and year, and not without terms."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import Refused
from portal.use_cases import open_duty
from schemas.events import DutyOpened, read
from schemas.store import Outbox, reading, sessions
from tests.unit.portal.browsing import World


def opened(concession: UUID, year: int) -> UUID:
    with sessions().begin() as session:
        return open_duty(session, concession, year=year).id


def test_a_duty_is_opened_once_and_told_once(world: World) -> None:
    assert opened(world.concessions["oost"], 2027) == opened(world.concessions["oost"], 2027)

    with reading() as session:
        [told] = session.scalars(select(Outbox).where(Outbox.type == DutyOpened.TYPE)).all()
    assert isinstance(read(told.body), DutyOpened)


def test_a_concession_without_terms_cannot_be_asked(world: World) -> None:
    with pytest.raises(Refused):
        opened(uuid4(), 2027)
