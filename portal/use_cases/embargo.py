"""The embargo on amounts in words: whether a text that the holder will read names an amount that it was not told yet."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from text_to_num import alpha2digit

from portal.refusals import Refused
from schemas.store import Report, Shortfall, tracks_of
from schemas.texts import Language
from schemas.web import Said

FIELD: Final = "noemt_bedrag"
NAMES_AMOUNT: Final = Said(
    "Uw tekst noemt {amount} euro. Over dat bedrag in dossier {case} geldt geheimhouding: de houder weet het nog niet en "
    "leest deze tekst wel. Haal het bedrag weg, of zet een vinkje als het om iets anders gaat.",
    "Your text names {amount} euros. That amount in case {case} is under embargo: the holder does not know it yet and "
    "will read this text. Take the amount out, or tick the box if it is about something else.",
)
THOUSAND, TON, MILLION = 1_000, 100_000, 1_000_000
TIMES: Final = {
    **dict.fromkeys(("duizend", "thousand", "k"), THOUSAND),
    "ton": TON,
    **dict.fromkeys(("miljoen", "million", "mln", "mio", "m"), MILLION),
}
# So many thousands, tons (of a hundred thousand) or millions: *25 duizend*, *€ 25k*, *twee ton*, *0,25 miljoen*, *1.5 mln*.
MULTIPLE: Final = re.compile(rf"(\d+(?:[.,]\d+)?)[\s\u00a0\u202f-]*({'|'.join(TIMES)})\b", re.IGNORECASE)
# Parts as people say them: *driekwart*, *anderhalve*, *tweeënhalf*, *twee en een half*, *een kwart (van een)*, *half (a)*.
PARTS: Final = re.compile(
    r"""\b(?:
        (?P<three_quarters> (?:drie|three) [\s-]* (?:kwart|quarters) )
      | (?P<one_and_half> anderhal(?:f|ve) )
      | (?P<joined> \w+ ) [eë]nhal(?:f|ve)
      | (?: (?P<whole> \w+ ) \s+ (?:en\s+een|and\s+a) \s+ )? (?: hal(?:f|ve) | (?P<quarter> kwart|quarter ) )
    ) (?: \s+ (?:of|van) )? (?: \s+ (?:an?|een) )? \b""",
    re.IGNORECASE | re.VERBOSE,
)
# Digits with points, commas or spaces between them, as amounts are typed.
NUMBER: Final = re.compile(r"\d(?:[\d.,\s\u00a0\u202f]*\d)?")
CENTS: Final = re.compile(r"[.,](\d{2})$")


def refuse_named_amount(session: Session, case: Shortfall, text: str, *, own: Decimal | None = None) -> None:
    """Refuse a text that names an amount under embargo in any case of the concession; ``own`` is told with the text."""
    for other, amount in _under_embargo(session, case):
        if amount != own and names(text, amount):
            raise Refused(NAMES_AMOUNT.format(amount=_typed(amount), case=f"T{other.number}"), field=FIELD)


def names(text: str, amount: Decimal) -> bool:
    """Whether a text names an amount: in digits, in words in either language, or as so many thousands or millions."""
    said = (text, *(alpha2digit(text, language.value) for language in Language))
    counted = PARTS.sub(_part_in_digits, normalize("NFC", text))
    multiples = (*said, counted, *(_all_in_digits(counted, language) for language in Language))
    return any(amount in _in_digits(one) for one in said) or any(amount in _in_multiples(one) for one in multiples)


def _in_digits(text: str) -> set[Decimal]:
    """The numbers in a text, read as amounts: points, commas and spaces between thousands do not count."""
    return {_read(found) for found in NUMBER.findall(text)}


def _in_multiples(text: str) -> set[Decimal]:
    return {Decimal(number.replace(",", ".")) * TIMES[word.casefold()] for number, word in MULTIPLE.findall(text)}


def _part_in_digits(found: re.Match[str]) -> str:
    """A part as a number, *2,5* for *tweeënhalf*; a word before it that is no number stays as it is."""
    if found["three_quarters"]:
        return "0,75"
    if found["one_and_half"]:
        return "1,5"
    part, before = "25" if found["quarter"] else "5", found["joined"] or found["whole"] or ""
    read = (_all_in_digits(before, language) for language in Language)
    whole = next((one for one in read if one.isdecimal()), None)
    return f"{before} 0,{part}" if whole is None else f"{whole},{part}"


def _all_in_digits(text: str, language: Language) -> str:
    """A text with every number in digits, also one that stands alone and could be an article."""
    return str(alpha2digit(text, language.value, threshold=0))


def _read(typed: str) -> Decimal:
    cents = CENTS.search(typed)
    whole = typed[: cents.start()] if cents else typed
    digits = "".join(sign for sign in whole if sign.isdecimal())
    return Decimal(f"{digits}.{cents.group(1)}" if cents else digits)


def _typed(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _under_embargo(session: Session, case: Shortfall) -> list[tuple[Shortfall, Decimal]]:
    """What was proposed in the cases of the concession and was never told: it waits, or was not confirmed."""
    concession: UUID = session.get_one(Report, case.report).concession
    query = select(Shortfall).join(Report, Report.id == Shortfall.report).where(Report.concession == concession)
    cases = session.scalars(query.order_by(Shortfall.at, Shortfall.id)).all()
    tracks = tracks_of(session, cases)
    told = {step.amount for track in tracks.values() for step in track.told}
    return [
        (one, step.amount)
        for one in cases
        for step in tracks[one.id].steps
        if step.amount and step.told_at is None and step.amount not in told
    ]
