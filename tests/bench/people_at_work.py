"""Fifty people at work in a whole country: each follows the links that the pages offer, and thinks in between.

``python -m tests.bench.people_at_work LOG`` has them at work on the demo as it is, makes a country of it, and has them at
work again, twice.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import click
from sqlalchemy import select, text
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from deploy.demo.load import LAST_YEAR
from deploy.demo.reports import VB_OOST
from portal.app import create_app
from portal.visitor import begin_session, cookie_name
from schemas.clock import now
from schemas.settings import settings
from schemas.store import Concession, Person, Report, reading, sessions
from tests.country import a_country

LINK: Final = re.compile(r'<a [^>]*href="(/[^"#]*)')
THINKS_SECONDS: Final = (2.0, 8.0)
NO_PAGES: Final = frozenset({"static", "site.healthy"})
SEED: Final = 20_270_501
PEOPLE, SECONDS, SLOWEST = 50, 60.0, 6
CONCESSIONS, YEARS = 40, range(2019, 2027)


@dataclass(frozen=True)
class Opened:
    """One page that somebody opened: which kind, and how long the server took."""

    endpoint: str
    path: str
    status: int
    seconds: float
    size: int


def at_work(address: str, people: Sequence[UUID], *, seconds: float, seed: int = SEED) -> list[Opened]:
    """What these people opened on a running portal, all at the same time; one who stands twice has two browsers."""
    app = create_app(settings())
    routes = app.url_map.bind("")
    with app.test_request_context(), sessions().begin() as session:
        cookies = [f"{cookie_name(settings())}={begin_session(session, person)}" for person in people]
    until = time.monotonic() + seconds
    walks = [_Walk(address, cookie, routes, random.Random(seed + number)) for number, cookie in enumerate(cookies)]
    threads = [threading.Thread(target=walk.until, args=(until,)) for walk in walks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for walk in walks for one in walk.opened]


class _Walk:
    """One person with one browser."""

    def __init__(self, address: str, cookie: str, routes: MapAdapter, chance: random.Random) -> None:
        self._host, self._cookie, self._routes, self._chance = urlsplit(address).netloc, cookie, routes, chance
        self.opened: list[Opened] = []

    def until(self, moment: float) -> None:
        """Open page after page; from one without links go on at the start."""
        time.sleep(self._chance.uniform(0, THINKS_SECONDS[1]))
        page = "/"
        while time.monotonic() < moment:
            links = self._open(page)
            page = self._chance.choice(links) if links else "/"
            time.sleep(self._chance.uniform(*THINKS_SECONDS))

    def _open(self, page: str) -> list[str]:
        # The server ends a connection on which nothing comes for two seconds, and people think longer.
        connection = http.client.HTTPConnection(self._host, timeout=60)
        start = time.perf_counter()
        connection.request("GET", page, headers={"Cookie": self._cookie, "Accept": "text/html"})
        answer = connection.getresponse()
        text = answer.read()
        taken = time.perf_counter() - start
        connection.close()
        self.opened.append(Opened(self._endpoint(page), page, answer.status, taken, len(text)))
        if answer.status in {301, 302, 303}:
            return [answer.headers["Location"]]
        return sorted({link for link in LINK.findall(text.decode()) if self._is_page(link)})

    def _is_page(self, link: str) -> bool:
        endpoint = self._endpoint(link)
        return endpoint not in NO_PAGES and not endpoint.startswith("downloads.")

    def _endpoint(self, page: str) -> str:
        try:
            return str(self._routes.match(urlsplit(page).path, method="GET")[0])
        except HTTPException:
            return "elsewhere"


def on_the_server(log: Path, since: datetime) -> list[float]:
    """How long the portal itself says that it took for each page since a moment, in seconds; not what a page is made of."""
    lines = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if "milliseconds" in line)
    pages = (one for one in lines if one["method"] == "GET" and not str(one["route"]).startswith("/static"))
    return [one["milliseconds"] / 1000 for one in pages if datetime.fromisoformat(one["at"]) >= since]


def told(opened: Iterable[Opened]) -> list[str]:
    """The figures of all pages, and the ten kinds that take longest."""
    pages = [one for one in opened if one.endpoint != "elsewhere"]
    by_kind = defaultdict(list)
    for one in pages:
        by_kind[one.endpoint].append(one)
    failed = sum(one.status >= 500 for one in pages)
    slow = sorted(by_kind.items(), key=lambda kind: -_at(kind[1], 95))
    return [
        f"{'all pages':<34}{_figures(pages)}, {failed} failed",
        *(f"{endpoint:<34}{_figures(of)}" for endpoint, of in slow[:SLOWEST]),
    ]


def _figures(pages: Sequence[Opened]) -> str:
    return _spread([one.seconds for one in pages])


def _spread(seconds: Sequence[float]) -> str:
    middle, most, top = (_of(seconds, percentile) for percentile in (50, 95, 100))
    return f"{len(seconds):>6,} times, median {middle:>5.0f} ms, p95 {most:>5.0f} ms, at most {top:>5.0f} ms"


def _at(pages: Sequence[Opened], percentile: int) -> float:
    return _of([one.seconds for one in pages], percentile)


def _of(seconds: Sequence[float], percentile: int) -> float:
    """The time under which so many of a hundred stay, in milliseconds."""
    ordered = sorted(seconds)
    if percentile == 100 or len(ordered) == 1:
        return ordered[-1] * 1000
    return statistics.quantiles(ordered, n=100, method="inclusive")[percentile - 1] * 1000


def grow() -> None:
    """Make a country of the demo, and let the database take stock as it would have done on its own by then."""
    with sessions().begin() as session:
        query = select(Report.id).join(Concession, Concession.id == Report.concession)
        decided = session.scalars(query.where(Concession.code == VB_OOST.code, Report.report_year == LAST_YEAR)).one()
        a_country(session, concessions=CONCESSIONS, years=YEARS, decided=decided)
    with sessions().begin() as session:
        session.execute(text("ANALYZE"))


def main(log: Path) -> None:
    """All measurements on the portal at the installation's own address, which writes its log there.

    The country is measured twice: in the first minute nothing of it is in the database's memory, and it still takes
    stock of the rows that came.
    """
    with reading() as session:
        known = session.scalars(select(Person.id).where(Person.password_hash.is_not(None)).order_by(Person.email)).all()
    people = [known[number % len(known)] for number in range(PEOPLE)]
    _say("the demo", people, log, SEED)
    grow()
    for number, minute in enumerate(("first", "second")):
        where = f"{CONCESSIONS} concessions, {len(YEARS)} years, the {minute} minute"
        _say(where, people, log, SEED + number * PEOPLE)


def _say(where: str, people: Sequence[UUID], log: Path, seed: int) -> None:
    click.echo(f"{PEOPLE} people for {SECONDS:.0f} s, {where}")
    begun = now()
    opened = at_work(settings().base_url, people, seconds=SECONDS, seed=seed)
    click.echo(f"  {'on the server':<34}{_spread(on_the_server(log, begun))}")
    click.echo("\n".join(f"  {line}" for line in told(opened)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
