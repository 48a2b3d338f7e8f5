"""The functional manager adds, renames and ends organisations; the history tells what, from, to, who and why."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.organising import running_concessions
from portal.use_cases.taking_over import take_over
from schemas.clock import today
from schemas.store import Audit, Concession, ConcessionAuthority, Organisation, Person, WebSession, reading, sessions
from tests.unit.portal.browsing import Browser, World

LIST = "/beheer/organisaties"


def an_organisation(name: str) -> Organisation | None:
    with reading() as session:
        return session.scalars(select(Organisation).where(Organisation.name == name)).first()


def add(browser: Browser, **changed: str) -> tuple[int, str]:
    form = {"soort": "holder", "naam": "Nieuwbus", "kvk": "87654321", "reden": "Wint de aanbesteding."} | changed
    answer = browser.post(f"{LIST}/nieuw", form)
    return answer.status_code, answer.text


def added(browser: Browser, **changed: str) -> str:
    add(browser, **changed)
    made = an_organisation(changed.get("naam", "Nieuwbus"))
    assert made
    return f"{LIST}/{made.id}"


def end_all_concessions() -> None:
    with sessions().begin() as session:
        for concession in session.scalars(select(Concession)):
            concession.ends = today().replace(year=today().year - 1)


def hold_more(world: World, *names: str) -> UUID:
    """Rijnbus gets more concessions, led by the same province."""
    holder, lead = world.organisations["rijnbus"], world.organisations["vlietland"]
    with sessions().begin() as session:
        for name in names:
            made = Concession(id=uuid4(), code=name, name=name, holder=holder, starts=today(), ends=today())
            session.add_all([made, ConcessionAuthority(concession=made.id, organisation=lead, leads=True)])
    return holder


def test_of_many_concessions_the_first_three_are_named_and_the_others_counted(
    functional_manager: Browser, world: World
) -> None:
    holder = hold_more(world, "Zilver-Een", "Zilver-Twee", "Zilver-Drie", "Zilver-Vier")

    page = functional_manager.get(LIST).text
    line = page[page.index(f"{LIST}/{holder}") :].split("</tr>")[0]

    assert ">en nog 2</a><span hidden>" in line
    assert line.index("Zilver-Een") < line.index("en nog 2") < line.index("Zilver-Vier")


def test_the_start_page_says_what_asks_for_attention(functional_manager: Browser, world: World) -> None:
    added(functional_manager)

    page = functional_manager.get("/beheer").text

    assert "Nieuwbus: niemand kan inloggen" in page


def test_an_organisation_is_added_and_stands_in_the_list(functional_manager: Browser, world: World) -> None:
    path = added(functional_manager)

    assert path in functional_manager.get(LIST).text
    page = functional_manager.get(path).text
    assert "Organisatie toegevoegd" in page
    assert "Wint de aanbesteding." in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kvk": ""}, "Geef het KvK-nummer van de houder"),
        ({"kvk": "123"}, "Geef acht cijfers"),
        ({"naam": "RIJNBUS"}, "Er is al een organisatie met de naam RIJNBUS"),
        ({"soort": "supplier"}, "Kies een van de mogelijkheden."),
        ({"reden": " "}, "Vul dit in."),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_expected(
    functional_manager: Browser, world: World, changed: dict[str, str], said: str
) -> None:
    status, text = add(functional_manager, **changed)

    assert status == 400
    assert said in text
    assert an_organisation("Nieuwbus") is None


def test_a_new_name_is_told_with_the_old_one(functional_manager: Browser, world: World) -> None:
    path = f"{LIST}/{world.organisations['rijnbus']}"

    functional_manager.post(path, {"naam": "Rijnbus Oost", "kvk": "11223344", "reden": "Andere naam."})

    page = functional_manager.get(path).text
    assert "Naam: Rijnbus → Rijnbus Oost" in page
    assert "Andere naam." in page


def test_ending_asks_for_a_tick_that_names_what_follows(functional_manager: Browser, world: World) -> None:
    end_all_concessions()
    path = f"{LIST}/{world.organisations['rijnbus']}"

    answer = functional_manager.post(f"{path}/einde", {"reden": "Klaar."})

    assert answer.status_code == 400
    assert "Vink aan dat u de gevolgen kent." in answer.text
    assert "3 mensen kunnen meteen niet meer inloggen." in answer.text
    assert ended("rijnbus", world) is False


def test_of_an_ended_organisation_nobody_comes_in(functional_manager: Browser, reporter: Browser, world: World) -> None:
    end_all_concessions()
    path = f"{LIST}/{world.organisations['rijnbus']}"
    assert reporter.get("/concessies").status_code == 200

    functional_manager.post(f"{path}/einde", {"reden": "Klaar.", "gevolgen": "true"})

    assert ended("rijnbus", world) is True
    assert reporter.get("/concessies").status_code == 303
    with reading() as session:
        assert not session.scalars(select(WebSession).where(WebSession.person == world.people["reporter"])).all()
        assert not session.get_one(Person, world.people["reporter"]).active


def test_its_people_cannot_be_let_in_again_before_it_is_open(functional_manager: Browser, world: World) -> None:
    end_all_concessions()
    path, person = f"{LIST}/{world.organisations['rijnbus']}", f"/mensen/{world.people['reporter']}/toegang"
    functional_manager.post(f"{path}/einde", {"reden": "Klaar.", "gevolgen": "true"})

    closed = functional_manager.post(person, {"toegang": "true"})
    functional_manager.post(f"{path}/opening", {"reden": "Toch niet klaar."})
    opened = functional_manager.post(person, {"toegang": "true"})

    assert (closed.status_code, opened.status_code) == (409, 303)


@pytest.mark.parametrize(("name", "said"), [("rijnbus", "Vb-Oost"), ("vlietland", "eigen organisatie")])
def test_who_holds_a_concession_and_the_own_organisation_do_not_end(
    functional_manager: Browser, world: World, name: str, said: str
) -> None:
    path = f"{LIST}/{world.organisations[name]}/einde"

    answer = functional_manager.post(path, {"reden": "Klaar.", "gevolgen": "true"})

    assert answer.status_code == 409
    assert said in answer.text


def test_an_organisation_of_another_province_is_not_there(functional_manager: Browser, world: World) -> None:
    path = f"{LIST}/{world.organisations['kustlijn']}"

    assert functional_manager.get(path).status_code == 404
    assert functional_manager.post(path, {"naam": "X", "kvk": "", "reden": "Y"}).status_code == 404


def test_each_change_stands_once_in_the_audit(functional_manager: Browser, world: World) -> None:
    path = f"{LIST}/{world.organisations['rijnbus']}"
    form = {"naam": "Rijnbus Oost", "kvk": "11223344", "reden": "Andere naam."}

    for _ in range(2):
        functional_manager.post(path, form)

    with reading() as session:
        rows = session.scalars(select(Audit).where(Audit.action == "organisation_changed")).all()
    [row] = rows
    assert row.details["changes"] == [["name", "Rijnbus", "Rijnbus Oost"], ["kvk", "", "11223344"]]


def ended(name: str, world: World) -> bool:
    organisation: UUID = world.organisations[name]
    with reading() as session:
        return session.get_one(Organisation, organisation).ended_at is not None


def test_a_province_that_will_lead_is_not_ended(world: World) -> None:
    vlietland, duinland = (world.organisations[name] for name in ("vlietland", "duinland"))
    tomorrow = today() + timedelta(days=1)
    with sessions().begin() as session:
        take_over(session, world.concessions["oost"], {vlietland, duinland}, lead=duinland, first_day=tomorrow)

        running = running_concessions(session, duinland)

    assert world.concessions["oost"] in {one.id for one in running}
