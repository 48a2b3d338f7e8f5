"""Many people who save one form at the same moment, on PostgreSQL, where nothing else keeps them apart."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.use_cases.drafts import draft_of, open_savings, start_of
from portal.use_cases.filling_in import Filled, Overtaken, save_form
from schemas.settings import Settings
from schemas.store import Report, reading, sessions
from tests.unit.workers.at_work import at_work

pytestmark = pytest.mark.postgres


def test_of_twenty_savings_on_the_same_rows_one_is_kept(on_postgres: Settings) -> None:
    work = at_work()
    with reading() as session:
        seen = start_of(session, draft_of(session, session.get_one(Report, work.report)), "measures").sha256

    def save(number: int) -> int | None:
        rows = [{"measure_id": f"M{number}"}]
        by = work.people["reporter" if number % 2 else "signatory"]
        try:
            with sessions().begin() as session:
                save_form(session, work.report, Filled(sheet="measures", rows=rows, builds_on=seen), by=by)
        except Overtaken:
            return None
        return number

    with ThreadPoolExecutor(8) as together:
        kept = [number for number in together.map(save, range(20)) if number is not None]

    with reading() as session:
        rows = open_savings(session, work.report)["measures"].rows
    assert len(kept) == 1
    assert f'"M{kept[0]}"' in rows
