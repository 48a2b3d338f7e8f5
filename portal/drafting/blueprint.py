"""The pages on which a draft comes about, under one name."""

from __future__ import annotations

from flask import Blueprint

drafting = Blueprint("drafting", __name__)
