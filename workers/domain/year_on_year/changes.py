"""Every figure of energy and emissions beside that of the year before, with its change split in causes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from schemas.change import Change, adding_up
from schemas.judgement import Indicator
from schemas.texts import Bilingual
from workers.domain import reasons
from workers.domain.energy_balance import Used
from workers.domain.indicators.balance import energy_content, lacking
from workers.domain.indicators.figures import DECIMALS, both, filled, joined
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.ledger import Ledger
from workers.domain.reckoning import reckoned
from workers.domain.statement import Given
from workers.domain.year_on_year.makeup import split
from workers.domain.year_on_year.parts import Yardstick, kind_of
from workers.domain.year_on_year.splits import SPLITS, Split

PLACES = -int(DECIMALS.as_tuple().exponent)
KILOMETRES = (
    Uses("activity", ("vehicle_id", "period", "km_total"), needed=True),
    Uses("vehicles", ("vehicle_id", "operator_id", "bus_class", "drivetrain"), needed=True),
)
METHOD = both(
    "Gesplitst met de additieve LMDI-I-methode (Ang, Energy Policy 2004 en 2005): de delen zijn samen precies het verschil, en het grootste deel "
    "draagt wat afronden overlaat. Een soort bus of energie die nieuw is of verdween, telt geheel als samenstelling (Ang en Liu, 2007). "
    "Energie is in beide jaren gemeten met de energie-inhoud van de nieuwste factorenlijst.",
    "Split by the additive LMDI-I method (Ang, Energy Policy 2004 and 2005): the parts are exactly the difference together, and the largest "
    "carries what rounding leaves. A kind of bus or energy that is new or disappeared counts wholly as mix (Ang and Liu, 2007). "
    "Energy is measured in both years with the energy content of the newest factor list.",
)


@dataclass(frozen=True)
class Years:
    """This year's report and last year's, both open for reckoning."""

    now: Ledger
    last: Ledger

    def yardstick(self, used: Used) -> Fraction:
        """Megajoules by this year's list, losses in the vehicle included; by last year's for what this year's lacks."""
        lists = (self.now.energy, self.last.energy)
        mj = next((known for balance in lists if (known := balance.mj(used.carrier)) is not None), Fraction(1))
        return used.metered * mj * (self.loss if used.in_vehicle else 1)

    @property
    def loss(self) -> Fraction:
        """By what energy metered in the vehicle is multiplied, the same for both years."""
        lists = (ledger.case.factors for ledger in (self.now, self.last))
        return next((Fraction(loss) for known in lists if known and (loss := known.vehicle_meter_loss)), Fraction(1))

    def obstacle(self) -> Bilingual | None:
        """Why no figure at all can be split."""
        return next((reason for ledger in (self.now, self.last) if (reason := obstacle(ledger, *KILOMETRES))), None)

    def without_content(self) -> Bilingual | None:
        """Why energy cannot be compared: no list says how much of it a unit holds."""
        driven = [used for ledger in (self.now, self.last) for used in ledger.energy.where(lambda u: bool(kind_of(u)))]
        unknown = [
            used for used in driven if all(b.mj(used.carrier) is None for b in (self.now.energy, self.last.energy))
        ]
        return lacking(self.now, energy_content(unknown))


def with_changes(figures: Iterable[Indicator], now: Ledger, last: Ledger | None) -> tuple[Indicator, ...]:
    """The figures, those of energy and emissions with what changed since the year before."""
    known = tuple(figures)
    if last is None:
        return tuple(_told(figure, _unsplit(now, reasons.NOT_GIVEN[Given.PREVIOUS])) for figure in known)
    years = Years(now, last)
    reason = years.obstacle() or years.without_content()
    before = {(figure.indicator, figure.part): figure for figure in reckoned(last)}
    return tuple(_held_against(before.get((figure.indicator, figure.part)), figure, years, reason) for figure in known)


def _told(figure: Indicator, change: Change) -> Indicator:
    """A figure with its change, where it is one of those that are split and has a value."""
    if (figure.indicator, figure.part) not in SPLITS or figure.value is None:
        return figure
    return figure.model_copy(update={"why": figure.why.model_copy(update={"change": change})})


def _held_against(before: Indicator | None, figure: Indicator, years: Years, reason: Bilingual | None) -> Indicator:
    how = SPLITS.get((figure.indicator, figure.part))
    if how is None or figure.value is None:
        return figure
    if before is None or before.value is None:
        return _told(figure, _unsplit(years.now, _not_known(years, before)))
    if reason:
        beside = {"before": before.value, "now": figure.value, "difference": figure.value - before.value}
        return _told(figure, _unsplit(years.now, reason).model_copy(update=beside))
    return _told(figure, _split(before.value, figure.value, how, years))


def _split(before: Decimal, now: Decimal, how: Split, years: Years) -> Change:
    yardstick: Yardstick = years.yardstick
    found = split(how.makeup(years.last, yardstick), how.makeup(years.now, yardstick))
    return Change(
        year=_year_before(years.now),
        before=before,
        now=now,
        difference=now - before,
        effects=adding_up(found, to=now - before, places=PLACES),
        method=joined([METHOD, how.note], " ") if how.note else METHOD,
    )


def _unsplit(now: Ledger, reason: Bilingual) -> Change:
    return Change(year=_year_before(now), reason=reason)


def _not_known(years: Years, before: Indicator | None) -> Bilingual:
    """Why last year has no such figure."""
    year = _year_before(years.now)
    if before is None or not before.why.notes:
        return filled("In {year} was dit cijfer er niet.", "In {year} there was no such figure.", year=str(year))
    return filled("Over {year}: {reason}", "On {year}: {reason}", year=str(year), reason=before.why.notes[0])


def _year_before(now: Ledger) -> int | None:
    year = now.report.fields.values.get("report_year")
    return year - 1 if isinstance(year, int) else None
