"""What an upgrade writes: the sets of this release as rows, and which of them are in force."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import delete, select

from deploy.catalogues import upgrade
from schemas.clock import now
from schemas.settings import Settings
from schemas.store import Adoption, FactorSet, RuleSet, in_force, reading, rule_set_in_force, sessions
from schemas.words import SetKind
from workers.domain import factors
from workers.domain.rules import NEWEST
from workers.in_force import factor_set_named, yardsticks_in_force
from workers.keeping_factors import NameIsTaken, keep_factor_set
from workers.reference import factor_sets, own_yardsticks

OFFICIAL = own_yardsticks().factor_sets[2026]


def with_another_diesel(known: factors.FactorSet, wtw: str = "3.4") -> factors.FactorSet:
    """The same list with another well-to-wheel factor of diesel."""
    entries = (replace(one, wtw=Decimal(wtw)) if one.code == "diesel_b7" else one for one in known.entries)
    return replace(known, entries=tuple(entries))


def adopted() -> list[tuple[str, int, str]]:
    with reading() as session:
        return [(one.set_id, one.year, one.by) for one in session.scalars(select(Adoption).order_by(Adoption.n))]


def test_a_new_installation_judges_by_what_comes_with_the_product(on_both: Settings) -> None:
    with reading() as session:
        assert yardsticks_in_force(session) == own_yardsticks()


def test_every_list_comes_back_from_its_row_as_it_went_in(on_both: Settings) -> None:
    with reading() as session:
        assert [factor_set_named(session, known.id) for known in factor_sets()] == list(factor_sets())


def test_an_upgrade_that_runs_twice_changes_nothing(on_both: Settings) -> None:
    before = adopted()

    upgrade(on_both.database)

    assert adopted() == before


def test_a_choice_that_was_made_stands_after_an_upgrade(on_both: Settings) -> None:
    with sessions().begin() as session:
        keep_factor_set(session, replace(OFFICIAL, id="official-2026.2"))
        chosen = Adoption(
            kind=SetKind.FACTOR_SET, set_id="official-2026.2", year=2026, at=now(), by="fien", reason="Beter."
        )
        session.add(chosen)

    upgrade(on_both.database)

    with reading() as session:
        assert in_force(session, SetKind.FACTOR_SET)[2026].set_id == "official-2026.2"


def test_a_known_name_with_the_same_contents_is_the_same_list(on_both: Settings) -> None:
    with sessions().begin() as session:
        keep_factor_set(session, OFFICIAL)

    with reading() as session:
        assert len(session.scalars(select(FactorSet.id).order_by(FactorSet.id)).all()) == len(factor_sets())


def test_a_known_name_with_other_contents_is_refused_with_a_name_that_is_free(on_both: Settings) -> None:
    with pytest.raises(NameIsTaken) as wrong, sessions().begin() as session:
        keep_factor_set(session, with_another_diesel(OFFICIAL))

    assert "bijvoorbeeld official-2026.2" in str(wrong.value)
    assert "such as official-2026.2" in str(wrong.value)
    with reading() as session:
        assert factor_set_named(session, "official-2026") == OFFICIAL


def test_the_words_of_a_rule_set_may_be_bettered(on_both: Settings) -> None:
    with sessions().begin() as session:
        session.get_one(RuleSet, NEWEST.id).body = {"rules": []}

    upgrade(on_both.database)

    with reading() as session:
        assert len(session.get_one(RuleSet, NEWEST.id).body["rules"]) == len(NEWEST.statements)


def test_a_rule_set_that_judges_otherwise_is_refused_under_the_same_name(on_both: Settings) -> None:
    with sessions().begin() as session:
        session.get_one(RuleSet, NEWEST.id).sha256 = "0" * 64

    with pytest.raises(NameIsTaken, match=NEWEST.id):
        upgrade(on_both.database)


@pytest.fixture
def of_the_release_before(on_both: Settings) -> Settings:
    """An installation in which nothing was ever switched on: a list was imported over that of the product, another beside it."""
    with sessions().begin() as session:
        session.execute(delete(Adoption))
        session.get_one(RuleSet, NEWEST.id).sha256 = "1" * 64
        session.add(RuleSet(id="2025.9", sha256="2" * 64, body={"rules": []}, written_at=now()))
        session.delete(session.get_one(FactorSet, OFFICIAL.id))
        session.flush()
        keep_factor_set(session, with_another_diesel(OFFICIAL))
        keep_factor_set(session, replace(OFFICIAL, id="official-2027", year=2027))
    return on_both


def test_an_older_installation_goes_on_judging_as_it_did(of_the_release_before: Settings) -> None:
    upgrade(of_the_release_before.database)

    with reading() as session:
        assert yardsticks_in_force(session) == own_yardsticks()


def test_what_was_imported_before_stays_under_a_name_of_its_own(of_the_release_before: Settings) -> None:
    upgrade(of_the_release_before.database)

    with reading() as session:
        moved = factor_set_named(session, "official-2026.2")
        assert moved.entries == with_another_diesel(OFFICIAL).entries
        assert 2027 not in in_force(session, SetKind.FACTOR_SET)
        assert session.get(FactorSet, "official-2027") is not None


def test_older_rule_sets_stay(of_the_release_before: Settings) -> None:
    upgrade(of_the_release_before.database)

    with reading() as session:
        assert session.get(RuleSet, "2025.9") is not None


def test_a_rule_set_holds_for_later_years_until_another_does(on_both: Settings) -> None:
    with sessions().begin() as session:
        session.add(Adoption(kind=SetKind.RULE_SET, set_id="2028.1", year=2028, at=now(), by="fien", reason="Nieuw."))

    with reading() as session:
        by_year = {year: rule_set_in_force(session, year) for year in (2027, 2028, 2029)}

    assert by_year == {2027: NEWEST.id, 2028: "2028.1", 2029: "2028.1"}


def test_of_one_year_the_newest_choice_counts(on_both: Settings) -> None:
    with sessions().begin() as session:
        for name in ("first", "second"):
            session.add(Adoption(kind=SetKind.FACTOR_SET, set_id=name, year=2031, at=now(), by="fien", reason="Nieuw."))
            session.flush()

    with reading() as session:
        assert in_force(session, SetKind.FACTOR_SET)[2031].set_id == "second"
