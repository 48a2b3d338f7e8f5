"""The letters of a shortfall: each side is told of the other's steps, and a second reader of what waits."""

from __future__ import annotations

from uuid import UUID

from schemas.events import ShortfallLetterReady, ShortfallStepProposed, ShortfallStepRefused, ShortfallStepTaken
from schemas.shortfalls import BURDENSOME, BY_HOLDER, StepKind
from schemas.store import Organisation, Person, ShortfallStep
from schemas.words import OrganisationKind
from workers.mail.addressing import Addressed, Desk, Facts, facts_about, to_each
from workers.mail.facts import report_facts
from workers.mail.shortfall_facts import holder_knows, shortfall_facts

TO_HOLDER = {
    StepKind.WARNING: "shortfall_warning",
    StepKind.PLAN: "shortfall_plan",
    StepKind.INTENTION: "shortfall_intention",
    StepKind.DECISION: "shortfall_decision",
    StepKind.OBJECTION: "shortfall_objection_noted",
    StepKind.HEARING: "shortfall_hearing",
    StepKind.RULING: "shortfall_ruling",
    StepKind.APPEAL: "shortfall_appeal_noted",
    StepKind.CLOSING: "shortfall_closing",
}

Told = ShortfallStepProposed | ShortfallStepRefused | ShortfallStepTaken | ShortfallLetterReady


def step_proposed(event: ShortfallStepProposed, desk: Desk) -> tuple[Addressed, ...]:
    """What was proposed goes to who reads second, and to nobody of the holder."""
    about = report_facts(desk.session, event.report)
    return to_each(about.second_readers, "shortfall_proposed", _facts(event, desk), _page(event, desk))


def step_refused(event: ShortfallStepRefused, desk: Desk) -> tuple[Addressed, ...]:
    """What was not confirmed goes back to who proposes."""
    about = report_facts(desk.session, event.report)
    return to_each(about.managers, "shortfall_refused", _facts(event, desk), _page(event, desk))


def step_taken(event: ShortfallStepTaken, desk: Desk) -> tuple[Addressed, ...]:
    """A step without a letter is told at once; one that has a letter when that is there."""
    about = report_facts(desk.session, event.report)
    if event.kind in BY_HOLDER and _is_of_holder(event.step, desk):
        return to_each(about.managers, "shortfall_answered", _facts(event, desk), _page(event, desk))
    if event.kind in BURDENSOME or not holder_knows(desk.session, event.shortfall):
        return ()
    return to_each(about.holders, TO_HOLDER[event.kind], _facts(event, desk), _page(event, desk))


def letter_ready(event: ShortfallLetterReady, desk: Desk) -> tuple[Addressed, ...]:
    """The holder is told with the name of the letter."""
    about = report_facts(desk.session, event.report)
    return to_each(about.holders, TO_HOLDER[event.kind], _facts(event, desk), _page(event, desk))


def _facts(event: Told, desk: Desk) -> Facts:
    return facts_about(report_facts(desk.session, event.report)) | shortfall_facts(desk.session, event.step)


def _page(event: Told, desk: Desk) -> str:
    return f"{desk.base_url}/tekortkomingen/{event.shortfall}"


def _is_of_holder(step: UUID, desk: Desk) -> bool:
    """Whether the holder itself took the step; an objection by post is recorded by the authority."""
    writer = desk.session.get_one(Person, desk.session.get_one(ShortfallStep, step).by)
    organisation = desk.session.get_one(Organisation, writer.organisation)
    return organisation.kind is OrganisationKind.HOLDER


LETTERS = (step_proposed, step_refused, step_taken, letter_ready)
