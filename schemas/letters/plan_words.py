"""The words of the letters of the improvement plan."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both

REASON = both("De reden: {reason}", "The reason: {reason}")
BUTTON = both("Maatregel lezen", "Read the measure")

OF_THE_PLAN: Mapping[str, Wording] = MappingProxyType(
    {
        "measure_proposed": Wording(
            both("Verbeterplan {concession}: {title}", "Improvement plan {concession}: {title}"),
            both(
                "U antwoordt op een voorstel van {holder} in het verbeterplan van {concession}: {title}.",
                "Please answer a proposal of {holder} in the improvement plan of {concession}: {title}.",
            ),
            (
                both("{by} stelt voor deze maatregel {what}.", "{by} proposes {what}."),
                both("Eigenaar: {owner}. Klaar op {due}.", "Owner: {owner}. Due on {due}."),
                REASON,
            ),
            BUTTON,
        ),
        "measure_agreed": Wording(
            both("Akkoord: {title}", "Agreed: {title}"),
            both(
                "U kunt aan de slag met een maatregel voor {concession}: {by} is akkoord met het voorstel. Het gaat om: {title}.",
                "You can go to work on a measure for {concession}: {by} agrees with the proposal. It is about: {title}.",
            ),
            (both("Eigenaar: {owner}. Klaar op {due}.", "Owner: {owner}. Due on {due}."),),
            BUTTON,
        ),
        "measure_change_asked": Wording(
            both("Aanpassing gevraagd: {title}", "Change asked: {title}"),
            both(
                "U past een maatregel voor {concession} aan: {by} vraagt daarom. Het gaat om: {title}.",
                "Please change a measure for {concession}: {by} asks for it. It is about: {title}.",
            ),
            (REASON,),
            BUTTON,
        ),
        "measure_refused": Wording(
            both("Geweigerd: {title}", "Refused: {title}"),
            both(
                "U leest waarom {by} een voorstel voor {concession} weigert. Het gaat om: {title}.",
                "Please read why {by} refuses a proposal for {concession}. It is about: {title}.",
            ),
            (REASON,),
            BUTTON,
        ),
    }
)
