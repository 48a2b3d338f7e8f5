"""Every duty that people are reminded of, one block each: who acts, in which words, and where. Its open items: schemas.store.duties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.letters.wording import both
from schemas.reminding.opened import Circle
from schemas.reminding.steps import DutyKind
from schemas.texts import Bilingual


@dataclass(frozen=True)
class Look:
    """Where somebody looks who cannot do it, and the word for it."""

    button: Bilingual
    page: str


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A kind of duty.

    ``asks`` speaks to who acts before the last day, ``asks_late`` after it, and ``tells`` to who stands above and
    cannot do it for them; ``page`` is where it is done, ``looks`` where who stands above can look, if that is elsewhere
    or another word; ``about`` which of its facts tells it from others of its kind, ``helps`` what more who acts must know.
    """

    kind: DutyKind
    name: Bilingual
    acts: Circle | None
    asks: Bilingual
    asks_late: Bilingual
    tells: Bilingual
    button: Bilingual
    page: str
    about: str = ""
    looks: Look | None = None
    helps: tuple[Bilingual, ...] = ()

    @property
    def look(self) -> Look:
        """What stands on the button of who stands above, and where it leads."""
        return self.looks or Look(self.button, self.page)

    @property
    def deed(self) -> Bilingual:
        """What is done, in the words of who does it."""
        return self.name if self.acts else self.button


TO_THE_REPORT: Final = both("Naar de rapportage", "To the report")
REPORT_PAGE: Final = "/rapportages/{report}"
QUESTION_PAGE: Final = "/rapportages/{report}/gesprekken/{subject}"
AT_THE_REPORT: Final = Look(TO_THE_REPORT, REPORT_PAGE)

REPORT: Final = Duty(
    kind=DutyKind.REPORT,
    name=both("Rapport indienen", "Hand in the report"),
    acts=Circle.REPORTERS,
    asks=both(
        "Wilt u het rapport over {year} voor {concession} indienen, uiterlijk {due}?",
        "Please hand in the {year} report for {concession} by {due}.",
    ),
    asks_late=both(
        "Wilt u het rapport over {year} voor {concession} alsnog indienen? Dat moest uiterlijk {due}.",
        "Please hand in the {year} report for {concession} now: it was due by {due}.",
    ),
    tells=both(
        "{holder} diende het rapport over {year} voor {concession} nog niet in; dat moest uiterlijk {due}.",
        "{holder} has not handed in the {year} report for {concession} yet; it was due by {due}.",
    ),
    button=TO_THE_REPORT,
    page=REPORT_PAGE,
)

CORRECTION: Final = Duty(
    kind=DutyKind.CORRECTION,
    name=both("Rapport verbeteren", "Correct the report"),
    acts=Circle.REPORTERS,
    asks=both(
        "Wilt u het rapport over {year} voor {concession} verbeteren en opnieuw indienen, uiterlijk {due}?",
        "Please correct the {year} report for {concession} and hand it in again by {due}.",
    ),
    asks_late=both(
        "Wilt u het rapport over {year} voor {concession} alsnog verbeteren? Dat moest uiterlijk {due}.",
        "Please correct the {year} report for {concession} now: it was due by {due}.",
    ),
    tells=both(
        "{holder} verbeterde het rapport over {year} voor {concession} nog niet; dat moest uiterlijk {due}.",
        "{holder} has not corrected the {year} report for {concession} yet; it was due by {due}.",
    ),
    button=TO_THE_REPORT,
    page=REPORT_PAGE,
)

QUESTION: Final = Duty(
    kind=DutyKind.QUESTION,
    name=both("Vraag beantwoorden", "Answer a question"),
    acts=Circle.REPORTERS,
    asks=both(
        "Wilt u de vraag van de provincie over het rapport {year} voor {concession} beantwoorden, {by_when}?",
        "Please answer the province's question on the {year} report for {concession}, {by_when}.",
    ),
    asks_late=both(
        "Wilt u de vraag van de provincie over het rapport {year} voor {concession} alsnog beantwoorden? Zij is van {asked_on}.",
        "Please answer the province's question on the {year} report for {concession} now: it was asked on {asked_on}.",
    ),
    tells=both(
        "{holder} beantwoordde uw vraag van {asked_on} over het rapport {year} voor {concession} nog niet.",
        "{holder} has not answered your question of {asked_on} on the {year} report for {concession} yet.",
    ),
    button=both("Vraag beantwoorden", "Answer the question"),
    page=QUESTION_PAGE,
    looks=Look(both("Naar de vraag", "To the question"), QUESTION_PAGE),
)

SUPPLIER: Final = Duty(
    kind=DutyKind.SUPPLIER,
    name=both("Antwoord van een leverancier", "Answer of a supplier"),
    acts=None,
    asks=both(
        "{asker} vraagt u de vragen aan {firm} over {year} te beantwoorden, voor het openbaar vervoer in {concession}: uiterlijk {due}.",
        "{asker} asks you to answer the questions to {firm} on {year} by {due}, for public transport in {concession}.",
    ),
    asks_late=both(
        "{asker} wacht nog op de antwoorden van {firm} over {year}, voor het openbaar vervoer in {concession}; de termijn was {due}.",
        "{asker} still waits for the answers of {firm} on {year}, for public transport in {concession}; the term was {due}.",
    ),
    tells=both(
        "{firm} antwoordde nog niet op de vragen over {year} voor {concession}; de termijn was {due}.",
        "{firm} has not answered the questions on {year} for {concession} yet; the term was {due}.",
    ),
    button=both("Vragen beantwoorden", "Answer the questions"),
    page=REPORT_PAGE,
    looks=AT_THE_REPORT,
    about="firm",
    helps=(
        both(
            "Wat u al invulde, is bewaard; pas na ‘Versturen’ is het klaar. Weet u iets niet, of stuurde u het al op een andere manier? Zeg dat dan op de pagina.",
            "What you filled in is saved; it is done only after ‘Send’. Is there something you do not know, or did you send it in another way? Then say so on the page.",
        ),
    ),
)

SIGNATURE: Final = Duty(
    kind=DutyKind.SIGNATURE,
    name=both("Rapport ondertekenen", "Sign the report"),
    acts=Circle.SIGNATORIES,
    asks=both(
        "Wilt u het rapport over {year} voor {concession} ondertekenen, uiterlijk {due}? Het is klaar om in te dienen.",
        "Please sign the {year} report for {concession} by {due}: it is ready to hand in.",
    ),
    asks_late=both(
        "Wilt u het rapport over {year} voor {concession} alsnog ondertekenen? Dat moest uiterlijk {due}.",
        "Please sign the {year} report for {concession} now: it was due by {due}.",
    ),
    tells=both(
        "Het rapport over {year} voor {concession} ligt klaar, maar niemand van {holder} ondertekende het; dat moest uiterlijk {due}.",
        "The {year} report for {concession} is ready, but nobody of {holder} signed it; it was due by {due}.",
    ),
    button=both("Rapport indienen", "Hand in the report"),
    page="/rapportages/{report}/indienen",
    looks=AT_THE_REPORT,
)

REVIEW: Final = Duty(
    kind=DutyKind.REVIEW,
    name=both("Rapport beoordelen", "Review the report"),
    acts=Circle.MANAGERS,
    asks=both(
        "U {task} van het rapport over {year} voor {concession}, uiterlijk {due}.",
        "Please {task} of the {year} report for {concession} by {due}.",
    ),
    asks_late=both(
        "U {task} van het rapport over {year} voor {concession} alsnog: dat moest uiterlijk {due}.",
        "Please {task} of the {year} report for {concession} now: it was due by {due}.",
    ),
    tells=both(
        "De beoordeling van het rapport over {year} voor {concession} is te laat; de termijn was {due}.",
        "The review of the {year} report for {concession} is late; the term was {due}.",
    ),
    button=both("Rapport beoordelen", "Review the report"),
    page=REPORT_PAGE,
    looks=AT_THE_REPORT,
)

SECOND_READING: Final = Duty(
    kind=DutyKind.SECOND_READING,
    name=both("Tweede lezing", "Second reading"),
    acts=Circle.SECOND_READERS,
    asks=both(
        "Wilt u het voorstel om het rapport over {year} voor {concession} terug te sturen bevestigen of weigeren, uiterlijk {due}?",
        "Please confirm or refuse the proposal to send back the {year} report for {concession} by {due}.",
    ),
    asks_late=both(
        "Wilt u het voorstel om het rapport over {year} voor {concession} terug te sturen alsnog bevestigen of weigeren? Dat moest uiterlijk {due}.",
        "Please confirm or refuse the proposal to send back the {year} report for {concession} now: it was due by {due}.",
    ),
    tells=both(
        "Het voorstel om het rapport over {year} voor {concession} terug te sturen wacht op een tweede lezer; de termijn was {due}.",
        "The proposal to send back the {year} report for {concession} waits for a second reader; the term was {due}.",
    ),
    button=both("Voorstel lezen", "Read the proposal"),
    page=REPORT_PAGE,
)

MEASURE: Final = Duty(
    kind=DutyKind.MEASURE,
    name=both("Maatregel afronden", "Finish a measure"),
    acts=Circle.REPORTERS,
    asks=both(
        "Wilt u de maatregel {title} voor {concession} afronden, uiterlijk {due}, of vertellen hoe ver zij is?",
        "Please finish the measure {title} for {concession} by {due}, or tell how far it is.",
    ),
    asks_late=both(
        "Wilt u vertellen hoe ver de maatregel {title} voor {concession} is? Zij moest uiterlijk {due} klaar zijn.",
        "Please tell how far the measure {title} for {concession} is: it had to be done by {due}.",
    ),
    tells=both(
        "{holder} rondde de maatregel {title} voor {concession} nog niet af; dat moest uiterlijk {due}.",
        "{holder} has not finished the measure {title} for {concession} yet; it was due by {due}.",
    ),
    button=both("Naar de maatregel", "To the measure"),
    page="/concessies/{concession_id}/plan/{subject}",
    about="title",
)

CERTIFICATE: Final = Duty(
    kind=DutyKind.CERTIFICATE,
    name=both("Certificaat vernieuwen", "Renew a certificate"),
    acts=Circle.REPORTERS,
    asks=both(
        "Wilt u {firm} om een nieuw certificaat vragen ({certificate})? Het huidige voor {concession} geldt tot en met {due}.",
        "Please ask {firm} for a new certificate ({certificate}): the present one for {concession} is valid until {due}.",
    ),
    asks_late=both(
        "Wilt u {firm} om een nieuw certificaat vragen ({certificate})? Dat voor {concession} verliep na {due}.",
        "Please ask {firm} for a new certificate ({certificate}): the one for {concession} expired after {due}.",
    ),
    tells=both(
        "Het certificaat {certificate} van {firm} voor {concession} verliep na {due}.",
        "The certificate {certificate} of {firm} for {concession} expired after {due}.",
    ),
    button=TO_THE_REPORT,
    page=REPORT_PAGE,
    about="firm",
)

EVIDENCE: Final = Duty(
    kind=DutyKind.EVIDENCE,
    name=both("Bewijs aanvullen", "Add evidence"),
    acts=Circle.REPORTERS,
    asks=both(
        "Wilt u {missing} toevoegen aan het rapport over {year} voor {concession}, uiterlijk {due}?",
        "Please add {missing} to the {year} report for {concession} by {due}.",
    ),
    asks_late=both(
        "Wilt u {missing} alsnog toevoegen aan het rapport over {year} voor {concession}? Dat moest uiterlijk {due}.",
        "Please add {missing} to the {year} report for {concession} now: that was due by {due}.",
    ),
    tells=both(
        "Bij het rapport over {year} voor {concession} ontbreekt nog bewijs; het moest er uiterlijk {due} zijn.",
        "Evidence is still missing from the {year} report for {concession}; it was due by {due}.",
    ),
    button=both("Bewijs toevoegen", "Add evidence"),
    page=REPORT_PAGE,
)

DUTIES: Final[Mapping[DutyKind, Duty]] = MappingProxyType(
    {
        one.kind: one
        for one in (
            REPORT,
            CORRECTION,
            QUESTION,
            SUPPLIER,
            SIGNATURE,
            REVIEW,
            SECOND_READING,
            MEASURE,
            CERTIFICATE,
            EVIDENCE,
        )
    }
)
