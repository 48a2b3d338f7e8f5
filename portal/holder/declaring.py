"""What a signatory declares, in five lines, and the gaps that the report itself declares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.holder.findings import not_assessed
from portal.holder.places import norm_name
from portal.language import in_language
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL
from schemas.judgement import Outcome, Status
from schemas.report.sheets import SHEETS
from schemas.state import VersionFacts
from schemas.store import Check, IndicatorValue, NormVerdict, declared_gaps


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One kind of what is missing and stays so: what, in a sentence, and each of it with where it leads."""

    text: str
    each: tuple[tuple[str, str], ...]


def declaration_lines(about: About) -> tuple[str, ...]:
    """The declaration, line by line, in the reader's language."""
    concession, year = about.concession.name, about.report.report_year
    return (
        _("Dit is het rapport van concessie %(name)s over %(year)s.", name=concession, year=year),
        _("De cijfers komen uit onze administratie en die van onze keten, en zijn naar ons beste weten juist."),
        _("Wat geschat is, staat als schatting in het rapport; wat ontbreekt, is niet ingevuld."),
        _("De toelichtingen bij de vragen zijn waar en volledig."),
        _("Het bewijs is bij ons bewaard en op verzoek in te zien."),
    )


def statement(about: About) -> str:
    """The declaration as it is kept with the signature: the very words that the signatory saw."""
    return "\n".join(declaration_lines(about))


def gaps(session: Session, about: About, version: VersionFacts, check: Check) -> list[Gap]:
    """What the report declares as missing: what cannot be judged, who refused, and which sheets were left empty."""
    page = url_for("holder.judgement_page", report=about.report.id, number=version.number)
    norms, figures, rules = (
        _norms(session, version.id),
        _figures(session, version.id),
        not_assessed(session, version.id),
    )
    missing, chain = (
        declared_gaps(session, [about.report.id])[about.report.id],
        url_for("chain.page", report=about.report.id),
    )
    empty = [model for model in SHEETS if not check.rows.get(model.sheet)]
    found = (
        (_norm_words(len(norms)), [(norm_name(one), f"{page}?waarom={one}#{one}") for one in norms]),
        (_figure_words(len(figures)), [(_figure(one), f"{page}?waarom={one}#waarom-{one}") for one in figures]),
        (_rule_words(len(rules)), [(f"{one.title}: {one.reason}", "") for one in rules]),
        (_missing_words(len(missing)), [(f"{one.supplier_name}: {one.reason}", chain) for one in missing]),
        (_refusal_words(len(check.refused_suppliers)), [(name, "") for name in check.refused_suppliers]),
        (_sheet_words(len(empty)), [(in_language(model.label), "") for model in empty]),
    )
    return [Gap(text=text, each=tuple(each)) for text, each in found if each]


def _norms(session: Session, version: UUID) -> Sequence[str]:
    query = select(NormVerdict.norm).where(
        NormVerdict.version == version, NormVerdict.verdict == Outcome.NOT_ASSESSABLE
    )
    return session.scalars(query.order_by(NormVerdict.norm)).all()


def _figures(session: Session, version: UUID) -> Sequence[str]:
    query = select(IndicatorValue.indicator).where(
        IndicatorValue.version == version,
        IndicatorValue.part == TOTAL,
        IndicatorValue.status == Status.NOT_ASSESSABLE,
    )
    return session.scalars(query.order_by(IndicatorValue.indicator)).all()


def _figure(indicator: str) -> str:
    return in_language(INDICATOR[indicator].name) if indicator in INDICATOR else indicator


def _norm_words(number: int) -> str:
    return str(ngettext("%(num)s norm is niet te beoordelen", "%(num)s normen zijn niet te beoordelen", number))


def _figure_words(number: int) -> str:
    return str(ngettext("%(num)s cijfer is niet te berekenen", "%(num)s cijfers zijn niet te berekenen", number))


def _rule_words(number: int) -> str:
    return str(ngettext("%(num)s regel is niet beoordeeld", "%(num)s regels zijn niet beoordeeld", number))


def _missing_words(number: int) -> str:
    return str(
        ngettext(
            "%(num)s leverancier ontbreekt, en dat verklaart u",
            "%(num)s leveranciers ontbreken, en dat verklaart u",
            number,
        )
    )


def _refusal_words(number: int) -> str:
    return str(
        ngettext("%(num)s leverancier weigerde te antwoorden", "%(num)s leveranciers weigerden te antwoorden", number)
    )


def _sheet_words(number: int) -> str:
    return str(ngettext("%(num)s blad is leeg gelaten", "%(num)s bladen zijn leeg gelaten", number))
