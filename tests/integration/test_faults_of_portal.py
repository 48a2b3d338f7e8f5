"""F1: the portal killed anywhere around an upload; whoever sends the same form again gets exactly one version."""

from __future__ import annotations

import os
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

import pytest
from sqlalchemy import select

from deploy.demo.reports import VB_OOST
from deploy.dev.process import poll
from schemas.store import Version, files, reading
from schemas.store.sweep import named_files, sweep
from tests.integration.history import History, Told, await_all_read, await_rest, hold
from tests.integration.parts import Parts
from tests.integration.visiting import FORM, Form, Visitor, a_portal, half_sent

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.timeout(900)]
SOON = 240.0
CRASH_POINTS = ("file_after_draft", "file_after_place", "upload_before_commit")
A_DAY_AND_MORE = 25 * 3600
# So long that the half of it is more than any buffer on its way.
PADDING = "x" * 4_000_000


def dies_on_its_own(parts: Parts, visitor: Visitor, form: Form, *, crash_at: str) -> None:
    with a_portal(parts, crash_at=crash_at) as portal, pytest.raises((OSError, HTTPException)):
        visitor.post(portal.port, form.path, form.body, FORM)


def dies_after(parts: Parts, visitor: Visitor, form: Form, *, number: int) -> None:
    """Killed while it waits for the rest of the body."""
    with a_portal(parts) as portal, half_sent(portal.port, visitor, form, number=number) as connection:
        portal.kill()
        with pytest.raises((OSError, HTTPException)):
            connection.getresponse()


def dies_before_its_answer_is_read(parts: Parts, visitor: Visitor, form: Form) -> None:
    with a_portal(parts) as portal, half_sent(portal.port, visitor, form, number=len(form.body)):
        assert poll(lambda: versions(parts, form) == 1, within=SOON)
        portal.kill()


def versions(parts: Parts, form: Form) -> int:
    with parts.looking() as session:
        return len(session.scalars(select(Version.id).where(Version.idempotency_key == form.key)).all())


def sweep_a_day_later(parts: Parts) -> None:
    for path in lying(parts):
        os.utime(path, (path.stat().st_mtime - A_DAY_AND_MORE,) * 2)
    with reading() as session:
        sweep(session, files())


def lying(parts: Parts) -> list[Path]:
    return [path for path in (parts.folder / "files").rglob("*") if path.is_file()]


def named(parts: Parts) -> set[str]:
    with parts.looking() as session:
        return set(named_files(session))


def test_an_upload_whose_portal_is_killed_anywhere_and_that_is_sent_again_gives_one_version(
    parts: Parts, history: History
) -> None:
    about, visitor = history.open(VB_OOST.code, 2026), Visitor()
    with a_portal(parts) as sound:
        token = visitor.sign_in(sound.port)
        deaths: list[tuple[int, Callable[[Form], None]]] = [
            (0, lambda form: dies_after(parts, visitor, form, number=1)),
            (0, lambda form: dies_after(parts, visitor, form, number=len(form.body) // 2)),
            *((0, lambda form, at=at: dies_on_its_own(parts, visitor, form, crash_at=at)) for at in CRASH_POINTS),
            (1, lambda form: dies_before_its_answer_is_read(parts, visitor, form)),
        ]
        for number, (kept, die) in enumerate(deaths):
            form = Form(about, token, f'{{"number": "{number} {PADDING}"}}'.encode())
            die(form)
            assert versions(parts, form) == kept
            assert visitor.post(sound.port, form.path, form.body, FORM) == 303
            assert visitor.post(sound.port, form.path, form.body, FORM) == 303
            history.note(form.call(Told.OK))

    with parts.running("relay"), parts.running("worker"):
        await_rest(parts, within=SOON)
        await_all_read(parts, within=SOON)
    hold(history)


def test_what_a_killed_portal_left_and_nobody_sends_again_is_swept_and_nothing_else(
    parts: Parts, history: History
) -> None:
    about, visitor = history.open(VB_OOST.code, 2027), Visitor()
    with a_portal(parts) as sound:
        token = visitor.sign_in(sound.port)
    for point in ("file_after_draft", "file_after_place"):
        given_up = Form(about, token, f'{{"given up": "{point}"}}'.encode())
        dies_on_its_own(parts, visitor, given_up, crash_at=point)
        history.note(given_up.call(Told.FAILED))
    left = {path.name for path in lying(parts)} - named(parts)

    sweep_a_day_later(parts)

    assert len(left) >= 2
    assert {path.name for path in lying(parts)} == named(parts)
    hold(history)
