"""Terms as people read them: norms with article, validity and threshold per year; everything else as the model has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from pydantic import BaseModel

from portal.filters import code_label, date_long, day_of_year, number
from portal.holder.verdicts import said
from portal.language import in_language
from schemas.norms import NORM
from schemas.report.code_lists import CODE_LISTS
from schemas.terms import NormTerms, Terms
from schemas.texts import Bilingual

# These stand on the page of the concession, in its calendar or in the table of norms.
ELSEWHERE: Final = frozenset(
    {
        "concession_id",
        "name",
        "authorities",
        "lead_authority",
        "holder_kvk",
        "starts",
        "ends",
        "calendar",
        "norms",
        "reminders",
    }
)
WORDS: Final[Mapping[str, LazyString]] = {
    "asks_sick_leave": lazy_gettext("Vraagt naar verzuim"),
    "statutory_hourly_wage_eur": lazy_gettext("Wettelijk minimumuurloon (EUR)"),
    "building_blocks_eur": lazy_gettext("Bouwblokken voor social return (EUR)"),
    "per_person_year": lazy_gettext("Per persoon per jaar"),
    "per_hour": lazy_gettext("Per uur"),
    "full_year_hours": lazy_gettext("Uren in een vol jaar"),
    "environmental_scores": lazy_gettext("Milieuscores"),
    "exemptions": lazy_gettext("Vrijstellingen"),
    "shortfalls": lazy_gettext("Bij een tekort"),
    "consequences": lazy_gettext("Gevolgen"),
    "warning_days": lazy_gettext("Dagen voor een waarschuwing"),
    "plan_days": lazy_gettext("Dagen voor een verbeterplan"),
    "view_days": lazy_gettext("Dagen voor een zienswijze"),
    "objection_days": lazy_gettext("Dagen voor bezwaar"),
    "appeal_days": lazy_gettext("Dagen voor beroep"),
    "redress": lazy_gettext("Bezwaar"),
    "most_eur": lazy_gettext("Hoogstens (EUR)"),
    "hears_before_sending_back": lazy_gettext("Hoort de houder voor terugsturen"),
    "tells_plan_before_handing_in": lazy_gettext("Vertelt het verbeterplan voor het indienen"),
    "publication_view_days": lazy_gettext("Dagen voor een zienswijze op openbaar maken"),
    "norm": lazy_gettext("Norm"),
    "article": lazy_gettext("Artikel"),
    "code": lazy_gettext("Code"),
    "name": lazy_gettext("Naam"),
    "from_": lazy_gettext("Vanaf"),
    "to": lazy_gettext("Tot en met"),
    "decision": lazy_gettext("Besluit"),
    "reason": lazy_gettext("Reden"),
    "value": lazy_gettext("Waarde"),
}


@dataclass(frozen=True, kw_only=True)
class NormShown:
    """One norm as it is asked."""

    norm: str
    name: str
    article: str
    holds: str
    path: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TableShown:
    """A part of the terms as a table: its title, headings and rows."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def norms_shown(terms: Terms) -> list[NormShown]:
    """The norms in the order of the contract."""
    places = {norm: place for place, norm in enumerate(NORM)}
    return [_norm(one) for one in sorted(terms.norms, key=lambda one: (places[one.norm], one.first_year))]


def tables_shown(terms: Terms) -> list[TableShown]:
    """Every other part of the terms; a part that the model gets later stands here by itself."""
    return [table for table in _tables(terms, "", ELSEWHERE) if table.rows]


def path_on_the_form(asked: NormTerms) -> str:
    """The path of a norm as lines of a year and a value."""
    return "\n".join(f"{year}: {value}" for year, value in sorted(asked.path.items()))


def _norm(asked: NormTerms) -> NormShown:
    known = NORM[asked.norm]
    until = str(asked.last_year) if asked.last_year else _("einde concessie")
    name = in_language(known.name)
    return NormShown(
        norm=asked.norm,
        name=f"{name} ({asked.part})" if asked.part else name,
        article=asked.article,
        holds=_("%(first)s t/m %(last)s", first=asked.first_year, last=until),
        path=tuple(
            _("vanaf %(year)s: %(value)s", year=year, value=day_of_year(said(str(value), known.unit)))
            for year, value in sorted(asked.path.items())
        ),
    )


def _tables(model: BaseModel, title: str, passed_over: frozenset[str] = frozenset()) -> Iterator[TableShown]:
    """Plain values of a model as one table, and a table of its own for each list and each table of values."""
    plain = []
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name in passed_over or value is None:
            continue
        if isinstance(value, Bilingual) or not isinstance(value, BaseModel | tuple | dict):
            plain.append((_word(name), _shown(value)))
        else:
            yield from _nested(name, value, title)
    if plain:
        yield TableShown(
            name=type(model).__name__, title=title or _("Overig"), columns=(_("Wat"), _("Waarde")), rows=tuple(plain)
        )


def _nested(name: str, value: object, title: str) -> Iterator[TableShown]:
    told = f"{title}: {_word(name)}" if title else _word(name)
    if isinstance(value, BaseModel):
        yield from _tables(value, told)
    elif isinstance(value, dict):
        coded = tuple((_code(str(key)), _shown(one)) for key, one in value.items())
        yield TableShown(name=name, title=told, columns=(_("Code"), _("Waarde")), rows=coded)
    elif isinstance(value, tuple) and value:
        fields = tuple(type(value[0]).model_fields)
        rows = tuple(tuple(_shown(getattr(one, field)) for field in fields) for one in value)
        yield TableShown(name=name, title=told, columns=tuple(map(_word, fields)), rows=rows)


def _word(name: str) -> str:
    return str(WORDS.get(name, name))


def _code(code: str) -> str:
    known = {str(member) for member in CODE_LISTS["building_block"]}
    return code_label(code, "building_block") if code in known else code


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(_("ja") if value else _("nee"))
    if isinstance(value, Bilingual):
        return in_language(value)
    if isinstance(value, Decimal | int):
        return number(value)
    if isinstance(value, date):
        return date_long(value)
    return in_language(NORM[value].name) if isinstance(value, str) and value in NORM else str(value or "–")
