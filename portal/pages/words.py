"""The words of the field, Dutch beside English, each with its meaning in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.texts import Bilingual


@dataclass(frozen=True)
class Word:
    """A word in both languages, and what it means."""

    name: Bilingual
    meaning: Bilingual


def word(nl: str, en: str, meaning_nl: str, meaning_en: str) -> Word:
    """A word with its meaning."""
    return Word(Bilingual(nl=nl, en=en), Bilingual(nl=meaning_nl, en=meaning_en))


WORDS: Final = (
    word(
        "aandrijving",
        "drivetrain",
        "Wat een voertuig laat rijden: batterij, waterstof, bovenleiding of brandstof.",
        "What drives a vehicle: battery, hydrogen, overhead line or fuel.",
    ),
    word(
        "bewijsstuk",
        "evidence",
        "Een document dat een regel in het rapport onderbouwt, zoals een certificaat of factuur.",
        "A document behind a row of the report, such as a certificate or an invoice.",
    ),
    word(
        "bezwaar",
        "objection",
        "Waarmee de houder de provincie vraagt een besluit te herzien. Daarvoor zijn zes weken.",
        "By which the holder asks the province to look at a decision again. There are six weeks for it.",
    ),
    word(
        "bouwblok",
        "building block",
        "Een soort inspanning voor social return, met een vaste waarde in euro per persoon of uur.",
        "A kind of effort for social return, with a fixed value in euro per person or hour.",
    ),
    word(
        "bron-tot-wiel (WTW)",
        "well to wheel (WTW)",
        "De uitstoot van het maken én het gebruiken van energie samen.",
        "The emissions of making and of using energy together.",
    ),
    word(
        "concessie",
        "concession",
        "Het recht en de plicht om in een gebied openbaar vervoer te rijden.",
        "The right and the duty to run public transport in an area.",
    ),
    word(
        "concessiebeheerder",
        "contract manager",
        "De medewerker van de provincie die het rapport beoordeelt en besluit.",
        "The province's officer who reviews the report and decides.",
    ),
    word(
        "concessiehouder",
        "concession holder",
        "Het vervoerbedrijf dat de concessie uitvoert en het rapport indient.",
        "The operator that runs the concession and hands in the report.",
    ),
    word(
        "concessieverlener",
        "granting authority",
        "De provincie die de concessie geeft; van meer provincies leidt er één.",
        "The province that grants the concession; of several, one leads.",
    ),
    word(
        "dekking",
        "coverage",
        "Welk deel van een cijfer is gemeten, geschat, of ontbreekt.",
        "Which share of a figure was measured, was estimated, or is missing.",
    ),
    word(
        "dienstregelingkilometer",
        "timetable kilometre",
        "Een kilometer die een voertuig rijdt in een rit waar reizigers mee kunnen.",
        "A kilometre run on a trip that passengers can take.",
    ),
    word(
        "emissiefactor",
        "emission factor",
        "Hoeveel uitstoot er hoort bij één eenheid energie, volgens de lijst van het jaar.",
        "How much emission belongs to one unit of energy, by the year's list.",
    ),
    word(
        "fout",
        "error",
        "Iets dat niet klopt; met een fout kan het rapport niet worden ingediend.",
        "Something that is wrong; with an error the report cannot be handed in.",
    ),
    word(
        "gesprek",
        "conversation",
        "Vraag en antwoord tussen provincie en houder over één plek in het rapport.",
        "Question and answer between province and holder on one place in the report.",
    ),
    word(
        "keten",
        "chain",
        "Alle bedrijven vóór en achter het vervoer: energie, voertuigen, batterijen, grondstoffen, onderaannemers.",
        "All firms before and behind the transport: energy, vehicles, batteries, raw materials, subcontractors.",
    ),
    word(
        "locatiegebaseerd",
        "location based",
        "Uitstoot van stroom gerekend met het gemiddelde van het net.",
        "Emissions of electricity reckoned with the average of the grid.",
    ),
    word(
        "marktgebaseerd",
        "market based",
        "Uitstoot van stroom gerekend met wat er is gecontracteerd en aangetoond.",
        "Emissions of electricity reckoned with what was contracted and shown.",
    ),
    word(
        "materieelrit",
        "empty running",
        "Kilometers zonder reizigers: van en naar de stalling of tussen ritten.",
        "Kilometres without passengers: to and from the depot or between trips.",
    ),
    word(
        "mededeling",
        "notice",
        "Iets dat goed is om te weten; u hoeft er niets mee.",
        "Something good to know; nothing is asked of you.",
    ),
    word(
        "niet te beoordelen",
        "not assessable",
        "Er ontbreekt iets om over een norm te oordelen; dat is niet hetzelfde als niet voldoen.",
        "Something is missing to judge a norm; that is not the same as not meeting it.",
    ),
    word(
        "norm",
        "norm",
        "Een afspraak in de concessie waaraan een cijfer wordt getoetst, vaak met een pad per jaar.",
        "What the concession agreed for a figure, often with a path per year.",
    ),
    word(
        "onder voorbehoud",
        "under reservation",
        "Ingediend terwijl de controle nog liep; bij fouten komt het rapport terug met een termijn.",
        "Handed in while the check was waiting; with errors the report comes back with a term.",
    ),
    word(
        "ontheffing",
        "waiver",
        "Een besluit van de provincie dat een norm of de vragen van een regel een tijd lang niet gelden.",
        "A decision of the province that a norm or the questions of a rule do not hold for some time.",
    ),
    word(
        "openbaar",
        "public",
        "Voor iedereen te lezen, zonder account. Wat niet openbaar is, heeft een grond uit de Wet open overheid.",
        "For everybody to read, without an account. What is not public has a ground of the open government act.",
    ),
    word(
        "publicatiefunctionaris",
        "publication officer",
        "De medewerker van de provincie die per onderdeel beslist wat openbaar wordt.",
        "The province's officer who decides item by item what is made public.",
    ),
    word(
        "social return",
        "social return",
        "De afspraak dat een deel van de omzet ten goede komt aan mensen met afstand tot werk.",
        "The agreement that a share of revenue benefits people at a distance from work.",
    ),
    word(
        "tekortkoming",
        "shortfall",
        "Een norm die niet is gehaald, met het dossier van wat daarop volgt: van waarschuwing tot besluit.",
        "A norm that was not met, with the case of what follows: from warning to decision.",
    ),
    word(
        "trede",
        "tier",
        "Hoe ver een bedrijf in de keten van de concessiehouder af staat: 1 levert rechtstreeks.",
        "How far a firm in the chain is from the holder: 1 supplies directly.",
    ),
    word(
        "tweede lezer",
        "second reader",
        "De tweede medewerker van de provincie die een afwijzing moet bevestigen.",
        "The second officer of the province who has to confirm a negative decision.",
    ),
    word(
        "uitstel",
        "more time",
        "Een latere laatste dag, die de houder vraagt en de provincie geeft of weigert.",
        "A later last day, which the holder asks for and the province grants or refuses.",
    ),
    word(
        "voornemen",
        "intention",
        "Wat de provincie van plan is te besluiten; er is dan nog niets besloten.",
        "What the province means to decide; nothing is decided then.",
    ),
    word(
        "vraag",
        "warning",
        "Iets ongewoons; het mag, als u het toelicht.",
        "Something unusual; it may stand when you explain it.",
    ),
    word(
        "vrijstelling",
        "exemption",
        "Dagen waarop een norm volgens de voorwaarden van de concessie niet geldt; de berekening telt ze niet mee.",
        "Days on which a norm does not hold by the terms of the concession; the calculation leaves them out.",
    ),
    word(
        "zero-emissie",
        "zero emission",
        "Zonder uitstoot uit het voertuig zelf: batterij, waterstof of bovenleiding.",
        "Without emissions from the vehicle itself: battery, hydrogen or overhead line.",
    ),
    word(
        "zienswijze",
        "holder's view",
        "Hoe de houder kijkt naar wat de provincie van plan is. Hij heeft er twee weken voor.",
        "How the holder looks at what the province intends. It has two weeks for it.",
    ),
)
