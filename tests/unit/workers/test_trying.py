"""The worker that tries sets and terms on earlier reports and reads factor lists; it switches nothing on."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.taking import take_factor_list
from portal.use_cases.trying import ask_trial, is_under_way, offer_factors
from schemas.clock import now
from schemas.events import FactorListOffered, TrialAsked
from schemas.settings import Settings
from schemas.shadow import Shadow
from schemas.store import (
    Audit,
    FactorReading,
    FactorSet,
    Report,
    TermsProposal,
    Trial,
    TrialRun,
    files,
    in_force,
    newest_run,
    reading,
    sessions,
)
from schemas.terms_preview import TermsPreview
from schemas.words import SetKind, TrialKind
from tests.factor_lists import csv_of
from tests.installations import TERMS
from tests.unit.workers.at_work import AtWork, at_work, check, do, told, upload
from tests.unit.workers.driving import a_year_of_driving
from workers.keeping_factors import keep_factor_set
from workers.reference import own_yardsticks
from workers.trying import TryOut

OFFICIAL = own_yardsticks().factor_sets[2026]
DIRTIER = replace(
    OFFICIAL,
    id="official-2026.2",
    entries=tuple(replace(one, wtw=Decimal("0.6")) if one.code == "grey" else one for one in OFFICIAL.entries),
)


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A report that was checked."""
    made = at_work()
    check(upload(made, a_year_of_driving()))
    return made


def a_list(name: str = "official-2026.2", *, grey: str = "0.6") -> bytes:
    return csv_of(name, OFFICIAL, grey=grey)


def tried(work: AtWork, kind: TrialKind, subject: str) -> TrialRun:
    with sessions().begin() as session:
        trial = ask_trial(session, kind, subject, by=work.people["manager"]).id
    do(TryOut, told(TrialAsked)[-1])
    with reading() as session:
        return session.get_one(TrialRun, trial)


def offered(work: AtWork, content: bytes) -> FactorReading:
    taken = take_factor_list(io.BytesIO(content), name="lijst.csv")
    with sessions().begin() as session:
        made = offer_factors(session, taken, by=work.people["manager"]).id
    do(TryOut, told(FactorListOffered)[-1])
    with reading() as session:
        return session.get_one(FactorReading, made)


def result_of(run: TrialRun) -> bytes:
    assert run.result_sha256
    return files().read(run.result_sha256)


def test_a_list_is_tried_and_told_how_far_it_is(work: AtWork) -> None:
    with sessions().begin() as session:
        keep_factor_set(session, DIRTIER)

    run = tried(work, TrialKind.FACTOR_SET, DIRTIER.id)

    shadow = Shadow.model_validate_json(result_of(run))
    assert (run.done, run.total) == (1, 1)
    assert (shadow.turned_verdicts, shadow.reports[0].norms[0].before.norm) == (
        1,
        shadow.reports[0].norms[0].after.norm,
    )
    with reading() as session:
        assert newest_run(session, SetKind.FACTOR_SET, DIRTIER.id) is not None
        assert in_force(session, SetKind.FACTOR_SET)[2026].set_id == OFFICIAL.id


def test_asking_twice_is_one_trial_until_it_is_finished(work: AtWork) -> None:
    def ask() -> UUID:
        with sessions().begin() as session:
            return ask_trial(session, TrialKind.FACTOR_SET, OFFICIAL.id, by=work.people["manager"]).id

    first, second = ask(), ask()
    do(TryOut, told(TrialAsked)[0])

    assert first == second
    with reading() as session:
        assert not is_under_way(session, session.get_one(Trial, first))
    assert ask() != first


def test_proposed_terms_are_tried_on_the_reports_of_their_concession(work: AtWork) -> None:
    norms = [one for one in TERMS["norms"] if one["norm"] != "N-WTW-PKM"]
    body = {**TERMS, "norms": [*norms, {"norm": "N-WTW-PKM", "article": "art. 5.4", "path": {"2026": 1}}]}
    with sessions().begin() as session:
        concession = session.get_one(Report, work.report).concession
        by = work.people["manager"]
        proposal = TermsProposal(
            id=uuid4(), concession=concession, body=body, source="t.json", reason="Strenger.", by=by, at=now()
        )
        session.add(proposal)
        name = str(proposal.id)

    found = TermsPreview.model_validate_json(result_of(tried(work, TrialKind.TERMS, name)))

    assert len(found.turning) == 1
    assert "CO2e per reizigerskilometer" in found.changes[0].nl


def test_a_sound_list_is_taken_in_and_not_switched_on(work: AtWork) -> None:
    read = offered(work, a_list())

    assert (read.refused, read.sets) == (False, ["official-2026.2"])
    with reading() as session:
        assert session.get(FactorSet, "official-2026.2") is not None
        assert in_force(session, SetKind.FACTOR_SET)[2026].set_id == OFFICIAL.id
        [row] = session.scalars(select(Audit).where(Audit.action == "factor_set.import")).all()
    assert row.actor == f"person/{work.people['manager']}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (a_list(grey="veel"), "‘veel’ is geen factor."),
        (a_list("official-2026"), "official-2026 is hier al bekend met een andere inhoud"),
        (b"a,b\n1,2\n", "deze kolommen ontbreken"),
    ],
    ids=["no-number", "name-taken", "other-columns"],
)
def test_a_list_with_a_fault_is_refused_with_where_and_what(work: AtWork, content: bytes, said: str) -> None:
    read = offered(work, content)

    assert (read.refused, read.sets) == (True, [])
    assert any(said in text["nl"] for text in read.said["texts"])
    with reading() as session:
        assert session.get(FactorSet, "official-2026.2") is None
