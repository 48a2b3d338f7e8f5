"""The letter of a mark: a colleague is asked to look at what a check found."""

from __future__ import annotations

from schemas.events import FindingMarked
from schemas.state import state_of
from schemas.store import Mark, Version, facts_of
from schemas.texts import Bilingual
from workers.mail.addressing import Addressed, Desk, Facts, facts_about, page_of, to_each
from workers.mail.conversation_facts import finding_in_words
from workers.mail.facts import reader, report_facts


def finding_marked(event: FindingMarked, desk: Desk) -> tuple[Addressed, ...]:
    """A mark is told to the colleague that it is for."""
    about, mark = report_facts(desk.session, event.report), desk.session.get_one(Mark, event.mark)
    colleague, marker = reader(desk.session, mark.for_person), reader(desk.session, mark.by)
    facts: Facts = facts_about(about) | {
        "by": marker.name,
        "place": finding_in_words(mark.rule),
        "note": Bilingual(nl=f"{marker.name} schrijft: {mark.note}", en=f"{marker.name} writes: {mark.note}")
        if mark.note
        else "",
        "act_by": state_of(facts_of(desk.session, event.report)).by or about.dates.hand_in_by,
    }
    number = desk.session.get_one(Version, mark.version).number
    page = f"{page_of(desk, event.report)}/versies/{number}?regel={mark.rule}#{mark.rule}"
    return to_each((colleague,), "finding_marked", facts, page)


LETTERS = (finding_marked,)
