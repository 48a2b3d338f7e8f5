"""Whether a column holds one of many values, as one statement whatever their number.

An ``IN`` with a parameter for each value is another statement for every number of values: it is written, taken apart and
planned anew each time. Here the values are one parameter: an array on PostgreSQL, a JSON list on SQLite.
"""

import json
from collections.abc import Iterable
from typing import Any, Self

from sqlalchemy import ARRAY, Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeEngine

POSTGRES = "postgresql"


class ListOf(TypeDecorator[list[Any]]):
    """Many values of the type of one column, as one parameter."""

    impl = Text
    cache_ok = True

    def __init__(self, one: TypeEngine[Any]) -> None:
        super().__init__()
        self.one = one

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """An array on PostgreSQL, text elsewhere."""
        return dialect.type_descriptor(ARRAY(self.one) if dialect.name == POSTGRES else Text())

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> Any:
        """Write the values as the column keeps them, where they go as text."""
        if value is None or dialect.name == POSTGRES:
            return value
        written = self.one.dialect_impl(dialect).bind_processor(dialect)
        return json.dumps([written(one) if written else one for one in value])


class Among(FunctionElement[bool]):
    """A column and the list that it is held against."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Self:  # noqa: ARG002
        """It is a comparison already: ``= 1`` behind it, which SQLite's dialect adds, would keep an index from being used."""
        return self


def among(column: Any, values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether a column holds one of these values; of none it never does."""
    return Among(column, bindparam(None, list(values), type_=ListOf(column.type), unique=True))


@compiles(Among)
def _in_json(element: Among, compiler: SQLCompiler, **kept: Any) -> str:
    column, values = element.clauses
    listed = f"SELECT value FROM json_each({compiler.process(values, **kept)})"  # noqa: S608 - a name and a placeholder
    return f"{compiler.process(column, **kept)} IN ({listed})"


@compiles(Among, POSTGRES)
def _in_array(element: Among, compiler: SQLCompiler, **kept: Any) -> str:
    column, values = element.clauses
    return f"{compiler.process(column, **kept)} = ANY({compiler.process(values, **kept)})"
