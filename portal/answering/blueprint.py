"""The pages of a supplier that answers, under one name; none takes a form of an ask that is not the one that is open."""

from __future__ import annotations

from flask import Blueprint

from portal.answering.visits import refuse_form_of_another_ask

answering = Blueprint("answering", __name__)
answering.before_request(refuse_form_of_another_ask)
