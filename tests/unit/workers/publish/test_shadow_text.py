"""What trying a set showed, as a text: counts first, then who would be judged otherwise and why, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from schemas.judgement import Outcome, Severity, Verdict
from schemas.shadow import FactorMoved, NormBeside, ReportBeside, RuleBeside, Sets, Shadow, Untried
from schemas.texts import Bilingual, Language
from schemas.words import SetKind
from workers.publish.shadow_text import shadow_text

NOBODY = UUID(int=0)
REASON = Bilingual(nl="41,2 is meer dan 40.", en="41.2 is more than 40.")


def a_verdict(value: str | None, outcome: Outcome) -> Verdict:
    return Verdict(
        norm="N-WTW-PKM",
        verdict=outcome,
        value=None if value is None else Decimal(value),
        threshold=Decimal(40),
        reason=REASON,
    )


GREY = FactorMoved(
    code="grey", column="wtw", unit="kWh", before=Decimal("0.456"), after=Decimal("0.483"), effect=Decimal("3.1")
)
TURNED = NormBeside(
    before=a_verdict("38.1", Outcome.MEETS), after=a_verdict("41.2", Outcome.DOES_NOT_MEET), factors=(GREY,)
)
MOVED = NormBeside(before=a_verdict("38.1", Outcome.MEETS), after=a_verdict("39", Outcome.MEETS))


def a_report(*norms: NormBeside, **more: Any) -> ReportBeside:
    given: dict[str, Any] = {
        "report": NOBODY,
        "version": NOBODY,
        "number": 2,
        "concession": "VB-OOST",
        "concession_name": "Voorbeeld-Oost",
        "year": 2027,
        "in_force": True,
        "before": Sets(rule_set="2026.1", factor_set="official-2027"),
        "after": Sets(rule_set="2026.1", factor_set="official-2027.2"),
        "as_kept": True,
        "norms": norms,
        "rules": (),
    }
    return ReportBeside(**(given | more))


def told(*reports: ReportBeside, everything: bool = False, language: Language = Language.NL, **more: Any) -> str:
    given: dict[str, Any] = {
        "kind": SetKind.FACTOR_SET,
        "set_id": "official-2027.2",
        "year": 2027,
        "at": datetime(2028, 1, 5, tzinfo=UTC),
        "reports": reports,
        "untried": (),
    }
    return shadow_text(Shadow(**(given | more)), language, everything=everything)


def test_it_opens_with_what_was_tried_and_that_nothing_was_switched_on() -> None:
    assert told(a_report(TURNED)).splitlines()[:2] == [
        "Factorenlijst official-2027.2, in de schaduw naast wat nu geldt, over 1 rapport. Er is niets ingeschakeld.",
        "Een ander oordeel bij 1 rapport, op 1 norm samen: 1× voldoet → voldoet niet.",
    ]


def test_a_verdict_that_turns_stands_side_by_side_with_the_factor_that_did_it() -> None:
    assert told(a_report(TURNED)).splitlines()[3:] == [
        "VB-OOST 2027 · Voorbeeld-Oost · versie 2, van kracht · official-2027 → official-2027.2",
        "  N-WTW-PKM CO2e per reizigerskilometer, hoogstens 40 g/rkm",
        "    nu       Voldoet · 38,1 g/rkm",
        "    schaduw  Voldoet niet · 41,2 g/rkm",
        "    door grey wtw: 0,456 → 0,483 per kWh (+3,1 g/rkm)",
    ]


def test_it_speaks_english() -> None:
    text = told(a_report(TURNED), language=Language.EN)

    assert "Another verdict for 1 report, on 1 norm together: 1× meets → does not meet." in text
    assert "    shadow  Does not meet · 41.2" in text


def test_a_verdict_that_turns_without_a_factor_gives_its_reason() -> None:
    assert "    waarom: 41,2 is meer dan 40." in told(a_report(TURNED.model_copy(update={"factors": ()})))


def test_what_only_moves_is_counted_and_told_when_asked_for() -> None:
    short, long = told(a_report(MOVED)), told(a_report(MOVED), everything=True)

    assert "Geen enkel oordeel wordt anders." in short
    assert "Bij 1 rapport bewegen alleen cijfers of bevindingen." in short
    assert "VB-OOST" not in short
    assert "    schaduw  Voldoet · 39" in long


def test_a_value_that_is_gone_is_a_dash() -> None:
    gone = NormBeside(before=TURNED.before, after=a_verdict(None, Outcome.NOT_ASSESSABLE))

    assert "    schaduw  Niet te beoordelen · –" in told(a_report(gone))


def test_a_fictional_list_says_so() -> None:
    before = Sets(rule_set="2026.1", factor_set="demo-2025", fictional=True)

    assert "demo-2025 (fictief, alleen ter demonstratie) → official-2027.2" in told(a_report(TURNED, before=before))


def test_reports_of_earlier_years_are_said_to_be_out_of_reach() -> None:
    assert "De set is voor 2027. 1 rapport is van een eerder jaar" in told(a_report(TURNED, year=2026))


def test_a_rule_set_names_rules_and_revisions() -> None:
    rules = (
        RuleBeside(rule="ENE-003", severity=Severity.WARNING, revision_before=1, revision_after=2, before=0, after=12),
        RuleBeside(rule="ENE-004", severity=Severity.ERROR, revision_before=1, revision_after=1, before=2, after=1),
    )

    text = told(a_report(MOVED, rules=rules), everything=True, kind=SetKind.RULE_SET, set_id="2027.1")

    assert text.startswith("Regelset 2027.1")
    assert "  regel ENE-003: 0 → 12 vragen, herziening 1 → 2" in text
    assert "  regel ENE-004: 2 → 1 fout\n" in f"{text}\n"


def test_verdicts_that_no_longer_come_out_the_same_are_owned_up_to() -> None:
    assert "Bij 1 rapport komen de oordelen van destijds niet meer precies zo uit" in told(
        a_report(TURNED, as_kept=False)
    )


def test_what_could_not_be_tried_is_told_with_its_reason() -> None:
    gone = Untried(
        report=NOBODY, version=NOBODY, concession="OV-WEST", year=2026, reason=Bilingual(nl="Weg.", en="Gone.")
    )

    assert told(untried=(gone,)).splitlines()[1:] == [
        "Er is nog geen rapport waarop dit te proberen is.",
        "",
        "Niet geprobeerd",
        "  OV-WEST 2026: Weg.",
    ]
