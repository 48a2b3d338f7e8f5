"""What a signatory declares, in five lines, and the gaps that the report itself declares."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.holder.about import About
from schemas.judgement import Outcome, Status
from schemas.store import IndicatorValue, NormVerdict, NotAssessed


@dataclass(frozen=True, kw_only=True)
class Gaps:
    """What cannot be judged: norms, figures and rules, by number."""

    norms: int
    figures: int
    rules: int

    @property
    def words(self) -> str:
        """*1 norm, 8 cijfers en 5 regels*; empty where nothing is missing."""
        told = (
            ngettext("%(num)s norm", "%(num)s normen", self.norms) if self.norms else "",
            ngettext("%(num)s cijfer", "%(num)s cijfers", self.figures) if self.figures else "",
            ngettext("%(num)s regel", "%(num)s regels", self.rules) if self.rules else "",
        )
        *first, last = [one for one in told if one] or [""]
        return str(_("%(wrong)s en %(asked)s", wrong=", ".join(first), asked=last)) if first else last


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


def gaps(session: Session, version: UUID) -> Gaps:
    """How many norms, figures and rules of a version cannot be judged."""
    norms = select(func.count()).where(NormVerdict.version == version, NormVerdict.verdict == Outcome.NOT_ASSESSABLE)
    figures = select(func.count()).where(
        IndicatorValue.version == version,
        IndicatorValue.part == "total",
        IndicatorValue.status == Status.NOT_ASSESSABLE,
    )
    rules = select(func.count(NotAssessed.rule.distinct())).where(NotAssessed.version == version)
    return Gaps(
        norms=session.scalar(norms) or 0, figures=session.scalar(figures) or 0, rules=session.scalar(rules) or 0
    )
