"""The pages of management, under one name."""

from __future__ import annotations

from flask import Blueprint

office = Blueprint("office", __name__)
