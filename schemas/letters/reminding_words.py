"""The words of reminders: of each duty what is asked before its last day, after it, and what who stands above is told; and of the mail around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from schemas.letters.wording import Wording, both
from schemas.reminding.duties import DUTIES, Duty
from schemas.texts import Bilingual

SEVERAL: Final = "remind_several"
NOBODY: Final = "remind_nobody_left"
BEFORE: Final = both("{name}, uiterlijk {{due}}: {about}", "{name} by {{due}}: {about}")
LATE: Final = both("{name}: de termijn is voorbij, {about}", "{name}: the term is over, {about}")
TOLD: Final = both("{name}: nog niet gedaan, {about}", "{name}: not done yet, {about}")
WHY: Final = both(
    "Is het al gedaan? Dan hoeft u niets te doen. U krijgt ten hoogste één herinnering per werkdag, en geen meer zodra dit klaar is. De termijn staat als bijlage voor uw agenda.",
    "Is it done already? Then you need not do anything. You get at most one reminder a working day, and none any more once this is done. The term is attached for your calendar.",
)


def before(duty: Duty) -> str:
    """The name of the text that asks before the last day."""
    return f"remind_{duty.kind}"


def late(duty: Duty) -> str:
    """The name of the text that asks after the last day."""
    return f"remind_{duty.kind}_late"


def told(duty: Duty) -> str:
    """The name of the text for who stands above and cannot do it for them."""
    return f"remind_{duty.kind}_told"


def _of(duty: Duty) -> Iterator[tuple[str, Wording]]:
    yield before(duty), Wording(_subject(BEFORE, duty, duty.deed), duty.asks, duty.helps, duty.button, WHY)
    yield late(duty), Wording(_subject(LATE, duty, duty.deed), duty.asks_late, duty.helps, duty.button, WHY)
    yield told(duty), Wording(_subject(TOLD, duty, duty.name), duty.tells, (), duty.look.button, WHY)


def _subject(words: Bilingual, duty: Duty, name: Bilingual) -> Bilingual:
    about = f"{{concession}} ({{{duty.about}}})" if duty.about else "{concession}"
    return both(
        words.nl.format(name=name.nl, about=about),
        words.en.format(name=name.en, about=about),
    )


OF_REMINDING: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        **{name: wording for duty in DUTIES.values() for name, wording in _of(duty)},
        SEVERAL: Wording(
            both("{count} herinneringen, eerste termijn {due}", "{count} reminders, the first due {due}"),
            both("{sentence}", "{sentence}"),
            (),
            both("{button}", "{button}"),
            WHY,
        ),
        NOBODY: Wording(
            both("Niemand bereikbaar: {duty}, {about}", "Nobody can be reached: {duty}, {about}"),
            both("{sentence}", "{sentence}"),
            (
                both(
                    "Wij kunnen niemand meer bereiken die dit moet doen: adressen kloppen niet, of de mensen zijn er niet. Wijs iemand aan.",
                    "We can reach nobody any more who has to do this: addresses are wrong, or people are gone. Please name somebody.",
                ),
            ),
            both("{button}", "{button}"),
            WHY,
        ),
    }
)
