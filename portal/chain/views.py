"""The page of the chain of a report year, for its holder and its provinces: map, gaps, coverage, table, and last year's chain."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.audit import Action, noted
from portal.chain.asked import waiting_for
from portal.chain.blueprint import chain
from portal.chain.choosing import PER_PAGE, Chosen, chosen
from portal.chain.coverage import coverage_by_role, coverage_by_tier
from portal.chain.drawing import BAND, HEIGHT, WIDTH, chain_map
from portal.chain.firms import Coverage, Firm, Stand
from portal.chain.gaps import gaps_of
from portal.chain.known import KnownChain, known_chain
from portal.chain.listing import as_csv
from portal.chain.words import coverage_word, link_word, role_word, stand_word
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.blueprint import WRITERS
from portal.own_sheets import open_sheets, refuse_other_sheet
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, own_report
from portal.use_cases.drafts import CHAIN
from portal.use_cases.filling_in import carry_over_chain
from portal.visitor import me
from schemas.report.code_lists import ChainRole
from schemas.report.sheet_text import most_rows
from schemas.store import declared_gaps, reading, sessions
from schemas.web.holder import NothingSchema

SHAPES: Final = {"box": (WIDTH, HEIGHT), "band": BAND}


@chain.get("/rapportages/<uuid:report>/keten")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        found = known_chain(session, me(), known)
        return render_template(
            "chain/page.html",
            about=known,
            chain=found,
            drawn=chain_map(found.firms),
            gaps=gaps_of(found.firms, found.seen),
            by_role=coverage_by_role(found.firms),
            by_tier=coverage_by_tier(found.firms),
            waiting=waiting_for(session, [report]).get(report),
            declared=declared_gaps(session, [report])[report],
            **_table(report, found),
            **_may(session, known, found),
            **_words(),
        )


@chain.get("/rapportages/<uuid:report>/keten.csv")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def as_file(report: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        known = about(session, me(), report)
        firms = known_chain(session, me(), known).firms
        noted(session, Action.DOWNLOADED, f"report/{report}/chain")
    body = "".join(as_csv(chosen(request.args).of(firms), _names(firms)))
    answer = Response(body, mimetype="text/csv")
    name = f"keten-{known.concession.code.lower()}-{known.report.report_year}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@chain.post("/rapportages/<uuid:report>/keten/overnemen")
@for_role(*WRITERS)
@shown_on("chain.page")
def carry_over(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report)
        refuse_other_sheet(session, me(), own, CHAIN)
        came = carry_over_chain(session, own.id, by=me().id)
    flash(
        ngettext(
            "%(num)s leverancier van vorig jaar is overgenomen. Kijk na of hij nog klopt.",
            "%(num)s leveranciers van vorig jaar zijn overgenomen. Kijk na of zij nog kloppen.",
            came,
        ),
        "meets",
    )
    return redirect(url_for(".page", report=report), 303)


def _table(report: UUID, found: KnownChain) -> dict[str, Any]:
    """The firms that were asked for, a page at a time."""
    asked = chosen(request.args)
    shown = asked.of(found.firms)
    pages = max(1, -(-len(shown) // PER_PAGE))
    number = min(max(request.args.get("bladzijde", 1, type=int), 1), pages)
    return {
        "asked": asked,
        "found": len(shown),
        "rows": shown[(number - 1) * PER_PAGE : number * PER_PAGE],
        "page_number": number,
        "pages": pages,
        "page_url": lambda other: _to(report, asked, bladzijde=str(other)),
        "names": _names(found.firms),
        "roles": [(role.value, role_word(role)) for role in ChainRole if any(f.role is role for f in found.firms)],
        "tiers": sorted({firm.tier for firm in found.firms}),
    }


def _to(report: UUID, asked: Chosen, **more: str) -> str:
    asks: dict[str, Any] = asked.address | more
    return url_for("chain.page", report=report, **asks) + "#leveranciers"


def _may(session: Session, known: About, found: KnownChain) -> dict[str, bool]:
    """What this reader may do here."""
    writes = found.draft is not None and me().has(*WRITERS) and known.state.may_upload
    opened = writes and CHAIN in open_sheets(session, me(), known.report)
    return {
        "may_change": opened,
        "by_form": opened and len(found.firms) <= most_rows(CHAIN),
        "may_carry_over": opened and found.read and not found.firms and found.last_year > 0,
    }


def _words() -> dict[str, Any]:
    return {
        "stands": tuple(Stand),
        "coverages": tuple(Coverage),
        "stand_word": stand_word,
        "coverage_word": coverage_word,
        "role_word": role_word,
        "link_word": link_word,
        "shapes": SHAPES,
    }


def _names(firms: tuple[Firm, ...]) -> dict[str, str]:
    return {firm.number: firm.name for firm in firms}
