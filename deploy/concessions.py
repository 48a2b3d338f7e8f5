"""Bringing concessions in: their terms, the organisations that these name, and the people who work there."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases.bringing_in import bring_in
from portal.use_cases.opening import open_duty
from schemas.store import Concession
from schemas.terms import Terms

__all__ = ["bring_in", "open_year", "terms_in"]


def terms_in(path: Path) -> tuple[JsonValue, Terms]:
    """The terms in a file, as they were written and as they are read; raises ValueError where the file is no terms."""
    body: JsonValue = json.loads(path.read_text(encoding="utf-8"))
    return body, Terms.model_validate(body)


def open_year(session: Session, code: str, year: int) -> UUID:
    """The duty of a concession to report on a year, opened when it was not yet; raises ValueError for an unknown code."""
    concession = session.scalars(select(Concession).where(Concession.code == code)).one_or_none()
    if concession is None:
        known = ", ".join(session.scalars(select(Concession.code).order_by(Concession.code)))
        raise ValueError(f"Onbekende concessie / unknown concession: {code}. Bekend / known: {known}")
    return open_duty(session, concession.id, year=year).id
