"""Where a publication stands, in one sentence with who acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from portal.filters import date_long, date_weekday
from schemas.clock import today
from schemas.store.published import EditionFacts, Stage


@dataclass(frozen=True)
class Sentence:
    """What to say; ``actor`` as the layout wants it, ``by`` a day that is near."""

    text: str
    actor: str
    by: date | None = None


def stand_of(edition: EditionFacts | None) -> Sentence:
    """The sentence of the newest edition, or of a report of which nothing was published yet."""
    if edition is None:
        return Sentence(_("U bent aan zet: beslis per onderdeel wat openbaar wordt."), "you")
    if edition.withdrawal:
        return Sentence(_("Ingetrokken op %(day)s.", day=date_long(edition.withdrawal.at)), "done")
    if edition.release:
        number, day = edition.publication.number, date_long(edition.release.at)
        return Sentence(_("Openbaar sinds %(day)s: uitgave %(number)s.", day=day, number=number), "done")
    return _before_release(edition)


def _before_release(edition: EditionFacts) -> Sentence:
    if edition.stage is not Stage.TOLD or edition.notice is None:
        return Sentence(_("U bent aan zet: de houder weet nog niet wat openbaar wordt."), "you")
    if edition.may_be_released(today()):
        return Sentence(_("U bent aan zet: u kunt openbaar maken."), "you")
    day = edition.notice.view_by
    return Sentence(_("De houder heeft tot en met %(day)s voor een zienswijze.", day=date_weekday(day)), "they", day)
