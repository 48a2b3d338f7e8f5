"""The words of the letters of a check: it is done, it found something, or it was stopped."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both

OF_THE_CHECK: Mapping[str, Wording] = MappingProxyType(
    {
        "check_with_errors": Wording(
            both(
                "{errors} in versie {number} voor {concession}",
                "{errors} in version {number} for {concession}",
            ),
            both(
                "U verbetert {errors} in versie {number} van het rapport over {year} voor {concession}, uiterlijk {act_by}.",
                "Please mend {errors} in version {number} of the {year} report for {concession}, by {act_by}.",
            ),
            (
                both("{also}", "{also}"),
                both(
                    "Per fout ziet u waar hij staat, wat wij verwachten en wat u kunt doen.",
                    "For each error you see where it is, what is expected and what you can do.",
                ),
            ),
            both("Fouten bekijken", "See the errors"),
        ),
        "unreadable": Wording(
            both(
                "Versie {number} voor {concession} is niet te lezen", "Version {number} for {concession} cannot be read"
            ),
            both(
                "U uploadt het rapport over {year} voor {concession} opnieuw, uiterlijk {act_by}: versie {number} is niet te lezen.",
                "Please upload the {year} report for {concession} again, by {act_by}: version {number} cannot be read.",
            ),
            (
                both("{unreadable}", "{unreadable}"),
                both("Uw eerdere versies zijn ongewijzigd.", "Your earlier versions are unchanged."),
            ),
            both("Bekijken waarom", "See why"),
        ),
        "check_with_questions": Wording(
            both(
                "{questions} over versie {number} voor {concession}", "{questions} on version {number} for {concession}"
            ),
            both(
                "U licht {questions} toe bij versie {number} van het rapport over {year} voor {concession}, uiterlijk {act_by}.",
                "Please explain {questions} on version {number} of the {year} report for {concession}, by {act_by}.",
            ),
            (
                both(
                    "Er zijn geen fouten. Daarna kan het rapport worden ingediend.",
                    "There are no errors. After that the report can be handed in.",
                ),
            ),
            both("Vragen toelichten", "Explain the questions"),
        ),
        "check_without_findings": Wording(
            both("Geen fouten in versie {number} voor {concession}", "No errors in version {number} for {concession}"),
            both(
                "{signs} het rapport over {year} voor {concession} in, uiterlijk {act_by}: in versie {number} staan geen fouten en geen open vragen.",
                "{signs} the {year} report for {concession}, by {act_by}: version {number} has no errors and no open questions.",
            ),
            (
                both(
                    "U ziet per norm hoe het nu zou worden beoordeeld.",
                    "For each norm you see how it would be judged now.",
                ),
            ),
            both("Resultaat bekijken", "See the result"),
        ),
        "check_of_signed": Wording(
            both("Geen fouten in versie {number} voor {concession}", "No errors in version {number} for {concession}"),
            both(
                "U hoeft niets te doen: in versie {number} van het rapport over {year} voor {concession} vonden wij geen fouten, en het is al ingediend.",
                "Nothing is asked of you: we found no errors in version {number} of the {year} report for {concession}, and it is handed in already.",
            ),
            (both("Het voorbehoud van de controle vervalt.", "The reservation of the check no longer holds."),),
            both("Resultaat bekijken", "See the result"),
        ),
        "finding_marked": Wording(
            both(
                "{by} vraagt u te kijken: rapport {year} voor {concession}",
                "{by} asks you to look: {year} report for {concession}",
            ),
            both(
                "U kijkt naar {place} in het rapport over {year} voor {concession}, vóór {act_by}: {by} vraagt dat.",
                "Please look at {place} in the {year} report for {concession}, before {act_by}: {by} asks this.",
            ),
            (both("{note}", "{note}"),),
            both("Bevinding bekijken", "See the finding"),
        ),
        "check_stopped": Wording(
            both(
                "De controle van versie {number} voor {concession} is gestopt",
                "The check of version {number} for {concession} was stopped",
            ),
            both(
                "U uploadt het rapport over {year} voor {concession} opnieuw, uiterlijk {act_by}: de controle van versie {number} is gestopt.",
                "Please upload the {year} report for {concession} again, by {act_by}: the check of version {number} was stopped.",
            ),
            (
                both(
                    "Wij konden de controle niet afmaken. Deze versie kan niet worden ingediend; uw bestand is bewaard.",
                    "We could not finish the check. This version cannot be handed in; your file is kept.",
                ),
            ),
            both("Rapport uploaden", "Upload the report"),
        ),
    }
)
