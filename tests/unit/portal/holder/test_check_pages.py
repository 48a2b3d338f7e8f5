"""The page of a check: what was found, filtered and paged, explained in place, and escaped whatever it holds."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from markupsafe import escape
from sqlalchemy import select

from schemas.clock import now
from schemas.judgement import Outcome, Severity, Status
from schemas.store import Explanation, IndicatorValue, NormVerdict, NotAssessed, Part, Version, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload, stop_the_check

AHEAD = {
    "norm": "N-ZE-FLEET",
    "points": [{"year": 2027, "value": 90}],
    "meets_from": 2028,
    "says": {"nl": "Gehaald vanaf 2028.", "en": "Met from 2028 on."},
    "assumes": {"nl": "Met wat bekend is.", "en": "With what is known."},
    "announced": [
        {"measure": "V1", "description": "Zes e-bussen", "year": 2027, "effect": "meer bussen", "counted": False}
    ],
}
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in y %}",
    "</textarea></table><svg onload=alert(1)>",
)


def sources_of(number: int) -> list[str]:
    with reading() as session:
        query = select(Part.file_sha256).join(Version, Version.id == Part.version).where(Version.number == number)
        return list(session.scalars(query.order_by(Part.position)))


@pytest.fixture
def page(world: World) -> str:
    """The address of the first version's page."""
    return f"/rapportages/{world.reports['oost']}/versies/1"


@pytest.fixture
def version(world: World) -> UUID:
    """A version that waits for its check."""
    return an_upload(world.reports["oost"], world.people["reporter"]).id


def test_the_fragment_goes_on_to_the_result_when_the_check_is_done(reporter: Browser, version: UUID, page: str) -> None:
    waiting = reporter.get(f"{page}/stand").text
    a_check(version)

    done = reporter.get(f"{page}/stand").text

    assert "data-done" not in waiting
    assert f'data-done data-then="{page}"' in done


def test_a_slow_check_is_said_honestly(
    reporter: Browser, version: UUID, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(minutes=2)).isoformat())

    assert "De controle duurt langer dan gewoon." in reporter.get(f"{page}/stand").text


def test_a_file_that_could_not_be_read_says_why(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, unreadable_nl="Dit zip-bestand is afgebroken.", unreadable_en="This zip file is cut off.")

    shown = reporter.get(page).text

    assert "Dit zip-bestand is afgebroken." in shown
    assert "Er is verder niets veranderd." in shown


def test_after_a_file_that_could_not_be_read_the_version_before_is_named_and_gone_on_with(
    reporter: Browser, world: World, version: UUID, page: str
) -> None:
    a_check(version)
    broken = an_upload(world.reports["oost"], world.people["reporter"], content=b"PK\x03\x04 half")
    a_check(broken.id, unreadable_nl="Dit bestand is afgebroken.", unreadable_en="This file is cut off.")
    shown = reporter.get(f"{page[:-1]}2").text

    answer = reporter.post(f"{page}/verder")

    assert "is ongewijzigd, met uw toelichtingen" in shown
    assert "Verder met versie 1" in shown
    assert answer.location == f"{page[:-1]}3"
    assert sources_of(3) == sources_of(1)


def test_going_on_with_a_version_twice_is_once(reporter: Browser, version: UUID, page: str) -> None:
    again = [reporter.post(f"{page}/verder").location for _ in range(2)]

    assert again == [page, page]


def test_the_counts_stand_on_top_and_errors_come_first(reporter: Browser, version: UUID, page: str) -> None:
    notice = a_finding(9, rule="FLT-011", severity=Severity.NOTICE)
    error = a_finding(8, rule="KEY-001", severity=Severity.ERROR)
    a_check(version, [notice, a_finding(0), a_finding(1), error])

    shown = reporter.get(page).text

    assert all(count in shown for count in ("1 fout", "2 vragen", "1 mededeling"))
    assert shown.index('id="KEY-001"') < shown.index('id="ENE-003"') < shown.index('id="FLT-011"')


def test_a_row_is_shown_as_it_was_written_with_the_faulty_cell_marked(
    reporter: Browser, version: UUID, page: str
) -> None:
    a_check(version, [a_finding(0)])

    shown = reporter.get(page).text

    assert "18.900</span>" in shown
    assert 'class="wrong-value tone-attention"' in shown
    assert "Verwacht: 0,8 tot 1,9 kWh/km" in shown


def test_a_finding_leads_to_its_rule(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(0)])

    shown = reporter.get(page).text

    assert '<a href="/regels/ENE-003?set=2026.1">ENE-003: waarom, met een voorbeeld</a>' in shown


def test_a_filter_shows_one_sheet_or_one_severity(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(0), a_finding(1, rule="FLT-007", sheet="vehicles", severity=Severity.ERROR)])

    by_sheet, by_severity = reporter.get(f"{page}?blad=energy").text, reporter.get(f"{page}?soort=error").text

    assert ('id="ENE-003"' in by_sheet, 'id="FLT-007"' in by_sheet) == (True, False)
    assert ('id="ENE-003"' in by_severity, 'id="FLT-007"' in by_severity) == (False, True)


def test_a_severity_that_does_not_exist_is_not_there(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version)

    assert reporter.get(f"{page}?soort=zwaar").status_code == 404


def test_more_than_fifty_rows_are_paged(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(place) for place in range(60)])

    first, second = reporter.get(page).text, reporter.get(f"{page}?regel=ENE-003&bladzijde=2").text

    assert ('id="v49"' in first, 'id="v50"' in first) == (True, False)
    assert ('id="v49"' in second, 'id="v50"' in second) == (False, True)


def test_what_changed_since_the_last_upload_is_told(reporter: Browser, version: UUID, world: World, page: str) -> None:
    a_check(version, [a_finding(place) for place in range(3)])
    second = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(second.id, [a_finding(0), a_finding(9)])

    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/2").text

    assert "Sinds versie 1: 2 opgelost, 1 nieuw, 1 gebleven." in shown


def test_rules_that_were_not_assessed_are_listed_with_the_reason(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version)
    with sessions().begin() as session:
        session.add(
            NotAssessed(
                version=version,
                position=0,
                rule="TRE-001",
                sheet="energy",
                reason_nl="Er is geen eerder jaar.",
                reason_en="There is no earlier year.",
            )
        )

    assert "Er is geen eerder jaar." in reporter.get(page).text


def test_a_question_is_explained_in_place(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(0)])

    answer = reporter.post(f"{page}/toelichting", {"plaats": "0", "toelichting": "De meter telt twee laadpunten."})

    assert answer.status_code == 303
    assert "De meter telt twee laadpunten." in reporter.get(page).text
    assert "toegelicht" in reporter.get(page).text


def test_an_empty_explanation_is_asked_again_at_its_field(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(0), a_finding(1)])

    answer = reporter.post(f"{page}/toelichting?regel=ENE-003", {"plaats": "1", "toelichting": " "})

    assert answer.status_code == 400
    assert 'href="#toelichting"' in answer.text
    assert answer.text.count('id="toelichting-error"') == 1


def test_all_questions_of_a_rule_are_explained_at_once_and_taken_back(
    reporter: Browser, version: UUID, page: str
) -> None:
    a_check(version, [a_finding(place) for place in range(40)])

    before = reporter.get(page).text
    reporter.post(f"{page}/toelichtingen", {"regel": "ENE-003", "toelichting": "Strenge winter."})
    with reading() as session:
        given = session.scalars(select(Explanation)).one()
    between = reporter.get(page).text
    reporter.post(f"{page}/toelichtingen/{given.id}/weg")
    after = reporter.get(page).text

    assert "Alle 40 in één keer toelichten" in before
    assert "Strenge winter." in between
    assert "Strenge winter." not in after


def test_a_signatory_reads_but_does_not_explain(signatory: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(0)])

    assert "Toelichting bewaren" not in signatory.get(page).text
    assert signatory.post(f"{page}/toelichting", {"plaats": "0", "toelichting": "Ja."}).status_code == 403


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_a_cell_or_an_explanation_holds_is_shown_as_text(
    reporter: Browser, version: UUID, page: str, attack: str
) -> None:
    a_check(
        version,
        [
            a_finding(
                0,
                value=attack,
                entity=attack,
                source=attack,
                message_nl=attack,
                expected_nl=attack,
                mend_nl=attack,
                raw={"vehicle_id": attack, "quantity": attack, attack: attack},
            )
        ],
    )
    reporter.post(f"{page}/toelichting", {"plaats": "0", "toelichting": attack})

    shown = reporter.get(page)

    assert shown.status_code == 200
    assert shown.text.count(str(escape(attack))) >= 4
    assert attack == escape(attack) or attack not in shown.text


def test_verdicts_and_figures_can_be_asked_why(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version)
    why = {
        "formula": {"nl": "Zero-emissiebussen / alle bussen × 100", "en": "Zero-emission buses / all buses × 100"},
        "worked": {"nl": "51 / 60 × 100 = 85 %", "en": "51 / 60 × 100 = 85 %"},
        "inputs": [{"sheet": "vehicles", "column": "drivetrain", "rows": 60, "sum": 60.0, "unit": "stuks"}],
        "factors": [
            {"code": "hvo100", "column": "wtw", "value": 0.468, "unit": "l", "source": "Lijst 2026", "year": 2026}
        ],
        "coverage": {"measured": 80.0, "estimated": 15.0, "missing": 5.0},
        "notes": [{"nl": "Zonder 8-persoonsbussen.", "en": "Without 8-passenger buses."}],
    }
    with sessions().begin() as session:
        for part, value in (("total", 85), ("drivetrain=bev", 85)):
            session.add(
                IndicatorValue(
                    version=version,
                    indicator="FLT-02",
                    part=part,
                    value=value,
                    unit="%",
                    status=Status.MEASURED,
                    why=why,
                )
            )
        session.add(
            NormVerdict(
                version=version,
                norm="N-ZE-FLEET",
                verdict=Outcome.MEETS,
                value="85",
                threshold="75",
                reason_nl="85 % is ten minste 75 %.",
                reason_en="85 % is at least 75 %.",
                article="art. 5.2",
                forecast=AHEAD,
            )
        )

    shown = "".join(reporter.get(f"{page}/oordeel?waarom={asked}").text for asked in ("N-ZE-FLEET", "FLT-02"))

    for said in ("ten minste 75 %", "51 / 60 × 100 = 85 %", "Batterij-elektrisch", "kg CO2e per l", ">Lijst 2026<"):
        assert said in shown
    assert "gemeten <b>80 %</b>" in shown
    assert "Gehaald vanaf 2028." in shown
    assert re.search(r"Zes e-bussen.*nee, het effect is geen getal", shown, re.DOTALL)


def test_the_rules_are_read_in_the_set_that_the_version_was_judged_by(
    reporter: Browser, version: UUID, page: str
) -> None:
    a_check(version, [a_finding(0)], rule_set="2025.9")

    check, judgement = reporter.get(page).text, reporter.get(f"{page}/oordeel").text

    assert 'href="/regels/ENE-003?set=2025.9"' in check
    assert 'href="/regels?set=2025.9"' in judgement


def test_the_page_speaks_english_to_who_chose_it(reporter: Browser, version: UUID, page: str) -> None:
    a_check(version, [a_finding(0)])
    reporter.post("/taal", {"language": "en", "next": page})

    shown = reporter.get(page).text

    assert "Vehicle V0000 used 3.2 kWh/km over the year" in shown
    assert "How it would be judged now" in shown


def test_a_check_that_an_operator_stopped_is_said_plainly_with_what_to_do(
    reporter: Browser, world: World, version: UUID, page: str
) -> None:
    stop_the_check(world.reports["oost"], reason="too_long")

    shown, polled = reporter.get(page).text, reporter.get(f"{page}/stand").text
    home = reporter.get("/concessies").text

    assert "De controle van versie 1 is gestopt" in shown
    assert "Het duurde langer dan is toegestaan." in shown
    assert f'href="/rapportages/{world.reports["oost"]}#uploaden"' in shown
    assert "wordt gecontroleerd" not in shown
    assert "data-done" in polled
    assert "de controle is gestopt. Upload uw rapport opnieuw, uiterlijk maandag 3 mei 2027." in home
    assert "controle gestopt" in reporter.get(f"/rapportages/{world.reports['oost']}").text


def test_what_is_uploaded_after_a_stopped_check_waits_for_its_own_check(
    reporter: Browser, world: World, version: UUID, page: str
) -> None:
    stop_the_check(world.reports["oost"], reason="died")

    again = an_upload(world.reports["oost"], world.people["reporter"])

    assert again.number == 2
    assert "Versie 2 wordt gecontroleerd" in reporter.get(f"{page[:-1]}2").text
    assert "Er is al een nieuwere versie." in reporter.get(page).text


def test_a_signatory_is_told_why_a_version_with_a_stopped_check_cannot_be_signed(
    signatory: Browser, world: World, version: UUID
) -> None:
    stop_the_check(world.reports["oost"], reason="died")

    shown = signatory.get(f"/rapportages/{world.reports['oost']}/indienen").text

    assert "De controle van versie 1 is gestopt." in shown
    assert "U kunt nu nog niet indienen." in shown
    assert "Uw rapporteur uploadt het rapport opnieuw" in shown
