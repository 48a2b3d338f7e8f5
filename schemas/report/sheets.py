"""The sheets of a report in their order."""

from __future__ import annotations

from schemas.report.chain import ChainEmission, OecdStep, Risk, Supplier
from schemas.report.columns import Column, Row, columns_of
from schemas.report.energy import Energy, EnergyContract
from schemas.report.fields import Front
from schemas.report.fleet import Activity, Ridership, Vehicle
from schemas.report.flows import Declared, MaterialFlow, Measure
from schemas.report.front import Evidence, ReportField
from schemas.report.people import Incidents, SocialReturn, StaffGroupYear

FORMAT_VERSION = "2026.1"

SHEETS: tuple[type[Row], ...] = (
    ReportField,
    Vehicle,
    Activity,
    Energy,
    EnergyContract,
    Ridership,
    StaffGroupYear,
    SocialReturn,
    Supplier,
    ChainEmission,
    Risk,
    OecdStep,
    MaterialFlow,
    Incidents,
    Measure,
    Declared,
    Evidence,
)

# An entity is the keys of its row with this between them.
BETWEEN_KEYS = " · "
BY_NAME: dict[str, type[Row]] = {model.sheet: model for model in SHEETS}


def key_of(model: type[Row]) -> tuple[str, ...]:
    """The columns that together name one row."""
    return tuple(column.name for column in columns_of(model) if column.key)


def column_named(sheet: str, name: str) -> Column:
    """The column ``name`` of ``sheet``; of the sheet *report*, its columns and its fields alike."""
    known = columns_of(BY_NAME[sheet]) + (columns_of(Front) if sheet == "report" else ())
    return next(column for column in known if column.name == name)
