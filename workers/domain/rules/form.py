"""The form rules (FMT): what a file, a sheet, a heading and a cell have to be before anything is judged.

Intake finds what breaks them while it reads; here is what they say.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from schemas.judgement import Severity
from schemas.texts import Bilingual
from workers.domain.statement import Statement


class FMT(IntEnum):
    """The form rules by number."""

    READABLE = 1
    SHEET = 2
    COLUMN = 3
    UNKNOWN = 4
    BLANK = 5
    TYPE = 6
    CODE = 7
    TWO_READINGS = 8
    BOUNDS = 9
    SIGNS = 10
    ERROR = 11
    TWICE = 12


def _form(
    number: FMT,
    *,
    duty: tuple[str, str],
    message: tuple[str, str],
    expected: tuple[str, str],
    mend: tuple[str, str],
    severity: Severity = Severity.ERROR,
) -> Statement:
    return Statement(
        id=f"FMT-{number:03}",
        revision=1,
        sheet="*",
        at=None,
        severity=severity,
        basis="Rapportageformaat / reporting format",
        obligation=_both(duty),
        message=_both(message),
        expected=_both(expected),
        mend=_both(mend),
    )


def _both(text: tuple[str, str]) -> Bilingual:
    return Bilingual(nl=text[0], en=text[1])


_STATEMENTS = {
    FMT.READABLE: _form(
        FMT.READABLE,
        duty=("Het bestand is te lezen.", "The file can be read."),
        message=("Het bestand is niet te lezen.", "The file cannot be read."),
        expected=(
            "Een werkboek (.xlsx), een JSON-bestand of een zip met CSV-bestanden, zonder wachtwoord en zonder macro's.",
            "A workbook (.xlsx), a JSON file or a zip of CSV files, without password and without macros.",
        ),
        mend=(
            "Sla het rapport opnieuw op en upload het nog een keer.",
            "Save the report again and upload it once more.",
        ),
    ),
    FMT.SHEET: _form(
        FMT.SHEET,
        duty=("Elk verplicht blad is er.", "Every required sheet is there."),
        message=("Het blad ‘{target}’ ontbreekt.", "The sheet ‘{target}’ is missing."),
        expected=("Een blad met de naam ‘{target}’.", "A sheet named ‘{target}’."),
        mend=(
            "Voeg het blad toe, of geef het de naam uit het sjabloon. Hebt u niets te melden? Laat dan alleen de kolomkoppen staan.",
            "Add the sheet, or give it the name of the template. Nothing to report? Then leave the headings only.",
        ),
    ),
    FMT.COLUMN: _form(
        FMT.COLUMN,
        duty=("Elke verplichte kolom is er.", "Every required column is there."),
        message=(
            "De kolom ‘{heading}’ ontbreekt op het blad ‘{target}’.",
            "The column ‘{heading}’ is missing on the sheet ‘{target}’.",
        ),
        expected=("Een kolom met de kop ‘{heading}’.", "A column headed ‘{heading}’."),
        mend=(
            "Voeg de kolom toe, of geef haar de kop uit het sjabloon. De koppen staan op rij 1.",
            "Add the column, or give it the heading of the template. Headings stand on row 1.",
        ),
    ),
    FMT.UNKNOWN: _form(
        FMT.UNKNOWN,
        severity=Severity.WARNING,
        duty=("Er is geen onbekend blad en geen onbekende kolom.", "No unknown sheet or column."),
        message=(
            "{state} ‘{seen}’ kennen wij niet. Wij hebben het niet gelezen.{likely}",
            "{state} ‘{seen}’ is not known to us. We have not read it.{likely}",
        ),
        expected=(
            "Alleen de bladen, kolommen en velden uit het sjabloon.",
            "Only the sheets, columns and fields of the template.",
        ),
        mend=(
            "Geef het de naam uit het sjabloon als het bij het rapport hoort; haal het anders weg.",
            "Give it the name of the template if it belongs to the report; otherwise take it away.",
        ),
    ),
    FMT.BLANK: _form(
        FMT.BLANK,
        duty=("Een verplichte waarde is niet leeg.", "A required value is not blank."),
        message=("‘{heading}’ {state}.", "‘{heading}’ {state}."),
        expected=("Hier hoort {wanted}.", "Here belongs {wanted}."),
        mend=(
            "Vul de waarde in. Staat er een formule? Open het werkboek in een rekenprogramma, reken het door en sla het op.",
            "Fill in the value. Is it a formula? Open the workbook in a spreadsheet program, let it calculate, and save it.",
        ),
    ),
    FMT.TYPE: _form(
        FMT.TYPE,
        duty=("Een waarde is van de soort van haar kolom.", "A value has the column's type."),
        message=(
            "Bij ‘{heading}’ staat ‘{seen}’. Hier hoort {wanted}.",
            "‘{heading}’ says ‘{seen}’. Here belongs {wanted}.",
        ),
        expected=("Hier hoort {wanted}.", "Here belongs {wanted}."),
        mend=(
            "Verbeter de waarde. Weet u haar niet en is de kolom niet verplicht? Laat de cel dan leeg.",
            "Correct the value. Do you not know it and is the column not required? Then leave the cell blank.",
        ),
    ),
    FMT.CODE: _form(
        FMT.CODE,
        duty=("Een gecodeerde waarde staat in haar lijst.", "A coded value is in its list."),
        message=(
            "Bij ‘{heading}’ staat ‘{seen}’. Dat staat niet in de lijst.{likely}",
            "‘{heading}’ says ‘{seen}’. That is not in the list.{likely}",
        ),
        expected=("Hier hoort {wanted}.", "Here belongs {wanted}."),
        mend=("Kies een waarde uit de lijst.", "Choose a value from the list."),
    ),
    FMT.TWO_READINGS: _form(
        FMT.TWO_READINGS,
        duty=("Een getal is maar op één manier te lezen.", "A number has one reading."),
        message=(
            "Bij ‘{heading}’ staat ‘{seen}’. Dat kan een getal met decimalen zijn of een getal met duizendtallen; het bestand zegt niet welk van de twee.",
            "‘{heading}’ says ‘{seen}’. That can be a number with decimals or one with thousands; the file does not say which.",
        ),
        expected=(
            "Een getal dat maar op één manier te lezen is, zoals 1234 of 1,23.",
            "A number with one reading, such as 1234 or 1.23.",
        ),
        mend=(
            "Schrijf getallen zonder scheidingsteken voor duizendtallen, of geef bij het uploaden aan of de komma of de punt voor de decimalen staat. Dit geldt voor de hele kolom.",
            "Write numbers without a separator for thousands, or say on uploading whether the comma or the point stands before decimals. This holds for the whole column.",
        ),
    ),
    FMT.BOUNDS: _form(
        FMT.BOUNDS,
        duty=("Een getal ligt binnen zijn harde grenzen.", "A number is inside its hard bounds."),
        message=(
            "Bij ‘{heading}’ staat ‘{seen}’. Hier hoort {wanted}.",
            "‘{heading}’ says ‘{seen}’. Here belongs {wanted}.",
        ),
        expected=("Hier hoort {wanted}.", "Here belongs {wanted}."),
        mend=("Controleer het teken, de eenheid en de komma.", "Check the sign, the unit and the decimal point."),
    ),
    FMT.SIGNS: _form(
        FMT.SIGNS,
        duty=(
            "Een tekst heeft geen stuurtekens en hoogstens 2000 tekens.",
            "Text holds no control characters and at most 2000 characters.",
        ),
        message=(
            "De tekst bij ‘{heading}’ is langer dan 2000 tekens of bevat tekens die niet te zien zijn.",
            "The text at ‘{heading}’ is longer than 2000 characters or holds characters that cannot be seen.",
        ),
        expected=("Hier hoort {wanted}.", "Here belongs {wanted}."),
        mend=(
            "Kort de tekst in, of typ haar opnieuw in plaats van haar te plakken.",
            "Shorten the text, or type it again instead of pasting it.",
        ),
    ),
    FMT.ERROR: _form(
        FMT.ERROR,
        duty=("Er staat geen foutwaarde van een rekenprogramma.", "No spreadsheet error value."),
        message=(
            "Bij ‘{heading}’ staat een formule die geen uitkomst heeft ({seen}).",
            "‘{heading}’ holds a formula that has no result ({seen}).",
        ),
        expected=("Hier hoort {wanted}.", "Here belongs {wanted}."),
        mend=(
            "Herstel de formule en sla het werkboek doorgerekend op, of vul de waarde zelf in.",
            "Mend the formula and save the workbook calculated, or fill in the value itself.",
        ),
    ),
    FMT.TWICE: _form(
        FMT.TWICE,
        duty=("Geen kolomkop staat twee keer op een blad.", "No heading twice on a sheet."),
        message=(
            "{state} ‘{seen}’ staat er twee keer. Wij weten niet welke telt.",
            "{state} ‘{seen}’ stands there twice. We do not know which one counts.",
        ),
        expected=("Elke kop één keer.", "Every heading once."),
        mend=("Haal er een weg, of geef haar haar eigen kop.", "Take one away, or give it a heading of its own."),
    ),
}

FORM: Mapping[FMT, Statement] = MappingProxyType(_STATEMENTS)
STATEMENTS: tuple[Statement, ...] = tuple(_STATEMENTS.values())
