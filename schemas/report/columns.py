"""How a row model says what a column is: its labels, unit, key, reference and hints stand beside its type."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo

from schemas.report.code_lists import CodeList
from schemas.texts import Bilingual

LONGEST_TEXT = 2000
SCALE = 3

# A tab and a line break may stand in a text; every other control character may not (FMT-010).
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$")
]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}$")]
Period = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Quantity = Annotated[Decimal, Field(ge=0, max_digits=38, decimal_places=SCALE)]
AnyQuantity = Annotated[Decimal, Field(max_digits=38, decimal_places=SCALE)]
Percentage = Annotated[Decimal, Field(ge=0, le=100, decimal_places=SCALE)]
Count = Annotated[int, Field(ge=0, le=2**63 - 1)]
Year = Annotated[int, Field(ge=1990, le=2100)]
Day = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2100, 12, 31))]


class Kind(StrEnum):
    """The type of a column as the contract names it."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    PERIOD = "period"
    CODE = "code"


@dataclass(frozen=True)
class Marks:
    """What the contract says of a column beside its type."""

    label: Bilingual
    key: bool
    refers_to: str | None
    unit: str | None
    note: Bilingual | None


@dataclass(frozen=True)
class Column:
    """One column of one sheet: everything that a reader, a check or a template needs to know of it."""

    sheet: str
    name: str
    kind: Kind
    required: bool
    label: Bilingual
    key: bool = False
    refers_to: str | None = None
    unit: str | None = None
    codes: type[CodeList] | None = None
    note: Bilingual | None = None
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    pattern: str | None = None

    @property
    def months_only(self) -> bool:
        """Whether a period in this column is a month and nothing else."""
        return self.kind is Kind.PERIOD and self.unit == "YYYY-MM"


class Row(BaseModel):
    """A row of a sheet: frozen, strict, without unknown columns. ``few_rows`` says that a form is enough to fill it in."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    sheet: ClassVar[str]
    label: ClassVar[Bilingual]
    holds: ClassVar[Bilingual]
    required: ClassVar[bool]
    few_rows: ClassVar[bool] = False


def column(
    *,
    nl: str,
    en: str,
    key: bool = False,
    refers_to: str | None = None,
    unit: str | None = None,
    note_nl: str | None = None,
    note_en: str | None = None,
    absent: bool = False,
) -> Any:
    """A field of a row model with its labels; ``absent`` says that it may be left blank."""
    note = Bilingual(nl=note_nl or note_en or "", en=note_en or "") if note_en else None
    marks = Marks(label=Bilingual(nl=nl, en=en), key=key, refers_to=refers_to, unit=unit, note=note)
    if absent:
        return Field(default=None, title=en, json_schema_extra=_shown(marks))
    return Field(title=en, json_schema_extra=_shown(marks))


class _Shown(dict[str, Any]):
    """The marks as JSON Schema extras, with the marks themselves kept beside them."""

    marks: Marks


def _shown(marks: Marks) -> _Shown:
    said = {
        "title_nl": marks.label.nl,
        "x-key": marks.key or None,
        "x-refers-to": marks.refers_to,
        "x-unit": marks.unit,
        "description": marks.note.en if marks.note else None,
        "description_nl": marks.note.nl if marks.note else None,
    }
    shown = _Shown({name: value for name, value in said.items() if value is not None})
    shown.marks = marks
    return shown


@cache
def columns_of(model: type[Row]) -> tuple[Column, ...]:
    """The columns of a sheet in their order, read from its row model."""
    return tuple(column_of(name, field, sheet=model.sheet) for name, field in model.model_fields.items())


def column_of(name: str, field: FieldInfo, *, sheet: str) -> Column:
    """The column that a field of a row model describes."""
    marks = field.json_schema_extra.marks if isinstance(field.json_schema_extra, _Shown) else None
    if marks is None:
        raise TypeError(f"{sheet}.{name} says no labels")
    plain, metadata = _unwrapped(field)
    bounds = _bounds(metadata)
    return Column(
        sheet=sheet,
        name=name,
        kind=_kind(plain, bounds.get("pattern")),
        required=field.is_required(),
        label=marks.label,
        key=marks.key,
        refers_to=marks.refers_to,
        unit=marks.unit,
        codes=plain if issubclass(plain, CodeList) else None,
        note=marks.note,
        low=bounds.get("low"),
        high=bounds.get("high"),
        pattern=bounds.get("pattern"),
    )


def _unwrapped(field: FieldInfo) -> tuple[type, list[Any]]:
    """The plain type inside ``Annotated`` and ``| None``, with all metadata met on the way."""
    annotation, metadata = field.annotation, list(field.metadata)
    while True:
        origin = get_origin(annotation)
        if origin in (Union, types.UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        elif origin is Annotated:
            annotation, *more = get_args(annotation)
            metadata += more
        else:
            assert isinstance(annotation, type)
            return annotation, metadata


def _bounds(metadata: list[Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for item in metadata:
        for part in item.metadata if isinstance(item, FieldInfo) else [item]:
            if isinstance(part, annotated_types.Ge):
                found["low"] = part.ge
            elif isinstance(part, annotated_types.Le):
                found["high"] = part.le
            elif getattr(part, "pattern", None):
                found["pattern"] = part.pattern
    return found


def _kind(plain: type, pattern: str | None) -> Kind:
    if issubclass(plain, CodeList):
        return Kind.CODE
    if plain is str:
        return Kind.PERIOD if pattern and pattern.startswith(r"^\d{4}") else Kind.TEXT
    return {bool: Kind.BOOLEAN, int: Kind.INTEGER, Decimal: Kind.DECIMAL, date: Kind.DATE}[plain]
