"""The pages of what we check: the rules by which we judge now in short, one rule with its example, and all as one document."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal.access import for_everyone
from schemas.bases import basis_in_words
from schemas.catalogue import Catalogue, CatalogueRule
from schemas.clock import today
from schemas.report.columns import Column, columns_of
from schemas.report.sheets import BY_NAME, column_named
from schemas.rulebook import TITLE, Chapter, chapters, introduction
from schemas.store import RuleSet, reading, rule_set_in_force

rules = Blueprint("rules", __name__)


@dataclass(frozen=True)
class Published:
    """A rule set with its name and its chapters."""

    id: str
    chapters: tuple[Chapter, ...]

    @property
    def rules(self) -> tuple[CatalogueRule, ...]:
        """Every rule, in the order in which they are read."""
        return tuple(rule for chapter in self.chapters for rule in chapter.rules)


@dataclass(frozen=True)
class Shown:
    """A rule with the chapter in which it stands and the rules before and after it."""

    rule: CatalogueRule
    chapter: Chapter
    before: CatalogueRule | None
    after: CatalogueRule | None


@rules.get("/regels")
@for_everyone
def catalogue() -> ResponseReturnValue:
    return render_template("pages/rules.html", published=published())


@rules.get("/regels/alles")
@for_everyone
def book() -> ResponseReturnValue:
    found = published()
    sections = introduction(len(found.rules)) if found else ()
    return render_template("pages/rulebook.html", title=TITLE, published=found, sections=sections, basis=basis_in_words)


@rules.get("/regels/<rule>")
@for_everyone
def rule(rule: str) -> ResponseReturnValue:
    found = published()
    shown = _shown(found, rule) if found else None
    if found is None or shown is None:
        abort(404)
    return render_template(
        "pages/rule.html",
        shown=shown,
        rule=shown.rule,
        rule_set=found.id,
        basis=basis_in_words(shown.rule.basis),
        column=_column(shown.rule),
    )


def published() -> Published | None:
    """The rule set by which reports are judged now, or where none was switched on the one written last; none before the first."""
    with reading() as session:
        in_force = rule_set_in_force(session, today().year)
        row = session.get(RuleSet, in_force) if in_force else None
        if row is None:
            row = session.scalars(select(RuleSet).order_by(RuleSet.written_at.desc(), RuleSet.id.desc())).first()
    return Published(row.id, tuple(chapters(Catalogue.model_validate(row.body).rules))) if row else None


def _shown(found: Published, name: str) -> Shown | None:
    around = (None, *found.rules, None)
    place = next((place for place, one in enumerate(found.rules, start=1) if one.rule == name), None)
    if place is None:
        return None
    rule = found.rules[place - 1]
    chapter = next(chapter for chapter in found.chapters if rule in chapter.rules)
    return Shown(rule=rule, chapter=chapter, before=around[place - 1], after=around[place + 1])


def _column(rule: CatalogueRule) -> Column | None:
    known = {column.name for column in columns_of(BY_NAME[rule.sheet])} if rule.sheet in BY_NAME else set()
    return column_named(rule.sheet, rule.at) if rule.at and rule.at in known else None
