"""What a holder says of a supplier's answers, as the browser sends it: a choice and a remark per answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final
from uuid import UUID

from portal.refusals import Refused
from portal.use_cases.judging_answers import Verdict
from schemas.web import Said
from schemas.web.words import UNKNOWN

NAME: Final = re.compile(r"(oordeel|opmerking)-([0-9a-f-]{36})")
LONGEST_REMARK: Final = 2_000
TOO_LONG: Final = Said("Schrijf ten hoogste {most} tekens.", "Write at most {most} characters.")
NOTHING_CHOSEN: Final = Said("Kies bij ten minste één antwoord wat u ervan vindt.", "Choose for at least one answer.")


class Choice(StrEnum):
    """What can be said of an answer; the values stand in the form."""

    ACCEPT = "aanvaarden"
    REPLACE = "vervangen"
    KEEP = "behouden"
    QUESTION = "vragen"


REPLACES: Final = {Choice.REPLACE: True, Choice.KEEP: False}


def verdicts_in(form: Mapping[str, str]) -> list[Verdict]:
    """The answers about which something was said."""
    found = list(_verdicts(form))
    if not found:
        raise Refused(NOTHING_CHOSEN)
    return found


def _verdicts(form: Mapping[str, str]) -> Iterator[Verdict]:
    for name, value in form.items():
        if name == "csrf_token":
            continue
        known = NAME.fullmatch(name)
        if known is None:
            raise Refused(UNKNOWN)
        if known[1] == "oordeel" and value:
            yield _verdict(_id(known[2]), value, form.get(f"opmerking-{known[2]}", "").strip())


def _verdict(answer: UUID, value: str, remark: str) -> Verdict:
    if value not in set(Choice):
        raise Refused(UNKNOWN)
    if len(remark) > LONGEST_REMARK:
        raise Refused(TOO_LONG.format(most=LONGEST_REMARK), field=f"opmerking-{answer}")
    choice = Choice(value)
    return Verdict(answer=answer, accepted=choice is not Choice.QUESTION, replaces=REPLACES.get(choice), remark=remark)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused(UNKNOWN) from None
