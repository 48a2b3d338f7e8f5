"""A mark is mailed to the colleague that it is for: what to look at, by when, and what was asked."""

from __future__ import annotations

from uuid import uuid4

from schemas.clock import now
from schemas.events import FindingMarked
from schemas.settings import Settings
from schemas.store import Mark, reading
from tests.unit.workers.at_work import address, at_work, upload, write
from workers.mail.addressing import Desk
from workers.mail.letters import letters


def test_the_colleague_is_asked_to_look_and_reads_the_note(installation: Settings) -> None:
    work = at_work()
    version = upload(work).version
    mark = Mark(
        id=uuid4(),
        report=work.report,
        version=version.version,
        rule="ENE-003",
        whole=True,
        for_person=work.people["signatory"],
        note="Klopt deze meter?",
        by=work.people["reporter"],
        at=now(),
        idempotency_key=uuid4(),
    )
    write(mark)

    with reading() as session:
        desk = Desk(session=session, base_url="https://portaal.example")
        [one] = letters(FindingMarked(report=work.report, mark=mark.id), desk)

    assert one.reader.email == address("signatory")
    assert one.letter.first_line == (
        "U kijkt naar bevinding ENE-003 in het rapport over 2026 voor Voorbeeld-Oost, vóór 3 mei 2027: Reporter vraagt dat."
    )
    assert one.letter.lines == ("Reporter schrijft: Klopt deze meter?",)
    assert one.letter.button
    assert one.letter.button.url.endswith("/versies/1?regel=ENE-003#ENE-003")
