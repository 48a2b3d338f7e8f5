"""The findings as a text for the terminal."""

from __future__ import annotations

from schemas.judgement import About, NotAssessed, Severity, Summary, Validation
from schemas.texts import Language
from tests.unit.workers.publish.contents import a_finding, both
from workers.publish.findings_text import findings_text


def said(*findings, errors=0, warnings=0, not_assessed=(), language=Language.NL):
    validation = Validation(
        report=About(concession_id="VB-OOST", report_year=2026, rule_set="2026.1", factor_set=None),
        rows={},
        summary=Summary(errors=errors, warnings=warnings, notices=0),
        findings=findings,
        not_assessed=not_assessed,
    )
    return findings_text(validation, language)


def test_good_news_is_said_too():
    assert said() == "0 fouten · 0 vragen · 0 mededelingen\nGeen fouten. U kunt indienen."


def test_one_is_not_told_as_many():
    told = said(a_finding(rule="ENE-003", severity=Severity.ERROR), errors=1, warnings=1, language=Language.EN)

    assert told.startswith("1 error · 1 question · 0 notices\nMend the errors before you hand in.")


def test_a_rule_is_said_once_above_its_rows_and_its_advice_once_below():
    told = said(a_finding("Rij een."), a_finding("Rij twee.", row=27), warnings=2)

    assert told.count("Vraag ENE-003") == 1
    assert "  Energie, rij 26, kolom Hoeveelheid\n    Rij een." in told
    assert "  Energie, rij 27, kolom Hoeveelheid\n    Rij twee." in told
    assert told.count("Wat te doen: Controleer de eenheid.") == 1


def test_a_column_that_the_format_does_not_know_is_told_as_it_was_written():
    assert "kolom kleur" in said(a_finding(column="kleur"))


def test_what_somebody_typed_cannot_steer_the_terminal():
    told = said(a_finding("fout\x1b[2J\x07\u202e\nregel"))

    assert "fout [2J regel" in told
    assert "\x1b" not in told


def test_what_was_not_judged_says_why():
    open_ = NotAssessed(rule="EVD-001", sheet="evidence", rows=4, reason=both("De bewijsstukken ontbreken."))

    assert "Niet beoordeeld\n  EVD-001 (Bewijsstukken, 4 rijen): De bewijsstukken ontbreken." in said(
        not_assessed=(open_,)
    )


def test_one_row_that_was_not_judged_is_one_row():
    open_ = NotAssessed(rule="EVD-001", sheet="evidence", rows=1, reason=both("Het bewijsstuk ontbreekt."))

    assert "EVD-001 (Bewijsstukken, 1 rij): Het bewijsstuk ontbreekt." in said(not_assessed=(open_,))
