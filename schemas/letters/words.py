"""The words of each letter, Dutch first: what is asked, of whom, by when."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.asking_words import OF_ASKING
from schemas.letters.calendar_words import OF_THE_CALENDAR
from schemas.letters.check_words import OF_THE_CHECK
from schemas.letters.conversation_words import OF_THE_CONVERSATION
from schemas.letters.plan_words import OF_THE_PLAN
from schemas.letters.publication_words import OF_PUBLISHING
from schemas.letters.reminding_words import OF_REMINDING
from schemas.letters.shortfall_words import OF_SHORTFALLS
from schemas.letters.wording import Wording, both

WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {
        "duty_opened": Wording(
            both("Rapportage {year} voor {concession} is geopend", "The {year} report for {concession} is open"),
            both(
                "U dient uiterlijk {hand_in_by} het rapport over {year} voor {concession} in.",
                "Please hand in the {year} report for {concession} by {hand_in_by}.",
            ),
            (
                both(
                    "Het werkboek om in te vullen is bijgevoegd. Wagenpark en keten van vorig jaar staan er al in, als wij die hebben.",
                    "The workbook to fill in is attached, with last year's fleet and chain where we have them.",
                ),
                both(
                    "U mag zo vaak uploaden als u wilt: u ziet binnen een minuut wat er niet klopt en hoe het rapport beoordeeld zou worden.",
                    "Upload as often as you like: within a minute you see what is wrong and how it would be judged.",
                ),
            ),
            both("Naar de rapportage", "To the report"),
        ),
        **OF_THE_CHECK,
        "receipt": Wording(
            both("Ontvangen: rapport {year} voor {concession}", "Received: {year} report for {concession}"),
            both(
                "U hoeft nu niets te doen: het rapport over {year} voor {concession} is ontvangen op {signed_at}.",
                "Nothing is asked of you now: the {year} report for {concession} was received on {signed_at}.",
            ),
            (
                both(
                    "Versie {number}, ingediend door {signatory}. Kenmerk (sha256): {sha256}",
                    "Version {number}, handed in by {signatory}. Fingerprint (sha256): {sha256}",
                ),
                both(
                    "U hoort uiterlijk {feedback_by} van de provincie. Het ontvangstbewijs is bijgevoegd; bewaar het.",
                    "The province will answer by {feedback_by}. The receipt is attached; please keep it.",
                ),
                both(
                    "Intrekken kan tot de provincie met beoordelen begint.",
                    "You can withdraw until the province begins its review.",
                ),
            ),
            both("Rapport en bewijs bekijken", "See report and receipt"),
        ),
        "handed_in": Wording(
            both("Ingediend: {concession} over {year}", "Handed in: {concession} on {year}"),
            both(
                "U beoordeelt uiterlijk {feedback_by} het rapport over {year} van {holder} voor {concession}.",
                "Please review the {year} report of {holder} for {concession} by {feedback_by}.",
            ),
            (both("Ingediend op {signed_at} als versie {number}.", "Handed in on {signed_at} as version {number}."),),
            both("Rapport beoordelen", "Review the report"),
        ),
        "second_reading": Wording(
            both("Tweede lezer gevraagd: {concession} over {year}", "Second reader asked: {concession} on {year}"),
            both(
                "U bevestigt of weigert het voorstel om het rapport over {year} voor {concession} terug te sturen, uiterlijk {feedback_by}.",
                "Please confirm or refuse the proposal to send back the {year} report for {concession}, by {feedback_by}.",
            ),
            (
                both("{by} stelt dit voor: {reason}", "{by} proposes this: {reason}"),
                both(
                    "Bevestigt u, dan verbetert de houder het rapport uiterlijk {term}.",
                    "If you confirm, the holder corrects the report by {term}.",
                ),
            ),
            both("Voorstel lezen", "Read the proposal"),
        ),
        "decision": Wording(
            both("Besluit over rapport {year} voor {concession}", "Decision on the {year} report for {concession}"),
            both(
                "U hoeft niets in te dienen: het rapport over {year} voor {concession} is {outcome}.",
                "Nothing has to be handed in: the {year} report for {concession} was {outcome}.",
            ),
            (
                both("De toelichting van de provincie: {reason}", "The province's reasons: {reason}"),
                both(
                    "Het rapport met de vastgestelde oordelen staat voor u klaar.",
                    "The report with the established verdicts is ready for you.",
                ),
                both("{letter}", "{letter}"),
            ),
            both("Besluit lezen", "Read the decision"),
        ),
        "sent_back": Wording(
            both("Teruggestuurd: rapport {year} voor {concession}", "Sent back: {year} report for {concession}"),
            both(
                "U verbetert het rapport over {year} voor {concession} en dient het opnieuw in, uiterlijk {term}.",
                "Please correct the {year} report for {concession} and hand it in again, by {term}.",
            ),
            (
                both("De reden van de provincie: {reason}", "The province's reason: {reason}"),
                both("{sheets}", "{sheets}"),
                both("{letter}", "{letter}"),
            ),
            both("Naar de rapportage", "To the report"),
        ),
        "waiver_recorded": Wording(
            both("Ontheffing vastgelegd voor {concession}", "Waiver recorded for {concession}"),
            both(
                "U hoeft niets te doen: voor {concession} is bij besluit {decision} een ontheffing vastgelegd, van {starts} tot en met {ends}.",
                "Nothing is asked of you: by decision {decision} a waiver was recorded for {concession}, from {starts} to {ends}.",
            ),
            (
                both("Het gaat om: {scope}.", "It is about: {scope}."),
                both("De reden van de provincie: {reason}", "The province's reason: {reason}"),
            ),
            both("Ontheffingen bekijken", "See the waivers"),
        ),
        "waiver_withdrawn": Wording(
            both("Ontheffing ingetrokken voor {concession}", "Waiver withdrawn for {concession}"),
            both(
                "U kijkt na wat de ontheffing bij besluit {decision} voor {concession} openliet: zij is ingetrokken en geldt niet meer.",
                "Please see what the waiver by decision {decision} for {concession} left open: it is withdrawn and holds no longer.",
            ),
            (
                both("Het gaat om: {scope}.", "It is about: {scope}."),
                both("De reden van de provincie: {reason}", "The province's reason: {reason}"),
                both(
                    "Vragen die eronder vielen, vragen in een rapport dat nog niet is ingediend weer een toelichting.",
                    "Questions that it covered ask for an explanation again in a report that is not handed in yet.",
                ),
            ),
            both("Ontheffingen bekijken", "See the waivers"),
        ),
        **OF_THE_CONVERSATION,
        **OF_THE_CALENDAR,
        **OF_THE_PLAN,
        "too_few_signatories": Wording(
            both("Te weinig ondertekenaars bij {holder}", "Too few signatories at {holder}"),
            both(
                "U zorgt dat {holder} weer ten minste twee ondertekenaars heeft{before}: {who}.",
                "Please see that {holder} has at least two signatories again{before}: {who}.",
            ),
            (
                both(
                    "Met twee wordt het rapport ook ingediend als er iemand weg is.",
                    "With two the report is handed in also when somebody is away.",
                ),
                both(
                    "Vraag de functioneel beheerder van uw provincie om iemand uit te nodigen of weer toegang te geven.",
                    "Ask the functional manager of your province to invite somebody or to open access again.",
                ),
            ),
            both("Naar mijn concessies", "To my concessions"),
            both(
                "U krijgt deze mail omdat u rapporteert voor deze organisatie.",
                "You receive this mail because you report for this organisation.",
            ),
        ),
        **OF_PUBLISHING,
        **OF_REMINDING,
        **OF_SHORTFALLS,
        **OF_ASKING,
        "invitation": Wording(
            both("Uitnodiging voor Ketenspiegel", "Invitation to Ketenspiegel"),
            both(
                "U maakt vóór {expires} uw account aan om voor {organisation} in Ketenspiegel te werken.",
                "Please set up your account before {expires} to work in Ketenspiegel for {organisation}.",
            ),
            (
                both(
                    "De link werkt één keer. Verwacht u deze mail niet? Dan hoeft u niets te doen.",
                    "The link works once. Did you not expect this mail? Then do nothing.",
                ),
            ),
            both("Account aanmaken", "Set up account"),
            both(
                "U krijgt deze mail omdat {organisation} u toegang tot Ketenspiegel geeft.",
                "You receive this mail because {organisation} gives you access to Ketenspiegel.",
            ),
        ),
        "password_reset": Wording(
            both("Nieuw wachtwoord voor Ketenspiegel", "New password for Ketenspiegel"),
            both("U kiest vóór {expires} een nieuw wachtwoord.", "Please choose a new password before {expires}."),
            (
                both(
                    "Vroeg u dit niet aan? Dan hoeft u niets te doen; uw wachtwoord blijft zoals het is.",
                    "Did you not ask for this? Then do nothing; your password stays as it is.",
                ),
            ),
            both("Wachtwoord kiezen", "Choose a password"),
            both(
                "U krijgt deze mail omdat iemand voor uw account een nieuw wachtwoord vroeg.",
                "You receive this mail because somebody asked for a new password for your account.",
            ),
        ),
    }
)
