"""New terms are tried on the reports of their concession before they are taken in; nothing changes by it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from schemas.judgement import Outcome
from schemas.settings import Settings
from schemas.store import NormVerdict, Terms, reading
from schemas.terms import Terms as Read
from schemas.terms_preview import TermsPreview
from schemas.texts import Language
from tests.installations import TERMS
from tests.unit.workers.at_work import AtWork, at_work, check, upload
from tests.unit.workers.driving import a_year_of_driving
from workers.publish.terms_text import terms_text
from workers.terms_preview import preview


@pytest.fixture
def drawn_up(installation: Settings) -> AtWork:
    """A report that was checked."""
    work = at_work()
    check(upload(work, a_year_of_driving()))
    return work


def with_norm(norm: str, **asked: object) -> Read:
    """The terms of the concession, asking one norm otherwise."""
    others = [one for one in TERMS["norms"] if one["norm"] != norm]
    return Read.model_validate({**TERMS, "norms": [*others, {"norm": norm, "article": "art. 5.4", **asked}]})


def tried(terms: Read) -> TermsPreview:
    return preview(terms, tell=lambda _done, _total: None)


def test_a_stricter_norm_tells_whose_verdict_it_would_turn(drawn_up: AtWork) -> None:
    found = tried(with_norm("N-WTW-PKM", path={"2026": 1}))

    [report] = found.turning
    [norm] = [one for one in report.norms if one.turns]
    assert (report.concession, report.year, norm.before.norm) == ("VB-OOST", 2026, "N-WTW-PKM")
    assert (norm.before.verdict, norm.after.verdict) == (Outcome.MEETS, Outcome.DOES_NOT_MEET)
    assert "CO2e per reizigerskilometer" in found.changes[0].nl


def test_a_norm_that_was_not_asked_before_is_set_beside_that(drawn_up: AtWork) -> None:
    found = tried(with_norm("N-WTW-VKM", path={"2026": 1}))

    [norm] = [one for report in found.turning for one in report.norms if one.turns]
    assert (norm.before.norm, norm.before.reason.nl) == ("N-WTW-VKM", "Deze norm wordt niet gevraagd.")
    assert norm.after.verdict is Outcome.DOES_NOT_MEET


def test_nothing_is_taken_in_and_nothing_kept_is_changed(drawn_up: AtWork) -> None:
    def kept() -> list[object]:
        with reading() as session:
            queries = (select(func.count(Terms.id)), select(NormVerdict.norm, NormVerdict.verdict))
            return [session.execute(query).all() for query in queries]

    before = kept()
    tried(with_norm("N-WTW-PKM", path={"2026": 1}))

    assert kept() == before


def test_the_same_terms_say_that_nothing_changes(drawn_up: AtWork) -> None:
    found = tried(Read.model_validate(TERMS))

    assert (found.known, found.changes, found.turning) == (True, (), ())
    assert "verandert niets" in terms_text(found, Language.NL)


def test_a_new_concession_is_told_to_be_new(installation: Settings) -> None:
    found = tried(Read.model_validate(TERMS))

    assert not found.known
    assert terms_text(found, Language.EN) == f"{TERMS['name']} (VB-OOST) is new."


def test_the_text_sets_both_verdicts_beside_each_other(drawn_up: AtWork) -> None:
    said = terms_text(tried(with_norm("N-WTW-PKM", path={"2026": 1})), Language.NL)

    assert "Was dit al afgesproken, dan veranderde het oordeel bij 1 van de 1 rapporten:" in said
    assert "Voldoet niet" in said
