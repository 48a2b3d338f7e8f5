"""A hand-in has one receipt: the mail, the file beside it and the PDF name the same fingerprint; and refusals are kept."""

from __future__ import annotations

import io

from pypdf import PdfReader
from sqlalchemy import select

from schemas.events import ReportReceived
from schemas.settings import Settings
from schemas.store import Check, Document, Version, files, reading
from schemas.words import DocumentKind
from tests.unit.workers.at_work import a_json_report, at_work, check, publish, sign, told, upload
from workers.mail.addressing import Desk
from workers.mail.letters import letters

SUPPLIERS = [
    {"supplier_id": "L1", "name": "Accu Voorbeeld", "role": "battery_supplier", "tier": 1, "refused": True},
    {"supplier_id": "L2", "name": "Bus Voorbeeld", "role": "vehicle_manufacturer", "tier": 1, "refused": False},
]


def test_mail_and_pdf_carry_the_fingerprint_of_what_was_signed(installation: Settings) -> None:
    work = at_work()
    publish(sign(work, upload(work).version))
    [event] = told(ReportReceived)

    with reading() as session:
        signed = session.scalars(select(Version.manifest_sha256)).one()
        written = letters(event, Desk(session=session, base_url="https://portaal.example"))
        made = {
            one.sha256: one for one in session.scalars(select(Document).where(Document.kind == DocumentKind.RECEIPT))
        }

    letter = written[0].letter
    assert f"Kenmerk (sha256): {signed}" in letter.lines[0]
    [attached] = letter.attachments
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(files().read(attached.sha256))).pages)
    assert attached.sha256 in made
    assert signed in "".join(text.split())
    assert letter.button
    assert letter.button.url.endswith(f"/bewijs/{event.signature}")


def test_who_refused_is_kept_with_the_check(installation: Settings) -> None:
    work = at_work()

    event = check(upload(work, a_json_report(suppliers=SUPPLIERS)))

    with reading() as session:
        assert session.get_one(Check, event.version.version).refused_suppliers == ["Accu Voorbeeld"]
