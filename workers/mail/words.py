"""The words of each letter, Dutch first: what is asked, of whom, by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from schemas.texts import Bilingual, Language

OF_THE_CONCESSION = Bilingual(
    nl="U krijgt deze mail omdat u met deze concessie werkt.",
    en="You receive this mail because you work on this concession.",
)


@dataclass(frozen=True)
class Wording:
    """The texts of one kind of letter; placeholders are filled with the facts of the event."""

    subject: Bilingual
    first_line: Bilingual
    lines: tuple[Bilingual, ...]
    button: Bilingual
    why: Bilingual = OF_THE_CONCESSION


def both(nl: str, en: str) -> Bilingual:
    """A text in both languages."""
    return Bilingual(nl=nl, en=en)


def counted(number: int, one: Bilingual, more: Bilingual) -> Bilingual:
    """So many of something, in both languages."""
    words = one if number == 1 else more
    return both(f"{number} {words.nl}", f"{number} {words.en}")


ERROR, ERRORS = both("fout", "error"), both("fouten", "errors")
QUESTION, QUESTIONS = both("vraag", "question"), both("vragen", "questions")


SAFE = both(
    "Stuur geen cijfers per mail. Alles staat in het portaal.", "Please send no figures by mail. All is in the portal."
)

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
        "receipt": Wording(
            both("Ontvangen: rapport {year} voor {concession}", "Received: {year} report for {concession}"),
            both(
                "U hoeft nu niets te doen: het rapport over {year} voor {concession} is ontvangen op {signed_at}.",
                "Nothing is asked of you now: the {year} report for {concession} was received on {signed_at}.",
            ),
            (
                both(
                    "Versie {number}, ingediend door {signatory}. Controlegetal (sha256): {sha256}",
                    "Version {number}, handed in by {signatory}. Checksum (sha256): {sha256}",
                ),
                both(
                    "U hoort uiterlijk {feedback_by} van de provincie. Bewaar dit bewijs.",
                    "The province will answer by {feedback_by}. Keep this receipt.",
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
        "question_asked": Wording(
            both("Vraag over rapport {year} voor {concession}", "Question on the {year} report for {concession}"),
            both(
                "U beantwoordt een vraag van {by} over het rapport over {year} voor {concession}{by_when}.",
                "Please answer a question from {by} on the {year} report for {concession}{by_when}.",
            ),
            (both("Het gaat om: {place}.", "It is about: {place}."), both("De vraag: {text}", "The question: {text}")),
            both("Vraag beantwoorden", "Answer the question"),
        ),
        "question_answered": Wording(
            both("Antwoord over rapport {year} voor {concession}", "Answer on the {year} report for {concession}"),
            both(
                "U leest het antwoord van {by} op een vraag over het rapport over {year} voor {concession}, en vraagt door of sluit het gesprek.",
                "Please read the answer from {by} to a question on the {year} report for {concession}, and ask on or close it.",
            ),
            (
                both("Het gaat om: {place}.", "It is about: {place}."),
                both("Het antwoord: {text}", "The answer: {text}"),
            ),
            both("Antwoord lezen", "Read the answer"),
        ),
        "intention": Wording(
            both("Voornemen over rapport {year} voor {concession}", "Intention on the {year} report for {concession}"),
            both(
                "U kunt uiterlijk {view_by} uw zienswijze geven: {by} wil het rapport over {year} voor {concession} terugsturen.",
                "You can give your view by {view_by}: {by} intends to send back the {year} report for {concession}.",
            ),
            (
                both("De reden: {reason}", "The reason: {reason}"),
                both(
                    "U hoeft niet te reageren. Er is nog niets besloten.",
                    "You need not answer. Nothing is decided yet.",
                ),
            ),
            both("Zienswijze geven", "Give your view"),
        ),
        "view_given": Wording(
            both("Zienswijze op rapport {year} voor {concession}", "View on the {year} report for {concession}"),
            both(
                "U leest de zienswijze van {holder} en besluit over het rapport over {year} voor {concession}, uiterlijk {feedback_by}.",
                "Please read the view of {holder} and decide on the {year} report for {concession}, by {feedback_by}.",
            ),
            (both("De zienswijze: {view}", "The view: {view}"), both("{file}", "{file}")),
            both("Zienswijze lezen", "Read the view"),
        ),
        "extension_asked": Wording(
            both("Uitstel gevraagd: {concession} over {year}", "More time asked: {concession} on {year}"),
            both(
                "U geeft of weigert uitstel aan {holder} voor het rapport over {year} voor {concession}, vóór {term}.",
                "Please grant or refuse {holder} more time for the {year} report for {concession}, before {term}.",
            ),
            (
                both("Gevraagd tot {until} door {by}: {reason}", "Asked until {until} by {by}: {reason}"),
                both("Tot u antwoordt, geldt de termijn van nu.", "Until you answer, the term of now holds."),
            ),
            both("Verzoek lezen", "Read the request"),
        ),
        "extension_answered": Wording(
            both(
                "Uitstel {answer}: rapport {year} voor {concession}",
                "More time {answer}: {year} report for {concession}",
            ),
            both(
                "U levert het rapport over {year} voor {concession} uiterlijk {term}: het uitstel is {answer}.",
                "Please deliver the {year} report for {concession} by {term}: more time is {answer}.",
            ),
            (both("De reden van de provincie: {reason}", "The province's reason: {reason}"),),
            both("Naar de rapportage", "To the report"),
        ),
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


def filled(text: Bilingual, facts: Mapping[str, str], language: Language) -> str:
    """A text in one language with the facts in their places."""
    return text.in_(language).format_map(facts)
