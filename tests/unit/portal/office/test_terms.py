"""Terms: read as pages, proposed by a norm or a file, and adopted once somebody saw what they change."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from portal.office.terms import ELSEWHERE, WORDS
from portal.use_cases.opening import open_duty
from portal.use_cases.proposing import parties_of
from schemas.clock import now
from schemas.events import TrialAsked
from schemas.store import (
    Concession,
    Organisation,
    Outbox,
    Report,
    Terms,
    TermsProposal,
    Trial,
    TrialRun,
    files,
    reading,
    sessions,
)
from schemas.terms import BuildingBlocks, ShortfallTerms
from schemas.terms import Terms as Read
from schemas.terms_preview import TermsPreview
from schemas.texts import Bilingual
from tests.unit.portal.browsing import Browser, World

NORM = {"artikel": "art. 5.2", "pad": "2026: 80\n2030: 100", "laatste-jaar": "", "deel": "", "reden": "Strenger."}
ADOPT = {"vanaf-jaar": "2027", "reden": "Besloten.", "gevolgen": "true"}


@pytest.fixture(autouse=True)
def own_terms(world: World) -> None:
    """The terms name the concession as it is, and its holder by number."""
    with sessions().begin() as session:
        session.get_one(Organisation, world.organisations["rijnbus"]).kvk = "12345678"
        session.flush()
        known = session.get_one(Concession, world.concessions["oost"])
        held = session.scalars(select(Terms).where(Terms.concession == known.id)).one()
        held.body = {**held.body, **parties_of(session, known)}


@pytest.fixture
def page(world: World) -> str:
    """The address of the terms of concession Oost."""
    return f"/beheer/concessies/{world.concessions['oost']}/voorwaarden"


def a_file(browser: Browser, page: str, **changed: Any) -> dict[str, Any]:
    body = json.loads(browser.get(f"{page}/TERMS.json").text) | changed
    return {"bestand": (io.BytesIO(json.dumps(body).encode()), "terms.json"), "reden": "Nieuwe afspraken."}


def proposals() -> list[TermsProposal]:
    with reading() as session:
        return list(session.scalars(select(TermsProposal)))


def finish_the_trial() -> None:
    """What the worker keeps: the change in a sentence, and no earlier report."""
    preview = TermsPreview(
        concession="VB-OOST",
        name="Voorbeeld-Oost",
        known=True,
        changes=(Bilingual(nl="Wagenpark zero-emissie wordt strenger.", en="Fleet zero emission becomes stricter."),),
    )
    kept = files().keep_bytes(preview.model_dump_json().encode())
    with sessions().begin() as session:
        trial = session.scalars(select(Trial)).one().id
        session.add(TrialRun(trial=trial, done=0, total=0, at=now(), finished_at=now(), result_sha256=kept.sha256))


def test_the_terms_are_a_page_with_norm_article_and_threshold_per_year(
    browser_of: Callable[[str], Browser], page: str
) -> None:
    manager = browser_of("manager").get(page).text
    functional = browser_of("functional_manager").get(page).text

    for shown in (manager, functional):
        assert "art. 5.2" in shown
        assert "vanaf 2028: 90 %" in shown
        assert "Bouwblokken voor social return (EUR): Per persoon per jaar" in shown
    assert "Voorstellen en proberen" in functional
    assert "Voorstellen en proberen" not in manager


def test_every_part_of_the_terms_has_words() -> None:
    wordless = {name for model in (Read, ShortfallTerms, BuildingBlocks) for name in model.model_fields} - WORDS.keys()

    assert wordless <= ELSEWHERE


def test_a_norm_on_the_form_becomes_a_proposal_that_is_tried(functional_manager: Browser, page: str) -> None:
    answer = functional_manager.post(f"{page}/normen/N-ZE-FLEET", NORM)

    [proposal] = proposals()
    [fleet] = [one for one in proposal.body["norms"] if one["norm"] == "N-ZE-FLEET"]
    assert fleet == {"norm": "N-ZE-FLEET", "article": "art. 5.2", "path": {"2026": 80, "2030": 100}} | {
        name: value for name, value in fleet.items() if name not in {"norm", "article", "path"}
    }
    assert "De proef loopt" in functional_manager.get(answer.headers["Location"]).text
    with reading() as session:
        assert session.scalars(select(Outbox).where(Outbox.type == TrialAsked.TYPE)).one()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"pad": "vanaf nu 80"}, "‘vanaf nu 80’ is geen jaar met een waarde."),
        ({"pad": ""}, "Vul dit in."),
        ({"laatste-jaar": "2026"}, "ligt vóór het laatste jaar van het pad"),
        ({"artikel": ""}, "Vul dit in."),
    ],
)
def test_a_norm_that_cannot_be_is_refused_and_stays_on_the_form(
    functional_manager: Browser, page: str, changed: dict[str, str], said: str
) -> None:
    answer = functional_manager.post(f"{page}/normen/N-ZE-FLEET", NORM | changed)

    assert answer.status_code == 400
    assert said in answer.text
    assert "Strenger." in answer.text
    assert proposals() == []


def test_a_file_becomes_a_proposal(functional_manager: Browser, page: str) -> None:
    answer = functional_manager.post(page, a_file(functional_manager, page, asks_sick_leave=False))

    assert answer.status_code == 303
    [proposal] = proposals()
    assert (proposal.source, proposal.body["asks_sick_leave"]) == ("terms.json", False)


def test_the_file_as_it_was_downloaded_proposes_nothing(functional_manager: Browser, page: str) -> None:
    answer = functional_manager.post(page, a_file(functional_manager, page))

    assert answer.status_code == 400
    assert "Dit zijn de voorwaarden die al gelden." in answer.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"misspelt": 1}, "Bij misspelt: dit kennen wij niet."),
        ({"calendar": {}}, "Bij calendar → hand_in_by: dit ontbreekt."),
        ({"norms": [{"norm": "N-X", "article": "a", "path": {"2026": 1}}]}, "N-X is geen norm"),
        ({"name": "Anders"}, "Bij name: hier staat Anders, bij de concessie Vb-Oost."),
    ],
)
def test_every_fault_of_a_file_says_where_and_what(
    functional_manager: Browser, page: str, changed: dict[str, Any], said: str
) -> None:
    answer = functional_manager.post(page, a_file(functional_manager, page, **changed))

    assert answer.status_code == 400
    assert said in answer.text
    assert "Nieuwe afspraken." in answer.text
    assert proposals() == []


def test_what_is_no_json_is_refused_with_its_line(functional_manager: Browser, page: str) -> None:
    form = {"bestand": (io.BytesIO(b'{\n "x": ,\n}'), "terms.json"), "reden": "Probeer."}

    answer = functional_manager.post(page, form)

    assert answer.status_code == 400
    assert "Dit is geen JSON-bestand, bij regel 2." in answer.text


def test_nothing_is_adopted_before_it_was_seen(functional_manager: Browser, page: str) -> None:
    path = functional_manager.post(f"{page}/normen/N-ZE-FLEET", NORM).headers["Location"]

    answer = functional_manager.post(f"{path}/besluit", ADOPT)

    assert answer.status_code == 409
    assert "De proef op eerdere rapporten is nog niet klaar." in answer.text


def test_adopted_terms_hold_for_duties_that_open_after_it_from_their_year(
    functional_manager: Browser, page: str, world: World
) -> None:
    path = functional_manager.post(f"{page}/normen/N-ZE-FLEET", NORM).headers["Location"]
    finish_the_trial()
    assert "Wagenpark zero-emissie wordt strenger." in functional_manager.get(path).text

    answer = functional_manager.post(f"{path}/besluit", ADOPT)

    assert answer.status_code == 303
    with sessions().begin() as session:
        years = {year: open_duty(session, world.concessions["oost"], year=year).terms_sha256 for year in (2025, 2027)}
        old = session.get_one(Report, world.reports["oost"]).terms_sha256
        query = select(Terms.sha256).where(Terms.from_year == 2027, Terms.concession == world.concessions["oost"])
        new = session.scalars(query).one()
    assert (years[2025], years[2027]) == (old, new)
    assert old != new
    history = functional_manager.get(page).text
    assert "Voorwaarden aangenomen, vanaf verslagjaar (2027)" in history
    assert "Besloten." in history


def test_terms_of_a_year_to_come_say_when_they_take_effect(
    functional_manager: Browser, page: str, world: World
) -> None:
    path = functional_manager.post(f"{page}/normen/N-ZE-FLEET", NORM).headers["Location"]
    finish_the_trial()
    functional_manager.post(f"{path}/besluit", ADOPT)
    before = functional_manager.get(page).text

    with sessions().begin() as session:
        open_duty(session, world.concessions["oost"], year=2027)

    assert "gaat in met het rapport over 2027" in before
    assert "gaat in met" not in functional_manager.get(page).text
    assert "voor rapporten over 2027 en later" in functional_manager.get(page).text


def test_a_proposal_is_decided_on_once(functional_manager: Browser, page: str) -> None:
    path = functional_manager.post(f"{page}/normen/N-ZE-FLEET", NORM).headers["Location"]
    finish_the_trial()
    functional_manager.post(f"{path}/terzijde", {"reden": "Te vroeg."})

    again = functional_manager.post(f"{path}/besluit", ADOPT)

    assert again.status_code == 409
    assert "Terzijde gelegd." in functional_manager.get(path).text
    [proposal] = proposals()
    assert (proposal.adopted, proposal.decision_reason) == (False, "Te vroeg.")


def test_a_norm_that_is_not_asked_yet_can_be_added(functional_manager: Browser, page: str) -> None:
    functional_manager.post(f"{page}/normen/N-PRIMARY", NORM | {"pad": "2027: 12,5"})

    [proposal] = proposals()
    assert proposal.body["norms"][-1] == {"norm": "N-PRIMARY", "article": "art. 5.2", "path": {"2027": 12.5}}


def test_terms_and_proposals_of_another_province_are_not_there(
    functional_manager: Browser, browser_of: Callable[[str], Browser], world: World
) -> None:
    path = f"/beheer/concessies/{world.concessions['kust']}/voorwaarden"

    assert [functional_manager.get(one).status_code for one in (path, f"{path}/TERMS.json")] == [404, 404]
    assert browser_of("manager").get(path).status_code == 404


def test_the_steps_of_reminders_are_told_in_words_with_the_usual_ones_where_the_terms_hold_none(
    functional_manager: Browser, page: str, world: World
) -> None:
    with sessions().begin() as session:
        held = session.scalars(select(Terms).where(Terms.concession == world.concessions["oost"])).one()
        steps = [{"step": "only", "days": -21}, {"step": "up", "working_days": 4, "who": "manager"}]
        held.body = {**held.body, "reminders": {"report": steps}}

    shown = functional_manager.get(page).text

    section = " ".join(shown.partition('id="herinneringen"')[2].split())
    assert "21 dagen ervoor<br>4 werkdagen erna, aan de concessiebeheerder" in section
    assert "7 dagen ervoor<br>2 werkdagen ervoor<br>1 werkdag erna" in section
    assert ("eigen" in section, "standaard" in section) == (True, True)


def test_the_next_days_of_reminders_stand_there_and_how_to_change_them(
    functional_manager: Browser, manager: Browser, page: str
) -> None:
    theirs, read_only = functional_manager.get(page).text, manager.get(page).text

    for shown in (theirs, read_only):
        section = shown.partition("De eerstvolgende herinneringen")[2]
        assert "Rapport indienen" in section.partition("</table>")[0]
    assert "Zet in TERMS.json onder reminders per plicht de stappen" in theirs
    assert "Zet in TERMS.json" not in read_only


def test_steps_that_cannot_be_are_refused_at_the_file(functional_manager: Browser, page: str) -> None:
    file = a_file(functional_manager, page, reminders={"report": [{"step": "first"}]})

    answer = functional_manager.post(page, file)

    assert answer.status_code == 400
    assert "geef days of working_days" in answer.text
