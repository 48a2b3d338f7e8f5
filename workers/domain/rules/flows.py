"""Materials and incidents: what goes out has a destination, and a jump in counts is seen for what it is."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Direction, Material, Treatment
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS
from workers.domain.lacking import with_lacks
from workers.domain.ranges import below
from workers.domain.statement import Given, rule

KEPT_IN_USE = [Treatment.REUSE.value, Treatment.SECOND_LIFE.value, Treatment.RECYCLING.value]
DESTROYED = [Treatment.INCINERATION.value, Treatment.LANDFILL.value]
OUT = pl.col("direction") == Direction.OUT.value


@rule(
    "MAT-001",
    sheet="materials",
    at="treatment",
    severity=Severity.ERROR,
    basis="VSME B7",
    needs=("materials.direction", "materials.treatment"),
    duty_nl="Een uitgaande stroom heeft een bestemming en een inkomende niet.",
    nl="Stroom {flow_id} ({material}, {direction}) heeft als bestemming: {treatment}.",
    en="Flow {flow_id} ({material}, {direction}) has as its treatment: {treatment}.",
    expected_nl="Een bestemming bij wat uitgaat, een lege cel bij wat binnenkomt.",
    expected_en="A treatment for what goes out, a blank cell for what comes in.",
    mend_nl="Vul de bestemming in, of verbeter de richting.",
    mend_en="Fill in the treatment, or correct the direction.",
)
def only_what_goes_out_has_a_treatment(case: Case) -> pl.LazyFrame:
    """An outgoing flow has a treatment and an incoming one has none."""
    table = case.report.table("materials")
    return table.fit.filter((pl.col("treatment").is_null() == OUT) & ~table.broken("treatment")).select(
        "row", "flow_id", "material", "direction", "treatment"
    )


@rule(
    "MAT-002",
    sheet="materials",
    at="treatment",
    severity=Severity.WARNING,
    basis="EU 2023/1542",
    needs=("materials.material", "materials.direction", "materials.treatment"),
    duty_nl="Batterijpakketten die uitgaan, worden hergebruikt, krijgen een tweede leven of worden gerecycled.",
    nl="Een batterijpakket (stroom {flow_id}) ging uit met bestemming {treatment}.",
    en="A battery pack (flow {flow_id}) went out with treatment {treatment}.",
    expected_nl="{treatments}; verbranden en storten mag niet.",
    expected_en="{treatments}; incineration and landfill are not allowed.",
    mend_nl="Verbeter de bestemming, of leg uit wat er met het pakket is gebeurd.",
    mend_en="Correct the treatment, or explain what happened to the pack.",
)
def battery_packs_are_kept_in_use(case: Case) -> pl.LazyFrame:
    """Battery packs that went out are explained by treatment reuse second_life or recycling."""
    treatment = pl.col("treatment")
    severe = pl.when(treatment.is_in(DESTROYED)).then(pl.lit("error")).otherwise(pl.lit("warning"))
    return (
        case.report.rows("materials")
        .filter((pl.col("material") == Material.BATTERY_PACK.value) & OUT & ~treatment.is_in(KEPT_IN_USE))
        .select("row", "flow_id", "treatment", pl.lit(KEPT_IN_USE).alias("treatments"), severe.alias("severity"))
    )


@rule(
    "INC-001",
    sheet="incidents",
    at="count",
    severity=Severity.NOTICE,
    basis="CROW",
    given=(Given.PREVIOUS,),
    duty_nl="Een aantal van ten minste drie keer dat van vorig jaar wijst op de registratie.",
    nl="{category} in {registration_system}: {total} dit jaar, {before} vorig jaar. Zo'n sprong komt meestal door anders registreren.",
    en="{category} in {registration_system}: {total} this year, {before} last year. Such a jump mostly comes from a change in registration.",
    expected_nl="Minder dan {jump} keer het aantal van vorig jaar.",
    expected_en="Less than {jump} times last year's count.",
    mend_nl="Schrijf op wat er in de registratie is veranderd, zodat de lezer het cijfer begrijpt.",
    mend_en="Note what changed in the registration, so that the reader understands the figure.",
)
def a_jump_in_incidents_points_to_registration(case: Case) -> pl.LazyFrame:
    """A count of at least three times last year's points to registration."""
    jump, kind = case.ranges.incidents_to_last_year, ["category", "registration_system"]
    last_year = case.last_year
    assert last_year is not None
    rows = with_lacks(case.report.table("incidents"), *kind, "count")
    now = rows.group_by(kind).agg(pl.col("count").sum().alias("total"), pl.col(LACKS).drop_nulls().first())
    before = last_year.report.rows("incidents").group_by(kind).agg(pl.col("count").sum().alias("before"))
    return (
        now.join(before.filter(pl.col("before") > 0), on=kind)
        .filter(pl.col(LACKS).is_not_null() | ~below(pl.col("total"), pl.col("before") * jump))
        .select(
            *kind,
            "total",
            "before",
            pl.lit(jump).alias("jump"),
            LACKS,
            pl.concat_str(kind, separator=" · ").alias(ENTITY),
        )
        .sort(kind)
    )


RULES = (
    only_what_goes_out_has_a_treatment,
    battery_packs_are_kept_in_use,
    a_jump_in_incidents_points_to_registration,
)
