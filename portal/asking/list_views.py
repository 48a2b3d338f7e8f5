"""The suppliers of a report: who was asked, who answered, and choosing whom to ask."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.asking.asking_page import may_ask_for
from portal.asking.blueprint import asking
from portal.asking.firms import Firm, firms_of
from portal.asking.words import role_word, stand_tone, stand_word
from portal.chain.asked import waiting_for
from portal.holder.about import About, about
from portal.holder.blueprint import READERS
from portal.language import in_language
from portal.visitor import me
from schemas.asking import AskStand
from schemas.clock import today
from schemas.report.code_lists import ChainRole
from schemas.store import reading


@asking.get("/rapportages/<uuid:report>/uitvraag")
@for_role(*READERS)
def list_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        return render_template("asking/list.html", about=known, **_shown(session, known))


def _shown(session: Session, known: About) -> dict[str, Any]:
    firms = firms_of(session, known.report, today())
    role, tier = request.args.get("schakel", ""), request.args.get("niveau", "")
    asked = [firm for firm in firms or () if firm.ask and firm.stand is not AskStand.REVOKED]
    waiting = waiting_for(session, [known.report.id]).get(known.report.id)
    return {
        "read": firms is not None,
        "firms": [firm for firm in firms or () if _fits(firm, role, tier)],
        "number": len(firms or ()),
        "asked": waiting.asked if waiting else 0,
        "waiting": waiting.suppliers if waiting else 0,
        "stuck": [firm for firm in asked if firm.stuck],
        "role": role,
        "tier": tier,
        "roles": _roles(firms or ()),
        "tiers": [(str(one), str(_("niveau %(tier)s", tier=one))) for one in sorted({one.tier for one in firms or ()})],
        "role_word": role_word,
        "stand_word": stand_word,
        "stand_tone": stand_tone,
        "may_ask": may_ask_for(session, known),
    }


def _fits(firm: Firm, role: str, tier: str) -> bool:
    return role in ("", firm.role.value) and tier in ("", str(firm.tier))


def _roles(firms: tuple[Firm, ...]) -> list[tuple[str, str]]:
    there = {firm.role for firm in firms}
    return [(role.value, in_language(role.label)) for role in ChainRole if role in there]
