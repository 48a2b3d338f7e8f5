"""Suppliers in the draft of Rijnbus, and the form of asking as a browser sends it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from schemas.clock import now, today
from schemas.report.sheet_text import Cells, text_of
from schemas.store import Ask, FormSaving, Mail, Outbox, reading, sessions
from schemas.words import MailState
from tests.unit.portal.browsing import Browser, World

DUE: Final = (today() + timedelta(days=30)).isoformat()


def a_supplier(number: str, role: str = "subcontractor", *, employees: int | None = 45, **more: Any) -> Cells:
    """A row of the sheet."""
    known: Cells = {"supplier_id": number, "name": f"Firma {number}", "country": "NL", "role": role, "tier": 1}
    return {**known, "employees": employees, **more}


TAXI: Final = a_supplier("L1")
OTHER_TAXI: Final = a_supplier("L2")
FACTORY: Final = a_supplier("L3", "vehicle_maker", employees=5200, country="DE")
SMALL_FACTORY: Final = a_supplier("L4", "vehicle_maker", employees=80, country="DE")
CELLS: Final = a_supplier("L5", "battery", employees=None, tier=2, parent_id="L3", country="FI")


def hold_suppliers(world: World, *rows: Cells) -> str:
    """Let the draft hold these suppliers; gives the address of the page."""
    report = world.reports["oost"]
    saving = FormSaving(
        report=report,
        sheet="suppliers",
        revision=1,
        rows=text_of("suppliers", rows),
        by=world.people["reporter"],
        at=now(),
    )
    with sessions().begin() as session:
        session.add(saving)
    return f"/rapportages/{report}/uitvraag"


def form(
    *who: str, questions: dict[str, list[str]] | None = None, changes: dict[str, str] | None = None
) -> MultiDict[str, str]:
    """What the browser sends for these suppliers, each with an address of its own."""
    filled: MultiDict[str, str] = MultiDict({"sleutel": str(uuid4()), "uiterlijk": DUE})
    filled.setlist("wie", list(who))
    for place, number in enumerate(who):
        filled[f"email-{place}"] = f"{number.lower()}@firma.example"
        filled[f"taal-{place}"] = "nl"
    for role, chosen in (questions or {"subcontractor": ["Q-GHG-01", "Q-WRK-07"]}).items():
        filled.setlist(f"vragen-{role}", chosen)
    for name, value in (changes or {}).items():
        filled[name] = value
    return filled


def sends(browser: Browser, path: str, filled: MultiDict[str, str]) -> Any:
    """Send a form that has a name more than once."""
    filled["csrf_token"] = browser.token()
    return browser.client.post(path, data=filled)


def asks() -> list[Ask]:
    """The asks that there are."""
    with reading() as session:
        return list(session.scalars(select(Ask).order_by(Ask.supplier_id)))


def the_ask() -> UUID:
    """The only ask."""
    [one] = asks()
    return one.id


def mail_came_back(recipient: str, reason: str) -> None:
    """The newest mail to an address did not arrive, as the workers would keep it."""
    with sessions().begin() as session:
        event = session.scalars(select(Outbox.event_id).order_by(Outbox.position.desc())).first()
        mail = Mail(
            event_id=event,
            template="supplier_asked",
            recipient=recipient,
            subject="Vraag",
            message_id=f"<{uuid4()}@ketenspiegel.example>",
            state=MailState.BOUNCED,
            last_error=reason,
            body_sha256="0" * 64,
            created_at=now(),
        )
        session.add(mail)
