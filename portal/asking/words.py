"""What the pages of asking call things: where an ask stands, on which ground a question is put, what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from portal.asking.firms import Firm
from portal.language import in_language
from schemas.asking import AskStand
from schemas.questions import AskedAs, Question, asked_as
from schemas.words import AnswerKind

NOT_ASKED: Final = lazy_gettext("nog niet gevraagd")
STAND_WORDS: Final[Mapping[AskStand, LazyString]] = {
    AskStand.ASKED: lazy_gettext("gevraagd"),
    AskStand.OPENED: lazy_gettext("geopend"),
    AskStand.ANSWERED: lazy_gettext("beantwoord"),
    AskStand.REFUSED: lazy_gettext("alles geweigerd"),
    AskStand.WRONG_PERSON: lazy_gettext("verkeerde persoon"),
    AskStand.BOUNCED: lazy_gettext("mail kwam niet aan"),
    AskStand.EXPIRED: lazy_gettext("link verlopen"),
    AskStand.REVOKED: lazy_gettext("ingetrokken"),
}
STAND_TONES: Final[Mapping[AskStand, str]] = {
    AskStand.ANSWERED: "meets",
    AskStand.REFUSED: "not_assessable",
    AskStand.WRONG_PERSON: "attention",
    AskStand.BOUNCED: "attention",
    AskStand.EXPIRED: "attention",
    AskStand.REVOKED: "not_assessable",
}
ANSWER_WORDS: Final[Mapping[AnswerKind, LazyString]] = {
    AnswerKind.GIVEN: lazy_gettext("beantwoord"),
    AnswerKind.UNKNOWN: lazy_gettext("weet het niet"),
    AnswerKind.ASKED_ON: lazy_gettext("doorgevraagd aan een leverancier"),
    AnswerKind.REFUSED: lazy_gettext("geweigerd"),
    AnswerKind.ALREADY_SENT: lazy_gettext("al aan u gestuurd"),
    AnswerKind.WRONG_PERSON: lazy_gettext("verkeerde persoon"),
}


def stand_word(firm: Firm) -> str:
    """Where a firm stands, in a few words; lateness goes before being asked."""
    if firm.stand is None:
        return str(NOT_ASKED)
    word = str(STAND_WORDS[firm.stand])
    return str(_("%(stand)s, te laat", stand=word)) if firm.late and not firm.stuck else word


def stand_tone(firm: Firm) -> str:
    """The tone of where a firm stands."""
    if firm.stand is None:
        return "not_assessable"
    return "attention" if firm.late else STAND_TONES.get(firm.stand, "info")


def role_word(firm: Firm) -> str:
    """*K1 Onderaannemer vervoer*."""
    return in_language(firm.role.label)


def standing_words(question: Question, employees: int | None) -> str:
    """How a question is put to one firm: the ground, its place under the cap, and whether it may be refused."""
    return " · ".join(
        [_ground(asked_as(question, employees)), _cap(question), _refusing(question, asked_as(question, employees))]
    )


def standing_for(question: Question, firms: Sequence[Firm]) -> str:
    """The same for some firms at once; where they differ, it says for whom."""
    ways = {firm.name: asked_as(question, firm.employees) for firm in firms}
    if len(set(ways.values())) <= 1:
        return standing_words(question, firms[0].employees if firms else None)
    free = ", ".join(name for name, way in ways.items() if way.may_refuse)
    ground = in_language(question.ground.label)
    return str(_("%(ground)s · %(cap)s · vrijwillig voor %(names)s", ground=ground, cap=_cap(question), names=free))


def _ground(way: AskedAs) -> str:
    return in_language(way.ground.label)


def _cap(question: Question) -> str:
    if question.inside_cap and question.vsme:
        return str(_("binnen de grens van (EU) 2026/1560 (VSME %(datapoint)s)", datapoint=question.vsme.datapoint))
    if question.comprehensive and question.vsme:
        datapoint = question.vsme.datapoint
        return str(
            _("binnen de grens van (EU) 2026/1560 bij meer dan 10 werknemers (VSME %(datapoint)s)", datapoint=datapoint)
        )
    return str(_("buiten de grens van (EU) 2026/1560"))


def _refusing(question: Question, way: AskedAs) -> str:
    if way.capped and question.comprehensive:
        return str(_("mag worden geweigerd: het bedrijf heeft ten hoogste 10 werknemers, of het aantal is niet bekend"))
    if way.capped:
        return str(_("mag worden geweigerd: het bedrijf heeft ten hoogste 1.000 werknemers"))
    return str(_("mag worden geweigerd")) if way.may_refuse else str(_("moet worden beantwoord"))
