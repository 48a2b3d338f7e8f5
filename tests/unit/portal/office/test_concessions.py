"""The functional manager adds concessions and changes who grants them; who does not lead only reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from schemas.clock import today
from schemas.store import BEGINNING, Concession, ConcessionAuthority, reading, sessions
from tests.unit.portal.browsing import Browser, World

LIST = "/beheer/concessies"


def a_form(world: World, **changed: Any) -> dict[str, Any]:
    return {
        "code": "VB-NIEUW",
        "naam": "Voorbeeld Nieuw",
        "houder": str(world.organisations["rijnbus"]),
        "van": "2027-01-01",
        "tot-en-met": "31-12-2036",
        "verleners": [str(world.organisations["vlietland"]), str(world.organisations["duinland"])],
        "leider": str(world.organisations["vlietland"]),
        "reden": "Nieuwe gunning.",
    } | changed


def granting(world: World, *names: str, lead: str, **changed: Any) -> dict[str, Any]:
    return {
        "verleners": [str(world.organisations[name]) for name in names],
        "leider": str(world.organisations[lead]),
        "vanaf": today().isoformat(),
        "reden": "Afgesproken.",
    } | changed


def leading(code: str) -> dict[Any, bool]:
    with reading() as session:
        query = select(ConcessionAuthority.organisation, ConcessionAuthority.leads).join(
            Concession, Concession.id == ConcessionAuthority.concession
        )
        return dict(session.execute(query.where(Concession.code == code)).all())


@pytest.fixture
def page(world: World) -> str:
    """The page of concession Oost."""
    return f"{LIST}/{world.concessions['oost']}"


def test_a_concession_is_granted_by_several_and_one_leads(functional_manager: Browser, world: World) -> None:
    answer = functional_manager.post(f"{LIST}/nieuw", a_form(world))

    shown = functional_manager.get(answer.headers["Location"]).text
    assert leading("VB-NIEUW") == {world.organisations["vlietland"]: True, world.organisations["duinland"]: False}
    assert "heeft nog geen voorwaarden" in shown
    assert "Nieuwe gunning." in shown


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "klein"}, "Gebruik hoofdletters"),
        ({"code": "VB-OOST"}, "Er is al een concessie met de code VB-OOST"),
        ({"tot-en-met": "2026-12-31"}, "De laatste dag ligt vóór de eerste dag."),
        ({"leider": "00000000-0000-0000-0000-000000000000"}, "Vink deze provincie aan."),
        ({"houder": "00000000-0000-0000-0000-000000000000"}, "Kies een houder"),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_expected(
    functional_manager: Browser, world: World, changed: dict[str, str], said: str
) -> None:
    answer = functional_manager.post(f"{LIST}/nieuw", a_form(world, **changed))

    assert answer.status_code == 400
    assert said in answer.text
    assert "Nieuwe gunning." in answer.text


def test_another_province_takes_part_and_the_history_tells_it(
    functional_manager: Browser, page: str, world: World
) -> None:
    answer = functional_manager.post(f"{page}/verleners", granting(world, "vlietland", "duinland", lead="vlietland"))

    assert answer.status_code == 303
    shown = functional_manager.get(page).text
    assert "Provincie Vlietland → Provincie Duinland, Provincie Vlietland" in shown
    assert "Afgesproken." in shown


def test_who_handed_the_lead_over_reads_along(functional_manager: Browser, page: str, world: World) -> None:
    functional_manager.post(f"{page}/verleners", granting(world, "vlietland", "duinland", lead="duinland"))

    shown = functional_manager.get(page).text
    back = functional_manager.post(f"{page}/verleners", granting(world, "vlietland", lead="vlietland"))

    assert "Een andere provincie leidt deze concessie" in shown
    assert "Concessieverleners opslaan" not in shown
    assert back.status_code == 403
    assert leading("VB-OOST")[world.organisations["duinland"]] is True


def test_the_own_province_does_not_leave_by_itself(functional_manager: Browser, page: str, world: World) -> None:
    answer = functional_manager.post(f"{page}/verleners", granting(world, "duinland", lead="duinland"))

    assert answer.status_code == 400
    assert leading("VB-OOST") == {world.organisations["vlietland"]: True}


def test_a_concession_ends_on_another_day(functional_manager: Browser, page: str, world: World) -> None:
    with reading() as session:
        known = session.get_one(Concession, world.concessions["oost"])
    form = {
        "naam": known.name,
        "houder": str(known.holder),
        "van": known.starts.isoformat(),
        "tot-en-met": "2030-12-31",
        "reden": "Eerder klaar.",
    }

    functional_manager.post(page, form)

    with reading() as session:
        assert session.get_one(Concession, world.concessions["oost"]).ends.year == 2030
    assert "31 december 2030" in functional_manager.get(page).text


def test_a_concession_of_another_province_is_not_there(functional_manager: Browser, world: World) -> None:
    assert functional_manager.get(f"{LIST}/{world.concessions['kust']}").status_code == 404


def test_a_manager_does_not_come_in(browser_of: Callable[[str], Browser], page: str) -> None:
    assert [browser_of(who).get(page).status_code for who in ("manager", "reporter")] == [403, 403]


def test_a_concession_without_anybody_who_leads_is_still_shown(
    functional_manager: Browser, page: str, world: World
) -> None:
    with sessions().begin() as session:
        row = session.get_one(
            ConcessionAuthority, (world.concessions["oost"], world.organisations["vlietland"], BEGINNING)
        )
        row.leads = False

    assert functional_manager.get(page).status_code == 200
