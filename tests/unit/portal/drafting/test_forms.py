"""The forms of small sheets: what they ask, that nothing typed is lost, and that nobody writes over somebody else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from sqlalchemy import select

from portal.use_cases.drafts import open_savings
from schemas.report.sheet_text import rows_in
from schemas.store import FormSaving, reading
from tests.unit.portal.browsing import Browser, World, signed_in
from tests.unit.portal.drafting.filling import DRIVERS, fill_in, stamp_of


def kept(world: World, sheet: str = "workforce") -> list[dict[str, object]]:
    with reading() as session:
        saving = open_savings(session, world.reports["oost"])[sheet]
    return [{name: cell for name, cell in row.items() if cell is not None} for row in rows_in(saving.rows)]


def test_what_is_typed_is_kept_as_it_was_understood(reporter: Browser, draft: str, world: World) -> None:
    answer = fill_in(reporter, f"{draft}/workforce", **DRIVERS)

    assert answer.status_code == 303
    assert [{name: str(cell) for name, cell in row.items()} for row in kept(world)] == [
        {"staff_group": "drivers", "headcount": "120", "fte": "98.5"}
    ]


def test_what_is_not_understood_is_kept_as_it_was_typed_and_named_at_its_field(
    reporter: Browser, draft: str, world: World
) -> None:
    fill_in(reporter, f"{draft}/workforce", **{**DRIVERS, "r2.headcount": "veel"})

    page = reporter.get(f"{draft}/workforce?nagekeken=1").text
    assert kept(world)[0]["headcount"] == "veel"
    assert '<a href="#r2.headcount">Rij 2, Aantal werknemers: ‘veel’ is geen getal.' in page
    assert 'value="veel" aria-invalid="true" aria-describedby="r2.headcount-fout"' in page


def test_a_number_with_two_readings_is_asked_about(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **{**DRIVERS, "r2.fte": "1.234"})

    assert "‘1.234’ kan 1234 zijn of 1,2340. Schrijf een van die twee." in reporter.get(f"{draft}/workforce").text


def test_an_english_reader_sees_the_same_number_with_a_point(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)

    reporter.post("/taal", {"language": "en", "next": "/"})

    page = reporter.get(f"{draft}/workforce").text
    assert 'value="98.5"' in page
    assert "Number of" in page or "Headcount" in page


def test_codes_are_chosen_by_their_words(reporter: Browser, draft: str) -> None:
    page = reporter.get(f"{draft}/oecd_steps").text

    assert page.count("<legend>Rij ") == 6


def test_a_row_comes_and_goes_without_a_script(reporter: Browser, draft: str, world: World) -> None:
    form = f"{draft}/workforce"
    more = fill_in(reporter, form, **{**DRIVERS, "doe": "rij"})
    grown = reporter.get(more.headers["Location"]).text

    fill_in(reporter, form, **{**DRIVERS, "r3.staff_group": "staff", "r3.headcount": "4", "doe": "weg-2"})

    assert "<legend>Rij 3" in grown
    assert [row["headcount"] for row in kept(world)] == [4]


def test_a_sickness_figure_of_nine_people_is_not_kept(reporter: Browser, draft: str, world: World) -> None:
    few = {**DRIVERS, "r2.headcount": "9", "r2.sick_leave_pct": "4,5"}

    fill_in(reporter, f"{draft}/workforce", **few)

    assert "sick_leave_pct" not in kept(world)[0]


def test_a_sickness_figure_of_ten_people_is_kept(reporter: Browser, draft: str, world: World) -> None:
    ten = {**DRIVERS, "r2.headcount": "10", "r2.sick_leave_pct": "4,5"}

    fill_in(reporter, f"{draft}/workforce", **ten)

    assert str(kept(world)[0]["sick_leave_pct"]) == "4.5"


def test_the_second_of_two_people_sees_both_and_nothing_is_written_over(
    reporter: Browser, browser_of: Callable[[str], Browser], draft: str, world: World
) -> None:
    form, colleague = f"{draft}/workforce", browser_of("contributor")
    seen = stamp_of(colleague.get(form).text)
    fill_in(reporter, form, **DRIVERS)

    answer = fill_in(colleague, form, seen, **{**DRIVERS, "r2.headcount": "130"})

    assert answer.status_code == 409
    assert "reporter veranderde dit blad ook" in answer.text
    assert 'value="130"' in answer.text
    assert 'reporter schreef: <span class="wrong-value tone-attention">120</span>' in answer.text
    assert kept(world)[0]["headcount"] == 120


def test_after_seeing_both_the_own_choice_is_kept(
    reporter: Browser, browser_of: Callable[[str], Browser], draft: str, world: World
) -> None:
    form, colleague = f"{draft}/workforce", browser_of("contributor")
    seen = stamp_of(colleague.get(form).text)
    fill_in(reporter, form, **DRIVERS)
    both = fill_in(colleague, form, seen, **{**DRIVERS, "r2.headcount": "130"})

    fill_in(colleague, form, stamp_of(both.text), **{**DRIVERS, "r2.headcount": "130"})

    assert kept(world)[0]["headcount"] == 130


def test_a_row_that_only_a_colleague_has_is_shown_too(
    reporter: Browser, browser_of: Callable[[str], Browser], draft: str
) -> None:
    form, colleague = f"{draft}/workforce", browser_of("contributor")
    seen = stamp_of(colleague.get(form).text)
    fill_in(reporter, form, **{**DRIVERS, "r3.staff_group": "staff", "r3.headcount": "7", "r3.fte": "6"})

    answer = fill_in(colleague, form, seen, **DRIVERS)

    assert "(erbij gezet door reporter)" in answer.text
    assert 'value="7"' in answer.text


def test_of_twenty_posts_on_one_page_one_is_kept(app: Flask, world: World, draft: str) -> None:
    form, browsers = f"{draft}/workforce", [signed_in(app, world.people["reporter"]) for _one in range(20)]
    seen, tokens = stamp_of(browsers[0].get(form).text), [browser.token() for browser in browsers]

    def send(place: int) -> int:
        cells = {**DRIVERS, "r2.headcount": str(200 + place), "stempel": seen, "csrf_token": tokens[place]}
        return browsers[place].client.post(form, data=cells).status_code

    with ThreadPoolExecutor(8) as together:
        answers = list(together.map(send, range(20)))

    assert sorted(answers) == [303] + [409] * 19


def test_typing_is_kept_by_itself_with_the_time_and_the_next_builds_on_it(
    reporter: Browser, draft: str, world: World
) -> None:
    form = f"{draft}/workforce"
    first = {"stempel": stamp_of(reporter.get(form).text), "taal": "nl", **DRIVERS}

    answer = reporter.post(f"{form}/vanzelf", first)
    second = reporter.post(
        f"{form}/vanzelf",
        {**first, "stempel": answer.json["stempel"], "r2.headcount": "121"},  # type: ignore[index]
    )

    assert answer.json is not None
    assert answer.json["said"].startswith("Opgeslagen om ")
    assert second.status_code == 200
    assert kept(world)[0]["headcount"] == 121


def test_one_person_typing_on_is_one_saving(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    fill_in(reporter, f"{draft}/workforce", **{**DRIVERS, "r2.headcount": "121"})

    with reading() as session:
        savings = session.scalars(select(FormSaving)).all()
    assert [saving.revision for saving in savings] == [2]


def test_two_people_in_turn_are_two_savings_with_who_changed_what(
    reporter: Browser, browser_of: Callable[[str], Browser], draft: str
) -> None:
    form = f"{draft}/workforce"
    fill_in(reporter, form, **DRIVERS)
    fill_in(browser_of("contributor"), form, **{**DRIVERS, "r2.headcount": "130"})

    page = reporter.get(f"{form}/verloop").text

    assert "contributor</h2>" in page
    assert "drivers, Aantal werknemers: <del>120</del> → <ins>130</ins>" in page


def test_a_cell_that_the_form_does_not_have_is_refused_and_what_was_typed_stays(reporter: Browser, draft: str) -> None:
    answer = fill_in(reporter, f"{draft}/workforce", **{**DRIVERS, "r2.role": "manager"})

    assert answer.status_code == 400


def test_the_form_of_a_large_sheet_is_not_there(reporter: Browser, draft: str) -> None:
    assert reporter.get(f"{draft}/vehicles").status_code == 404


def test_another_holders_form_is_not_there(browser_of: Callable[[str], Browser], draft: str) -> None:
    other = browser_of("other_reporter")

    assert other.get(f"{draft}/workforce").status_code == 404
    assert other.post(f"{draft}/workforce", {"stempel": "", **DRIVERS}).status_code == 404


def test_what_is_known_of_the_report_is_filled_in_beforehand(reporter: Browser, draft: str) -> None:
    page = reporter.get(f"{draft}/report").text

    assert 'value="2026.1"' in page
    assert 'value="2026-12-31"' in page
