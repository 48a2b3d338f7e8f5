"""Which asks are of the same firm: at the same address, by registration number where both have one, else by name."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from schemas.store import Ask


def same_firm(own: Ask) -> ColumnElement[bool]:
    """One address may serve several firms, and no firm sees what another was asked; a name may be written in two ways."""
    same_name = func.lower(Ask.supplier_name) == own.supplier_name.lower()
    number = plain(own.registration)
    if not number:
        return and_(Ask.email == own.email, same_name)
    theirs = _plain(Ask.registration)
    return and_(Ask.email == own.email, or_(theirs == number, and_(func.coalesce(theirs, "") == "", same_name)))


def plain(registration: str | None) -> str:
    """A number without what people put between its digits."""
    return (registration or "").replace(" ", "").replace(".", "").lower()


def _plain(column: InstrumentedAttribute[str | None]) -> ColumnElement[str]:
    return func.lower(func.replace(func.replace(column, " ", ""), ".", ""))
