"""The pages of what we check: the rules by which we judge now (or did) in short, one rule with its example, and all in one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request
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
    """A rule set with its name and its chapters; ``in_force`` is the name of the one by which reports are judged now."""

    id: str
    in_force: str
    chapters: tuple[Chapter, ...]

    @property
    def other(self) -> str | None:
        """Its name in addresses, where it is not the one by which reports are judged now."""
        return None if self.id == self.in_force else self.id

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
    return render_template("pages/rules.html", published=_asked_for())


@rules.get("/regels/alles")
@for_everyone
def book() -> ResponseReturnValue:
    found = _asked_for()
    sections = introduction(len(found.rules)) if found else ()
    return render_template("pages/rulebook.html", title=TITLE, published=found, sections=sections, basis=basis_in_words)


@rules.get("/regels/<rule>")
@for_everyone
def rule(rule: str) -> ResponseReturnValue:
    found = _asked_for()
    shown = _shown(found, rule) if found else None
    if found is None or shown is None:
        abort(404)
    return render_template(
        "pages/rule.html",
        shown=shown,
        rule=shown.rule,
        published=found,
        basis=basis_in_words(shown.rule.basis),
        column=_column(shown.rule),
    )


def published(name: str | None = None) -> Published | None:
    """A rule set by name, else the one by which reports are judged now; none before the first, or where there is no such set.

    Where none was switched on, the one that was written last counts as the one of now.
    """
    with reading() as session:
        known = session.scalars(select(RuleSet.id).order_by(RuleSet.written_at.desc(), RuleSet.id.desc())).all()
        adopted = rule_set_in_force(session, today().year)
        in_force = adopted if adopted in known else next(iter(known), None)
        wanted = name or in_force
        if in_force is None or wanted is None or wanted not in known:
            return None
        body = session.get_one(RuleSet, wanted).body
    return Published(wanted, in_force, tuple(chapters(Catalogue.model_validate(body).rules)))


def _asked_for() -> Published | None:
    """The set that the address names, such as the one that a version was judged by; else the one of now."""
    name = request.args.get("set")
    found = published(name)
    if name and found is None:
        abort(404)
    return found


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
