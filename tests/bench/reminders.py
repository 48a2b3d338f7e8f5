"""A run of reminding over many open duties: firms of a whole country that were asked, and the same run once more.

``python -m tests.bench.reminders FIRMS`` measures on the installation of its environment, which is to be empty.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID, uuid4

import click
from sqlalchemy import insert, select

from deploy.catalogues import upgrade
from deploy.demo.load import load_once
from schemas.report.code_lists import ChainRole
from schemas.settings import settings
from schemas.store import Report, reading, sessions
from schemas.store.asking import Ask, AskLink
from schemas.texts import Language
from workers.reminding.running import remind

DUTIES: Final = 100_000
ASKED: Final = datetime(2027, 1, 5, 9, tzinfo=UTC)
DUE: Final = date(2027, 4, 1)
# Thirty days before the last day, when all firms are reminded of all their duties at once.
TODAY: Final = date(2027, 3, 2)
Row = dict[str, Any]


def main(firms: int) -> None:
    """One run over all duties, and a second one on the same day."""
    _ask(firms)
    seconds, mails, steps = _timed()
    again, more, _steps = _timed()
    click.echo(
        f"{DUTIES:,} open duties of {firms:,} firms, all due: {seconds:.1f} s, {mails:,} mails with {steps:,} "
        f"reminders; a second run {again:.1f} s, {more:,} mails"
    )


def _timed() -> tuple[float, int, int]:
    began = time.perf_counter()
    sent = remind(TODAY)
    return time.perf_counter() - began, sent.mails, sent.steps


def _ask(firms: int) -> None:
    """As many asks as there are duties, spread over firms that each have one address."""
    upgrade(settings().database)
    load_once()
    with reading() as session:
        report = session.scalars(select(Report.id).order_by(Report.report_year.desc(), Report.id).limit(1)).one()
    asks = [_row(number, firms, report) for number in range(DUTIES)]
    with sessions().begin() as session:
        session.execute(insert(Ask), asks)
        session.execute(insert(AskLink), [_link(one) for one in asks])


def _row(number: int, firms: int, report: UUID) -> Row:
    return {
        "id": uuid4(),
        "report": report,
        "supplier_id": f"L{number}",
        "supplier_name": f"Firma {number % firms}",
        "email": f"inkoop{number % firms}@keten.example",
        "language": Language.NL,
        "role": next(iter(ChainRole)),
        "tier": 1,
        "employees": 40,
        "questions": [],
        "due": DUE,
        "asked_at": ASKED,
        "idempotency_key": uuid4(),
    }


def _link(ask: Row) -> Row:
    return {"id": uuid4(), "ask": ask["id"], "token_hash": uuid4().hex * 2, "made_at": ASKED, "valid_until": DUE}


if __name__ == "__main__":
    main(int(sys.argv[1]))
