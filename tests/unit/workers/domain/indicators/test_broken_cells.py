"""A cell that cannot be read never changes a figure: it is as it was, or not assessable."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.judgement import Indicator, Status
from tests.drawn.breaking import Pair, with_a_broken_cell
from tests.drawn.chain import chains
from tests.drawn.people import staffed
from tests.drawn.read import case_of
from tests.drawn.running import runs
from tests.plain_reckoning import Plain
from workers.domain.checked import Checked
from workers.domain.ledger import Ledger
from workers.domain.reckoning import reckoned

Told = tuple[object, object, object]


def _reckoned(plain: Plain) -> dict[tuple[str, str], Indicator]:
    return {(f.indicator, f.part): f for f in reckoned(Ledger(Checked(case=case_of(plain), offences=())))}


def _told(figure: Indicator) -> Told:
    return figure.value, figure.status, figure.why.coverage


def _not_assessable(figure: Indicator) -> bool:
    return figure.status is Status.NOT_ASSESSABLE


@settings(
    max_examples=90,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(pair=with_a_broken_cell(st.one_of(runs(), chains(), staffed())))
def test_a_figure_stays_as_it_was_or_is_not_assessable(pair: Pair) -> None:
    whole, broken = (_reckoned(plain) for plain in pair)

    changed = [
        key
        for key, figure in broken.items()
        if not _not_assessable(figure) and (key not in whole or _told(figure) != _told(whole[key]))
    ]
    unknown = {indicator for (indicator, _part), figure in broken.items() if _not_assessable(figure)}
    gone = [key for key in whole.keys() - broken.keys() if key[0] not in unknown]

    assert (changed, gone) == ([], [])
