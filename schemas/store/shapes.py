"""What all tables share: how moments, exact numbers and closed lists are kept, and which side writes a table."""

import enum
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    String,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeEngine

JsonObject = dict[str, Any]


class Writer(StrEnum):
    """The side that may write a table; on PostgreSQL two roles hold it."""

    PORTAL = "portal"
    WORKERS = "workers"
    BOTH = "both"
    UPGRADE = "upgrade"


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite has no zones, so there it is kept bare and given its zone on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a moment without a zone, and turn every other into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "A moment without a zone cannot be kept."
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give every moment as aware in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal without loss: NUMERIC on PostgreSQL, its digits as text on SQLite, which would make it a float."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, NUMERIC elsewhere."""
        return dialect.type_descriptor(String(60) if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Write the digits in full, never with an exponent, where they are kept as text."""
        return format(value, "f") if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read a decimal from either."""
        return None if value is None else Decimal(value)


COUNTER: Final = BigInteger().with_variant(Integer(), "sqlite")
CODE: Final = String(80)
SHA256: Final = String(64)


class Table(DeclarativeBase):
    """The root of all tables. Tables hold no behaviour."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads this plain dict
        UUID: Uuid(),
        datetime: Moment(),
        date: Date(),
        Decimal: Exact(),
        str: Text(),
        JsonObject: JSON(),
        list[str]: JSON(),
        enum.Enum: Enum(
            enum.Enum, native_enum=False, length=40, values_callable=lambda members: [str(one.value) for one in members]
        ),
    }


def to(column: str) -> ForeignKey:
    """A reference that is checked at commit, so that the order of inserts inside a transaction is free."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


def written_by(writer: Writer) -> dict[str, Writer]:
    """The mark on a table that says which side writes it."""
    return {"writer": writer}
