"""What ``db upgrade`` writes beside the tables: the rule set with its catalogue, and the factor sets."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import JsonValue
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store import FactorSet as FactorSetRow
from schemas.store import RuleSet as RuleSetRow
from schemas.store import engine_of, sessions
from schemas.store.upgrade import upgrade_database
from workers.domain.catalogue import catalogue
from workers.domain.factors import Factor, FactorSet
from workers.domain.rules import RULE_SET
from workers.reference import factor_sets


def upgrade(database: str) -> None:
    """Bring the database to this release: tables, rights, rule set and factor sets. May run twice."""
    upgrade_database(engine_of(database))
    with sessions().begin() as session:
        _write_rule_set(session)
        for known in factor_sets():
            write_factor_set(session, known)


def write_factor_set(session: Session, given: FactorSet) -> None:
    """Keep a factor set as a row; a set under a known id is replaced."""
    body: list[JsonValue] = [_as_json(entry) for entry in given.entries]
    session.merge(
        FactorSetRow(
            id=given.id,
            year=given.year,
            fictional=given.fictional,
            sha256=_sha256(body),
            body=body,
            written_at=now(),
        )
    )


def _write_rule_set(session: Session) -> None:
    body = catalogue().model_dump(mode="json")
    session.merge(RuleSetRow(id=RULE_SET, sha256=_sha256(body), body=body, written_at=now()))


def _as_json(entry: Factor) -> dict[str, JsonValue]:
    return {name: None if value is None else str(value) for name, value in vars(entry).items()}


def _sha256(body: Any) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
