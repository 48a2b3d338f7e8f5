"""Questions about the people who work for the firm."""

from __future__ import annotations

from typing import Final

from schemas.questions.question import Cell, FieldKind, Question, Vsme
from schemas.questions.units import EUROS_AN_HOUR, FTE, HOURS, PERCENT, PERSONS, TIMES
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.texts import Bilingual

EVERYBODY: Final = (("staff_group", "total"),)
NEAR: Final = (ChainRole.SUBCONTRACTOR, ChainRole.MAINTENANCE)
FACTORIES: Final = (*NEAR, ChainRole.VEHICLE_MAKER)
CHAIN: Final = (*FACTORIES, ChainRole.BATTERY, ChainRole.RAW_MATERIAL)

PEOPLE: Final = (
    Question(
        id="Q-WRK-01",
        roles=CHAIN,
        target=Cell("workforce", "headcount", EVERYBODY),
        indicator="SOC-01",
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(
            nl="Hoeveel mensen werkten er op 31 december bij u voor deze concessie?",
            en="How many people worked for this concession at your firm on 31 December?",
        ),
        example=Bilingual(
            nl="Werken zij voor meer klanten? Tel wie vooral hiervoor werkt, bijvoorbeeld 12.",
            en="Do they work for more customers? Count those who mainly work for this, for instance 12.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B8 39", "NumberOfEmployees"),
    ),
    Question(
        id="Q-WRK-02",
        roles=NEAR,
        target=Cell("workforce", "headcount_women", EVERYBODY),
        indicator="SOC-01",
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(nl="Hoeveel van hen zijn vrouw?", en="How many of them are women?"),
        example=Bilingual(nl="Bijvoorbeeld 4.", en="For instance 4."),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B8 39(b)", "NumberOfFemaleEmployees"),
    ),
    Question(
        id="Q-WRK-03",
        roles=NEAR,
        target=Cell("workforce", "permanent", EVERYBODY),
        indicator="SOC-01",
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(
            nl="Hoeveel van hen hebben een vast contract?", en="How many of them have a permanent contract?"
        ),
        example=Bilingual(nl="Bijvoorbeeld 9.", en="For instance 9."),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B8 39(a)", "NumberOfPermanentContractEmployees"),
    ),
    Question(
        id="Q-WRK-04",
        roles=NEAR,
        target=Cell("workforce", "temporary", EVERYBODY),
        indicator="SOC-01",
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(
            nl="Hoeveel van hen hebben een tijdelijk contract?", en="How many of them have a temporary contract?"
        ),
        example=Bilingual(
            nl="Bijvoorbeeld 3. Vast en tijdelijk zijn samen iedereen.",
            en="For instance 3. Permanent and temporary together are everybody.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B8 39(a)", "NumberOfTemporaryContractEmployees"),
    ),
    Question(
        id="Q-WRK-05",
        roles=CHAIN,
        target=Cell("workforce", "fte", EVERYBODY),
        indicator="SOC-01",
        field=FieldKind.NUMBER,
        unit=FTE,
        text=Bilingual(
            nl="Hoeveel voltijdbanen (fte) zijn dat samen?", en="How many full-time jobs (fte) is that together?"
        ),
        example=Bilingual(
            nl="Iemand die de helft van de week werkt, telt voor 0,5. Bijvoorbeeld 10,5.",
            en="Somebody who works half the week counts for 0.5. For instance 10.5.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B8 39"),
    ),
    Question(
        id="Q-WRK-06",
        roles=FACTORIES,
        target=Cell("workforce", "hours_worked", EVERYBODY),
        indicator="SOC-03",
        field=FieldKind.NUMBER,
        unit=HOURS,
        text=Bilingual(
            nl="Hoeveel uur hebben zij in het verslagjaar gewerkt?",
            en="How many hours did they work in the report year?",
        ),
        example=Bilingual(
            nl="Uit uw loonadministratie. Weet u het niet precies? Fte keer 1650 is een goede schatting.",
            en="From your payroll. Not sure? Fte times 1650 is a good estimate.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B9 41(a)"),
    ),
    Question(
        id="Q-WRK-07",
        roles=FACTORIES,
        target=Cell("workforce", "accidents", EVERYBODY),
        indicator="SOC-03",
        field=FieldKind.NUMBER,
        unit=TIMES,
        text=Bilingual(
            nl="Hoe vaak kreeg een van hen in het verslagjaar een ongeval door het werk?",
            en="How often did one of them have an accident at work in the report year?",
        ),
        example=Bilingual(
            nl="Tel ongevallen met verzuim of met hulp van een arts. Geen ongevallen? Vul 0 in.",
            en="Count accidents with absence or a doctor's help. No accidents? Fill in 0.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B9 41(a)", "NumberOfRecordableWorkRelatedAccidentsInTheReportingPeriod"),
    ),
    Question(
        id="Q-WRK-08",
        roles=CHAIN,
        target=Cell("workforce", "fatalities", EVERYBODY),
        indicator="SOC-04",
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(
            nl="Hoeveel mensen zijn in het verslagjaar door hun werk overleden?",
            en="How many people died because of their work in the report year?",
        ),
        example=Bilingual(nl="Niemand? Vul 0 in.", en="Nobody? Fill in 0."),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B9 41(b)", "NumberOfFatalitiesAsAResultOfWorkRelatedInjuriesAndWorkRelatedIllHealth"),
    ),
    Question(
        id="Q-WRK-09",
        roles=NEAR,
        target=Cell("workforce", "cba_coverage_pct", EVERYBODY),
        indicator="SOC-05",
        field=FieldKind.NUMBER,
        unit=PERCENT,
        text=Bilingual(
            nl="Voor welk deel van hen geldt een cao?", en="To what share of them does a collective agreement apply?"
        ),
        example=Bilingual(nl="Iedereen is 100.", en="Everybody is 100."),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B10 42(c)", "PercentageOfEmployeesCoveredByCollectiveBargainingAgreements"),
    ),
    Question(
        id="Q-WRK-10",
        roles=NEAR,
        target=Cell("workforce", "training_hours", EVERYBODY),
        indicator="SOC-06",
        field=FieldKind.NUMBER,
        unit=HOURS,
        text=Bilingual(
            nl="Hoeveel uur opleiding volgden zij samen in het verslagjaar?",
            en="How many hours of training did they take together in the report year?",
        ),
        example=Bilingual(
            nl="Tien mensen met elk 7 uur code 95 is 70.", en="Ten people with 7 hours of code 95 each is 70."
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme("B10 42(d)"),
        usual=False,
    ),
    Question(
        id="Q-WRK-11",
        roles=NEAR,
        target=Cell("workforce", "leavers", EVERYBODY),
        indicator="SOC-13",
        field=FieldKind.NUMBER,
        unit=PERSONS,
        text=Bilingual(
            nl="Hoeveel van hen zijn in het verslagjaar weggegaan?", en="How many of them left in the report year?"
        ),
        example=Bilingual(nl="Ook wie met pensioen ging. Bijvoorbeeld 2.", en="Those who retired too. For instance 2."),
        ground=RequestGround.CSRD,
        # Inside under Recommendation (EU) 2025/1710; the regulation that replaced it moved it to the comprehensive C5.
        inside_cap=False,
        comprehensive=True,
        vsme=Vsme("C5 58"),
        usual=False,
    ),
    Question(
        id="Q-WRK-12",
        roles=FACTORIES,
        indicator="SOC-07",
        field=FieldKind.YES_NO,
        text=Bilingual(
            nl="Verdient iedereen ten minste het wettelijk minimumloon of het loon van de cao?",
            en="Does everybody earn at least the legal minimum wage or the wage of the collective agreement?",
        ),
        example=Bilingual(
            nl="Het gaat om wie 21 jaar of ouder is, zonder leerlingen.",
            en="It is about those of 21 and over, apprentices apart.",
        ),
        ground=RequestGround.CSRD,
        inside_cap=True,
        vsme=Vsme(
            "B10 42(a)", "EmployeesReceivePayEqualOrAboveMinimumWageDeterminedByNationalLawOrCollectiveAgreement"
        ),
    ),
    Question(
        id="Q-WRK-13",
        roles=FACTORIES,
        target=Cell("workforce", "lowest_hourly_wage_eur", EVERYBODY),
        field=FieldKind.NUMBER,
        unit=EUROS_AN_HOUR,
        text=Bilingual(nl="Wat is het laagste uurloon?", en="What is the lowest hourly wage?"),
        example=Bilingual(
            nl="Van wie 21 jaar of ouder is, zonder leerlingen. Bijvoorbeeld 15,20.",
            en="Of those of 21 and over, apprentices apart. For instance 15.20.",
        ),
        ground=RequestGround.CSRD,
        # The standard asks whether the wage is enough, not how high it is.
        inside_cap=False,
        usual=False,
    ),
)
