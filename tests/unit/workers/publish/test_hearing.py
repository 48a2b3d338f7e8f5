"""The holder's view in the compliance report: under the decision, and said as well where none was given."""

from __future__ import annotations

from datetime import date

from schemas.words import Edition
from tests.unit.workers.publish.contents import a_decision, a_norm, a_report
from tests.unit.workers.publish.test_waivers import text_of
from workers.publish.content import HearingTold, ReportContent

ANNOUNCED = HearingTold(announced_on=date(2027, 5, 20), reason="Het najaar ontbreekt.")
VIEWED = ANNOUNCED.model_copy(
    update={
        "view": "Die cijfers komen in juni.",
        "by": "R. de Vries, Rijnbus",
        "on": date(2027, 5, 28),
        "file_name": "brief.pdf",
    }
)


def decided(hearing: HearingTold) -> ReportContent:
    decision = a_decision().model_copy(update={"hearing": hearing})
    return a_report(edition=Edition.DECIDED, norms=(a_norm(),), decision=decision)


def test_a_view_stands_under_the_decision_with_who_gave_it_and_its_file() -> None:
    text = text_of(decided(VIEWED))

    assert "Voornemen: 20 mei 2027. Het najaar ontbreekt." in text
    assert "Zienswijze van de houder: R. de Vries, Rijnbus, 28 mei 2027. Die cijfers komen in juni. (brief.pdf)" in text


def test_where_no_view_was_given_the_report_says_so() -> None:
    assert "Zienswijze van de houder: De houder gaf geen zienswijze." in text_of(decided(ANNOUNCED))


def test_why_the_holder_was_not_heard_stands_under_the_decision() -> None:
    decision = a_decision().model_copy(update={"unheard": "De houder vroeg er zelf om."})

    text = text_of(a_report(edition=Edition.DECIDED, norms=(a_norm(),), decision=decision))

    assert "Zonder zienswijze vooraf, omdat: De houder vroeg er zelf om." in text
