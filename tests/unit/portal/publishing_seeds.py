"""A decided report with a few figures, for the tests of publishing."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

from portal.use_cases import Declaration, hand_in
from portal.use_cases.deciding import Deciding, decide
from portal.use_cases.reviewing import begin_review, confirm_the_rest
from schemas.judgement import Outcome, Status
from schemas.store import IndicatorValue, NormVerdict, sessions
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

FIGURES = (
    ("FLT-01", "total", "55", "stuks"),
    ("FLT-01", "drivetrain=bev", "46", "stuks"),
    ("FLT-01", "drivetrain=diesel", "9", "stuks"),
    ("FLT-02", "total", "83.6", "%"),
    ("CTX-04", "total", "41000000", "EUR"),
)
REASON = "Dit besluit noemt Jansen van de remise."


def a_decided_report(world: World) -> UUID:
    """The report of concession Oost, accepted with remarks."""
    report = world.reports["oost"]
    version = an_upload(report, world.people["reporter"]).id
    a_check(version)
    with sessions().begin() as session:
        session.add_all(_figure(version, *one) for one in FIGURES)
        session.add(_verdict(version))
    with sessions().begin() as session:
        declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
        hand_in(session, report, declaration, by=world.people["signatory"])
    with sessions().begin() as session:
        begin_review(session, report, by=world.people["manager"])
        confirm_the_rest(session, report, by=world.people["manager"])
        deciding = Deciding(outcome=DecisionOutcome.ACCEPTED_WITH_REMARKS, reason=REASON, key=uuid4())
        decide(session, report, deciding, by=world.people["manager"])
    return report


def _figure(version: UUID, indicator: str, part: str, value: str, unit: str) -> IndicatorValue:
    return IndicatorValue(
        version=version,
        indicator=indicator,
        part=part,
        value=Decimal(value),
        unit=unit,
        status=Status.MEASURED,
        why={"formula": {"nl": "som", "en": "sum"}},
    )


def _verdict(version: UUID) -> NormVerdict:
    return NormVerdict(
        version=version,
        norm="N-ZE-FLEET",
        verdict=Outcome.MEETS,
        value="83.6",
        threshold="70",
        reason_nl="Het wagenpark is voor 83,6 % zonder uitstoot.",
        reason_en="The fleet is 83.6 % without emissions.",
    )
