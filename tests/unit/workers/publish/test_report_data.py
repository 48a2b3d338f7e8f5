"""The data document beside the report."""

from __future__ import annotations

import json

from schemas.judgement import Outcome
from schemas.words import Edition
from tests.unit.workers.publish.contents import a_decision, a_norm, a_report, established
from workers.publish.data import report_data


def test_it_holds_verdicts_and_what_was_established_apart():
    departed = a_norm(established=established(Outcome.DOES_NOT_MEET, "Te laat."))

    data = json.loads(report_data(a_report(edition=Edition.DECIDED, norms=(departed,), decision=a_decision())))

    assert data["verdicts"][0]["verdict"] == "meets"
    assert data["established"] == [
        {
            "norm": "N-ZE-FLEET",
            "established": {
                "outcome": "does_not_meet",
                "reason": "Te laat.",
                "by": "P. Bakker, contractmanager",
                "on": "2027-06-12",
            },
        }
    ]
    assert data["decision"]["outcome"] == "accepted_with_remarks"


def test_figures_come_with_their_why_and_counts_are_exact():
    data = json.loads(report_data(a_report()))

    assert data["indicators"][0]["why"]["formula"] == {"nl": "zo geteld", "en": "zo geteld"}
    assert data["summary"] == {"errors": 0, "warnings": 1, "notices": 0}
    assert data["report"] == {
        "concession_id": "VB-OOST",
        "report_year": 2026,
        "rule_set": "2026.1",
        "factor_set": "demo-2025",
    }


def test_the_same_content_gives_the_same_bytes():
    assert report_data(a_report()) == report_data(a_report())
