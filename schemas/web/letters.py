"""The form of the text of a letter: plain text with known names between braces, and none lost that the reader needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from schemas.letters.places import known_places, meaning_of, needed_places
from schemas.letters.texts import PLACE, LetterText, LetterWords, places
from schemas.reminding.marks import MARK
from schemas.texts import Language
from schemas.web.fields import Choice, Line, Prose, at_most
from schemas.web.office import ReasonSchema
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, Said

LONGEST_BUTTON: Final = 60
LOOSE_BRACE: Final = Said(
    "Hier staat een accolade die nergens bij hoort. Schrijf een naam zoals {{{name}}}, of haal haar weg.",
    "There is a brace here that belongs to nothing. Write a name such as {{{name}}}, or take it away.",
)
TWO_PERCENTS: Final = Said(
    "Twee procenttekens achter elkaar kunnen hier niet: daar komen bij het versturen geheime links. Schrijf er één.",
    "Two percent signs in a row cannot stand here: secret links come there when a mail is sent. Write one.",
)
UNKNOWN_PLACE: Final = Said(
    "{{{name}}} kan deze mail niet invullen. Kies uit: {known}.",
    "This mail cannot fill in {{{name}}}. Choose from: {known}.",
)
LOST_PLACE: Final = Said(
    "{{{name}}} ontbreekt: {meaning}. Zet het in het onderwerp, de eerste regel of de tekst.",
    "{{{name}}} is missing: {meaning}. Put it in the subject, the first line or the text.",
)
LANGUAGE_OF: Final = {Language.NL: "nl", Language.EN: "en"}
PARTS: Final = ("subject", "first_line", "lines", "button", "why")
NAMED: Final = {
    "subject": "onderwerp",
    "first_line": "eerste-regel",
    "lines": "tekst",
    "button": "knop",
    "why": "waarom",
}


class Deed(StrEnum):
    """What somebody wants with the text of the form."""

    PREVIEW = "voorbeeld"
    PROOF = "proef"
    KEEP = "bewaren"


class FirstLine(Line):
    """Says everything that matters, so it may be longer than other lines."""

    longest = 400


def _line(part: str, language: str) -> Line:
    kind = FirstLine if part == "first_line" else Line
    return kind(required=True, data_key=f"{NAMED[part]}-{language}")


class LetterTextSchema(WebSchema):
    """A text in both languages, what is to happen with it, and why where it is kept."""

    subject_nl = _line("subject", "nl")
    first_line_nl = _line("first_line", "nl")
    lines_nl = Prose(load_default="", data_key="tekst-nl")
    button_nl = Line(required=True, data_key="knop-nl", validate=at_most(LONGEST_BUTTON))
    why_nl = _line("why", "nl")
    subject_en = _line("subject", "en")
    first_line_en = _line("first_line", "en")
    lines_en = Prose(load_default="", data_key="tekst-en")
    button_en = Line(required=True, data_key="knop-en", validate=at_most(LONGEST_BUTTON))
    why_en = _line("why", "en")
    reason = Prose(load_default="", data_key="reden")
    deed = Choice(Deed, required=True, data_key="doen")

    def __init__(self, template: str) -> None:
        super().__init__()
        self._template = template

    @validates_schema(skip_on_field_errors=False)
    def fits(self, form: Mapping[str, Any], **_context: object) -> None:
        """Every name between braces is one of this letter, none is lost, and a kept text has a reason."""
        faults = {key: found for key, found in self._faults(form).items() if found}
        if form.get("deed") is Deed.KEEP and not form.get("reason"):
            faults["reden"] = [MISSING]
        if faults:
            raise ValidationError(faults)

    @post_load
    def as_text(self, form: dict[str, Any], **_context: object) -> dict[str, Any]:
        """The text as one value."""
        text = LetterText(nl=_words(form, "nl"), en=_words(form, "en"))
        return {"text": text, "reason": form["reason"], "deed": form["deed"]}

    def _faults(self, form: Mapping[str, Any]) -> dict[str, list[str]]:
        faults = {
            f"{NAMED[part]}-{language}": self._strange(form.get(f"{part}_{language}", ""))
            for part in PARTS
            for language in LANGUAGE_OF.values()
        }
        for language in LANGUAGE_OF.values():
            faults[f"eerste-regel-{language}"] += self._lost(form, language)
        return faults

    def _strange(self, text: str) -> list[str]:
        if MARK.search(text):
            return [TWO_PERCENTS]
        known = known_places(self._template)
        if re.search(r"[{}]", PLACE.sub("", text)):
            return [LOOSE_BRACE.format(name=known[0])]
        named = ", ".join(f"{{{name}}}" for name in known)
        return [UNKNOWN_PLACE.format(name=name, known=named) for name in sorted(places(text) - {*known})]

    def _lost(self, form: Mapping[str, Any], language: str) -> list[str]:
        read = [form.get(f"{part}_{language}") for part in ("subject", "first_line", "lines")]
        if None in read:
            return []
        there = places("\n".join(map(str, read)))
        return [_lost(name) for name in needed_places(self._template) if name not in there]


class PutBackSchema(ReasonSchema):
    """Which earlier text counts again, 0 for the usual one, and why."""

    number = fields.Integer(required=True, data_key="nummer", validate=validate.Range(min=0), strict=False)


def _lost(name: str) -> Said:
    meaning = meaning_of(name)
    dutch = str.format(LOST_PLACE, name=name, meaning=meaning.nl)
    return Said(dutch, LOST_PLACE.en.format(name=name, meaning=meaning.en))


def _words(form: Mapping[str, Any], language: str) -> LetterWords:
    paragraphs = re.split(r"\n\s*\n", form[f"lines_{language}"])
    return LetterWords(
        subject=form[f"subject_{language}"],
        first_line=form[f"first_line_{language}"],
        lines=tuple(" ".join(one.split()) for one in paragraphs if one.strip()),
        button=form[f"button_{language}"],
        why=form[f"why_{language}"],
    )
