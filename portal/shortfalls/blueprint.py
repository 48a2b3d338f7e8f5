"""The pages of shortfalls, under one name, and who reads them."""

from __future__ import annotations

from typing import Final

from flask import Blueprint

from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES

shortfalls = Blueprint("shortfalls", __name__)

READERS: Final = (*HOLDER_ROLES, *AUTHORITY_ROLES)
