"""The obligations behind rules, as the rule set says them by which a version was judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast
from uuid import UUID

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from portal.language import in_language
from schemas.catalogue import Catalogue, CatalogueRule
from schemas.store import Check, RuleSet


def rule_titles(session: Session, version: UUID | None = None) -> dict[str, str]:
    """The obligation behind each rule, as the rule set says it by which a version was judged; else as the newest does."""
    return _titles(published_rules(session, version))


def titles_by_version(session: Session, versions: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
    """The obligations as the rule set of each version says them, in a fixed number of queries; of one unchecked, none."""
    query = select(Check.version, Check.rule_set).where(Check.version.in_(list(versions)))
    judged_by = dict[UUID, str](session.execute(query.order_by(Check.version)).all())
    titles = titles_by_set(session, judged_by.values())
    return {version: titles.get(name, {}) for version, name in judged_by.items()}


def titles_by_set(session: Session, sets: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """The obligations as each of these rule sets says them."""
    query = select(RuleSet.id, RuleSet.body).where(RuleSet.id.in_(set(sets))).order_by(RuleSet.id)
    return {name: _titles(Catalogue.model_validate(body).rules) for name, body in session.execute(query)}


def published_rules(session: Session, version: UUID | None = None) -> tuple[CatalogueRule, ...]:
    """The rules of the set by which a version was judged; else of the newest that is published.

    A page asks several times, and the set is large: it is read once for each session.
    """
    known = session.info.setdefault("published_rules", {})
    if version not in known:
        known[version] = _published_rules(session, version)
    return cast("tuple[CatalogueRule, ...]", known[version])


def _published_rules(session: Session, version: UUID | None) -> tuple[CatalogueRule, ...]:
    judged_by = select(Check.rule_set).where(Check.version == version).scalar_subquery()
    own_first = case((RuleSet.id == judged_by, 0), else_=1)
    newest = select(RuleSet.body).order_by(own_first, RuleSet.written_at.desc(), RuleSet.id)
    body = session.scalars(newest.limit(1)).first()
    return Catalogue.model_validate(body).rules if body else ()


def _titles(rules: Iterable[CatalogueRule]) -> dict[str, str]:
    return {one.rule: in_language(one.obligation) for one in rules}
