"""Other concessions beside one's own: what may be told of a group, gone through for every small group there can be."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from uuid import UUID, uuid4

import pytest

from portal.manager import peers as group
from portal.manager.peers import Peer, spread
from schemas.judgement import Outcome
from schemas.store import ConcessionAuthority, NormVerdict, Report, reading, sessions
from tests.statements import statements
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.many_years import Year, a_concession, another_province

MOST_SEEN, MOST_OTHERS = 5, 11


def a_peer(value: int, *, seen: bool) -> Peer:
    return Peer(concession=uuid4(), value=Decimal(value), seen=seen)


def a_group(seen: int, others: int) -> list[Peer]:
    """So many that the reader sees and so many others, in the order in which they came."""
    return [
        *(a_peer(10 + n, seen=True) for n in range(seen)),
        *(a_peer(500 + 37 * n, seen=False) for n in range(others)),
    ]


def others_told(peers: list[Peer]) -> set[UUID]:
    return {peer.concession for peer in group._told(peers) if not peer.seen}


@pytest.mark.parametrize(("seen", "others"), list(product(range(MOST_SEEN), range(MOST_OTHERS))))
def test_what_is_told_of_others_changes_by_nobody_or_by_three(seen: int, others: int) -> None:
    peers = a_group(seen, others + 1)

    before, after = others_told(peers[:-1]), others_told(peers)

    assert before <= after
    assert len(after - before) in {0, 3}


@pytest.mark.parametrize(("seen", "others"), list(product(range(1, MOST_SEEN), range(MOST_OTHERS))))
def test_from_whichever_own_concession_one_looks_the_others_are_the_same(seen: int, others: int) -> None:
    peers = a_group(seen, others)

    spreads = [spread(peers, beside=peer.concession) for peer in peers if peer.seen]

    counted = len(others_told(peers)) + seen - 1
    assert all((one.number if one else None) == (counted if counted >= 3 else None) for one in spreads)


@pytest.mark.parametrize(("seen", "others"), list(product(range(MOST_SEEN), range(MOST_OTHERS))))
def test_of_fewer_than_three_others_nothing_is_told(seen: int, others: int) -> None:
    peers = a_group(seen, others)
    own = peers[0].concession if seen else None

    told = spread(peers, beside=own)

    known = len(others_told(peers)) + max(0, seen - 1)
    assert (told is None) == (known < 3 if own else known < 4)
    assert len(others_told(peers)) % 3 == 0


def test_three_or_four_others_have_a_middle_and_no_spread() -> None:
    told = spread(a_group(1, 4), beside=None)

    assert told is not None
    assert (told.number, told.low, told.high) == (4, None, None)


@pytest.mark.parametrize(
    ("value", "told"),
    [("61.37", "61"), ("847.2", "850"), ("0.0417", "0.042"), ("100", "100"), ("99.7", "100"), ("0", "0")],
)
def test_what_is_told_is_rounded_to_two_figures(value: str, told: str) -> None:
    assert group._rounded(Decimal(value)) == Decimal(told)


def a_year(grams: int, stand: str = "decided") -> Year:
    return Year(2026, {("GHG-05", "total"): grams}, {"N-WTW-PKM": Outcome.MEETS}, stand)


def strangers(world: World, number: int) -> list[UUID]:
    """Concessions of a province that the manager has nothing to do with."""
    with_far = World(world.people, world.organisations | {"far": another_province("Verland")}, world.concessions, {})
    return [a_concession(with_far, f"Ver {n}", [a_year(40 + 10 * n)], by="far") for n in range(number)]


def page_of(concession: UUID) -> str:
    with reading() as session:
        report = session.query(Report).filter(Report.concession == concession).one()
    return f"/beoordelingen/{report.id}?norm=N-WTW-PKM"


@pytest.fixture
def dal(world: World) -> UUID:
    return a_concession(world, "Dal", [a_year(95, "in_review")])


@pytest.mark.parametrize(
    ("number", "said"), [(2, None), (3, "3 andere"), (4, "3 andere"), (5, "3 andere"), (6, "6 andere")]
)
def test_others_count_by_threes_on_the_page(
    manager: Browser, world: World, dal: UUID, number: int, said: str | None
) -> None:
    with_values()
    strangers(world, number)

    page = manager.get(page_of(dal)).text

    assert ("Naast andere concessies" in page) == (said is not None)
    assert said is None or f"Het midden van {said} concessies is ongeveer" in page
    assert "Ver 0" not in page


def test_what_was_only_handed_in_elsewhere_does_not_count(manager: Browser, world: World, dal: UUID) -> None:
    with_values()
    with_far = World(world.people, world.organisations | {"far": another_province("Verland")}, world.concessions, {})
    for n in range(3):
        a_concession(with_far, f"Ver {n}", [a_year(50, "handed_in")], by="far")

    assert "Naast andere concessies" not in manager.get(page_of(dal)).text


def with_values() -> None:
    """Give the verdicts the value of their figure, as a check does."""
    with sessions().begin() as session:
        for verdict in session.query(NormVerdict).all():
            verdict.value, verdict.threshold = "95", "60"


def test_the_comparison_names_own_concessions_alone(manager: Browser, world: World, dal: UUID) -> None:
    a_concession(world, "Berg", [a_year(70)])
    strangers(world, 3)

    page = manager.get("/bureau/vergelijken?cijfer=GHG-05&jaar=2026").text

    assert "Van 70\u00a0g/rkm in Berg tot 95\u00a0g/rkm in Dal" in page
    assert "De stippellijn is het midden van 5 concessies" in page
    assert "Ver 0" not in page


def test_one_figure_takes_as_many_queries_for_many_concessions(manager: Browser, world: World, dal: UUID) -> None:
    few = asked_for(manager)
    for n in range(20):
        a_concession(world, f"Berg {n}", [a_year(70 + n)])

    assert asked_for(manager) == few


def asked_for(manager: Browser) -> int:
    manager.get("/bureau/vergelijken")
    with statements() as sent:
        manager.get("/bureau/vergelijken")
    return len(sent)


def test_the_year_before_stands_beside_a_norm(manager: Browser, world: World) -> None:
    earlier = Year(2025, {("GHG-05", "total"): 99}, {"N-WTW-PKM": Outcome.DOES_NOT_MEET})
    made = a_concession(world, "Dal", [earlier, a_year(95, "in_review")])
    with reading() as session:
        report = session.query(Report).filter(Report.concession == made, Report.report_year == 2026).one()

    page = manager.get(f"/beoordelingen/{report.id}?norm=N-WTW-PKM").text

    assert "In 2025:" in page


def test_a_concession_that_the_province_comes_to_grant_too_is_no_longer_among_the_others(
    manager: Browser, world: World, dal: UUID
) -> None:
    with_values()
    first, *_rest = strangers(world, 3)
    with sessions().begin() as session:
        session.add(ConcessionAuthority(concession=first, organisation=world.organisations["vlietland"], leads=False))

    assert "Naast andere concessies" not in manager.get(page_of(dal)).text
