"""Factor lists and rule sets: offered, tried and switched on by a person who saw what follows."""

from __future__ import annotations

import io
from decimal import Decimal
from uuid import uuid4

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.events import FactorListOffered, TrialAsked
from schemas.judgement import Outcome, Verdict
from schemas.shadow import FactorMoved, NormBeside, ReportBeside, Sets, Shadow, Untried
from schemas.store import (
    Adoption,
    FactorReading,
    FactorSet,
    FactorUpload,
    Outbox,
    ShadowRun,
    Trial,
    TrialRun,
    files,
    in_force,
    reading,
    sessions,
)
from schemas.texts import Bilingual
from schemas.words import SetKind
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_parked_event

LISTS = "/beheer/maatstaven/factorlijsten"
NEW = f"{LISTS}/official-2026.2"
FORM = {"reden": "Betere bronnen.", "gevolgen": "true"}


@pytest.fixture(autouse=True)
def lists(world: World) -> None:
    """A list that holds for 2026, and a newer one that does not."""
    entry = {"kind": "carrier", "code": "grey", "unit": "kWh", "wtw": "0.5", "source": "Een bron"}
    with sessions().begin() as session:
        for name in ("official-2026", "official-2026.2"):
            session.add(FactorSet(id=name, year=2026, sha256=name[-1] * 64, body=[entry], written_at=now()))
        session.add(
            Adoption(
                kind=SetKind.FACTOR_SET, set_id="official-2026", year=2026, at=now(), by="db upgrade", reason="Eerste."
            )
        )


def a_verdict(outcome: Outcome, value: str) -> Verdict:

    return Verdict(
        norm="N-WTW-PKM",
        verdict=outcome,
        value=Decimal(value),
        threshold=Decimal(40),
        reason=Bilingual(nl="Reden.", en="Reason."),
    )


def a_shadow(name: str = "official-2026.2") -> None:
    """What trying the newer list showed: one verdict turns."""

    moved = FactorMoved(
        code="grey", column="wtw", unit="kWh", before=Decimal("0.5"), after=Decimal("0.61"), effect=Decimal("3.1")
    )
    norm = NormBeside(
        before=a_verdict(Outcome.MEETS, "39"), after=a_verdict(Outcome.DOES_NOT_MEET, "42.1"), factors=(moved,)
    )
    sets = Sets(rule_set="2026.1", factor_set="official-2026")
    report = ReportBeside(
        report=uuid4(),
        version=uuid4(),
        number=3,
        concession="VB-OOST",
        concession_name="Voorbeeld-Oost",
        year=2026,
        in_force=True,
        before=sets,
        after=sets.model_copy(update={"factor_set": name}),
        as_kept=True,
        norms=(norm,),
        rules=(),
    )
    untried = Untried(
        report=uuid4(),
        version=uuid4(),
        concession="VB-WEST",
        year=2026,
        reason=Bilingual(nl="Een bestand is weg.", en="A file is missing."),
    )
    shadow = Shadow(kind=SetKind.FACTOR_SET, set_id=name, year=2026, at=now(), reports=(report,), untried=(untried,))
    kept = files().keep_bytes(shadow.model_dump_json().encode())
    with sessions().begin() as session:
        session.add(
            ShadowRun(
                kind=SetKind.FACTOR_SET,
                set_id=name,
                at=now(),
                reports=1,
                untried=1,
                changed_reports=1,
                changed_verdicts=1,
                result_sha256=kept.sha256,
            )
        )


def holds() -> str:
    with reading() as session:
        return in_force(session, SetKind.FACTOR_SET)[2026].set_id


def told(kind: str) -> int:
    with reading() as session:
        return len(session.scalars(select(Outbox.position).where(Outbox.type == kind)).all())


def test_the_lists_say_which_of_them_hold(functional_manager: Browser) -> None:
    page = functional_manager.get(LISTS).text

    assert "geldt voor 2026" in page
    assert "official-2026.2" in page
    assert "official-2026.2 wacht op een besluit" in functional_manager.get("/beheer").text


def test_a_file_is_offered_and_waits_to_be_read(functional_manager: Browser) -> None:
    answer = functional_manager.post(LISTS, {"bestand": (io.BytesIO(b"year,kind\n"), "lijst.csv")})

    page = functional_manager.get(answer.headers["Location"]).text
    assert "Wij lezen het bestand." in page
    assert told(FactorListOffered.TYPE) == 1


def test_the_faults_of_a_file_are_told_in_the_readers_language(functional_manager: Browser) -> None:
    path = functional_manager.post(LISTS, {"bestand": (io.BytesIO(b"x\n"), "lijst.csv")}).headers["Location"]
    with sessions().begin() as session:
        upload = session.scalars(select(FactorUpload)).one()
        said = {"texts": [{"nl": "Regel 11, kolom wtw: ‘veel’ is geen factor.", "en": "Line 11"}]}
        session.add(FactorReading(upload=upload.id, at=now(), sets=[], said=said, refused=True))

    page = functional_manager.get(path).text

    assert "Het bestand is niet opgenomen. Wat er al was, is ongewijzigd." in page
    assert "‘veel’ is geen factor." in page


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("lijst.xlsx", b"PK\x03\x04", "is geen csv-bestand"), ("lijst.csv", b"", "is leeg"), ("", b"", "Kies eerst")],
)
def test_what_is_no_list_is_refused_at_the_door(
    functional_manager: Browser, name: str, content: bytes, said: str
) -> None:
    answer = functional_manager.post(LISTS, {"bestand": (io.BytesIO(content), name)})

    assert answer.status_code == 400
    assert said in answer.text
    assert told(FactorListOffered.TYPE) == 0


def test_a_set_is_tried_before_it_can_be_switched_on(functional_manager: Browser) -> None:
    page = functional_manager.get(NEW).text
    answer = functional_manager.post(f"{NEW}/inschakelen", FORM)

    assert "Nog niemand heeft dit op eerdere rapporten geprobeerd." in page
    assert answer.status_code == 409
    assert "Bekijk eerst wat official-2026.2 verandert." in answer.text
    assert holds() == "official-2026"


def test_a_trial_shows_how_far_it_is_and_asking_again_adds_none(functional_manager: Browser) -> None:
    for _ in range(2):
        functional_manager.post(f"{NEW}/proef")
    with sessions().begin() as session:
        trial = session.scalars(select(Trial)).one().id
        session.add(TrialRun(trial=trial, done=12, total=40, at=now()))

    assert told(TrialAsked.TYPE) == 1
    assert "12 van 40 rapporten" in functional_manager.get(NEW).text
    assert "12 van 40 rapporten" in functional_manager.get(f"{NEW}/stand").text


def test_a_trial_that_was_parked_says_why_and_can_be_asked_again(functional_manager: Browser) -> None:
    functional_manager.post(f"{NEW}/proef")
    with sessions().begin() as session:
        session.add(a_parked_event(session.scalars(select(Trial)).one().id, worker="try", reason="too_long"))

    page = functional_manager.get(NEW).text
    functional_manager.post(f"{NEW}/proef")

    assert "De proef staat stil: Het duurde langer dan is toegestaan." in page
    assert told(TrialAsked.TYPE) == 2


def test_the_outcome_names_what_turns_by_what_and_what_was_not_tried(functional_manager: Browser) -> None:
    a_shadow()

    page = functional_manager.get(NEW).text

    assert "1 oordeel zou anders zijn" in page
    assert "grey wtw: 0,5 → 0,61 per kWh (+3,1 g per reizigerskm)" in page
    assert "VB-WEST 2026: Een bestand is weg." in page


def test_switching_on_asks_for_a_tick_and_a_reason(functional_manager: Browser) -> None:
    a_shadow()

    no_tick = functional_manager.post(f"{NEW}/inschakelen", {"reden": "Betere bronnen."})
    no_reason = functional_manager.post(f"{NEW}/inschakelen", {"gevolgen": "true", "reden": ""})

    assert "Vink aan dat u de gevolgen kent." in no_tick.text
    assert (no_tick.status_code, no_reason.status_code, holds()) == (400, 400, "official-2026")


def test_it_holds_from_then_on_with_who_when_and_why(functional_manager: Browser) -> None:
    a_shadow()

    answer = functional_manager.post(f"{NEW}/inschakelen", FORM)

    assert answer.status_code == 303
    assert holds() == "official-2026.2"
    page = functional_manager.get(NEW).text
    assert "functional_manager, Provincie Vlietland" in page
    assert "Betere bronnen." in page


def test_going_back_is_a_decision_of_its_own(functional_manager: Browser) -> None:
    for name in ("official-2026.2", "official-2026"):
        a_shadow(name)
        functional_manager.post(f"{LISTS}/{name}/inschakelen", FORM)

    with reading() as session:
        sets = session.scalars(select(Adoption.set_id).order_by(Adoption.n)).all()
    assert sets == ["official-2026", "official-2026.2", "official-2026"]


@pytest.mark.parametrize(
    "path", [f"{LISTS}/nergens", "/beheer/maatstaven/iets", "/beheer/maatstaven/iets/official-2026"]
)
def test_what_is_not_known_is_not_there(functional_manager: Browser, path: str) -> None:
    assert functional_manager.get(path).status_code == 404
