"""SIGTERM with work under way: each part ends in good order within thirty seconds, and nothing is lost."""

from __future__ import annotations

import subprocess
from uuid import UUID

import psutil
import pytest
from sqlalchemy import func, select

from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from deploy.dev.process import poll
from portal.use_cases.opening import open_duty
from schemas.settings import Settings
from schemas.store import Check, Concession, Inbox, Outbox, Version, reading, sessions
from schemas.words import InboxState, WorkerName
from tests.installations import installation
from tests.integration.history import History, await_all_read, await_rest, hold
from tests.integration.parts import ENDS_WITHIN, Parts, settle
from tests.integration.visiting import FORM, Form, Visitor, a_portal, answers, half_sent
from tests.running import a_site

__all__ = ["installation"]

pytestmark = pytest.mark.timeout(900)
SOON = 240.0
UNREADABLE = b'{"no": "report"}'


def a_duty_of_the_demo(code: str, year: int) -> UUID:
    """The demo's people on this installation, and a report that one of its holders has to make."""
    with sessions().begin() as session:
        settle(session)
        concession = session.scalars(select(Concession.id).where(Concession.code == code)).one()
        return open_duty(session, concession, year=year).id


def ends_once_it_has_answered(process: subprocess.Popen[bytes], port: int, visitor: Visitor, form: Form) -> None:
    """Asked to end while a form comes in: nobody new is let in, who is sending gets the answer, and then it ends."""
    half = len(form.body) // 2
    with half_sent(port, visitor, form, number=half) as connection:
        process.terminate()
        assert poll(lambda: not answers(port, within=2), within=SOON)
        connection.send(form.body[half:])
        assert connection.getresponse().status == 303
    assert process.wait(ENDS_WITHIN) == 0


def versions(form: Form) -> int:
    with reading() as session:
        return len(session.scalars(select(Version.id).where(Version.idempotency_key == form.key)).all())


def is_begun(worker: str) -> bool:
    query = select(Inbox.event_id).where(Inbox.worker == worker, Inbox.state == InboxState.STARTED)
    with reading() as session:
        return session.scalars(query.limit(1)).first() is not None


def checks() -> int:
    with reading() as session:
        return session.scalar(select(func.count(Check.version))) or 0


def test_the_portal_on_one_machine_answers_who_is_sending_before_it_ends(installation: Settings) -> None:
    about, visitor = a_duty_of_the_demo(VB_OOST.code, 2026), Visitor()

    with a_site(installation.home, "portal") as site:
        form = Form(about, visitor.sign_in(site.port), UNREADABLE)
        ends_once_it_has_answered(site.process, site.port, visitor, form)

    assert versions(form) == 1


def test_everything_on_one_machine_ends_together_and_goes_on_at_the_next_start(installation: Settings) -> None:
    about, visitor = a_duty_of_the_demo(VB_OOST.code, 2026), Visitor()

    with a_site(installation.home, "run", "--empty") as site:
        token = visitor.sign_in(site.port)
        form, other = Form(about, token, workbook(report(OV_WEST, 2026)), "r.xlsx"), Form(about, token, UNREADABLE)
        assert visitor.post(site.port, form.path, form.body, FORM) == 303
        assert poll(lambda: is_begun(WorkerName.CHECK), within=SOON, every=0.02)
        family = psutil.Process(site.process.pid).children(recursive=True)
        ends_once_it_has_answered(site.process, site.port, visitor, other)
        assert [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE] == []

    with a_site(installation.home, "run", "--empty"):
        assert poll(lambda: checks() == 2, within=SOON)


@pytest.mark.kafka
@pytest.mark.postgres
def test_the_portal_in_production_answers_who_is_sending_before_it_ends(parts: Parts, history: History) -> None:
    about, visitor = history.open(VB_OOST.code, 2026), Visitor()

    with a_portal(parts) as portal:
        form = Form(about, visitor.sign_in(portal.port), UNREADABLE)
        ends_once_it_has_answered(portal.process, portal.port, visitor, form)

    assert versions(form) == 1


@pytest.mark.kafka
@pytest.mark.postgres
def test_a_relay_ends_while_the_broker_hangs_and_workers_in_the_midst_of_work_and_all_is_done_after(
    parts: Parts, history: History
) -> None:
    about = history.open(OV_WEST.code, 2027)
    with parts.running("relay") as relay:
        assert poll(lambda: not unsent(), within=SOON)
        parts.broker.pause()
        for _turn in range(3):
            history.upload(about, workbook(report(OV_WEST, 2027)), name="rapport.xlsx")
        relay.terminate()
        assert relay.wait(ENDS_WITHIN) == 0
    assert unsent()
    parts.broker.resume()

    with parts.running("relay"):
        with parts.running("worker") as worker:
            assert poll(lambda: is_begun(WorkerName.CHECK), within=SOON, every=0.02)
            worker.terminate()
            assert worker.wait(ENDS_WITHIN) == 0
        with parts.running("worker"):
            await_rest(parts, within=SOON)
            await_all_read(parts, within=SOON)
    hold(history)


def unsent() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).where(Outbox.published_at.is_(None))) or 0
