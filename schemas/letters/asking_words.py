"""The words of the mail that asks a supplier: who asks, what, why, by when, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both

OF_ASKING: Mapping[str, Wording] = MappingProxyType(
    {
        "supplier_asked": Wording(
            both("{asker} vraagt u om gegevens over {year}", "{asker} asks you for data on {year}"),
            both(
                "{asker} vraagt {supplier} om {questions} over {year} te beantwoorden, omdat de provincie een verslag over de hele keten vraagt: uiterlijk {due}, in ongeveer {minutes} minuten.",
                "{asker} asks {supplier} to answer {questions} on {year}, because the province asks for a report on the whole chain: by {due}, in about {minutes} minutes.",
            ),
            (
                both(
                    "Het gaat alleen om wat u doet voor {holder} in de concessie {concession}.",
                    "It is only about what you do for {holder} in the concession {concession}.",
                ),
                both("{refusing}", "{refusing}"),
                both(
                    "Een account is niet nodig. Wat u invult, wordt vanzelf bewaard. Weet u iets niet, of bent u niet de juiste persoon? Zeg dat op de pagina.",
                    "You need no account. What you fill in is saved by itself. Is there something you do not know, or are you not the right person? Say so on the page.",
                ),
                both(
                    "De link is alleen voor u en werkt tot en met {valid_until}. {contact}",
                    "The link is for you alone and works until {valid_until}. {contact}",
                ),
            ),
            both("Vragen beantwoorden", "Answer the questions"),
            both(
                "U krijgt deze mail omdat {asker} dit adres opgaf als contact bij {supplier}.",
                "You receive this mail because {asker} gave this address as the contact at {supplier}.",
            ),
        ),
        "supplier_questioned": Wording(
            both("{holder} heeft een vraag over uw antwoord", "{holder} has a question about your answer"),
            both(
                "{holder} vraagt {supplier} om {answers} over {year} aan te vullen of te verbeteren: uiterlijk {due}.",
                "{holder} asks {supplier} to add to or correct {answers} on {year}: by {due}.",
            ),
            (
                both("{remarks}", "{remarks}"),
                both(
                    "Uw andere antwoorden staan er nog. Klopt uw antwoord zoals het is? Bel of mail dan wie het vroeg.",
                    "Your other answers are still there. Is your answer right as it is? Then call or mail who asked.",
                ),
                both(
                    "De link is alleen voor u en werkt tot en met {valid_until}. {contact}",
                    "The link is for you alone and works until {valid_until}. {contact}",
                ),
            ),
            both("Antwoord aanvullen", "Add to your answer"),
            both(
                "U krijgt deze mail omdat u vragen over de concessie {concession} beantwoordde.",
                "You receive this mail because you answered questions about the concession {concession}.",
            ),
        ),
        "supplier_account": Wording(
            both("Maak uw account voor {supplier}", "Make your account for {supplier}"),
            both(
                "U kiest vóór {expires} een wachtwoord voor het account van {supplier}.",
                "Please choose a password for the account of {supplier} before {expires}.",
            ),
            (
                both(
                    "Daarna logt u in en ziet u alle vragen aan dit mailadres bij elkaar, van elke concessiehouder. De links in de mails blijven werken.",
                    "Then you sign in and see all requests to this address together, of every concession holder. The links in the mails go on working.",
                ),
                both(
                    "De link werkt één keer. Vroeg u dit niet aan? Dan hoeft u niets te doen; er komt geen account.",
                    "The link works once. Did you not ask for this? Then do nothing; no account is made.",
                ),
            ),
            both("Account maken", "Make an account"),
            both(
                "U krijgt deze mail omdat iemand met de link van een vraag aan u om een account vroeg.",
                "You receive this mail because somebody with the link of a request to you asked for an account.",
            ),
        ),
        "supplier_account_known": Wording(
            both("Op dit mailadres is al een account", "There is an account at this address already"),
            both(
                "U hoeft niets te maken voor {supplier}: op dit mailadres is al een account.",
                "You need not make anything for {supplier}: there is an account at this address already.",
            ),
            (
                both(
                    "Is het een account als leverancier? Log dan in en zie al uw vragen bij elkaar. Wachtwoord vergeten? Vraag op die pagina een nieuw aan.",
                    "Is it a supplier's account? Then sign in and see all your requests together. Forgot the password? Ask for a new one on that page.",
                ),
                both(
                    "Is het een account met een andere rol? Antwoord dan met de links in de mails.",
                    "Is it an account with another role? Then answer with the links in the mails.",
                ),
            ),
            both("Inloggen", "Sign in"),
            both(
                "U krijgt deze mail omdat iemand met de link van een vraag aan u om een account vroeg.",
                "You receive this mail because somebody with the link of a request to you asked for an account.",
            ),
        ),
        "answers_received": Wording(
            both("Uw antwoorden voor {concession} zijn ontvangen", "Your answers for {concession} were received"),
            both(
                "U hoeft niets te doen: de antwoorden van {supplier} over {year} zijn ontvangen op {at}.",
                "Nothing is asked of you: the answers of {supplier} on {year} were received on {at}.",
            ),
            (
                both(
                    "Klopt er iets niet? U kunt het met de link in uw eerdere mail verbeteren, tot {holder} het rapport indient.",
                    "Is something wrong? You can correct it with the link in your earlier mail, until {holder} hands the report in.",
                ),
                both("Controlegetal van uw antwoorden: {sha256}", "Checksum of your answers: {sha256}"),
            ),
            both("Antwoorden bekijken", "See the answers"),
            both(
                "U krijgt deze mail omdat u vragen van {holder} beantwoordde.",
                "You receive this mail because you answered questions of {holder}.",
            ),
        ),
    }
)
