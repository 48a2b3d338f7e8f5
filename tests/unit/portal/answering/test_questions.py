"""A question at a time: every kind of answer is kept, what is wrong is said at its field, and nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select, update

from schemas.answered import value_of
from schemas.clock import now, today
from schemas.store import Answer, AnswerDraft, AnswerJudged, Ask, Signature, Table, reading, sessions
from schemas.texts import Language
from schemas.words import AnswerKind
from tests.unit.portal.answering.asks import EMPLOYEES, KILOMETRES, LADDER, Linked, an_ask, opened
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import an_upload

SPLIT = "30 % van onze kilometers"


def page_of(question: str) -> str:
    return f"/antwoord/vraag/{question}"


def kept(question: str) -> list[Answer]:
    with reading() as session:
        query = select(Answer).where(Answer.question == question).order_by(Answer.answered_at)
        return list(session.scalars(query))


def test_a_question_shows_its_example_and_how_many_there_are(supplier: Browser) -> None:
    page = supplier.get(page_of(EMPLOYEES)).text

    assert "Vraag 1 van 3" in page
    assert "Bijvoorbeeld 45" in page
    assert "Weet ik niet" in page


def test_next_saves_and_leads_to_the_next_question(supplier: Browser) -> None:
    answer = supplier.post(page_of(EMPLOYEES), {"antwoord": "12", "doe": "volgende"})

    assert answer.headers["Location"] == page_of(KILOMETRES)
    [one] = kept(EMPLOYEES)
    assert (one.kind, value_of(one.value), one.split) == (AnswerKind.GIVEN, Decimal(12), "")


def test_after_the_last_question_come_all_answers(supplier: Browser) -> None:
    for question in (EMPLOYEES, KILOMETRES):
        supplier.post(page_of(question), {"doe": "weet_niet"})

    answer = supplier.post(page_of(LADDER), {"antwoord": "4.0/2", "doe": "volgende"})

    assert answer.headers["Location"] == "/antwoord/overzicht"
    assert "4.0/2" in supplier.get("/antwoord/overzicht").text


def test_a_figure_for_one_concession_says_how_it_was_divided(supplier: Browser) -> None:
    refused = supplier.post(page_of(KILOMETRES), {"antwoord": "182400", "doe": "volgende"})
    supplier.post(page_of(KILOMETRES), {"antwoord": "182400", "verdeling": SPLIT, "doe": "volgende"})

    assert refused.status_code == 400
    assert "Schrijf hoe u aan het deel" in refused.text
    assert 'value="182400"' in refused.text
    [one] = kept(KILOMETRES)
    assert one.split == SPLIT


def test_what_cannot_be_read_is_said_at_the_field_and_stays_there(supplier: Browser) -> None:
    answer = supplier.post(page_of(EMPLOYEES), {"antwoord": "een stuk of tien", "doe": "volgende"})

    assert answer.status_code == 400
    assert "is geen getal" in answer.text
    assert "een stuk of tien" in answer.text
    assert kept(EMPLOYEES) == []


def test_more_than_the_total_of_the_whole_firm_is_asked_about_and_the_total_is_kept_nowhere(
    supplier: Browser,
) -> None:
    typed = {"antwoord": "900", "verdeling": SPLIT, "totaal": "8123", "doe": "volgende"}

    refused = supplier.post(page_of(KILOMETRES), typed | {"antwoord": "9000"})
    supplier.post(page_of(KILOMETRES), typed)

    assert "meer dan het totaal" in refused.text
    [one] = kept(KILOMETRES)
    assert "8123" not in f"{one.value} {one.split}"


def everything_kept() -> str:
    """All rows of all tables, as text."""
    with reading() as session:
        tables = [session.execute(select(table)).all() for table in Table.metadata.sorted_tables]
    return str(tables)


def test_the_total_of_the_whole_firm_is_in_no_row_of_any_table(supplier: Browser) -> None:
    typed = {"antwoord": "900", "verdeling": SPLIT, "totaal": "8123777"}

    supplier.post(f"{page_of(KILOMETRES)}/vanzelf", typed)
    while_typing = everything_kept()
    supplier.post(page_of(KILOMETRES), typed | {"doe": "volgende"})

    assert "900" in while_typing
    assert "8123777" not in while_typing + everything_kept()


def test_a_figure_that_turns_out_to_be_confidential_is_no_longer_kept_as_a_draft(supplier: Browser) -> None:
    typed = {"antwoord": "8123777", "verdeling": SPLIT}
    supplier.post(f"{page_of(KILOMETRES)}/vanzelf", typed)

    supplier.post(f"{page_of(KILOMETRES)}/vanzelf", typed | {"vertrouwelijk": "1"})

    assert "8123777" not in everything_kept()


def test_the_start_page_says_what_is_kept_and_what_is_not(supplier: Browser) -> None:
    assert "het totaal van uw hele bedrijf nooit" in supplier.get("/antwoord").text


def test_every_other_answer_is_an_answer(supplier: Browser) -> None:
    supplier.post(page_of(EMPLOYEES), {"doe": "weet_niet"})
    supplier.post(page_of(KILOMETRES), {"doe": "al_gestuurd"})
    supplier.post(page_of(LADDER), {"doe": "weigeren", "reden": "Dat is van ons"})

    kinds = [kept(question)[0].kind for question in (EMPLOYEES, KILOMETRES, LADDER)]
    assert kinds == [AnswerKind.UNKNOWN, AnswerKind.ALREADY_SENT, AnswerKind.REFUSED]


def test_refusing_is_offered_only_where_one_may_and_then_in_words(supplier: Browser) -> None:
    duty, voluntary = supplier.get(page_of(KILOMETRES)).text, supplier.get(page_of(LADDER)).text

    answer = supplier.post(page_of(KILOMETRES), {"doe": "weigeren"})

    assert ("U mag weigeren" in duty, "U mag weigeren" in voluntary) == (False, True)
    assert answer.status_code == 400
    assert "kunt u niet weigeren" in answer.text
    assert kept(KILOMETRES) == []


def test_asking_the_own_supplier_needs_its_name_and_address_and_mails_it(supplier: Browser, linked: Linked) -> None:
    half = supplier.post(page_of(KILOMETRES), {"doe": "doorvragen", "naam": "Cel & Co"})
    supplier.post(page_of(KILOMETRES), {"doe": "doorvragen", "naam": "Cel & Co", "e-mail": "cel@voorbeeld.example"})

    assert half.status_code == 400
    with reading() as session:
        below = session.scalars(select(Ask).where(Ask.asked_under == linked.ask)).one()
    assert (below.email, below.questions) == ("cel@voorbeeld.example", [KILOMETRES])
    [one] = kept(KILOMETRES)
    assert (one.kind, value_of(one.value)) == (
        AnswerKind.ASKED_ON,
        {"name": "Cel & Co", "email": "cel@voorbeeld.example"},
    )


def test_what_was_typed_under_another_answer_is_seen_again_when_something_else_was_wrong(supplier: Browser) -> None:
    entered = supplier.post(page_of(KILOMETRES), {"naam": "Cel & Co", "e-mail": "cel@voorbeeld.example"})
    too_much = supplier.post(page_of(KILOMETRES), {"antwoord": "900", "verdeling": SPLIT, "totaal": "9"})

    assert [fold_of(answer.text, "Een ander antwoord") for answer in (entered, too_much)] == ["open", "closed"]
    assert [fold_of(answer.text, "Reken met mij mee") for answer in (entered, too_much)] == ["closed", "open"]


def fold_of(page: str, title: str) -> str:
    """Whether the fold with this title stands open."""
    before = page[: page.index(title)]
    return "open" if " open" in before[before.rindex("<details") :].split(">")[0] else "closed"


def test_what_is_missing_of_the_own_supplier_is_named(supplier: Browser) -> None:
    page = supplier.post(page_of(KILOMETRES), {"doe": "doorvragen"}).text

    assert "Naam van uw leverancier: " in page
    assert "E-mailadres: " in page


def test_the_supplier_that_was_asked_is_read_back_by_name_first(supplier: Browser) -> None:
    supplier.post(page_of(KILOMETRES), {"doe": "doorvragen", "naam": "Cel & Co", "e-mail": "cel@voorbeeld.example"})

    assert "Cel &amp; Co, cel@voorbeeld.example" in supplier.get("/antwoord/overzicht").text


def test_in_english_a_number_that_means_a_thousand_times_as_much_elsewhere_is_asked_about(
    app: Flask, world: World
) -> None:
    supplier = opened(app, an_ask(world.reports["oost"], world.people["reporter"], language=Language.EN))

    doubtful = supplier.post(page_of(EMPLOYEES), {"antwoord": "1.250", "doe": "volgende"})
    supplier.post(page_of(EMPLOYEES), {"antwoord": "1.2500", "doe": "volgende"})

    assert doubtful.status_code == 400
    assert "‘1.250’ can be 1250 or 1.2500" in doubtful.text
    assert value_of(kept(EMPLOYEES)[0].value) == Decimal("1.25")
    assert 'value="1.2500"' in supplier.get(page_of(EMPLOYEES)).text


def test_the_newest_answer_counts_and_the_earlier_one_stays(supplier: Browser) -> None:
    for typed in ("12", "13", "13"):
        supplier.post(page_of(EMPLOYEES), {"antwoord": typed, "doe": "volgende"})

    assert [value_of(one.value) for one in kept(EMPLOYEES)] == [Decimal(12), Decimal(13)]
    assert 'value="13"' in supplier.get(page_of(EMPLOYEES)).text


def test_what_is_typed_keeps_itself_and_counts_only_with_a_button(supplier: Browser) -> None:
    typed = {"antwoord": "182", "verdeling": "", "stempel": "concept"}

    answer = supplier.post(f"{page_of(KILOMETRES)}/vanzelf", typed)

    assert answer.get_json()["said"].startswith("Opgeslagen om")
    assert 'value="182"' in supplier.get(page_of(KILOMETRES)).text
    assert kept(KILOMETRES) == []


def test_a_draft_is_gone_once_the_question_is_answered(supplier: Browser) -> None:
    supplier.post(f"{page_of(EMPLOYEES)}/vanzelf", {"antwoord": "1"})

    supplier.post(page_of(EMPLOYEES), {"antwoord": "12", "doe": "volgende"})

    with reading() as session:
        assert session.scalars(select(AnswerDraft)).all() == []


def test_a_confidential_figure_is_never_shown_back_and_stays_when_left_empty(supplier: Browser) -> None:
    given = {"antwoord": "182401", "verdeling": SPLIT, "vertrouwelijk": "1", "doe": "volgende"}
    supplier.post(page_of(KILOMETRES), given)

    pages = [supplier.get(page).text for page in (page_of(KILOMETRES), "/antwoord/overzicht", "/antwoord/klaar")]
    supplier.post(page_of(KILOMETRES), given | {"antwoord": "", "verdeling": "alles"})

    assert [page for page in pages if "182401" in page or "182.401" in page] == []
    assert "vertrouwelijk gegeven, niet getoond" in pages[1]
    assert [value_of(one.value) for one in kept(KILOMETRES)] == [Decimal(182401), Decimal(182401)]


def test_a_confidential_figure_leaves_no_draft(supplier: Browser) -> None:
    supplier.post(f"{page_of(KILOMETRES)}/vanzelf", {"antwoord": "182401", "vertrouwelijk": "1"})

    with reading() as session:
        assert session.scalars(select(AnswerDraft)).all() == []


def test_a_text_cannot_be_confidential(supplier: Browser) -> None:
    answer = supplier.post(page_of(LADDER), {"antwoord": "4.0/2", "vertrouwelijk": "1", "doe": "volgende"})

    assert answer.status_code == 400


def test_the_split_is_offered_again_at_the_next_figure(supplier: Browser, linked: Linked) -> None:
    with sessions().begin() as session:
        session.execute(update(Ask).values(questions=[KILOMETRES, "Q-ENE-01"]))
    supplier.post(page_of(KILOMETRES), {"antwoord": "900", "verdeling": SPLIT, "doe": "volgende"})

    assert SPLIT in supplier.get(page_of("Q-ENE-01")).text


def test_what_the_holder_asks_about_an_answer_stands_at_its_question(supplier: Browser, world: World) -> None:
    supplier.post(page_of(EMPLOYEES), {"antwoord": "1200", "doe": "volgende"})
    [one] = kept(EMPLOYEES)
    with sessions().begin() as session:
        session.add(
            AnswerJudged(
                answer=one.id, accepted=False, remark="Zijn dit er niet 12?", by=world.people["reporter"], at=now()
            )
        )

    assert "Zijn dit er niet 12?" in supplier.get(page_of(EMPLOYEES)).text
    assert "Rijnbus vraagt iets over uw antwoorden" in supplier.get("/antwoord").text


def hand_in(world: World) -> None:
    report, by = world.reports["oost"], world.people["signatory"]
    version = an_upload(report, by)
    with sessions().begin() as session:
        session.add(Signature(version=version.id, by=by, at=now(), statement="", idempotency_key=uuid4()))


def end_the_days() -> None:
    """The link of the ask works to the last day of what is left of it, so the ask alone is made older."""
    with sessions().begin() as session:
        session.execute(update(Ask).values(due=today() - timedelta(days=15)))


def test_after_the_holder_handed_in_nothing_changes_any_more(supplier: Browser, linked: Linked, world: World) -> None:
    hand_in(world)

    answer = supplier.post(page_of(EMPLOYEES), {"antwoord": "1217", "doe": "volgende"})

    assert answer.status_code == 409
    assert "heeft het rapport ingediend" in answer.text
    assert "1217" in answer.text
    assert kept(EMPLOYEES) == []


def test_after_the_holder_handed_in_a_question_is_read_as_text_with_why_and_whom_to_ask(
    supplier: Browser, world: World
) -> None:
    supplier.post(page_of(KILOMETRES), {"antwoord": "900", "verdeling": SPLIT, "doe": "volgende"})
    hand_in(world)

    page = supplier.get(page_of(KILOMETRES)).text

    assert 'name="antwoord"' not in page
    assert SPLIT in page
    assert "Rijnbus heeft het rapport ingediend." in page
    assert "mailto:reporter@" in page


def test_what_was_typed_and_never_saved_is_read_as_no_answer(supplier: Browser, world: World) -> None:
    supplier.post(f"{page_of(LADDER)}/vanzelf", {"antwoord": "Wij zijn gecertificeerd"})
    hand_in(world)

    page = supplier.get(page_of(LADDER)).text

    assert "U gaf hierop geen antwoord." in page
    assert "Dit hoort niet bij uw antwoorden." in page


@pytest.mark.parametrize("page", [page_of(EMPLOYEES), "/antwoord/overzicht", "/antwoord/bestand"])
def test_once_the_days_are_over_no_page_offers_what_is_refused(supplier: Browser, page: str) -> None:
    end_the_days()

    text = supplier.get(page).text

    assert "De termijn is voorbij." in text
    assert 'action="/antwoord/' not in text
