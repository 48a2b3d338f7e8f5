"""The documents that the tests of PDFs hold against the standards: each kind, edition and language, and two that are hard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from schemas.change import Change
from schemas.judgement import NotAssessed, Outcome
from schemas.texts import Language
from schemas.words import Edition
from tests.unit.workers.publish.contents import (
    a_change,
    a_decision,
    a_finding,
    a_letter,
    a_norm,
    a_receipt,
    a_report,
    a_result,
    an_indicator,
    both,
    established,
)
from workers.publish.pdf import report_pdf
from workers.publish.pdf.letter import letter_pdf
from workers.publish.pdf.receipt import receipt_pdf

A_LONG_WORD = "-".join(f"remise{number}" for number in range(200))
LONG = "De meterstand is door twee bussen gedeeld en daarom over beide verdeeld. " * 30
HARD = a_report(
    edition=Edition.DECIDED,
    norms=(a_norm(established=established(Outcome.DOES_NOT_MEET, LONG)), a_norm("N-WTW-PKM")),
    rules=tuple(a_result(explanation=LONG, first=(a_finding(LONG),)) for _ in range(8)),
    not_assessed=tuple(
        NotAssessed(rule="EVD-001", sheet="evidence", rows=n, reason=both(LONG * n)) for n in range(1, 5)
    ),
    indicators=(
        *(an_indicator(f"SOC-{n:02d}", n, notes=(LONG,)) for n in range(80)),
        an_indicator("GHG-04", 90, unit="tCO2e", change=a_change(100, 90, factor=-10)),
        an_indicator("GHG-06", 90, unit="g/vkm", change=Change(year=2025, reason=both(LONG))),
    ),
    decision=a_decision(A_LONG_WORD),
)
BARE = a_report(
    norms=(),
    indicators=(),
    previous=(),
    previous_year=None,
    rules=(),
    not_assessed=(),
    rows={},
    factors=None,
    previous_factors=None,
    dated=None,
)


def _documents() -> dict[str, Callable[[], bytes]]:
    made: dict[str, Callable[[], bytes]] = {}
    for language in Language:
        for edition in (Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED):
            decision = a_decision() if edition is Edition.DECIDED else None
            content = a_report(edition=edition, decision=decision, check_at="https://voorbeeld.example/controleren")
            made[f"{edition}-{language}"] = partial(report_pdf, content, language)
        made[f"letter-{language}"] = partial(letter_pdf, a_letter(), language)
        made[f"receipt-{language}"] = partial(receipt_pdf, a_receipt(), language)
    made["concept"] = partial(letter_pdf, a_letter(edition=Edition.CONCEPT, norms=HARD.norms), Language.NL)
    return made | {"hard": partial(report_pdf, HARD, Language.NL), "bare": partial(report_pdf, BARE, Language.EN)}


DOCUMENTS = _documents()
