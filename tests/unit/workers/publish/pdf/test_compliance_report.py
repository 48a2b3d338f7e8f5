"""The compliance report as a PDF: what it says, that it is the same twice, and that no text can break it."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from schemas.judgement import Outcome
from schemas.texts import Language
from schemas.words import Edition
from tests.unit.workers.publish.contents import a_decision, a_norm, a_report, a_result, an_indicator, established
from tests.unit.workers.publish.pdf.reading import read_aloud
from workers.publish.fingerprints import check_address_in, read_back
from workers.publish.pdf import report_pdf
from workers.publish.pdf.text import printable

ADDRESS = "https://keten.voorbeeld.example/controleren"
WORDS = {
    Language.NL: {Edition.DRAFT: "Proef", Edition.PROVISIONAL: "Voorlopig", Edition.DECIDED: "Vastgesteld"},
    Language.EN: {Edition.DRAFT: "Rehearsal", Edition.PROVISIONAL: "Provisional", Edition.DECIDED: "Decided"},
}


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def as_one(pdf: bytes) -> str:
    return " ".join(" ".join(pages(pdf)).split())


@pytest.mark.parametrize("language", list(Language))
def test_the_same_content_gives_the_same_bytes(language):
    content = a_report()

    assert report_pdf(content, language) == report_pdf(content, language)


def test_another_reason_gives_another_reference():
    one, other = a_report(), a_report(rules=(a_result(explanation="De meter telt twee bussen."),))

    references = [re.search(r"kenmerk (\w{12})", as_one(report_pdf(content, Language.NL))) for content in (one, other)]

    assert all(references)
    assert len({found[1] for found in references if found}) == 2


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("edition", [Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED])
def test_every_page_says_its_edition_and_its_place(edition, language):
    pdf = report_pdf(a_report(edition=edition), language)

    told = pages(pdf)
    for number, text in enumerate(told, start=1):
        assert WORDS[language][edition] in text
        of = "van" if language is Language.NL else "of"
        assert re.search(rf"{number} {of}\s*{len(told)}\b", " ".join(text.split()))


@pytest.mark.parametrize("edition", [Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED])
def test_the_editions_are_told_apart_without_reading(edition):
    others = {Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED} - {edition}

    bands = {one: _first_strokes(report_pdf(a_report(edition=one), Language.NL)) for one in (edition, *others)}

    assert all(bands[edition] != bands[other] for other in others)


def _first_strokes(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return document.pages[1].Contents.read_bytes()[:300]


def test_all_fonts_are_embedded_and_none_is_a_stranger():
    pdf = report_pdf(a_report(), Language.NL)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]

    assert fonts
    assert all("SourceSans3" in str(font.BaseFont) for font in fonts)
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_it_holds_nothing_that_acts_or_fetches():
    pdf = report_pdf(a_report(rules=(a_result(explanation='<a href="javascript:alert(1)">klik</a>'),)), Language.NL)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        names = {key for one in document.objects if isinstance(one, pikepdf.Dictionary) for key in one}

    assert names.isdisjoint({"/JS", "/JavaScript", "/Launch", "/URI", "/OpenAction", "/AA"})


def test_the_address_to_check_it_at_is_the_one_place_to_press():
    told = read_aloud(report_pdf(a_report(check_at=ADDRESS), Language.NL))

    [link] = told.all("Link")
    assert link.whole_text == ADDRESS
    assert link.pressed == 1
    assert check_address_in(report_pdf(a_report(check_at=ADDRESS), Language.NL)) == ADDRESS


def test_what_was_never_issued_gives_no_address():
    pdf = report_pdf(a_report(check_at=None), Language.NL)

    assert "gaat u na op" not in as_one(pdf)
    assert check_address_in(pdf) is None


def test_its_properties_say_what_it_is():
    pdf = PdfReader(io.BytesIO(report_pdf(a_report(), Language.EN)))

    assert pdf.metadata is not None
    assert pdf.metadata.title == "Compliance report Voorbeeld-Oost 2026 (rehearsal)"
    assert pdf.metadata.author == "Ketenspiegel"
    assert str(pdf.root_object["/Lang"]) == "en"


def test_the_outline_leads_to_every_part():
    reader = PdfReader(io.BytesIO(report_pdf(a_report(), Language.NL)))

    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]

    assert titles[0] == "Nalevingsrapport"
    assert {"Wagenpark", "Energie", "Klimaat", "Lucht", "Normen"} <= set(titles)
    assert titles[-1] == "Bijlage 3: Herkomst en controle"


def test_it_names_what_it_was_made_from():
    content = a_report()

    assert read_back(report_pdf(content, Language.NL)) == content.fingerprints
    assert "d" * 64 in without_spaces(as_one(report_pdf(content, Language.NL)))


def test_the_title_of_a_chart_is_its_finding():
    told = as_one(report_pdf(a_report(), Language.NL)).replace("\u00a0", " ")

    assert "85 % van de bussen rijdt zonder uitstoot (2025: 83,6 %); in 2030 moet dat 100 % zijn" in told
    assert "Per reizigerskilometer 13 gram CO2e, 13 % minder dan in 2025" in told


def test_what_was_established_stands_beside_what_was_calculated():
    departed = a_norm(established=established(Outcome.DOES_NOT_MEET, "De certificaten kwamen te laat."))

    told = as_one(report_pdf(a_report(edition=Edition.DECIDED, norms=(departed,), decision=a_decision()), Language.NL))

    assert "De berekening: Voldoet. De berekening klopt." in told
    assert "Vastgesteld: Voldoet niet. De certificaten kwamen te laat. (wijkt af van de berekening; P. Bakker" in told
    assert (
        "Besluit: Aanvaard met opmerkingen, P. Bakker, contractmanager, 12 juni 2027. Compleet en geloofwaardig."
        in told
    )


def test_a_total_stands_before_its_parts():
    parts_first = (an_indicator("FLT-01", 51, part="drivetrain=bev", unit="stuks"), *a_report().indicators)

    told = as_one(report_pdf(a_report(indicators=parts_first), Language.NL))

    assert told.index("FLT-01 stuks 60") < told.index("Batterij-elektrisch stuks 51")


def test_a_fictional_factor_set_says_so():
    told = as_one(report_pdf(a_report(), Language.NL))

    assert told.count("demo-2025 (fictief, alleen ter demonstratie)") == 4


def test_a_fictional_factor_set_of_the_earlier_year_says_so_beside_its_figures():
    content = a_report()
    swapped = a_report(factors=content.previous_factors, previous_factors=content.factors)

    told = as_one(report_pdf(swapped, Language.NL))

    assert told.count("2026: official-2024; 2025: demo-2025 (fictief, alleen ter demonstratie)") == 4


def test_energy_that_is_partly_unknown_is_not_told_as_zero():
    unknown = an_indicator("ENE-04", None, unit="kWh", notes=("Niet te beoordelen: rij 43.",))
    figures = tuple(unknown if known.indicator == "ENE-04" else known for known in a_report().indicators)

    told = as_one(report_pdf(a_report(indicators=figures), Language.NL))

    assert "De energie in voertuigen is niet te beoordelen" in told
    assert "0 TJ" not in told


def test_a_report_without_terms_earlier_years_or_figures_is_still_a_report():
    bare = a_report(
        norms=(),
        indicators=(),
        previous=(),
        previous_year=None,
        rules=(),
        not_assessed=(),
        rows={},
        factors=None,
        previous_factors=None,
    )

    told = as_one(report_pdf(bare, Language.EN))

    assert "The terms of the concession were not given." in told
    assert "No findings" in told


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(min_size=1, max_size=300).filter(lambda text: bool(text.strip())))
@example(text="<b>R&amp;D</b> & \"meer\" <a href='x'>&lt;")
@example(text="Žofia Çelik ≥ 80 % – ’t Harde")
@example(text="regel een\nregel twee\tkolom")
def test_any_text_in_is_the_same_text_out(text):
    content = a_report(indicators=(), rules=(a_result(explanation=text),))

    told = as_one(report_pdf(content, Language.NL))

    assert without_spaces(printable(text)) in without_spaces(told)


def test_a_sign_that_the_fonts_lack_is_told_by_its_number():
    assert printable("Bus 中 5 🚌") == "Bus [U+4E2D] 5 [U+1F68C]"
    assert printable("Žofia ≥ 80 %") == "Žofia ≥ 80 %"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(min_size=1, max_size=200))
def test_no_text_at_all_breaks_the_report(text):
    departed = a_norm(established=established(Outcome.MEETS, text))
    content = a_report(
        concession_name=text, holder=text, norms=(departed,), rules=(a_result(explanation=text),), indicators=()
    )

    assert report_pdf(content, Language.NL).startswith(b"%PDF-")


@pytest.mark.parametrize("text", ["W" * 2000, "&lt;<b>" * 285, "een lang verhaal " * 118, "abc\n" * 500])
def test_two_thousand_signs_fit_wherever_they_stand(text):
    everywhere = a_report(
        edition=Edition.DECIDED,
        holder=text,
        concession_name=text[:200],
        norms=(a_norm(established=established(Outcome.DOES_NOT_MEET, text), article=text),),
        rules=(a_result(explanation=text),),
        indicators=(an_indicator("FLT-02", None, notes=(text,)),),
        not_assessed=a_report().not_assessed[:1] * 2,
        decision=a_decision(text),
    )

    told = without_spaces(" ".join(pages(report_pdf(everywhere, Language.NL))))

    assert told.count(without_spaces(text)[:40]) >= 4


def test_a_note_of_an_indicator_is_text_and_no_markup():
    figure = an_indicator("AIR-01", 1, unit="kg", notes=("<b>R&D</b> & meer",))

    told = as_one(report_pdf(a_report(indicators=(figure,)), Language.NL))

    assert "<b>R&D</b> & meer" in told
