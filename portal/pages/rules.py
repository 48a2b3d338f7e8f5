"""The pages of what we check: the rules of the newest rule set, and one rule with its texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal.access import for_everyone
from schemas.catalogue import Catalogue, CatalogueRule
from schemas.report.columns import Column, columns_of
from schemas.report.sheets import BY_NAME, SHEETS, column_named
from schemas.store import RuleSet, reading
from schemas.texts import Bilingual

EVERY_SHEET = Bilingual(nl="Alle bladen", en="All sheets")

rules = Blueprint("rules", __name__)


@dataclass(frozen=True)
class Published:
    """The newest rule set, with its name."""

    id: str
    rules: tuple[CatalogueRule, ...]

    def by_sheet(self) -> Mapping[str, tuple[CatalogueRule, ...]]:
        """The rules of each sheet, in the order of the sheets; those of all sheets first."""
        order = ("*", *(model.sheet for model in SHEETS))
        grouped = {sheet: tuple(rule for rule in self.rules if rule.sheet == sheet) for sheet in order}
        return {sheet: group for sheet, group in grouped.items() if group}


@rules.get("/regels")
@for_everyone
def catalogue() -> ResponseReturnValue:
    return render_template("pages/rules.html", published=published(), sheet_label=sheet_label)


@rules.get("/regels/<rule>")
@for_everyone
def rule(rule: str) -> ResponseReturnValue:
    found = published()
    one = next((one for one in found.rules if one.rule == rule), None) if found else None
    if found is None or one is None:
        abort(404)
    return render_template(
        "pages/rule.html", rule=one, rule_set=found.id, sheet=sheet_label(one.sheet), column=_column(one)
    )


def published() -> Published | None:
    """The rule set that was written last; none before the first one."""
    with reading() as session:
        row = session.scalars(select(RuleSet).order_by(RuleSet.written_at.desc(), RuleSet.id.desc())).first()
    return Published(row.id, Catalogue.model_validate(row.body).rules) if row else None


def sheet_label(sheet: str) -> Bilingual:
    """The name of a sheet; ``*`` is all of them."""
    return BY_NAME[sheet].label if sheet in BY_NAME else EVERY_SHEET


def _column(rule: CatalogueRule) -> Column | None:
    known = {column.name for column in columns_of(BY_NAME[rule.sheet])} if rule.sheet in BY_NAME else set()
    return column_named(rule.sheet, rule.at) if rule.at and rule.at in known else None
