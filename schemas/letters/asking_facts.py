"""What the mail that asks a supplier is filled with; the portal shows it before it is sent, a worker writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from schemas.asking import valid_until
from schemas.letters.wording import both, counted
from schemas.questions import QUESTION, asked_as, protected
from schemas.texts import Bilingual

MINUTES_STEP = 5
NOTHING = both("", "")
ALL_FREE = both(
    "Antwoorden is vrijwillig: u mag elke vraag weigeren, zonder reden.",
    "Answering is voluntary: you may refuse each question, without a reason.",
)
LAW = both(
    "Dat is uw recht volgens Verordening (EU) 2026/1560, voor bedrijven met ten hoogste 1.000 werknemers.",
    "That is your right under Regulation (EU) 2026/1560, for firms with at most 1,000 employees.",
)
SAID_THERE = both("Bij de vraag zelf staat het erbij.", "The question itself says so.")


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One ask as its mail tells it; ``asker`` is the holder or the firm above, ``contact`` the person there."""

    asker: str
    holder: str
    concession: str
    year: int
    supplier: str
    employees: int | None
    questions: tuple[str, ...]
    due: date
    contact: str


def asking_facts(asking: Asking) -> dict[str, str | date | Bilingual]:
    """The facts of the mail."""
    return {
        "asker": asking.asker,
        "holder": asking.holder,
        "concession": asking.concession,
        "year": str(asking.year),
        "supplier": asking.supplier,
        "questions": counted(len(asking.questions), both("vraag", "question"), both("vragen", "questions")),
        "due": asking.due,
        "minutes": str(minutes_for(len(asking.questions))),
        "refusing": _refusing(asking),
        "valid_until": valid_until(asking.due),
        "contact": _contact(asking.contact),
    }


def minutes_for(questions: int) -> int:
    """How long so many questions take, at half a minute each and in steps of five minutes."""
    return MINUTES_STEP * max(1, ceil(questions / 2 / MINUTES_STEP))


def _refusing(asking: Asking) -> Bilingual:
    """What may be refused, and for a firm that the cap protects, the law that says so."""
    free = _refusable(asking.questions, asking.employees)
    law = LAW if protected(asking.employees) else NOTHING
    if not free:
        return NOTHING
    if free == len(asking.questions):
        return _after_each_other(ALL_FREE, law)
    some = both(
        f"Van deze vragen {'is er 1' if free == 1 else f'zijn er {free}'} vrijwillig: die mag u weigeren, zonder reden.",
        f"Of these questions {free} {'is' if free == 1 else 'are'} voluntary: you may refuse, without a reason.",
    )
    return _after_each_other(some, law, SAID_THERE)


def _after_each_other(*texts: Bilingual) -> Bilingual:
    return both(" ".join(one.nl for one in texts if one.nl), " ".join(one.en for one in texts if one.en))


def _refusable(questions: Iterable[str], employees: int | None) -> int:
    return sum(asked_as(QUESTION[one], employees).may_refuse for one in questions if one in QUESTION)


def _contact(contact: str) -> Bilingual:
    if not contact:
        return NOTHING
    return both(f"Vragen? Neem contact op met {contact}.", f"Questions? Please contact {contact}.")
