"""The fixed words of the compliance report, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.explaining import Came, Lapse
from schemas.judgement import Outcome, Severity, Status
from schemas.texts import Bilingual
from schemas.words import DecisionOutcome, Edition


def _b(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


REPORT = _b("Nalevingsrapport", "Compliance report")
SUBTITLE = _b(
    "Mens en milieu in de keten van het openbaar vervoer", "People and environment in the public-transport chain"
)
REPORT_YEAR = _b("Verslagjaar {year}", "Report year {year}")
PAGE_OF = _b("Pagina {page} van", "Page {page} of")
NORMS_AT_A_GLANCE = _b("De normen in één oogopslag", "The norms at a glance")
IN_SHORT = _b("In het kort", "In short")
NO_NORMS = _b(
    "Er zijn geen voorwaarden van de concessie meegegeven. Daarom zijn er geen normen beoordeeld.",
    "The terms of the concession were not given. That is why no norms were judged.",
)

EDITION: Mapping[Edition, Bilingual] = MappingProxyType(
    {
        Edition.CONCEPT: _b("Concept", "Draft"),
        Edition.DRAFT: _b("Proef", "Rehearsal"),
        Edition.PROVISIONAL: _b("Voorlopig", "Provisional"),
        Edition.DECIDED: _b("Vastgesteld", "Decided"),
    }
)
EDITION_MEANS: Mapping[Edition, Bilingual] = MappingProxyType(
    {
        Edition.CONCEPT: _b("nog niet besloten en niet verstuurd", "not decided yet and not sent"),
        Edition.DRAFT: _b(
            "niet ingediend, niet beoordeeld door de provincie", "not handed in, not judged by the province"
        ),
        Edition.PROVISIONAL: _b(
            "ingediend, nog niet beoordeeld door de provincie", "handed in, not yet judged by the province"
        ),
        Edition.DECIDED: _b("beoordeeld door de provincie", "judged by the province"),
    }
)
OUTCOME: Mapping[Outcome, Bilingual] = MappingProxyType(
    {
        Outcome.MEETS: _b("Voldoet", "Meets"),
        Outcome.DOES_NOT_MEET: _b("Voldoet niet", "Does not meet"),
        Outcome.NOT_ASSESSABLE: _b("Niet te beoordelen", "Not assessable"),
    }
)
DECISION: Mapping[DecisionOutcome, Bilingual] = MappingProxyType(
    {
        DecisionOutcome.ACCEPTED: _b("Aanvaard", "Accepted"),
        DecisionOutcome.ACCEPTED_WITH_REMARKS: _b("Aanvaard met opmerkingen", "Accepted with remarks"),
        DecisionOutcome.SENT_BACK: _b("Teruggestuurd", "Sent back"),
    }
)
SEVERITY: Mapping[Severity, Bilingual] = MappingProxyType(
    {
        Severity.ERROR: _b("Fout", "Error"),
        Severity.WARNING: _b("Vraag", "Question"),
        Severity.NOTICE: _b("Mededeling", "Notice"),
    }
)
STATUS: Mapping[Status, Bilingual] = MappingProxyType(
    {
        Status.MEASURED: _b("gemeten", "measured"),
        Status.ESTIMATED: _b("deels geschat", "partly estimated"),
        Status.NOT_ASSESSABLE: _b("niet te beoordelen", "not assessable"),
    }
)
COMPARISON: Mapping[str, Bilingual] = MappingProxyType(
    {
        ">=": _b("ten minste", "at least"),
        "<=": _b("hoogstens", "at most"),
        "on time": _b("uiterlijk", "by"),
    }
)

HOLDER = _b("Concessiehouder", "Concession holder")
AUTHORITIES = _b("Opdrachtgever", "Authority")
PERIOD = _b("Verslagperiode", "Reported period")
DATED = _b("Datum", "Date")
VERSION = _b("Versie", "Version")
SIGNED = _b("Ondertekend", "Signed")
DECIDED = _b("Besluit", "Decision")
EDITION_LABEL = _b("Uitgave", "Edition")
FACTORS = _b("Emissiefactoren", "Emission factors")
REFERENCE = _b("kenmerk {hash}", "reference {hash}")
FICTIONAL = _b("fictief, alleen ter demonstratie", "fictional, for demonstration only")
UNTIL = _b("tot en met", "to")
CONFIRMED_BY = _b("bevestigd door {name}", "confirmed by {name}")
INTENTION = _b("Voornemen", "Intention")
VIEW = _b("Zienswijze van de houder", "The holder's view")
UNHEARD = _b("Zonder zienswijze vooraf, omdat", "Without a view beforehand, because")
NO_VIEW = _b("De houder gaf geen zienswijze.", "The holder gave no view.")
TERM = _b("herstel vóór {day}", "to be mended by {day}")

NORMS = _b("Normen", "Norms")
NORMS_TITLE = _b(
    "Wat is gevraagd, wat is gevonden, wat is vastgesteld", "What was asked, what was found, what was established"
)
MACHINE = _b("De berekening:", "The calculation:")
ESTABLISHED = _b("Vastgesteld:", "Established:")
NOT_YET = _b(
    "nog niet; de provincie heeft het rapport niet beoordeeld.", "not yet; the province has not judged the report."
)
NOT_ESTABLISHED = _b("over deze norm is niets vastgelegd.", "nothing was recorded on this norm.")
CONFIRMED = _b("Zoals berekend", "As calculated")
DEPARTS = _b("wijkt af van de berekening", "departs from the calculation")
DEPARTED = _b("anders dan berekend", "other than calculated")
ASKED = _b("Gevraagd", "Asked")
FOUND = _b("Gevonden", "Found")
THE_NORM = _b("norm", "norm")
EXPECTED_AHEAD = _b("Verwacht", "Expected")
AHEAD = _b("Vooruitblik:", "Looking ahead:")
OWN = _b("eigen waarde", "own value")

INDICATOR = _b("Indicator", "Indicator")
CHANGE = _b("Verschil", "Change")
UNIT = _b("Eenheid", "Unit")
HOW = _b("Hoe deze cijfers tot stand komen", "How these figures come about")
DATA = _b("gegevens: {words}", "data: {words}")
COVERED = _b(
    "{measured} % gemeten, {estimated} % geschat, {missing} % ontbreekt",
    "{measured} % measured, {estimated} % estimated, {missing} % missing",
)
NO_FIGURES = _b("Hierover zijn geen cijfers te geven.", "No figures can be given on this.")
NO_CHART = _b("Er zijn geen cijfers om te tekenen.", "There are no figures to draw.")

FINDINGS = _b("Bevindingen en toelichtingen", "Findings and explanations")
ANNEX = _b("Bijlage {number}", "Annex {number}")
NO_FINDINGS = _b(
    "Geen bevindingen: het rapport is compleet en klopt met zichzelf.",
    "No findings: the report is complete and agrees with itself.",
)
TIMES = _b("{count} keer", "{count} times")
ONCE = _b("1 keer", "once")
AND_MORE = _b(
    "En nog {count}; de volledige lijst staat bij het rapport.",
    "And {count} more; the complete list comes with the report.",
)
EXPLANATION = _b("Toelichting:", "Explanation:")
ALL_OF_THEM = _b("Toelichting bij alle:", "Explanation of all:")
CAME: Mapping[Came, Bilingual] = MappingProxyType(
    {
        Came.NEW: _b("nieuw", "new"),
        Came.EARLIER_UPLOAD: _b("overgenomen van een eerdere upload", "carried from an earlier upload"),
        Came.EARLIER_YEAR: _b("overgenomen van {year}", "carried from {year}"),
    }
)
CONFIRMED_AGAIN = _b("bevestigd door {name}, {day}", "confirmed by {name}, {day}")
LAPSED = _b("Vervallen toelichtingen", "Lapsed explanations")
LAPSED_TEXT = _b(
    "Een toelichting hoort bij een regel, een plaats en een waarde. Zij vervalt als de waarde meer dan 10 % verandert of de regel wordt herzien.",
    "An explanation belongs to a rule, a place and a value. It lapses when the value changes by more than 10 % or the rule is revised.",
)
NO_LONGER_ASKED = _b(
    "Niet meer nodig, omdat de vraag niet meer voorkomt: {what}.", "No longer needed, as nothing asks: {what}."
)
LAPSED_OF = _b("Waarvan", "Of what")
LAPSED_WHY = _b("Waarom vervallen", "Why lapsed")
WHY_LAPSED: Mapping[Lapse, Bilingual] = MappingProxyType(
    {
        Lapse.VALUE: _b("was {before}, is nu {now}", "was {before}, is now {now}"),
        Lapse.RULE: _b("de regel is herzien", "the rule was revised"),
    }
)
EXPLAINED_AGAIN = _b("opnieuw toegelicht", "explained again")
NOT_EXPLAINED_AGAIN = _b("niet opnieuw toegelicht", "not explained again")
EVERY_FINDING = _b("alle", "all")
WAIVERS = _b("Ontheffingen en vrijstellingen", "Waivers and exemptions")
WAIVERS_TEXT = _b(
    "Een ontheffing staat naast het oordeel en verandert het niet; vragen die eronder vallen, hoeven niet te worden toegelicht. "
    "Een vrijstelling staat in de voorwaarden en telt in de berekening zelf mee.",
    "A waiver stands beside the verdict and does not change it; questions that it covers need no explanation. "
    "An exemption stands in the terms and counts in the calculation itself.",
)
WAIVER = _b("Ontheffing:", "Waiver:")
EXEMPTION = _b("Vrijstelling", "Exemption")
WAIVED = _b("Ontheven:", "Waived:")
BY_DECISION = _b("besluit {number}, tot en met {day}", "decision {number}, until {day}")
WAIVED_WHAT = _b("Waarvan", "Of what")
WAIVED_DAYS = _b("Geldt", "Holds")
QUESTIONS_OF = _b("Vragen van regel {rule}", "Questions of rule {rule}")
ONLY = _b("alleen {rows}", "only {rows}")
NOT_ASSESSED = _b("Wat niet kon worden nagegaan", "What could not be checked")
RULE = _b("Regel", "Rule")
SHEET = _b("Blad", "Sheet")
ROWS = _b("Rijen", "Rows")
ROW = _b("rij {row}", "row {row}")
REASON = _b("Reden", "Reason")

METHOD = _b("Methode en factoren", "Method and factors")
METHOD_TEXT = (
    _b(
        "Dit rapport is berekend uit het ingediende bestand. Som en verhouding zijn exact; afgerond wordt alleen bij het tonen. "
        "Emissies zijn well-to-wheel volgens ISO 14083, elektriciteit marktgebaseerd: naar herkomst voor zover certificaten die dekken, "
        "de rest als grijze stroom.",
        "This report was reckoned from the file that was handed in. Sums and ratios are exact; rounding happens only where they are shown. "
        "Emissions are well-to-wheel by ISO 14083, electricity market based: by origin as far as certificates cover it, the rest as grey power.",
    ),
    _b(
        "Een norm krijgt één van drie uitkomsten: voldoet, voldoet niet, of niet te beoordelen. Niet te beoordelen betekent dat een gegeven "
        "ontbreekt of een fout bevat; het betekent niet dat de norm is gehaald of gemist.",
        "A norm has one of three outcomes: meets, does not meet, or not assessable. Not assessable means that a figure is missing or faulty; "
        "it does not mean that the norm was met or missed.",
    ),
    _b(
        "De berekening stelt voor, een mens stelt vast. Waar de provincie van de berekening afwijkt, staan beide met de reden in dit rapport.",
        "The calculation proposes, a person establishes. Where the province departs from the calculation, both stand in this report with the reason.",
    ),
)
USED_FACTORS = _b("Gebruikte factoren", "Factors used")
NO_FACTORS = _b("Er zijn geen factoren gebruikt.", "No factors were used.")
FACTOR = _b("Factor", "Factor")
VALUES = _b("Waarden", "Values")
SOURCE = _b("Bron", "Source")
ROWS_READ = _b("Gelezen rijen", "Rows read")
FACTOR_COLUMN: Mapping[str, Bilingual] = MappingProxyType(
    {
        "wtw": _b("well-to-wheel", "well-to-wheel"),
        "ttw": _b("tank-to-wheel", "tank-to-wheel"),
        "wtt": _b("well-to-tank", "well-to-tank"),
        "biogenic": _b("biogeen", "biogenic"),
        "infrastructure": _b("infrastructuur", "infrastructure"),
        "mj_per_unit": _b("energie-inhoud", "energy content"),
    }
)

PROOF = _b("Herkomst en controle", "Origin and verification")
PROOF_TEXT = _b(
    "Dit rapport is gemaakt uit de onderstaande bestanden en lijsten. Wie dezelfde heeft, maakt hetzelfde rapport, byte voor byte. "
    "Met „ketenspiegel verify” gaat u dat na.",
    "This report was made from the files and lists below. Whoever has the same makes the same report, byte by byte. "
    "Check it with “ketenspiegel verify”.",
)
CHECK_AT = _b(
    "Of dit document echt is en het nieuwste, gaat u na op:",
    "Whether this document is authentic and the newest, you check at:",
)
CARRIES = _b(
    "Dit document draagt zijn cijfers mee: {data} voor programma's en {figures} om mee verder te rekenen. "
    "Een pdf-lezer toont ze als bijlagen.",
    "This document carries its figures: {data} for programs and {figures} to go on reckoning with. "
    "A PDF reader shows them as attachments.",
)
KIND: Mapping[str, Bilingual] = MappingProxyType(
    {
        "input": _b("Invoer", "Input"),
        "rules": _b("Regels", "Rules"),
        "factors": _b("Factoren", "Factors"),
        "terms": _b("Voorwaarden", "Terms"),
    }
)
NAME = _b("Naam", "Name")
HASH = _b("Controlegetal", "Hash")
MADE_OF = _b("Waaruit", "Made from")
