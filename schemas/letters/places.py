"""What may stand between braces in the text of a letter: what each name means, and an example to read a text with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.letters.texts import LetterWords, places, usual_text
from schemas.letters.wording import both
from schemas.texts import Bilingual, Language


@dataclass(frozen=True)
class Place:
    """One name: what comes in its place, and an example of it."""

    meaning: Bilingual
    example: Bilingual


def _place(meaning: tuple[str, str], example: tuple[str, str] | str) -> Place:
    return Place(both(*meaning), both(example, example) if isinstance(example, str) else both(*example))


PLACES: Final[Mapping[str, Place]] = MappingProxyType(
    {
        "about": _place(
            (
                "om welke concessie, leverancier of maatregel het gaat",
                "which concession, supplier or measure it is about",
            ),
            "Voorbeeld Oost (Voorbeeldaccu)",
        ),
        "asked_on": _place(
            ("de dag waarop de provincie het vroeg", "the day on which the province asked it"),
            ("3 maart 2027", "3 March 2027"),
        ),
        "button": _place(
            ("de knop van de eerste herinnering", "the button of the first reminder"),
            ("Naar de rapportage", "To the report"),
        ),
        "certificate": _place(("welk certificaat het is", "which certificate it is"), "ISO 14001"),
        "count": _place(("hoeveel herinneringen er in de mail staan", "how many reminders the mail holds"), "3"),
        "duty": _place(
            ("wat er gedaan moet worden", "what has to be done"), ("Rapport indienen", "Hand in the report")
        ),
        "firm": _place(("de naam van de leverancier", "the name of the supplier"), "Voorbeeldaccu"),
        "missing": _place(
            ("hoeveel bewijsstukken ontbreken", "how many pieces of evidence are missing"),
            ("2 bewijsstukken", "2 pieces of evidence"),
        ),
        "sentence": _place(
            ("de eerste regel van de eerste herinnering", "the first line of the first reminder"),
            (
                "Wilt u het rapport over 2026 voor Voorbeeld Oost indienen, uiterlijk 1 mei 2027?",
                "Please hand in the 2026 report for Voorbeeld Oost by 1 May 2027.",
            ),
        ),
        "task": _place(
            ("welk deel van de beoordeling het is", "which part of the review it is"),
            ("rondt de beoordeling af", "finish the review"),
        ),
        "answers": _place(("hoeveel antwoorden het zijn", "how many answers it is about"), ("1 antwoord", "1 answer")),
        "remarks": _place(
            ("over welke vragen het gaat, met wat de houder schreef", "which questions, with what the holder wrote"),
            ("• Hoeveel werknemers? – “Zijn dit er niet 54?”", "• How many employees? – “Not 54?”"),
        ),
        "asker": _place(
            ("wie de leverancier om gegevens vraagt", "who asks the supplier for data"), "Voorbeeldvervoer"
        ),
        "contact": _place(
            (
                "bij wie de leverancier terecht kan; leeg als dat er niet is",
                "whom to turn to; empty where there is nobody",
            ),
            ("Vragen? Mail m@voorbeeld.example.", "Questions? Mail m@voorbeeld.example."),
        ),
        "minutes": _place(("hoeveel minuten het kost", "how many minutes it takes"), "10"),
        "refusing": _place(
            (
                "dat de leverancier mag weigeren; leeg als dat niet zo is",
                "that the supplier may refuse; empty where not",
            ),
            ("U mag weigeren.", "You may refuse."),
        ),
        "supplier": _place(("de naam van de leverancier", "the name of the supplier"), "Voorbeeldaccu"),
        "valid_until": _place(
            ("tot wanneer de link werkt", "until when the link works"), ("15 april 2027", "15 April 2027")
        ),
        "act_by": _place(
            ("de dag waarop het klaar moet zijn", "the day by which it has to be done"), ("1 mei 2027", "1 May 2027")
        ),
        "also": _place(
            ("hoeveel vragen er ook zijn; leeg zonder vragen", "how many questions there are as well; empty without"),
            ("Ook zijn er 12 vragen om toe te lichten.", "There are also 12 questions to explain."),
        ),
        "answer": _place(("toegestaan of geweigerd", "granted or refused"), ("toegestaan", "granted")),
        "at": _place(
            ("wanneer het is ontvangen", "when it was received"), ("28 april 2027, 16.42 uur", "28 April 2027, 16:42")
        ),
        "before": _place(
            ("vóór welke dag; leeg als er geen is", "before which day; empty where there is none"),
            (", vóór 1 mei 2027", ", before 1 May 2027"),
        ),
        "by": _place(("wie het deed of vraagt", "who did or asks it"), "M. Voorbeeld"),
        "by_when": _place(("tegen wanneer", "by when"), ("uiterlijk 1 mei 2027", "by 1 May 2027")),
        "case": _place(
            ("om welke tekortkoming het gaat", "which shortfall it is about"),
            ("hernieuwbare energie", "renewable energy"),
        ),
        "concession": _place(("de naam van de concessie", "the name of the concession"), "Voorbeeld Oost"),
        "day": _place(("de dag van het gesprek", "the day of the hearing"), ("12 mei 2027", "12 May 2027")),
        "decision": _place(("het nummer van het besluit", "the number of the decision"), "2027-0123"),
        "due": _place(("de laatste dag", "the last day"), ("1 oktober 2027", "1 October 2027")),
        "ends": _place(("de laatste dag", "the last day"), ("31 december 2027", "31 December 2027")),
        "errors": _place(("het aantal fouten", "the number of errors"), ("3 fouten", "3 errors")),
        "expires": _place(
            ("tot wanneer de link werkt", "until when the link works"), ("8 mei 2027, 16.42 uur", "8 May 2027, 16:42")
        ),
        "feedback_by": _place(
            ("wanneer de provincie antwoordt", "when the province answers"), ("1 juli 2027", "1 July 2027")
        ),
        "file": _place(("de naam van het bestand", "the name of the file"), "zienswijze.pdf"),
        "hand_in_by": _place(
            ("de laatste dag om in te dienen", "the last day to hand in"), ("1 mei 2027", "1 May 2027")
        ),
        "holder": _place(("de naam van de houder", "the name of the holder"), "Voorbeeldvervoer"),
        "last_day": _place(
            ("de laatste dag van de termijn", "the last day of the term"), ("1 juni 2027", "1 June 2027")
        ),
        "letter": _place(
            ("waar de besluitbrief is; leeg als er geen is", "where the letter is; empty where there is none"),
            ("De besluitbrief staat bij het rapport.", "The decision letter is with the report."),
        ),
        "norms": _place(
            ("om welke normen het gaat", "which norms it is about"), ("hernieuwbare energie", "renewable energy")
        ),
        "note": _place(
            ("wat erbij geschreven is", "what was written with it"),
            ("Klopt deze meterstand?", "Is this reading right?"),
        ),
        "number": _place(("het nummer van de versie", "the number of the version"), "4"),
        "organisation": _place(("de naam van de organisatie", "the name of the organisation"), "Voorbeeldvervoer"),
        "outcome": _place(("de uitkomst van het besluit", "the outcome of the decision"), ("aanvaard", "accepted")),
        "owner": _place(("wie de maatregel uitvoert", "who carries out the measure"), "S. Voorbeeld"),
        "place": _place(
            ("waarover het gaat in het rapport", "what it is about in the report"), ("regel ACT-001", "rule ACT-001")
        ),
        "questions": _place(("het aantal vragen", "the number of questions"), ("12 vragen", "12 questions")),
        "reason": _place(
            ("de reden die iemand gaf", "the reason that somebody gave"),
            ("De meter was stuk.", "The meter was broken."),
        ),
        "scope": _place(
            ("waarover de ontheffing gaat", "what the waiver is about"), ("hernieuwbare energie", "renewable energy")
        ),
        "sha256": _place(("het kenmerk van wat is ingediend", "the fingerprint of what was handed in"), "5f2a…c901"),
        "sheets": _place(
            ("om welke bladen het gaat; leeg als het om alle gaat", "which sheets it is about; empty where it is all"),
            ("Het gaat om: Energie.", "It is about: Energy."),
        ),
        "signatory": _place(("wie ondertekende", "who signed"), "R. Voorbeeld"),
        "signed_at": _place(
            ("wanneer is ondertekend", "when it was signed"), ("28 april 2027, 16.42 uur", "28 April 2027, 16:42")
        ),
        "signs": _place(("wie indient", "who hands in"), ("U dient", "Please hand in")),
        "starts": _place(("de eerste dag", "the first day"), ("1 januari 2027", "1 January 2027")),
        "step": _place(("welke stap het is", "which step it is"), ("een verbeterplan vragen", "asking for a plan")),
        "suppliers_answer_by": _place(
            ("wanneer leveranciers antwoorden", "when suppliers answer"), ("1 april 2027", "1 April 2027")
        ),
        "term": _place(("de nieuwe of gevraagde dag", "the new or asked day"), ("15 mei 2027", "15 May 2027")),
        "text": _place(
            ("de vraag of het antwoord", "the question or the answer"),
            ("Hoeveel bussen rijden er?", "How many buses run?"),
        ),
        "title": _place(
            ("de naam van de maatregel", "the name of the measure"), ("Laadpunten in Oost", "Chargers in the East")
        ),
        "unreadable": _place(
            ("waarom het bestand niet te lezen is", "why the file cannot be read"),
            ("Het blad Energie ontbreekt.", "The sheet Energy is missing."),
        ),
        "until": _place(("tot welke dag", "until which day"), ("15 mei 2027", "15 May 2027")),
        "view": _place(("de zienswijze", "the view"), ("Wij zijn het hier niet mee eens.", "We do not agree.")),
        "view_by": _place(
            ("tot wanneer de houder kan reageren", "until when the holder can answer"), ("20 mei 2027", "20 May 2027")
        ),
        "what": _place(("wat er gevraagd wordt", "what is asked"), ("een maatregel", "a measure")),
        "who": _place(("wie het zijn", "who they are"), "R. Voorbeeld"),
        "year": _place(("het verslagjaar", "the report year"), "2026"),
    }
)


def known_places(template: str) -> tuple[str, ...]:
    """The names that a letter is filled with."""
    usual = usual_text(template)
    return tuple(sorted(places(_all(usual.nl) + _all(usual.en))))


def needed_places(template: str) -> tuple[str, ...]:
    """The names that a text may not lose: those of the usual first line, which says what is asked of whom and by when."""
    usual = usual_text(template)
    return tuple(sorted(places(usual.nl.first_line + usual.en.first_line)))


def meaning_of(name: str) -> Bilingual:
    """What comes in the place of a name."""
    return PLACES[name].meaning if name in PLACES else both(name, name)


def example_facts(template: str, language: Language) -> Mapping[str, str]:
    """Made-up facts to read a text of this letter with."""
    return {
        name: PLACES[name].example.in_(language) if name in PLACES else f"‹{name}›" for name in known_places(template)
    }


def _all(words: LetterWords) -> str:
    return "\n".join((words.whole, words.button, words.why))
