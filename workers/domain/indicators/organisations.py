"""What organisations state of their people: each once, a blank is not a zero, and who refused to say is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import StaffGroup
from schemas.texts import Bilingual
from workers.domain.frames import ROW
from workers.domain.indicators.figures import TOTAL, Figures, both, filled, taken, with_unit
from workers.domain.indicators.refusals import left_out, refusing
from workers.domain.indicators.rows import rows_of
from workers.domain.ledger import Ledger
from workers.domain.places import Places

SHEET = "workforce"
HOLDER, SUPPLIERS = "organisation=holder", "organisation=suppliers"
ORGANISATION = pl.col("organisation_id").fill_null("")


@dataclass(frozen=True)
class Stated:
    """What one organisation states: its total, else its groups where every one of them is given; None is not known."""

    organisation: str
    amount: Fraction | None
    rows: tuple[int, ...]
    refused: bool

    @property
    def left_out(self) -> bool:
        """Whether it refused to say: its blank is no gap."""
        return self.refused and self.amount is None


def stated(ledger: Ledger, column: str) -> tuple[Stated, ...]:
    """What each organisation states in a column, the holder first."""
    is_total = pl.col("staff_group") == StaffGroup.TOTAL
    value = pl.col(column).cast(pl.Decimal(38, 3))
    groups = value.filter(~is_total)
    whole = pl.when((groups.len() > 0) & (groups.null_count() == 0)).then(groups.sum())
    per = (
        rows_of(ledger, SHEET)
        .group_by(ORGANISATION.alias("name"))
        .agg(
            value.filter(is_total).first().alias("total"),
            whole.alias("groups"),
            pl.col(ROW).filter(is_total).head(1).alias("of_total"),
            pl.col(ROW).filter(~is_total).alias("of_groups"),
        )
    )
    where = pl.when(pl.col("total").is_not_null()).then("of_total").otherwise("of_groups")
    rows = per.select("name", pl.coalesce("total", "groups").alias("amount"), where.alias("rows")).sort("name")
    silent = refusing(ledger)
    return tuple(
        Stated(name, None if amount is None else Fraction(amount), tuple(places), name in silent)
        for name, amount, places in rows.iter_rows()
    )


def places_of(some: tuple[Stated, ...]) -> Places:
    """Where it is stated."""
    return Places.of(row for one in some for row in one.rows)


def whose(everyone: tuple[Stated, ...]) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """All together, the holder, and its suppliers."""
    yield TOTAL, everyone
    yield HOLDER, tuple(some for some in everyone if not some.organisation)
    yield SUPPLIERS, tuple(some for some in everyone if some.organisation)


def together(some: tuple[Stated, ...]) -> Fraction:
    """What they state, added up."""
    return sum((one.amount or Fraction(0) for one in some), Fraction(0))


def blank(some: tuple[Stated, ...]) -> Bilingual | None:
    """Who does not say; a blank is not a zero."""
    silent = [one.organisation for one in some if one.amount is None]
    if some and not silent:
        return None
    names = both(*(", ".join(name or word for name in silent) or "-" for word in ("de houder", "the holder")))
    return filled("Niet te beoordelen: niet opgegeven door {who}.", "Not assessable: not given by {who}.", who=names)


def totals(
    figures: Figures, everyone: tuple[Stated, ...], column: str, *, prefix: str = "", unit: str
) -> Iterator[Indicator]:
    """A column added up over all organisations, and for the holder and its suppliers apart."""
    heard = tuple(one for one in everyone if not one.left_out)
    notes = _without(everyone, heard)
    for part, some in whose(heard):
        name = f"{prefix}{part}" if part != TOTAL else prefix.rstrip(",") or TOTAL
        if part != TOTAL and not some:
            continue
        if reason := blank(some):
            yield figures.unknown(reason, part=name, unit=unit)
        else:
            value = together(some)
            inputs = [taken(SHEET, column, at=places_of(some), amount=value, unit=unit)]
            said = () if part == HOLDER else notes
            yield figures.known(value, part=name, unit=unit, worked=with_unit(value, unit), inputs=inputs, notes=said)


def _without(everyone: tuple[Stated, ...], heard: tuple[Stated, ...]) -> tuple[Bilingual, ...]:
    """Who is left out, having refused."""
    return left_out([one.organisation for one in everyone if one not in heard])


def heard_on_both(
    above: tuple[Stated, ...], below: tuple[Stated, ...]
) -> tuple[tuple[Stated, ...], tuple[Stated, ...], tuple[Bilingual, ...]]:
    """Two columns of which one is divided by the other: who refused to say one of them is left out of both."""
    silent = {one.organisation for one in (*above, *below) if one.left_out}
    kept = [tuple(one for one in column if one.organisation not in silent) for column in (above, below)]
    return kept[0], kept[1], _without(above, kept[0])
