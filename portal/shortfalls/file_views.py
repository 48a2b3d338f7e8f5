"""The files of a case: letters, and what was sent with a step; only of steps that the reader's side may know."""

from __future__ import annotations

from uuid import UUID

from flask import send_file
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.audit import Action, noted
from portal.downloads import UNTRUSTED
from portal.refusals import NotYours
from portal.shortfalls.blueprint import READERS, shortfalls
from portal.shortfalls.cases import StepShown, own_case
from portal.visitor import me
from schemas.store import files, sessions


@shortfalls.get("/tekortkomingen/<uuid:shortfall>/stappen/<uuid:step>/brief")
@for_role(*READERS)
def letter(shortfall: UUID, step: UUID) -> ResponseReturnValue:
    found = _step(shortfall, step).letter
    if found is None:
        raise NotYours(f"shortfall/{shortfall}/step/{step}/letter")
    return _sent(found.sha256, name=found.file_name, media_type="application/pdf")


@shortfalls.get("/tekortkomingen/<uuid:shortfall>/stappen/<uuid:step>/bestand")
@for_role(*READERS)
def file(shortfall: UUID, step: UUID) -> ResponseReturnValue:
    found = _step(shortfall, step)
    if found.sha256 is None:
        raise NotYours(f"shortfall/{shortfall}/step/{step}/file")
    return _sent(found.sha256, name=found.file_name or "", media_type=UNTRUSTED)


def _step(shortfall: UUID, step: UUID) -> StepShown:
    with sessions().begin() as session:
        shown = own_case(session, me(), shortfall)
        found = next((one for one in shown.steps if one.id == step), None)
        if found is None:
            raise NotYours(f"shortfall/{shortfall}/step/{step}")
        noted(session, Action.DOWNLOADED, f"shortfall/{shortfall}/step/{step}")
    return found


def _sent(sha256: str, *, name: str, media_type: str) -> ResponseReturnValue:
    return send_file(
        files().open(sha256), mimetype=media_type, as_attachment=True, download_name=name, etag=sha256, max_age=None
    )
