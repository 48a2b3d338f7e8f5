"""Who looks at what: for every page of the portal the roles and states to see it in; a page without one fails."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from flask import Flask

from deploy.demo.accounts import HOLDER_OOST, LEAD
from deploy.demo.load import THIS_YEAR
from tests.look.answers import ACCOUNT, AGAIN, DONE, FRESH, HALF, QUESTIONS, REVOKED
from tests.look.stage import (
    MANAGER,
    OFFERED,
    OFFICER,
    PLAN,
    REPORTER,
    SECOND_READER,
    SIGNATORY,
    STAFF,
    STOPPED,
    STUCK,
    WAITING,
)

OPERATOR = "fien@voorbeeld.example"
SUPPLIER = "info@bedachtebanden.example"
LISTS = "/beheer/maatstaven/factorlijsten"
OTHER_MANAGER = "olga@overzicht.example"
# What is no page: files, fragments of a page, and addresses that lead on to another.
NO_PAGES = frozenset(
    {
        "static",
        "site.healthy",
        "site.security",
        "dictionary.schema",
        "office.upload_state",
        "office.set_state",
        "office.proposal_state",
        "office.terms_file",
        "downloads.document",
        "downloads.source",
        "downloads.answer_file",
        "downloads.evidence",
        "downloads.view",
        "downloads.view_addition",
        "downloads.progress",
        "manager.desk_as_csv",
        "manager.desk_as_json",
        "shortfalls.letter",
        "shortfalls.file",
        "shortfalls.reading_page",
        "manager.request_page",
        "manager.reopening_page",
        "holder.check_state",
        "holder.withdrawal_page",
        "waivers.withdrawal_page",
        "holder.evidence_page",
        "drafting.task_page",
        "drafting.discard_page",
        "holder.settling_page",
        "answering.book_state",
        "answering.removal_page",
        "answering.other_page",
        "answering.ask_page",
        "pages.start",
        "openness.file",
        "chain.as_file",
        "chain.judging_page",
        "style.sheet",
    }
)


@dataclass(frozen=True)
class Visit:
    """Somebody (nobody: a visitor who is not signed in) at an address; who answers by a link is named by its address.

    ``press`` sends a form to see it refused; with something ``typed``, by the name of its field, to see what comes of it.
    """

    name: str
    address: str
    who: str | None = None
    press: str | None = None
    typed: tuple[tuple[str, str], ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the page that is seen is a form that was refused."""
        return bool(self.press) and not self.typed


@dataclass(frozen=True)
class Plan:
    """What stands on the stage: reports by concession and year, and the links of mails."""

    reports: Mapping[str, str]
    links: Mapping[str, str]
    signatures: Mapping[str, str]
    concessions: Mapping[str, str]
    members: tuple[str, ...]
    organisations: Mapping[str, str]
    uploads: tuple[str, ...]
    proposals: tuple[str, ...]
    conversations: Mapping[str, tuple[str, ...]]
    measures: tuple[str, ...]
    mails: tuple[str, ...]
    shortfalls: tuple[str, ...]
    answers: Mapping[str, str]
    books: tuple[str, ...]
    asks: Mapping[str, str]


def read_plan(home: Path) -> Plan:
    """The plan of a stage that was built at home."""
    kept = json.loads((home / PLAN).read_text())
    with closing(sqlite3.connect(home / "ketenspiegel.db")) as database:
        signed = database.execute(
            "SELECT v.report, s.id FROM signatures s JOIN versions v ON v.id = s.version ORDER BY s.at"
        ).fetchall()
        concessions = database.execute("SELECT code, id FROM concessions").fetchall()
        talks = database.execute("SELECT report, id FROM conversations ORDER BY subject").fetchall()
        cases = database.execute(
            "SELECT s.id FROM shortfalls s JOIN reports r ON r.id = s.report JOIN concessions c ON c.id = r.concession"
            " ORDER BY c.code, r.report_year"
        )
        shortfalls = tuple(str(UUID(case)) for (case,) in cases)
        measures = database.execute("SELECT id FROM measures ORDER BY at").fetchall()
        invited = database.execute(
            "SELECT id FROM people WHERE email IN ('fien@voorbeeld.example', 'mara@voorbeeld.example') ORDER BY email"
        ).fetchall()
        proposals = database.execute("SELECT id FROM terms_proposals ORDER BY at").fetchall()
        uploads = database.execute("SELECT id FROM factor_uploads ORDER BY at").fetchall()
        books = tuple(str(UUID(one)) for (one,) in database.execute("SELECT id FROM answer_books ORDER BY offered_at"))
        organisations = database.execute("SELECT name, id FROM organisations").fetchall()
        asks = database.execute(
            "SELECT a.supplier_id, a.id FROM asks a JOIN reports r ON r.id = a.report JOIN concessions c ON c.id = r.concession"
            " WHERE c.code = 'VB-OOST' AND r.report_year = 2026 AND a.asked_by IS NOT NULL ORDER BY a.asked_at"
        ).fetchall()
    return Plan(
        reports=kept["reports"],
        links=kept["links"],
        signatures={str(UUID(report)): str(UUID(signature)) for report, signature in signed},
        concessions={code: str(UUID(concession)) for code, concession in concessions},
        conversations={
            str(UUID(report)): tuple(str(UUID(one)) for about, one in talks if about == report)
            for report, _one in talks
        },
        measures=tuple(str(UUID(measure)) for (measure,) in measures),
        members=tuple(str(UUID(person)) for (person,) in invited),
        proposals=tuple(str(UUID(one)) for (one,) in proposals),
        uploads=tuple(str(UUID(one)) for (one,) in uploads),
        organisations={name: str(UUID(one)) for name, one in organisations},
        shortfalls=shortfalls,
        answers=kept["answers"],
        books=books,
        asks={supplier: str(UUID(one)) for supplier, one in asks},
        mails=tuple(file.name for file in sorted((home / "mail").glob("*.eml"))),
    )


def unvisited(app: Flask) -> list[str]:
    """The pages of the portal that nobody visits here."""
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return sorted(pages - NO_PAGES - RECIPES.keys())


def visits(plan: Plan) -> Iterator[Visit]:
    """All visits, page by page."""
    for endpoint, recipe in RECIPES.items():
        for number, visit in enumerate(recipe(plan), start=1):
            yield replace(visit, name=f"{endpoint}-{number:02d}-{visit.name}")


def _reports(plan: Plan, path: str, who: str, *codes: str) -> list[Visit]:
    return [Visit(code.lower(), path.format(plan.reports[code]), who) for code in codes]


def _everyone(address: str) -> Callable[[Plan], list[Visit]]:
    return lambda _plan: [Visit("visitor", address)]


def _receipts(plan: Plan) -> list[Visit]:
    codes = ("VB-STAD", "VB-OOST-2025")
    there = [(code, plan.reports[code], plan.signatures[plan.reports[code]]) for code in codes]
    return [Visit(code.lower(), f"/rapportages/{one}/bewijs/{signed}", SIGNATORY) for code, one, signed in there]


def _sign_in(_plan: Plan) -> list[Visit]:
    return [Visit("visitor", "/inloggen"), Visit("refused", "/inloggen", press="Inloggen")]


def _report_pages(plan: Plan) -> list[Visit]:
    shown = _reports(plan, "/rapportages/{}", REPORTER, *STATES)
    [nothing] = _reports(plan, "/rapportages/{}", REPORTER, "VB-NOORD")
    refused = Visit("refused", nothing.address, REPORTER, press="Uploaden en laten controleren")
    [compared] = _reports(plan, "/rapportages/{}?van=1&naar=2", REPORTER, "VB-WEST")
    return [
        *shown,
        *_reports(plan, "/rapportages/{}", SIGNATORY, "VB-NOORD", "VB-MIDDEN", "VB-STAD"),
        refused,
        Visit("compared", compared.address, REPORTER),
    ]


def _check_pages(plan: Plan) -> list[Visit]:
    path = "/rapportages/{}/versies/1"
    return [
        *_reports(
            plan,
            path,
            REPORTER,
            WAITING,
            STUCK,
            STOPPED,
            "VB-ZUID",
            "VB-WEST",
            "VB-OOST-2026",
            "VB-MIDDEN",
            "VB-OOST-2025",
            "VB-HAVEN",
        ),
        *_reports(plan, f"{path[:-1]}2", REPORTER, "VB-WEST", "VB-DUIN"),
        *_reports(plan, f"{path[:-1]}3", REPORTER, "VB-WEST"),
        *_reports(plan, f"{path}?soort=notice&blad=vehicles", SIGNATORY, "VB-OOST-2026"),
    ]


def _findings(plan: Plan) -> list[Visit]:
    path = "/rapportages/{}/versies/1/bevindingen/{}"
    return [
        Visit(f"finding-{place}", path.format(plan.reports["VB-OOST-2026"], place), REPORTER) for place in (0, 2, 6, 9)
    ]


def _judgements(plan: Plan) -> list[Visit]:
    path = "/rapportages/{}/versies/1/oordeel"
    [asked] = _reports(plan, f"{path}?waarom=ENE-01", REPORTER, "VB-LAND")
    [figure] = _reports(plan, f"{path}?waarom=GHG-04", REPORTER, "VB-DAL")
    [part] = _reports(plan, f"{path}?waarom=CTX-02&deel=operator=holder", REPORTER, "VB-DAL")
    return [
        *_reports(plan, path, REPORTER, "VB-OOST-2025", "VB-OOST-2026", "VB-MIDDEN"),
        Visit("why", figure.address, REPORTER),
        Visit("asked", asked.address, REPORTER),
        Visit("why-of-part", part.address, REPORTER),
    ]


def _signing(plan: Plan) -> list[Visit]:
    path = "/rapportages/{}/indienen"
    [ready] = _reports(plan, path, SIGNATORY, "VB-MIDDEN")
    refused = Visit("refused", ready.address, SIGNATORY, press="Ondertekenen en indienen")
    return [
        *_reports(plan, path, SIGNATORY, "VB-OOST-2026", WAITING, STOPPED),
        ready,
        refused,
        Visit("reporter", ready.address, REPORTER),
    ]


def _reviews(plan: Plan) -> list[Visit]:
    path = "/beoordelingen/{}"
    states = (
        "VB-NOORD",
        STUCK,
        "VB-STAD",
        "VB-LAND",
        "VB-KUST",
        "VB-MEER",
        "VB-VEEN",
        "VB-DUIN",
        "VB-BERG",
        "VB-BRUG",
        "VB-POLDER",
        "VB-OOST-2025",
    )
    chosen = ("norm=N-RENEWABLE", "thema=ENE", "toon=bevindingen", "toon=stukken")
    return [
        *_reports(plan, path, MANAGER, *states),
        *(one for asked in chosen for one in _reports(plan, f"{path}?{asked}", MANAGER, "VB-LAND")),
        *_reports(plan, f"{path}?toon=keten", MANAGER, "VB-OOST-2025"),
        *_reports(plan, path, SECOND_READER, "VB-LAND", "VB-KUST"),
        *_reports(plan, path, OTHER_MANAGER, "VB-LAND"),
    ]


def _decisions(plan: Plan) -> list[Visit]:
    [shown] = _reports(plan, "/beoordelingen/{}/besluit", MANAGER, "VB-LAND")
    announced = _reports(plan, "/beoordelingen/{}/besluit", MANAGER, "VB-BOS")
    return [shown, *announced, Visit("refused", shown.address, MANAGER, press="Besluit nemen")]


def _conversations(plan: Plan) -> list[Visit]:
    talked, silent = (f"/rapportages/{plan.reports[code]}/gesprekken" for code in ("VB-LAND", "VB-STAD"))
    return [
        *(Visit(who.split("@")[0], talked, who) for who in (MANAGER, SECOND_READER, REPORTER)),
        *(Visit(f"none-{who.split('@')[0]}", silent, who) for who in (MANAGER, REPORTER)),
    ]


def _asking(plan: Plan) -> list[Visit]:
    page = f"/rapportages/{plan.reports['VB-LAND']}/gesprekken/nieuw"
    return [
        Visit("whole", page, MANAGER),
        Visit("norm", f"{page}?over=norm&code=N-RENEWABLE", MANAGER),
        Visit("refused", page, MANAGER, press="Vraag stellen"),
    ]


def _conversation(plan: Plan) -> list[Visit]:
    report = plan.reports["VB-LAND"]
    asked, answered = (f"/rapportages/{report}/gesprekken/{one}" for one in plan.conversations[report])
    return [
        *(Visit(f"asked-{who.split('@')[0]}", asked, who) for who in (MANAGER, SECOND_READER, REPORTER)),
        *(Visit(f"answered-{who.split('@')[0]}", answered, who) for who in (MANAGER, REPORTER)),
        Visit("refused", asked, REPORTER, press="Antwoord versturen"),
    ]


def _histories(plan: Plan) -> list[Visit]:
    return [
        *_reports(plan, "/rapportages/{}/verloop", REPORTER, "VB-LAND", "VB-MEER"),
        *_reports(plan, "/rapportages/{}/verloop", MANAGER, "VB-LAND", "VB-MEER"),
    ]


def _organisations(plan: Plan) -> list[Visit]:
    path = f"/beheer/organisaties/{plan.organisations[HOLDER_OOST]}"
    return [Visit("holder", path, OPERATOR), Visit("own", f"/beheer/organisaties/{plan.organisations[LEAD]}", OPERATOR)]


def _concessions(plan: Plan) -> list[Visit]:
    return [Visit("led", f"/beheer/concessies/{plan.concessions['VB-OOST']}", OPERATOR)]


def _terms(plan: Plan) -> list[Visit]:
    page = f"/beheer/concessies/{plan.concessions['VB-OOST']}/voorwaarden"
    return [
        Visit("fien", page, OPERATOR),
        Visit("mara", page, MANAGER),
        Visit("refused", page, OPERATOR, press="Voorstellen en proberen"),
    ]


def _norms(plan: Plan) -> list[Visit]:
    page = f"/beheer/concessies/{plan.concessions['VB-OOST']}/voorwaarden/normen/N-ZE-FLEET"
    return [Visit("form", page, OPERATOR), Visit("refused", page, OPERATOR, press="Voorstellen en proberen")]


def _calendars(plan: Plan) -> list[Visit]:
    page = f"/beheer/concessies/{plan.concessions['VB-OOST']}/kalender"
    return [Visit("fien", page, OPERATOR), Visit("mara", page, MANAGER)]


def _calendar_years(plan: Plan) -> list[Visit]:
    page = f"/beheer/concessies/{plan.concessions['VB-NOORD']}/kalender/2026"
    later = (("indienen", f"{THIS_YEAR + 1}-05-10"), ("reden", "De accountant komt later."))
    return [
        Visit("form", page, OPERATOR),
        Visit("refused", page, OPERATOR, press="Bekijken wat er verschuift"),
        Visit("moved", page, OPERATOR, press="Bekijken wat er verschuift", typed=later),
    ]


def _forms(plan: Plan) -> list[Visit]:
    path = "/rapportages/{}/onderdelen/"
    [staff] = _reports(plan, f"{path}workforce", REPORTER, "VB-OOST-2026")
    # What is sent builds on something else than what is there now, as when a colleague saved in between.
    overtaken = (("stempel", "0" * 64), ("r2.headcount", "130"))
    return [
        *_reports(plan, f"{path}workforce?nagekeken=1", REPORTER, "VB-NOORD", "VB-OOST-2026"),
        *_reports(plan, f"{path}report", REPORTER, "VB-NOORD", WAITING),
        *_reports(plan, f"{path}oecd_steps", SIGNATORY, "VB-NOORD"),
        *_reports(plan, f"{path}measures", REPORTER, "VB-OOST-2026"),
        *_reports(plan, f"{path}workforce", STAFF, "VB-WEST", "VB-NOORD"),
        Visit("overtaken", staff.address, REPORTER, press="Bewaren", typed=overtaken),
    ]


def _plans(plan: Plan) -> list[Visit]:
    there, none = (f"/concessies/{plan.concessions[code]}/plan" for code in ("VB-LAND", "VB-STAD"))
    return [
        *(Visit(who.split("@")[0], there, who) for who in (MANAGER, SECOND_READER, REPORTER)),
        *(Visit(f"none-{who.split('@')[0]}", none, who) for who in (MANAGER, REPORTER)),
    ]


def _new_measures(plan: Plan) -> list[Visit]:
    page = f"/concessies/{plan.concessions['VB-LAND']}/plan/nieuw"
    return [
        Visit("norm", f"{page}?norm=N-RENEWABLE", REPORTER),
        Visit("refused", page, REPORTER, press="Voorstellen aan de provincie"),
    ]


def _measures(plan: Plan) -> list[Visit]:
    page = f"/concessies/{plan.concessions['VB-LAND']}/plan"
    running, waiting, asked = (f"{page}/{measure}" for measure in plan.measures[:3])
    return [
        *(Visit(f"running-{who.split('@')[0]}", running, who) for who in (MANAGER, REPORTER)),
        *(Visit(f"waiting-{who.split('@')[0]}", waiting, who) for who in (MANAGER, REPORTER)),
        Visit("asked", asked, REPORTER),
        Visit("refused", running, REPORTER, press="Voortgang bewaren"),
    ]


def _waivers(plan: Plan) -> list[Visit]:
    there, none = (f"/concessies/{plan.concessions[code]}/ontheffingen" for code in ("VB-BRUG", "VB-LAND"))
    return [
        *(Visit(who.split("@")[0], there, who) for who in (MANAGER, SECOND_READER, REPORTER)),
        Visit("none", none, MANAGER),
        Visit("refused", there, MANAGER, press="Vastleggen"),
    ]


def _published(plan: Plan) -> list[Visit]:
    page = f"/openbaarmaken/{plan.reports['VB-DAL-2025']}"
    return [
        *_reports(plan, "/openbaarmaken/{}", OFFICER, "VB-OOST-2025", "VB-BERG"),
        Visit("told", f"{page}?thema=SOC", OFFICER),
        Visit("refused", f"{page}?thema=FLT", OFFICER, press="Niets openbaar"),
    ]


def _cases(plan: Plan) -> list[Visit]:
    uncorrected, unreported, objected, intended = (f"/tekortkomingen/{one}" for one in plan.shortfalls)
    return [
        *(Visit(f"objected-{who.split('@')[0]}", objected, who) for who in (MANAGER, SECOND_READER, SIGNATORY)),
        *(Visit(f"intended-{who.split('@')[0]}", intended, who) for who in (MANAGER, SECOND_READER, SIGNATORY)),
        *(Visit(f"unreported-{who.split('@')[0]}", unreported, who) for who in (MANAGER, SIGNATORY)),
        *(Visit(f"uncorrected-{who.split('@')[0]}", uncorrected, who) for who in (MANAGER, SIGNATORY)),
        Visit("refused", intended, SECOND_READER, press="Versturen"),
    ]


def _steps(plan: Plan) -> list[Visit]:
    objected, intended = (f"/tekortkomingen/{one}/stap" for one in plan.shortfalls[-2:])
    kinds = ("waarschuwing", "verbeterplan", "voornemen", "bezwaar", "hoorzitting", "beslissing-op-bezwaar", "sluiting")
    return [
        *(Visit(kind, f"{objected}/{kind}", MANAGER) for kind in kinds),
        *(Visit(f"holder-{kind}", f"{intended}/{kind}", SIGNATORY) for kind in ("zienswijze", "bezwaar")),
        Visit("refused", f"{objected}/beslissing-op-bezwaar", MANAGER, press="Aan de tweede lezer voorleggen"),
    ]


def _openings(plan: Plan) -> list[Visit]:
    path = "/rapportages/{}/tekortkomingen/nieuw"
    [free] = _reports(plan, path, MANAGER, "VB-BERG")
    return [
        free,
        *_reports(plan, path, MANAGER, "VB-ZAND", "VB-NOORD", "VB-ZAND-2023", "VB-ZAND-2024", "VB-POLDER"),
        Visit("refused", free.address, MANAGER, press="Dossier openen"),
    ]


def _questions(plan: Plan) -> list[Visit]:
    path = "/antwoord/vraag/{}"
    fresh, half = plan.answers[FRESH], plan.answers[HALF]
    return [
        *(Visit(f"fresh-{one.lower()}", path.format(one), fresh) for one in QUESTIONS),
        *(Visit(f"half-{one.lower()}", path.format(one), half) for one in ("Q-SUP-01", "Q-GHG-01", "Q-EVI-01")),
        Visit("refused", path.format("Q-GHG-01"), fresh, press="Volgende"),
    ]


def _choosing_questions(plan: Plan) -> list[Visit]:
    page = f"/rapportages/{plan.reports['VB-OOST-2026']}/uitvraag/nieuw"
    return [
        Visit("two", f"{page}?wie=L11&wie=L14", REPORTER),
        Visit("refused", f"{page}?wie=L11", REPORTER, press="Mails bekijken"),
    ]


UPLOADS = "Uploaden en laten controleren"
STATES = (
    "VB-NOORD",
    "VB-ZUID",
    WAITING,
    STOPPED,
    "VB-WEST",
    "VB-MIDDEN",
    "VB-STAD",
    "VB-LAND",
    "VB-MEER",
    "VB-VEEN",
    "VB-DUIN",
    "VB-POLDER",
    "VB-BERG",
    "VB-OOST-2025",
)
RECIPES: Mapping[str, Callable[[Plan], list[Visit]]] = {
    "accounts.sign_in_page": _sign_in,
    "accounts.forgotten_page": _everyone("/wachtwoord-vergeten"),
    "accounts.reset_page": lambda plan: [Visit("live", plan.links["wachtwoord"]), Visit("spent", "/wachtwoord/x")],
    "accounts.invitation_page": lambda plan: [
        Visit("live", plan.links["uitnodiging"]),
        Visit("spent", "/uitnodiging/x"),
    ],
    "accounts.account": lambda _plan: [
        Visit("reporter", "/account", REPORTER),
        Visit("refused", "/account", REPORTER, press="Wachtwoord wijzigen"),
    ],
    "holder.home": lambda _plan: [Visit(who.split("@")[0], "/concessies", who) for who in (REPORTER, SIGNATORY)],
    "holder.report_page": _report_pages,
    "holder.check_page": _check_pages,
    "holder.finding_page": _findings,
    "holder.judgement_page": _judgements,
    "holder.signing_page": _signing,
    "holder.receipt_page": _receipts,
    "drafting.page": lambda plan: [
        *_reports(plan, "/rapportages/{}/onderdelen", REPORTER, "VB-NOORD", WAITING, "VB-OOST-2026", "VB-STAD"),
        *_reports(plan, "/rapportages/{}/onderdelen", SIGNATORY, "VB-MIDDEN"),
        *_reports(plan, "/rapportages/{}/onderdelen", STAFF, "VB-WEST"),
        Visit("refused", f"/rapportages/{plan.reports['VB-NOORD']}/onderdelen", REPORTER, press=UPLOADS),
    ],
    "drafting.tasks_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/invullers", REPORTER, "VB-NOORD", "VB-WEST"),
    ],
    "drafting.form_page": _forms,
    "drafting.history": lambda plan: [
        *_reports(plan, "/rapportages/{}/onderdelen/energy/verloop", REPORTER, "VB-NOORD", "VB-WEST"),
        *_reports(plan, "/rapportages/{}/onderdelen/workforce/verloop", REPORTER, "VB-WEST"),
    ],
    "holder.extension_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/uitstel", REPORTER, "VB-MEER", "VB-VEEN", "VB-BERG", "VB-NOORD"),
        Visit("refused", f"/rapportages/{plan.reports['VB-NOORD']}/uitstel", REPORTER, press="Uitstel vragen"),
    ],
    "holder.reopening_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/heropening", REPORTER, "VB-DUIN", "VB-MEER", "VB-STAD"),
        Visit("refused", f"/rapportages/{plan.reports['VB-MEER']}/heropening", REPORTER, press="Vragen om te openen"),
    ],
    "holder.view_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/zienswijze", SIGNATORY, "VB-BOS", "VB-VEEN"),
        Visit("refused", f"/rapportages/{plan.reports['VB-BOS']}/zienswijze", REPORTER, press="Zienswijze versturen"),
    ],
    "holder.year_page": lambda plan: _reports(
        plan, "/rapportages/{}/jaar", REPORTER, "VB-NOORD", "VB-MIDDEN", "VB-LAND", "VB-BOS", "VB-OOST-2025"
    ),
    "manager.desk": lambda _plan: [
        *(Visit(who.split("@")[0], "/bureau", who) for who in (MANAGER, SECOND_READER, OTHER_MANAGER)),
        Visit("filtered", "/bureau?oordeel=niet-gehaald&sorteer=oordelen", MANAGER),
        Visit("nothing", "/bureau?woord=nergens", MANAGER),
    ],
    "manager.comparing": lambda _plan: [
        Visit(who.split("@")[0], "/bureau/vergelijken", who) for who in (MANAGER, OTHER_MANAGER)
    ],
    "manager.report_page": _reviews,
    "manager.decision_page": _decisions,
    "asking.list_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/uitvraag", REPORTER, "VB-OOST-2026", "VB-NOORD"),
        *_reports(plan, "/rapportages/{}/uitvraag?niveau=3", SIGNATORY, "VB-OOST-2026"),
    ],
    "asking.choose_page": _choosing_questions,
    "asking.ask_page": lambda plan: [
        Visit(number.lower(), f"/rapportages/{plan.reports['VB-OOST-2026']}/uitvraag/{plan.asks[number]}", REPORTER)
        for number in ("L1", "L2", "L3", "L6")
    ],
    "chain.page": lambda plan: [
        *_reports(plan, "/rapportages/{}/keten", REPORTER, "VB-OOST-2026", "VB-NOORD", "VB-OOST-2025"),
        *_reports(plan, "/rapportages/{}/keten?schakel=raw_material", REPORTER, "VB-DAL"),
        *_reports(plan, "/rapportages/{}/keten", MANAGER, "VB-LAND", "VB-NOORD"),
    ],
    "chain.answers_page": lambda plan: _reports(
        plan, "/rapportages/{}/keten/antwoorden", REPORTER, "VB-OOST-2026", "VB-NOORD"
    ),
    "over_years.page": lambda plan: [
        *(
            Visit(f"{code}-{who.split('@')[0]}".lower(), f"/concessies/{plan.concessions[code]}/cijfers", who)
            for code in ("VB-OOST", "VB-NOORD")
            for who in (REPORTER, MANAGER)
        )
    ],
    "waivers.page": _waivers,
    "plan.page": _plans,
    "meeting.page": lambda plan: [
        *(
            Visit(who.split("@")[0], f"/concessies/{plan.concessions['VB-LAND']}/overleg", who)
            for who in (MANAGER, REPORTER)
        ),
        Visit("none", f"/concessies/{plan.concessions['VB-NOORD']}/overleg", MANAGER),
    ],
    "plan.new_page": _new_measures,
    "plan.measure_page": _measures,
    "conversations.page": _conversations,
    "conversations.ask_page": _asking,
    "conversations.conversation_page": _conversation,
    "timeline.page": _histories,
    "effort.page": lambda plan: [
        *_reports(plan, "/rapportages/{}/inspanning", REPORTER, "VB-LAND"),
        *_reports(plan, "/rapportages/{}/inspanning", MANAGER, "VB-LAND"),
    ],
    "reminders.page": lambda plan: [
        *_reports(plan, "/rapportages/{}/herinneringen", REPORTER, "VB-OOST-2026", "VB-MEER"),
        *_reports(plan, "/rapportages/{}/herinneringen", MANAGER, "VB-OOST-2026"),
    ],
    "reminders.not_for_me_page": lambda plan: [Visit("live", plan.links["herinnering"])],
    "shortfalls.years_page": lambda plan: [
        Visit(who.split("@")[0], f"/concessies/{plan.concessions['VB-ZAND']}/tekortkomingen", who)
        for who in (MANAGER, SECOND_READER, REPORTER)
    ],
    "shortfalls.case_page": _cases,
    "shortfalls.step_page": _steps,
    "shortfalls.opening_page": _openings,
    "office.start": lambda _plan: [Visit("fien", "/beheer", OPERATOR)],
    "office.organisations": lambda _plan: [Visit("fien", "/beheer/organisaties", OPERATOR)],
    "office.new_organisation": lambda _plan: [
        Visit("empty", "/beheer/organisaties/nieuw", OPERATOR),
        Visit("refused", "/beheer/organisaties/nieuw", OPERATOR, press="Toevoegen"),
    ],
    "office.organisation": _organisations,
    "office.concessions": lambda _plan: [Visit("fien", "/beheer/concessies", OPERATOR)],
    "office.new_concession": lambda _plan: [
        Visit("empty", "/beheer/concessies/nieuw", OPERATOR),
        Visit("refused", "/beheer/concessies/nieuw", OPERATOR, press="Toevoegen"),
    ],
    "office.concession": _concessions,
    "office.letters": lambda _plan: [Visit("fien", "/beheer/brieven", OPERATOR)],
    "office.letter": lambda _plan: [
        Visit("usual", "/beheer/brieven/duty_opened", OPERATOR),
        Visit("reminder", "/beheer/brieven/remind_supplier", OPERATOR),
        Visit("refused", "/beheer/brieven/duty_opened", OPERATOR, press="Bewaren"),
    ],
    "office.sets": lambda _plan: [
        Visit("factors", LISTS, OPERATOR),
        Visit("rules", "/beheer/maatstaven/regelsets", OPERATOR),
        Visit("refused", LISTS, OPERATOR, press="Lijst aanbieden"),
    ],
    "office.one_set": lambda _plan: [
        Visit("tried", f"{LISTS}/{OFFERED}", OPERATOR),
        Visit("refused", f"{LISTS}/{OFFERED}", OPERATOR, press="Inschakelen"),
        Visit("holds", f"{LISTS}/official-2026", OPERATOR),
        Visit("rules", "/beheer/maatstaven/regelsets/2026.1", OPERATOR),
    ],
    "office.upload": lambda plan: [
        Visit(f"{number}", f"/beheer/aangeboden/{one}", OPERATOR) for number, one in enumerate(plan.uploads, start=1)
    ],
    "office.terms": _terms,
    "office.norm": _norms,
    "office.proposal": lambda plan: [
        Visit(f"{number}", f"/beheer/voorstellen/{one}", OPERATOR) for number, one in enumerate(plan.proposals, start=1)
    ],
    "office.calendar": _calendars,
    "office.calendar_year": _calendar_years,
    "publishing.desk": lambda _plan: [Visit("paula", "/openbaarmaken", OFFICER)],
    "publishing.report_page": _published,
    "holder.publication_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/openbaarmaking", SIGNATORY, "VB-DAL-2025", "VB-OOST-2025", "VB-BERG"),
        Visit(
            "refused",
            f"/rapportages/{plan.reports['VB-DAL-2025']}/openbaarmaking",
            REPORTER,
            press="Zienswijze versturen",
        ),
    ],
    "openness.concessions": _everyone("/openbaar"),
    "openness.concession_page": _everyone("/openbaar/VB-OOST"),
    "openness.year_page": lambda _plan: [
        Visit("visitor", "/openbaar/VB-OOST/2025"),
        Visit("withdrawn", "/openbaar/VB-BERG/2026"),
    ],
    "openness.edition_page": _everyone("/openbaar/VB-OOST/2025/uitgaven/1"),
    "members.people": lambda _plan: [Visit("fien", "/mensen", OPERATOR)],
    "members.invite_page": lambda _plan: [
        Visit("fien", "/mensen/uitnodigen", OPERATOR),
        Visit("refused", "/mensen/uitnodigen", OPERATOR, press="Uitnodigen"),
    ],
    "members.member_page": lambda plan: [
        Visit("own", f"/mensen/{plan.members[0]}", OPERATOR),
        Visit("colleague", f"/mensen/{plan.members[1]}", OPERATOR),
    ],
    "mailbox.letters": _everyone("/demo/post"),
    "mailbox.letter": lambda plan: [Visit(name, f"/demo/post/{name}") for name in plan.mails[:3]],
    "pages.accessibility": _everyone("/toegankelijkheid"),
    "pages.glossary": _everyone("/begrippen"),
    "checking.check_page": lambda _plan: [
        Visit("visitor", "/controleren"),
        Visit("refused", "/controleren", press="Controleren"),
    ],
    "rules.catalogue": _everyone("/regels"),
    "rules.rule": _everyone("/regels/ENE-003"),
    "rules.book": _everyone("/regels/alles"),
    "offline.page": _everyone("/regels/zelf-controleren"),
    "dictionary.sheets": _everyone("/gegevenswoordenboek"),
    "dictionary.sheet": _everyone("/gegevenswoordenboek/vehicles"),
    "answering.start": lambda plan: [
        Visit(name.lower().replace(" ", "-"), "/antwoord", plan.answers[name]) for name in (FRESH, HALF, DONE, AGAIN)
    ],
    "answering.link_page": lambda plan: [
        Visit("unknown", "/antwoord/x"),
        Visit("revoked", plan.answers[REVOKED]),
        Visit("no-visit", "/antwoord"),
    ],
    "answering.question_page": _questions,
    "answering.overview": lambda plan: [
        Visit("half", "/antwoord/overzicht", plan.answers[HALF]),
        Visit("done", "/antwoord/overzicht", plan.answers[DONE]),
    ],
    "answering.done": lambda plan: [Visit("done", "/antwoord/klaar", plan.answers[DONE])],
    "answering.files_page": lambda plan: [
        Visit("fresh", "/antwoord/bestand", plan.answers[FRESH]),
        Visit("half", "/antwoord/bestand", plan.answers[HALF]),
        Visit("refused", "/antwoord/bestand", plan.answers[FRESH], press="Laten lezen"),
    ],
    "answering.book_page": lambda plan: [
        Visit(f"{number}", f"/antwoord/bestand/werkboek/{one}", plan.answers[HALF])
        for number, one in enumerate(plan.books, start=1)
    ],
    "answering.answers_page": lambda plan: [
        *_reports(plan, "/rapportages/{}/leveranciersantwoorden", REPORTER, "VB-NOORD", "VB-ZUID"),
        *_reports(plan, "/rapportages/{}/leveranciersantwoorden", MANAGER, "VB-NOORD"),
    ],
    "answering.earlier_page": lambda plan: [
        Visit("some", "/antwoord/eerder", plan.answers[AGAIN]),
        Visit("none", "/antwoord/eerder", plan.answers[FRESH]),
    ],
    "answering.others_page": lambda plan: [
        Visit("some", "/antwoord/andere", plan.answers[AGAIN]),
        Visit("none", "/antwoord/andere", plan.answers[FRESH]),
    ],
    "answering.account_page": lambda plan: [Visit("fresh", "/antwoord/account", plan.answers[FRESH])],
    "answering.account_mailed": _everyone("/antwoord/account/gemaild"),
    "answering.new_account_page": lambda plan: [
        Visit("live", plan.answers[ACCOUNT]),
        Visit("refused", plan.answers[ACCOUNT], press="Account maken"),
        Visit("spent", "/leverancier/account/x"),
    ],
    "answering.asks_page": lambda _plan: [Visit("two-holders", "/leverancier", SUPPLIER)],
    "answering.closing_page": lambda _plan: [
        Visit("form", "/leverancier/account-sluiten", SUPPLIER),
        Visit("refused", "/leverancier/account-sluiten", SUPPLIER, press="Account sluiten"),
    ],
    "answering.closed": _everyone("/antwoord/gesloten"),
    "answering.mailed": _everyone("/antwoord/nieuwe-link"),
    "error": lambda _plan: [Visit("not-found", "/bestaat-niet"), Visit("forbidden", "/mensen", REPORTER)],
}
