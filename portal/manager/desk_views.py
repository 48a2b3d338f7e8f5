"""The desk: what is mine to do, oldest first, and then every concession of the province, filtered and sorted as asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.audit import Action, noted
from portal.manager.blueprint import READERS, manager
from portal.manager.desk_filter import ALL_YEARS, DOWN, LATE, MINE, Found, SortBy, Wanted, shown, wanted
from portal.manager.desk_lines import Line, desk_lines
from portal.manager.desk_list import STAND_WORDS, as_csv, as_json
from portal.manager.desk_scope import desk_scope
from portal.reminders.alarms import unheard_in
from portal.shortfalls.waiting import cases_waiting_for
from portal.strips import strip_drawn
from portal.tenancy import led_by
from portal.visitor import me
from schemas.clock import today
from schemas.store import reading, sessions

ON_A_PAGE: Final = 40
AT_ONCE: Final = 6
FILE_NAME: Final = "concessies"


@manager.get("/bureau")
@for_role(*READERS)
def desk() -> ResponseReturnValue:
    with reading() as session:
        led = led_by(session, me())
        lines, years = _looked_at(session, led)
        cases = cases_waiting_for(session, me(), [line.about for line in lines])
        unheard = unheard_in(session, led)
    asked = wanted(request.args, lines, years)
    found = shown(lines, asked)
    pages = max(1, -(-len(found) // ON_A_PAGE))
    page = _page(pages)
    return render_template(
        "manager/desk.html",
        mine=_mine(lines),
        cases=cases,
        unheard=unheard,
        lines=found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE],
        found=len(found),
        concessions=sum(line.newest for line in lines),
        page=page,
        pages=pages,
        asked=asked,
        choices=_choices(lines, years),
        stand_words=STAND_WORDS,
        strip_drawn=strip_drawn,
        AT_ONCE=AT_ONCE,
        Found=Found,
        SortBy=SortBy,
        MINE=MINE,
        LATE=LATE,
        DOWN=DOWN,
        ALL_YEARS=ALL_YEARS,
        to=_to,
        page_url=lambda number: _to(asked, number),
        query=urlencode(asked.address),
    )


@manager.get("/bureau/concessies.csv")
@for_role(*READERS)
def desk_as_csv() -> ResponseReturnValue:
    return _taken_away(as_csv(_listed("csv")), kind="csv", media_type="text/csv")


@manager.get("/bureau/concessies.json")
@for_role(*READERS)
def desk_as_json() -> ResponseReturnValue:
    return _taken_away(as_json(_listed("json")), kind="json", media_type="application/json")


def _listed(kind: str) -> list[Line]:
    """What the filter shows, and a note that it was taken away."""
    with sessions().begin() as session:
        lines, years = _looked_at(session, led_by(session, me()))
        noted(session, Action.DOWNLOADED, f"desk/{kind}")
    return shown(lines, wanted(request.args, lines, years))


def _looked_at(session: Session, led: frozenset[UUID]) -> tuple[list[Line], list[int]]:
    """The lines of all years only when a year is asked for, and the years that can be."""
    scope = desk_scope(session, me(), every_year="jaar" in request.args)
    return desk_lines(session, me(), scope, led), scope.years


def _taken_away(body: Iterator[str], *, kind: str, media_type: str) -> ResponseReturnValue:
    name = f"{FILE_NAME}-{today().isoformat()}.{kind}"
    answer = Response("".join(body), mimetype=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _mine(lines: Sequence[Line]) -> list[Line]:
    """What waits for this reader, the oldest term first."""
    return sorted((line for line in lines if line.mine), key=lambda line: line.about.state.by or date.max)


def _choices(lines: Sequence[Line], years: Sequence[int]) -> dict[str, list[str]]:
    """What can be chosen of what differs per desk."""
    return {
        "years": [str(year) for year in years],
        "provinces": sorted({name for line in lines for name in line.provinces}),
    }


def _page(pages: int) -> int:
    asked = request.args.get("bladzijde", "")
    return min(pages, max(1, int(asked))) if asked.isdecimal() else 1


def _to(asked: Wanted, page: int = 1) -> str:
    """The address of the desk as it is asked for."""
    query = urlencode(asked.address | ({"bladzijde": str(page)} if page > 1 else {}))
    return f"{url_for('.desk')}?{query}#alle"
