"""The pages of an authority's people, under one name, and who they are for."""

from __future__ import annotations

from typing import Final

from flask import Blueprint

from schemas.words import Role

manager = Blueprint("manager", __name__)

READERS: Final = (Role.MANAGER, Role.SECOND_READER)
