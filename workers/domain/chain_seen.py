"""What the sheets beside the chain say of it: which links the fleet and the contracts ask for, and how suppliers' data came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from schemas.chain import Asking, Certificate, ChainSeen, DataQuality
from schemas.report.code_lists import ChainMethod, ChainRole, DataBasis, Drivetrain, EvidenceKind
from workers.domain.report import Report

# Somebody else than the supplier looked at it.
VERIFYING: Final = (EvidenceKind.CERTIFICATE, EvidenceKind.AUDIT_REPORT, EvidenceKind.ASSURANCE_STATEMENT)
WEAKEST_FIRST: Final = (DataQuality.ESTIMATED, DataQuality.PRIMARY, DataQuality.VERIFIED)
# What the last day can be of, in words that both languages have.
CERTIFIED: Final = {"co2_ladder": "CO2-Prestatieladder {}", "pso_step": "PSO {}", "audit_standard": "{}"}
SUPPLIER, QUALITY = "supplier_id", "quality"


def chain_seen(report: Report) -> ChainSeen:
    """The links that are asked for with whom they name, and the quality of what is known of each supplier."""
    vehicles, contracts = report.table("vehicles").frame, report.table("energy_contracts").frame
    electric = vehicles.filter(pl.col("drivetrain") == Drivetrain.BEV.value)
    hired = vehicles.filter(pl.col("operator_id").is_not_null())
    return ChainSeen(
        electric=electric.height,
        asking=(
            _asking(ChainRole.SUBCONTRACTOR, hired, "operator_id"),
            _asking(ChainRole.ENERGY, contracts, SUPPLIER),
            _asking(ChainRole.VEHICLE_MAKER, vehicles, "manufacturer_id"),
            _asking(ChainRole.BATTERY, electric, "battery_supplier_id"),
        ),
        quality=_quality(report),
        certificates=tuple(_certificates(report)),
    )


def _asking(role: ChainRole, rows: pl.DataFrame, column: str) -> Asking:
    counted = rows.drop_nulls(column).group_by(column).len().sort(column)
    return Asking(role=role, of=rows.height, named=dict(counted.iter_rows()))


def _certificates(report: Report) -> Iterator[Certificate]:
    """Those that have a last day, by supplier."""
    dated = report.table("suppliers").frame.drop_nulls([SUPPLIER, "name", "certificate_valid_to"])
    columns = (SUPPLIER, "name", "certificate_valid_to", *CERTIFIED)
    for supplier, name, valid_to, *titles in dated.select(columns).sort(SUPPLIER).iter_rows():
        told = (CERTIFIED[column].format(title) for column, title in zip(CERTIFIED, titles, strict=True) if title)
        yield Certificate(supplier_id=supplier, name=name, titles=tuple(told), valid_to=valid_to)


def _quality(report: Report) -> dict[str, DataQuality]:
    """By supplier, the weakest of what stands of it in the report."""
    known: dict[str, DataQuality] = {}
    for supplier, quality in _told(report):
        found = DataQuality(quality)
        known[supplier] = min(known.get(supplier, found), found, key=WEAKEST_FIRST.index)
    return dict(sorted(known.items()))


def _told(report: Report) -> Iterator[tuple[str, str]]:
    """Per row that is about a supplier, how it came; a subcontractor's own vehicles and a contract are its own data."""
    vehicles = report.table("vehicles").frame
    operated = vehicles.select(pl.col("operator_id").alias(SUPPLIER), pl.lit(DataQuality.PRIMARY.value).alias(QUALITY))
    built = vehicles.filter(pl.col("embodied_kg_co2e").is_not_null()).select(
        pl.col("manufacturer_id").alias(SUPPLIER), _primary_when(pl.col("embodied_basis") == DataBasis.PRIMARY.value)
    )
    emitted = _with_proof(report, "chain_emissions", pl.col("method") == ChainMethod.SUPPLIER_SPECIFIC.value)
    delivered = _with_proof(report, "energy_contracts", pl.lit(value=True))
    for frame in (operated, built, emitted, delivered):
        yield from frame.drop_nulls(SUPPLIER).unique().sort(SUPPLIER, QUALITY).iter_rows()


def _with_proof(report: Report, sheet: str, own: pl.Expr) -> pl.DataFrame:
    """The suppliers of a sheet: verified where the supplier's ``own`` data has a proof by a third party."""
    kinds = [kind.value for kind in VERIFYING]
    proofs = report.table("evidence").frame.filter(pl.col("kind").is_in(kinds))["evidence_id"].drop_nulls()
    proven = pl.col("evidence_id").is_in(proofs.implode()).fill_null(value=False)
    quality = pl.when(own.fill_null(value=False) & proven).then(pl.lit(DataQuality.VERIFIED.value))
    otherwise = _primary_when(own)
    return report.table(sheet).frame.select(SUPPLIER, quality.otherwise(otherwise).alias(QUALITY))


def _primary_when(own: pl.Expr) -> pl.Expr:
    told = pl.when(own.fill_null(value=False)).then(pl.lit(DataQuality.PRIMARY.value))
    return told.otherwise(pl.lit(DataQuality.ESTIMATED.value)).alias(QUALITY)
