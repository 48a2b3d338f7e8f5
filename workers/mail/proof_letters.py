"""The letter that a functional manager asked to see: a text in both languages, filled with an example, and marked as a proof."""

from __future__ import annotations

from dataclasses import replace

from schemas.events import LetterProofAsked
from schemas.letters.places import example_facts
from schemas.store import LetterProof, text_from
from schemas.texts import Language
from workers.mail.addressing import Addressed, Desk, letter_of
from workers.mail.facts import Reader, reader

MARK = {Language.NL: "Proef", Language.EN: "Proof"}


def letter_proof(event: LetterProofAsked, desk: Desk) -> tuple[Addressed, ...]:
    """The text in both languages, whatever the language of who asked."""
    proof = desk.session.get_one(LetterProof, event.proof)
    asker = reader(desk.session, event.person)
    return tuple(_proof(proof, replace(asker, language=language), desk) for language in Language)


def _proof(proof: LetterProof, to: Reader, desk: Desk) -> Addressed:
    words = text_from(proof.body).in_(to.language)
    marked = words.model_copy(update={"subject": f"{MARK[to.language]}: {words.subject}"})
    # Two letters to one person because of one event: each has a name of its own.
    name = f"proof.{proof.template}.{to.language.value}"
    facts = example_facts(proof.template, to.language)
    return Addressed(reader=to, letter=letter_of(name, marked, facts, desk.base_url))


LETTERS = (letter_proof,)
