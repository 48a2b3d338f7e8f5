"""The pages of the chain, under one name."""

from __future__ import annotations

from flask import Blueprint

chain = Blueprint("chain", __name__)
