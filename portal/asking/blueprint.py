"""The pages of asking suppliers, under one name."""

from __future__ import annotations

from flask import Blueprint

asking = Blueprint("asking", __name__)
