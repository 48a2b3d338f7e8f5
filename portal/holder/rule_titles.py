"""The obligations behind rules, as the rule set says them by which a version was judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import cast
from uuid import UUID

from sqlalchemy import Text, case, select
from sqlalchemy import cast as written_as
from sqlalchemy.orm import Session

from portal.language import language
from schemas.catalogue import CatalogueRule, read_catalogue
from schemas.store import Check, RuleSet, among
from schemas.texts import Language

NO_SET = '{"rules": []}'


def rule_titles(session: Session, version: UUID | None = None) -> Mapping[str, str]:
    """The obligation behind each rule, as the rule set says it by which a version was judged; else as the newest does."""
    return _titles(_published(session, version), language())


def titles_by_version(session: Session, versions: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
    """The obligations as the rule set of each version says them, in a fixed number of queries; of one unchecked, none."""
    wanted = set(versions)
    if not wanted:
        return {}
    query = select(Check.version, Check.rule_set).where(among(Check.version, wanted))
    judged_by = dict[UUID, str](session.execute(query.order_by(Check.version)).all())
    titles = titles_by_set(session, judged_by.values())
    return {version: titles.get(name, {}) for version, name in judged_by.items()}


def titles_by_set(session: Session, sets: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """The obligations as each of these rule sets says them."""
    query = select(RuleSet.id, written_as(RuleSet.body, Text)).where(among(RuleSet.id, set(sets))).order_by(RuleSet.id)
    return {name: _titles(written, language()) for name, written in session.execute(query)}


def published_rules(session: Session, version: UUID | None = None) -> tuple[CatalogueRule, ...]:
    """The rules of the set by which a version was judged; else of the newest that is published."""
    return read_catalogue(_published(session, version)).rules


def _published(session: Session, version: UUID | None) -> str:
    """The catalogue of that set; a page asks several times, and it is fetched once for each session."""
    known = cast("dict[UUID | None, str]", session.info.setdefault("published_rules", {}))
    if version not in known:
        known[version] = _fetched(session, version) or NO_SET
    return known[version]


def _fetched(session: Session, version: UUID | None) -> str | None:
    judged_by = select(Check.rule_set).where(Check.version == version).scalar_subquery()
    own_first = case((RuleSet.id == judged_by, 0), else_=1)
    newest = select(written_as(RuleSet.body, Text)).order_by(own_first, RuleSet.written_at.desc(), RuleSet.id)
    return session.scalars(newest.limit(1)).first()


@lru_cache(maxsize=64)
def _titles(written: str, language: Language) -> Mapping[str, str]:
    return {one.rule: one.obligation.in_(language) for one in read_catalogue(written).rules}
