"""The parts of the pages keep their promises: no inline style or script, text escaped, never colour alone."""

import re
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask_babel import Babel, lazy_gettext

import portal
from portal import charts
from portal.filters import add_filters

LAYOUT = Path(portal.__file__).parent / "templates" / "_layout"
SCRIPTS = Path(portal.__file__).parent / "static" / "js"
IMPORTS = "".join(
    f'{{% import "_layout/{name}.html" as {short} %}}'
    for name, short in (("parts", "p"), ("forms", "f"), ("charts", "c"))
)


@pytest.fixture(scope="module")
def app() -> Flask:
    app = Flask("layout", template_folder=str(LAYOUT.parent))
    Babel(app, default_locale="nl")
    add_filters(app)
    return app


def drawn(app: Flask, source: str, **values: object) -> str:
    with app.test_request_context():
        return render_template_string(IMPORTS + source, **values)


@pytest.mark.parametrize("template", sorted(LAYOUT.glob("*.html")), ids=lambda path: path.name)
def test_no_part_needs_an_exception_to_the_content_security_policy(template: Path):
    markup = re.sub(r"{#.*?#}", "", template.read_text(), flags=re.DOTALL)

    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:|<style|\|\s*safe", markup)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", markup))


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.js")), ids=lambda path: path.name)
def test_no_script_writes_markup_or_style_from_text(script: Path):
    assert not re.search(r"\.innerHTML\s*=|insertAdjacentHTML|document\.write|eval\(|\.style\b", script.read_text())


@pytest.mark.parametrize("tone", ["meets", "does_not_meet", "not_assessable", "attention"])
def test_a_verdict_has_a_shape_and_a_word(app: Flask, tone: str):
    html = drawn(app, "{{ p.verdict(tone) }}", tone=tone)

    assert "<svg" in html
    assert re.sub(r"<[^>]*>", "", html).strip()


def test_what_a_user_wrote_is_shown_as_text(app: Flask):
    evil = '"><script>alert(1)</script>'
    source = """{{ p.table('t', evil, [evil, (evil, 'num')], [[evil, evil]]) }}{{ f.field('n', evil, evil, hint=evil, errors={'n': [evil]}) }}
    {{ f.textarea('u', evil, evil) }}{{ p.timeline([{'when': evil, 'who': evil, 'text': evil, 'said': evil}]) }}{{ p.wrong(evil) }}
    {{ f.error_summary({'n': [evil]}) }}{{ c.bar_chart('b', evil, bars, evil, evil) }}{{ p.verdict_strip([(evil, 'meets')]) }}"""

    html = drawn(app, source, evil=evil, bars=charts.bars([charts.Amount("bev", evil, charts.FULL, evil)]))

    assert "<script" not in html
    assert evil not in html


def test_a_refused_field_says_so_to_those_who_do_not_see_it(app: Flask):
    html = drawn(app, "{{ f.field('email', 'E-mail', hint='Uw werkadres', errors={'email': ['Vul een adres in.']}) }}")

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="email-hint email-error"' in html
    assert 'id="email-error"' in html


def test_a_password_is_never_sent_back(app: Flask):
    assert "geheim" not in drawn(app, "{{ f.field('w', 'Wachtwoord', 'geheim', type='password') }}")


def test_counts_are_said_in_words(app: Flask):
    html = drawn(app, "{{ p.counts(1, 12, 0) }}")

    assert re.findall(r"\d+ [a-z]+", re.sub(r"<[^>]*>", " ", html)) == ["1 fout", "12 vragen", "0 mededelingen"]


def test_two_forms_may_ask_for_the_same_name(app: Flask):
    html = drawn(
        app,
        "{% for rule in ('a', 'b') %}{{ f.textarea('why', 'Toelichting', hint='Kort', errors={'why': ['Leeg']}, id='why-' ~ rule) }}{% endfor %}",
    )

    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 6
    assert html.count('name="why"') == 2


def test_nested_errors_are_told_in_full(app: Flask):
    html = drawn(app, "{{ f.error_summary({'norms': {0: {'reason': ['Geef een reden.']}, 1: ['Kies.']}}) }}")

    assert "Geef een reden. Kies." in html


def test_an_error_in_the_language_of_the_reader_is_told_as_one_text(app: Flask):
    html = drawn(app, "{{ f.error_summary({'a': text, 'b': [text]}) }}", text=lazy_gettext("Vul een jaar in."))

    assert html.count("Vul een jaar in.") == 2
