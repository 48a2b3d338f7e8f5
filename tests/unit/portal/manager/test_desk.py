"""The desk: which concessions it shows in which order, what it says of each, and the same as a list to take away."""

from __future__ import annotations

import csv
import io
import json
import re
from uuid import uuid4

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.judgement import Outcome
from schemas.store import Conversation, ConversationMessage, Report, sessions
from schemas.words import MessageKind, Subject
from tests.statements import statements
from tests.unit.portal.agreed import TERMS
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.many_years import Year, a_concession

MEETS, FAILS, UNKNOWN = Outcome.MEETS, Outcome.DOES_NOT_MEET, Outcome.NOT_ASSESSABLE
ANSWER, CLOSING = MessageKind.ANSWER, MessageKind.CLOSING
NAMES = re.compile(r'class="named"><a [^>]*>([^<]+)<')


def a_year(year: int, grams: str = "80", *, outcome: Outcome = MEETS, stand: str = "decided") -> Year:
    return Year(year, {("GHG-05", "total"): grams}, {"N-ZE-FLEET": outcome, "N-ACCESS": MEETS}, stand)


def names(page: str) -> list[str]:
    """The concessions in the table, from top to bottom."""
    return NAMES.findall(page)


@pytest.fixture
def three(world: World) -> None:
    """Beside Vb-Oost, of which nothing was handed in: one that goes well, one that goes worse, one of another holder."""
    a_concession(world, "Dal", [a_year(2025, "80"), a_year(2026, "60", stand="in_review")])
    a_concession(world, "Berg", [a_year(2025, "80"), a_year(2026, "84", outcome=FAILS)])
    a_concession(world, "Zee", [a_year(2025, outcome=UNKNOWN)], holder="kustlijn")


@pytest.mark.parametrize(("kinds", "waiting"), [((), 0), ((ANSWER,), 1), ((ANSWER, CLOSING), 0)])
def test_an_answer_about_a_year_long_settled_waits_on_the_desk(
    manager: Browser, world: World, kinds: tuple[MessageKind, ...], waiting: int
) -> None:
    concession = a_concession(world, "Dal", [a_year(year) for year in (2022, 2023, 2024, 2025)])
    with sessions().begin() as session:
        query = select(Report.id).where(Report.concession == concession, Report.report_year == 2022)
        talk = Conversation(report=session.scalars(query).one(), subject=Subject.REPORT)
        session.add(talk)
        session.flush()
        for number, kind in enumerate((MessageKind.QUESTION, *kinds), 1):
            said = {"kind": kind, "text": "Ja.", "by": world.people["manager"], "at": now()}
            session.add(ConversationMessage(conversation=talk.id, number=number, idempotency_key=uuid4(), **said))

    assert manager.get("/bureau").text.count("rapport over 2022") == waiting


def test_it_takes_as_many_queries_for_thirty_concessions_as_for_two(manager: Browser, world: World) -> None:
    for number in range(2):
        a_concession(world, f"Kort {number}", [a_year(2025), a_year(2026)])
    few = asked_for(manager)
    for number in range(28):
        a_concession(world, f"Lang {number}", [a_year(year) for year in range(2020, 2027)])

    assert asked_for(manager) == few


def asked_for(manager: Browser) -> int:
    manager.get("/bureau")
    with statements() as sent:
        manager.get("/bureau")
    return len(sent)


def test_forty_concessions_with_all_norms_stay_a_light_page(manager: Browser, world: World) -> None:
    outcomes = {norm.norm: MEETS for norm in TERMS.norms}
    for number in range(40):
        a_concession(world, f"Voorbeeld-Streek {number}", [Year(2026, {("GHG-05", "total"): 80}, outcomes)])

    assert len(manager.get("/bureau").data) < 150_000


def test_each_concession_stands_there_once_with_its_newest_report(manager: Browser, three: None) -> None:
    assert names(manager.get("/bureau").text) == ["Berg", "Dal", "Vb-Oost", "Zee"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("oordeel=niet-gehaald", ["Berg"]),
        ("oordeel=niet-te-beoordelen", ["Zee"]),
        ("oordeel=alles-gehaald", ["Dal"]),
        ("oordeel=geen-oordeel", ["Vb-Oost"]),
        ("stand=in-beoordeling", ["Dal"]),
        ("stand=houder", ["Vb-Oost"]),
        ("aan=mij", ["Dal"]),
        ("woord=kustlijn", ["Zee"]),
        ("woord=DAL", ["Dal"]),
        ("jaar=2025", ["Berg", "Dal", "Zee"]),
        ("jaar=alle", ["Berg", "Berg", "Dal", "Dal", "Vb-Oost", "Zee"]),
        ("stand=besloten&oordeel=niet-gehaald", ["Berg"]),
        ("stand=onzin", ["Berg", "Dal", "Vb-Oost", "Zee"]),
    ],
)
def test_the_filter_shows_what_was_asked(manager: Browser, three: None, asked: str, shown: list[str]) -> None:
    assert names(manager.get(f"/bureau?{asked}").text) == shown


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("sorteer=concessie&richting=af", ["Zee", "Vb-Oost", "Dal", "Berg"]),
        ("sorteer=oordelen", ["Berg", "Zee", "Dal", "Vb-Oost"]),
        ("sorteer=verandering", ["Dal", "Berg", "Vb-Oost", "Zee"]),
        ("sorteer=verandering&richting=af", ["Berg", "Dal", "Vb-Oost", "Zee"]),
    ],
)
def test_a_heading_sorts_both_ways_and_leaves_what_is_not_known_last(
    manager: Browser, three: None, asked: str, shown: list[str]
) -> None:
    assert names(manager.get(f"/bureau?{asked}").text) == shown


def test_the_heading_that_sorts_says_which_way(manager: Browser, three: None) -> None:
    page = manager.get("/bureau?sorteer=termijn").text

    assert page.count("aria-sort=") == 1
    assert re.search(
        r'aria-sort="ascending"><a class="sorts" href="[^"]*sorteer=termijn&amp;richting=af#alle">Termijn', page
    )


def test_the_trend_says_of_what_it_is_and_since_when(manager: Browser, three: None) -> None:
    page = manager.get("/bureau").text

    assert "\u221225,0 %" in page
    assert "CO2e per reizigerskilometer daalde van 80 g in 2025 naar 60 g" in page


def test_verdicts_of_an_earlier_year_name_that_year(manager: Browser, world: World, three: None) -> None:
    a_concession(world, "Wad", [a_year(2024, outcome=FAILS)])

    page = manager.get("/bureau?woord=wad").text

    assert "voldoet niet: Wagenpark zero-emissie; voldoet: Toegankelijke voertuigen" in page
    assert "1 norm niet gehaald" in page


def test_the_list_holds_what_the_filter_shows_in_the_separators_of_the_reader(manager: Browser, three: None) -> None:
    answer = manager.get("/bureau/concessies.csv?oordeel=niet-gehaald")

    [headings, row] = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";")
    told = dict(zip(headings, row, strict=True))
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert (told["Concessie"], told["Niet gehaald"]) == ("Berg", "Wagenpark zero-emissie")
    assert (told["Verandering sinds het jaar ervoor (%)"], told["Stand"]) == ("5,0", "Besloten")


def test_a_name_that_looks_like_a_formula_stays_a_name(manager: Browser, world: World) -> None:
    a_concession(world, '=HYPERLINK("http://kwaad.example")', [a_year(2026)])
    a_concession(world, " @SUM(A1)", [a_year(2026)])

    text = manager.get("/bureau/concessies.csv").data.decode("utf-8-sig")

    cells = [row[1] for row in csv.reader(io.StringIO(text), delimiter=";")]
    assert cells == ["Concessie", "' @SUM(A1)", '\'=HYPERLINK("http://kwaad.example")', "Vb-Oost"]


def test_the_list_for_programs_has_the_same_names_in_every_language(manager: Browser, three: None) -> None:
    [told] = json.loads(manager.get("/bureau/concessies.json?woord=berg").data)

    assert told["concession"] == "Berg"
    assert (told["state"], told["change_percent"], told["norms_not_met"]) == ("decided", 5.0, 1)


def test_an_empty_list_for_programs_is_a_list(manager: Browser, three: None) -> None:
    assert manager.get("/bureau/concessies.json?woord=niets").json == []


def test_another_province_sees_none_of_it(browser_of, three: None) -> None:
    page = browser_of("other_manager").get("/bureau?jaar=alle").text

    assert names(page) == ["Du-Kust"]


def test_every_year_of_many_concessions_is_divided_over_pages(manager: Browser, world: World) -> None:
    for number in range(6):
        a_concession(world, f"Streek {number}", [a_year(year) for year in range(2019, 2027)])

    first, second = (names(manager.get(f"/bureau?jaar=alle&bladzijde={page}").text) for page in (1, 2))

    assert (len(first), len(second)) == (40, 9)
