"""Handing out files as they are: verified, as an attachment, and noted in the audit."""

from __future__ import annotations

from flask import Response, send_file

from portal.audit import Action, noted_alone
from schemas.store import files


def download(*, sha256: str, name: str, media_type: str, subject: str) -> Response:
    """A file of the store under a name for people; ``subject`` is what it belongs to, such as ``report/<id>``."""
    stream = files().open(sha256)
    noted_alone(Action.DOWNLOADED, subject, result="ok", details={"file": sha256})
    response = send_file(stream, mimetype=media_type, as_attachment=True, download_name=name, etag=False)
    response.headers["X-Content-SHA256"] = sha256
    return response
