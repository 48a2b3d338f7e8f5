"""The pages of a holder's people, under one name, and who they are for."""

from __future__ import annotations

from typing import Final

from flask import Blueprint

from schemas.words import Role

holder = Blueprint("holder", __name__)

READERS: Final = (Role.REPORTER, Role.CONTRIBUTOR, Role.SIGNATORY)
WRITERS: Final = (Role.REPORTER, Role.CONTRIBUTOR)
