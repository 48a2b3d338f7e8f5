"""The pages of a supplier that answers, under one name."""

from __future__ import annotations

from flask import Blueprint

answering = Blueprint("answering", __name__)
