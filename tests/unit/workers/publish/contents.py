"""Report contents for the tests of documents: small, whole, and changed only where a test says so."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from schemas.change import Change, Effects
from schemas.judgement import (
    Finding,
    Indicator,
    NotAssessed,
    Outcome,
    Severity,
    Status,
    Verdict,
    Why,
)
from schemas.texts import Bilingual
from schemas.words import DecisionOutcome, Edition
from workers.publish.content import (
    DecisionMade,
    EstablishedVerdict,
    Explained,
    FactorList,
    Fingerprints,
    Named,
    NormRow,
    ReportContent,
    RuleResult,
    YearValue,
)
from workers.publish.letter_content import LetterContent, LetterSection, StandsOn
from workers.publish.pdf.receipt import ReceiptContent


def both(text: str) -> Bilingual:
    return Bilingual(nl=text, en=text)


def an_indicator(
    indicator: str,
    value: object,
    *,
    part: str = "total",
    unit: str = "%",
    notes: tuple[str, ...] = (),
    change: Change | None = None,
):
    return Indicator(
        indicator=indicator,
        part=part,
        value=None if value is None else Decimal(str(value)),
        unit=unit,
        status=Status.NOT_ASSESSABLE if value is None else Status.MEASURED,
        why=Why(formula=both("zo geteld"), notes=tuple(both(note) for note in notes), change=change),
    )


def a_change(before: object, now: object, **effects: object) -> Change:
    """What changed since 2025; causes that are not named did nothing."""
    first, last = Decimal(str(before)), Decimal(str(now))
    did = {name: Decimal(str(effects.get(name, 0))) for name in Effects.model_fields}
    return Change(
        year=2025,
        before=first,
        now=last,
        difference=last - first,
        effects=Effects(**did),
        method=both("Gesplitst met LMDI-I."),
    )


FIGURES = (
    an_indicator("FLT-01", 60, unit="stuks"),
    an_indicator("FLT-01", 51, part="drivetrain=bev", unit="stuks"),
    an_indicator("FLT-01", 9, part="drivetrain=diesel", unit="stuks"),
    an_indicator("FLT-02", 85),
    an_indicator("ENE-01", 1000, unit="liter"),
    an_indicator("ENE-01", 1000, part="carrier=diesel_b7", unit="liter"),
    an_indicator("ENE-02", 0, unit="liter"),
    an_indicator("ENE-03", 0, unit="kg"),
    an_indicator("ENE-04", 90_000, unit="kWh"),
    an_indicator("ENE-05", 0, unit="kg"),
    an_indicator("GHG-05", "13.035", unit="g/rkm"),
    an_indicator("GHG-06", "99.3", unit="g/vkm"),
    an_indicator("AIR-01", 204, unit="kg"),
)
EARLIER = (an_indicator("FLT-02", "83.6"), an_indicator("GHG-05", "14.9", unit="g/rkm"))


def a_norm(norm: str = "N-ZE-FLEET", outcome: Outcome = Outcome.MEETS, **more: object) -> NormRow:
    verdict = Verdict(
        norm=norm, verdict=outcome, value=Decimal(85), threshold=Decimal(75), reason=both("De berekening klopt.")
    )
    path = (YearValue(year=2026, value=Decimal(75)), YearValue(year=2030, value=Decimal(100)))
    own = (YearValue(year=2026, value=Decimal(85)),)
    return NormRow.model_validate({"article": "art. 5.2", "machine": verdict, "path": path, "own": own, **more})


def established(outcome: Outcome, reason: str = "") -> EstablishedVerdict:
    return EstablishedVerdict(outcome=outcome, reason=reason, by="P. Bakker, contractmanager", on=date(2027, 6, 12))


def a_finding(message: str = "Dat klopt niet.", **more: object) -> Finding:
    given = {
        "rule": "ENE-003",
        "revision": 1,
        "severity": Severity.WARNING,
        "source": "rapport.xlsx",
        "sheet": "energy",
        "row": 26,
        "column": "quantity",
        "value": "18900",
        "message": both(message),
        "expected": both("0,8 tot 1,9 kWh/km"),
        "mend": both("Controleer de eenheid."),
    }
    return Finding.model_validate({**given, **more})


def a_result(*, explanation: str | None = None, count: int = 1, first: tuple[Finding, ...] = ()) -> RuleResult:
    explained = (Explained(text=explanation, by="A. Jansen", on=date(2027, 4, 20)),) if explanation else ()
    return RuleResult(
        rule="ENE-003",
        revision=1,
        severity=Severity.WARNING,
        count=count,
        obligation=both("Het verbruik is aannemelijk."),
        first=first or (a_finding(),),
        explanations=explained,
    )


def a_decision(reason: str = "Compleet en geloofwaardig.") -> DecisionMade:
    return DecisionMade(
        outcome=DecisionOutcome.ACCEPTED_WITH_REMARKS,
        reason=reason,
        by="P. Bakker, contractmanager",
        on=date(2027, 6, 12),
    )


def a_report(**changes: object) -> ReportContent:
    """A rehearsal of a small concession, with some of it changed."""
    given = {
        "edition": Edition.DRAFT,
        "concession": "VB-OOST",
        "concession_name": "Voorbeeld-Oost",
        "holder": "Denkbeeldig Vervoer B.V.",
        "authorities": ("Provincie Voorbeeld",),
        "year": 2026,
        "period": (date(2026, 1, 1), date(2026, 12, 31)),
        "dated": date(2027, 4, 28),
        "version": None,
        "norms": (a_norm(),),
        "indicators": FIGURES,
        "previous_year": 2025,
        "previous": EARLIER,
        "rules": (a_result(),),
        "not_assessed": (NotAssessed(rule="EVD-001", sheet="evidence", rows=4, reason=both("Niet meegegeven.")),),
        "rows": {"report": 17, "vehicles": 60},
        "factors": FactorList(
            id="demo-2025",
            year=2025,
            fictional=True,
            mj_per_unit={"diesel_b7": Decimal("35.9"), "electricity": Decimal("3.6")},
        ),
        "previous_factors": FactorList(id="official-2024", year=2024, fictional=False, mj_per_unit={}),
        "fingerprints": Fingerprints(
            inputs=(Named(name="rapport.xlsx", sha256="a" * 64),),
            rule_set=Named(name="2026.1", sha256="b" * 64),
            factor_set=Named(name="demo-2025", sha256="c" * 64),
            terms=Named(name="VB-OOST", sha256="d" * 64),
        ),
    }
    return ReportContent.model_validate({**given, **changes})


SIGNED_AT = datetime(2027, 4, 28, 14, 42, tzinfo=UTC)


def a_receipt(**changes: object) -> ReceiptContent:
    """The receipt of one file, with some of it changed."""
    given = {
        "concession": "VB-OOST",
        "concession_name": "Voorbeeld-Oost",
        "holder": "Denkbeeldig Vervoer B.V.",
        "year": 2026,
        "version": 3,
        "signed_by": "M. de Vries",
        "signed_at": SIGNED_AT,
        "statement": "Ik verklaar dat dit rapport volledig is.",
        "manifest_sha256": "a" * 64,
        "files": (Named(name="R&D <1>.xlsx", sha256="b" * 64),),
        "feedback_by": date(2027, 7, 1),
    }
    return ReceiptContent.model_validate({**given, **changes})


def a_letter(**changes: object) -> LetterContent:
    """A letter on one norm, with some of it changed."""
    given = {
        "edition": Edition.NONE,
        "authority": "Provincie Voorbeeld",
        "addressee": "Denkbeeldig Vervoer B.V.",
        "concession": "VB-OOST",
        "concession_name": "Voorbeeld-Oost",
        "year": 2026,
        "reference": "VB-OOST-2026-v3",
        "dated": date(2027, 6, 30),
        "title": both("Wij sturen uw rapport over 2026 terug"),
        "opening": (both("U verbetert het uiterlijk 2 augustus 2027."),),
        "sections": (LetterSection(heading=both("Waarom"), quoted="Het najaar <ontbreekt> & de meter ook."),),
        "norms": (a_norm(established=established(Outcome.DOES_NOT_MEET, "Twee bussen reden op diesel.")),),
        "redress": both("U kunt bezwaar maken tot en met 11 augustus 2027."),
        "by": "P. Bakker, Provincie Voorbeeld",
        "confirmed_by": "T. Lezer, Provincie Voorbeeld",
        "stands_on": (StandsOn(name=both("Het rapport, versie 3"), sha256="a" * 64),),
    }
    return LetterContent.model_validate({**given, **changes})
