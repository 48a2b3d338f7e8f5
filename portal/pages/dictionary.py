"""The data dictionary: every sheet and column of a report, from the row models; and the same as a JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.access import for_everyone
from portal.filters import date_long, number
from portal.language import in_language
from portal.pages.rules import published
from schemas.report.columns import columns_of
from schemas.report.fields import Front
from schemas.report.json_schema import json_schema
from schemas.report.sheets import BY_NAME, FORMAT_VERSION, SHEETS
from schemas.settings import settings

# A bound that no count comes near is none to a reader.
MOST: Final = 2**53

dictionary = Blueprint("dictionary", __name__)


@dictionary.get("/gegevenswoordenboek")
@for_everyone
def sheets() -> ResponseReturnValue:
    return render_template("pages/dictionary.html", sheets=SHEETS, columns_of=columns_of, version=FORMAT_VERSION)


@dictionary.get("/gegevenswoordenboek/<name>")
@for_everyone
def sheet(name: str) -> ResponseReturnValue:
    if name not in BY_NAME:
        abort(404)
    # On the sheet "report" a person fills in fields, so its fields are what there is to look up.
    model = Front if name == Front.sheet else BY_NAME[name]
    return render_template(
        "pages/dictionary_sheet.html",
        sheet=BY_NAME[name],
        said=columns_of(model),
        bound=_bound,
        place=_place,
        most=MOST,
        rules_at=_rules_at(name),
    )


def _rules_at(sheet: str) -> Mapping[str, Sequence[str]]:
    """The rules whose findings stand in each column of a sheet."""
    found = published()
    of_sheet = [(rule.at, rule.rule) for rule in found.rules if rule.at and rule.sheet == sheet] if found else []
    return {column: [rule for at, rule in of_sheet if at == column] for column, _rule in of_sheet}


def _bound(value: Decimal | date) -> str:
    return date_long(value) if isinstance(value, date) else number(value)


def _place(refers_to: str) -> str:
    """*Keten, kolom Leveranciersnummer*: a sheet and column by their labels."""
    sheet, _dot, column = refers_to.partition(".")
    labels = {one.name: one.label for one in columns_of(BY_NAME[sheet])} if sheet in BY_NAME else {}
    if column not in labels:
        return refers_to
    return str(
        _("%(sheet)s, kolom %(column)s", sheet=in_language(BY_NAME[sheet].label), column=in_language(labels[column]))
    )


@dictionary.get("/json-schema")
@for_everyone
def schema() -> ResponseReturnValue:
    return Response(_schema(f"{settings().base_url}/json-schema"), mimetype="application/schema+json")


@cache
def _schema(address: str) -> str:
    return json.dumps(json_schema(address), ensure_ascii=False)
