"""Where in a report a conversation is: the place in words, and the address at which each side sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from portal.holder.indicators import part_label
from portal.holder.labels import sheet_label
from portal.language import in_language
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL
from schemas.norms import NORM
from schemas.store import Conversation, Finding
from schemas.words import Subject

PANE: Final = "gekozen"


def in_words(about: Conversation, finding: Finding | None, titles: Mapping[str, str]) -> str:
    """*Norm: kilometers zero-emissie*, *Cijfer: …*, *Bevinding ENE-003, blad Energie, rij 312*."""
    if about.subject is Subject.NORM:
        return str(_("Norm: %(name)s", name=norm_name(about.code)))
    if about.subject is Subject.FIGURE:
        return str(_("Cijfer: %(name)s", name=_figure(about.code, about.part)))
    if about.subject is Subject.FINDING:
        return finding_in_words(about.code, finding, titles)
    return str(_("Het hele rapport"))


def finding_in_words(rule: str, finding: Finding | None, titles: Mapping[str, str]) -> str:
    """*Bevinding ENE-003, blad Energie, rij 312*; without one finding, what the rule asks."""
    if finding:
        sheet, row = sheet_label(finding.sheet), finding.row or "–"
        return str(_("Bevinding %(rule)s, blad %(sheet)s, rij %(row)s", rule=rule, sheet=sheet, row=row))
    title = titles.get(rule, "")
    if title:
        return str(_("Bevinding %(rule)s: %(title)s", rule=rule, title=title))
    return str(_("Bevinding %(rule)s", rule=rule))


def norm_name(norm: str) -> str:
    """A norm by its name."""
    return in_language(NORM[norm].name) if norm in NORM else norm


def for_authority(report: UUID, about: Conversation) -> str:
    """Where a manager sees the place."""
    if about.subject is Subject.NORM:
        return url_for("manager.report_page", report=report, norm=about.code, _anchor=PANE)
    if about.subject is Subject.FIGURE:
        deel = None if about.part == TOTAL else about.part
        return url_for(
            "manager.report_page", report=report, waarom=about.code, deel=deel, _anchor=f"waarom-{about.code}"
        )
    if about.subject is Subject.FINDING:
        return url_for("manager.report_page", report=report, regel=about.code, _anchor=about.code)
    return url_for("manager.report_page", report=report)


def for_holder(report: UUID, about: Conversation, number: int | None) -> str:
    """Where the holder's people see the place, in the version that the question was about."""
    if number is None or about.subject is Subject.REPORT:
        return url_for("holder.report_page", report=report)
    if about.subject is Subject.FINDING:
        return url_for("holder.check_page", report=report, number=number, regel=about.code, _anchor=about.code)
    figure = about.subject is Subject.FIGURE
    deel = about.part if figure and about.part != TOTAL else None
    anchor = f"waarom-{about.code}" if figure else about.code
    return url_for("holder.judgement_page", report=report, number=number, waarom=about.code, deel=deel, _anchor=anchor)


def _figure(indicator: str, part: str) -> str:
    known = INDICATOR.get(indicator)
    name = in_language(known.name) if known else indicator
    return name if part == TOTAL else f"{name}, {part_label(part)}"
