"""After another set is switched on: what was decided stays as it was judged, and the next check judges by the new one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from schemas.clock import now
from schemas.settings import Settings
from schemas.store import Adoption, Check, Document, Parked, RuleSet, files, reading, sessions
from schemas.words import DocumentKind, Edition, SetKind
from tests.unit.workers.at_work import AtWork, at_work, check, decide, do, publish, sign, upload
from workers.check import CheckVersion
from workers.domain.factors import FactorSet
from workers.domain.rules import RULE_SETS
from workers.in_force import judged_by
from workers.keeping_factors import keep_factor_set
from workers.reference import own_yardsticks
from workers.verifying import SAME, verify

OFFICIAL = own_yardsticks().factor_sets[2026]
HIGHER = replace(
    OFFICIAL, id="official-2026.2", entries=tuple(replace(one, wtw=Decimal(9)) for one in OFFICIAL.entries)
)


def switch_on(given: FactorSet) -> None:
    with sessions().begin() as session:
        keep_factor_set(session, given)
    adopt(SetKind.FACTOR_SET, given.id, given.year)


def adopt(kind: SetKind, name: str, year: int) -> None:
    with sessions().begin() as session:
        session.add(Adoption(kind=kind, set_id=name, year=year, at=now(), by="fien", reason="Nieuwe lijst."))


def kept_check(version: UUID) -> Check:
    with reading() as session:
        return session.get_one(Check, version)


@pytest.fixture
def decided(installation: Settings) -> AtWork:
    """A report that was decided, by the sets that came with the product."""
    work = at_work()
    event = upload(work)
    signed = sign(work, event.version)
    check(event)
    publish(signed)
    publish(decide(work, event.version))
    return work


def test_a_decided_report_comes_out_byte_for_byte_the_same(decided: AtWork) -> None:
    switch_on(HIGHER)

    with reading() as session:
        query = select(Document.sha256).where(
            Document.kind == DocumentKind.COMPLIANCE_REPORT, Document.edition == Edition.DECIDED
        )
        verified = [verify(files().read(sha256)) for sha256 in session.scalars(query.order_by(Document.id))]

    assert [one.says for one in verified] == [(SAME,), (SAME,)]


def test_a_decided_report_can_be_judged_again_by_what_it_was_judged_by(decided: AtWork) -> None:
    with reading() as session:
        version = session.scalars(select(Check.version).order_by(Check.at)).one()
    switch_on(HIGHER)

    with reading() as session:
        again = judged_by(session, version)

    assert again.factors(2026) == OFFICIAL
    assert again.rule_set(2026) == RULE_SETS[0]


def test_the_next_check_judges_by_the_new_list(installation: Settings) -> None:
    work = at_work()
    before, after = upload(work), None
    check(before)
    switch_on(HIGHER)

    after = upload(work)
    check(after)

    assert kept_check(before.version.version).factor_set == "official-2026"
    assert kept_check(after.version.version).factor_set == "official-2026.2"


def test_the_next_check_judges_by_the_new_rule_set(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    newer = RULE_SETS[0].revised("2026.2", from_year=2026)
    monkeypatch.setattr("workers.in_force.RULE_SETS", (*RULE_SETS, newer))
    adopt(SetKind.RULE_SET, "2026.2", 2026)

    event = upload(at_work())
    check(event)

    assert kept_check(event.version.version).rule_set == "2026.2"


@pytest.mark.parametrize("adopted", [None, "from-a-later-release"])
def test_a_check_without_a_rule_set_that_this_release_has_is_parked(
    adopted: str | None, installation: Settings
) -> None:
    with sessions().begin() as session:
        session.execute(delete(Adoption))
        session.execute(delete(RuleSet))
    if adopted:
        adopt(SetKind.RULE_SET, adopted, 2026)

    do(CheckVersion, upload(at_work()))

    with reading() as session:
        parked = session.scalars(select(Parked).order_by(Parked.id)).one()
        assert parked.reason == ("no_such_rule_set" if adopted else "no_rule_set")


def test_a_year_for_which_no_list_is_in_force_is_judged_without(installation: Settings) -> None:
    with sessions().begin() as session:
        session.execute(delete(Adoption).where(Adoption.kind == SetKind.FACTOR_SET))

    event = upload(at_work())
    check(event)

    assert kept_check(event.version.version).factor_set is None
