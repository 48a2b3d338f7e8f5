"""The event of the texts of letters: somebody wants to see one as it would arrive."""

from uuid import UUID

from schemas.events.event import AboutPerson


class LetterProofAsked(AboutPerson):
    """A functional manager asked to get a letter, filled with an example."""

    TYPE = "nl.ketenspiegel.briefproef-gevraagd.v1"

    proof: UUID
