"""Why a file cannot be read at all (FMT-001): one reason per case, in words, with what to do."""

from __future__ import annotations

from schemas.judgement import Finding, Severity
from schemas.texts import Bilingual
from workers.intake import limits

EXPECTED = Bilingual(
    nl="Een werkboek (.xlsx), een JSON-bestand of een zip met CSV-bestanden, zonder wachtwoord en zonder macro's.",
    en="A workbook (.xlsx), a JSON file or a zip of CSV files, without password and without macros.",
)


class Unreadable(Exception):
    """The file cannot be read; says why, what was expected and how to mend it."""

    def __init__(self, reason: Bilingual, mend: Bilingual, expected: Bilingual = EXPECTED) -> None:
        super().__init__(reason, mend, expected)
        self.reason = reason
        self.mend = mend
        self.expected = expected

    def __str__(self) -> str:
        return self.reason.en

    def finding(self, source: str | None = None) -> Finding:
        """The same as the one finding that an unreadable file gets."""
        return Finding(
            rule="FMT-001",
            revision=1,
            severity=Severity.ERROR,
            source=source,
            sheet="*",
            row=None,
            column=None,
            value=None,
            message=self.reason,
            expected=self.expected,
            mend=self.mend,
        )


def unreadable(nl: str, en: str, mend_nl: str, mend_en: str) -> Unreadable:
    """A reason in both languages."""
    return Unreadable(Bilingual(nl=nl, en=en), Bilingual(nl=mend_nl, en=mend_en))


def empty() -> Unreadable:
    """Nothing in it."""
    return unreadable(
        "Het bestand is leeg.",
        "The file is empty.",
        "Sla het rapport opnieuw op en upload het nog een keer.",
        "Save the report again and upload it once more.",
    )


def not_found(name: str) -> Unreadable:
    """There is no such file."""
    return unreadable(
        f"Het bestand {name} is er niet, of het mag niet worden gelezen.",
        f"The file {name} is not there, or may not be read.",
        "Controleer de naam en de map.",
        "Check the name and the folder.",
    )


def no_report(name: str) -> Unreadable:
    """Some other kind of file."""
    return unreadable(
        f"{name} is geen rapport: dit soort bestand kunnen wij niet lezen.",
        f"{name} is no report: we cannot read this kind of file.",
        "Lever het rapport in als .xlsx, .json of een .zip met CSV-bestanden.",
        "Hand in the report as .xlsx, .json or a .zip of CSV files.",
    )


def other_content(name: str, is_nl: str, is_en: str) -> Unreadable:
    """The extension says one thing, the bytes another."""
    return unreadable(
        f"De naam {name} past niet bij de inhoud: het bestand is {is_nl}.",
        f"The name {name} does not fit the content: the file is {is_en}.",
        "Sla het bestand op in de soort die de naam zegt, of geef het de juiste naam.",
        "Save the file as the kind that its name says, or give it the right name.",
    )


def password() -> Unreadable:
    """Encrypted."""
    return unreadable(
        "Het werkboek is beveiligd met een wachtwoord.",
        "The workbook is protected by a password.",
        "Haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en upload het opnieuw.",
        "Take the password off (File, Info, Protect Workbook) and upload it again.",
    )


def old_workbook() -> Unreadable:
    """A binary workbook of before 2007."""
    return unreadable(
        "Dit is een oud werkboek (.xls).",
        "This is an old workbook (.xls).",
        "Open het en sla het op als Excel-werkmap (.xlsx).",
        "Open it and save it as an Excel workbook (.xlsx).",
    )


def macros() -> Unreadable:
    """A program inside."""
    return unreadable(
        "In het werkboek zitten macro's. Die nemen wij niet aan.",
        "The workbook holds macros. We do not accept those.",
        "Sla het op als Excel-werkmap zonder macro's (.xlsx).",
        "Save it as an Excel workbook without macros (.xlsx).",
    )


def external_links() -> Unreadable:
    """It fetches values from elsewhere."""
    return unreadable(
        "Het werkboek haalt waarden uit andere bestanden of bronnen.",
        "The workbook takes values from other files or sources.",
        "Verbreek de koppelingen (Gegevens, Koppelingen bewerken, Koppeling verbreken) en sla het op.",
        "Break the links (Data, Edit Links, Break Link) and save it.",
    )


def doctype() -> Unreadable:
    """XML that defines things of its own."""
    return unreadable(
        "In het bestand zit XML met eigen definities (DTD). Dat is niet veilig te lezen.",
        "The file holds XML with definitions of its own (DTD). That cannot be read safely.",
        "Open het in een rekenprogramma en sla het opnieuw op als .xlsx.",
        "Open it in a spreadsheet program and save it again as .xlsx.",
    )


def damaged() -> Unreadable:
    """Truncated or broken."""
    return unreadable(
        "Het bestand is beschadigd of niet compleet.",
        "The file is damaged or not complete.",
        "Sla het rapport opnieuw op en upload het nog een keer.",
        "Save the report again and upload it once more.",
    )


def too_big() -> Unreadable:
    """More bytes than we take."""
    most = limits.FILE_BYTES // limits.MEGABYTE
    return unreadable(
        f"Het bestand is groter dan {most} MB.",
        f"The file is bigger than {most} MB.",
        "Haal bladen en afbeeldingen weg die niet bij het rapport horen, of lever CSV-bestanden in een zip.",
        "Take away sheets and pictures that are no part of the report, or hand in CSV files in a zip.",
    )


def bomb() -> Unreadable:
    """Small outside, huge inside."""
    most = limits.UNPACKED_BYTES // limits.MEGABYTE
    return unreadable(
        f"Uitgepakt is het bestand veel te groot (meer dan {most} MB, of veel sterker ingepakt dan een rapport kan zijn).",
        f"Unpacked the file is far too big (over {most} MB, or packed far tighter than a report can be).",
        "Haal weg wat niet bij het rapport hoort en sla het opnieuw op.",
        "Take away what is no part of the report and save it again.",
    )


def unsafe_archive(nl: str, en: str) -> Unreadable:
    """A zip that holds what a zip of CSV files never holds."""
    return unreadable(
        f"De zip is niet veilig te lezen: {nl}.",
        f"The zip cannot be read safely: {en}.",
        "Maak een nieuwe zip met alleen de CSV-bestanden, en de bewijsstukken in de map evidence.",
        "Make a new zip with the CSV files only, and the evidence in the folder evidence.",
    )


def too_many_rows(sheet: str) -> Unreadable:
    """More rows than the biggest report there can be."""
    return unreadable(
        f"Het blad {sheet} heeft te veel rijen. Wij lezen er hoogstens {_dotted(limits.ROWS)}.",
        f"The sheet {sheet} has too many rows. We read at most {limits.ROWS:,}.",
        "Controleer of dezelfde rijen er vaker in staan, of lever de cijfers per maand.",
        "Check whether the same rows stand there more than once, or report by month.",
    )


def too_many_columns(sheet: str) -> Unreadable:
    """More columns than any sheet could mean."""
    return unreadable(
        f"Het blad {sheet} heeft te veel kolommen. Wij lezen er hoogstens {limits.COLUMNS}.",
        f"The sheet {sheet} has too many columns. We read at most {limits.COLUMNS}.",
        "Haal de kolommen weg die niet bij het rapport horen; gebruik het sjabloon.",
        "Take away the columns that are no part of the report; use the template.",
    )


def too_wide(sheet: str) -> Unreadable:
    """A grid that is mostly empty and far too big."""
    return unreadable(
        f"Op het blad {sheet} staat iets heel ver naar beneden of naar rechts. Daardoor is het te groot om te lezen.",
        f"On the sheet {sheet} something stands very far down or to the right. That makes it too big to read.",
        "Verwijder de rijen en kolommen na de laatste gegevens en sla het op.",
        "Delete the rows and columns after the last data and save it.",
    )


def too_many_sheets() -> Unreadable:
    """More sheets than any report."""
    return unreadable(
        f"Het bestand heeft meer dan {limits.SHEETS} bladen.",
        f"The file has more than {limits.SHEETS} sheets.",
        "Gebruik het sjabloon: dat heeft zeventien bladen.",
        "Use the template: it has seventeen sheets.",
    )


def encoding(name: str) -> Unreadable:
    """No known way to read the characters."""
    return unreadable(
        f"De tekens van {name} zijn niet te lezen.",
        f"The characters of {name} cannot be read.",
        "Sla het op als CSV UTF-8.",
        "Save it as CSV UTF-8.",
    )


def quotes(name: str, row: int) -> Unreadable:
    """A quotation mark that opens and never closes, or stands inside a cell."""
    return unreadable(
        f"In {name} staat bij rij {row} een aanhalingsteken dat niet klopt.",
        f"In {name} a quotation mark is out of place at row {row}.",
        'Zet een cel met aanhalingstekens tussen aanhalingstekens en verdubbel die erin ("").',
        'Put a cell that holds quotation marks between quotation marks and double those inside ("").',
    )


def ragged(name: str, row: int) -> Unreadable:
    """A row with more cells than there are headings."""
    return unreadable(
        f"Rij {row} van {name} heeft meer cellen dan er kolomkoppen zijn.",
        f"Row {row} of {name} has more cells than there are headings.",
        "Controleer het scheidingsteken: komma's in getallen of teksten vragen om puntkomma's of aanhalingstekens.",
        "Check the separator: commas in numbers or texts ask for semicolons or quotation marks.",
    )


def not_json(row: int | None) -> Unreadable:
    """No JSON at all, or JSON of another shape."""
    at_nl, at_en = (f" (regel {row})", f" (line {row})") if row else ("", "")
    return unreadable(
        f"Dit is geen geldig JSON-bestand{at_nl}.",
        f"This is no valid JSON file{at_en}.",
        "Exporteer het opnieuw uit uw systeem.",
        "Export it from your system again.",
    )


def json_shape(sheet: str | None) -> Unreadable:
    """JSON, but no sheets of rows."""
    at_nl, at_en = (f" bij {sheet}", f" at {sheet}") if sheet else ("", "")
    return unreadable(
        f"Het JSON-bestand heeft een andere vorm dan afgesproken{at_nl}.",
        f"The JSON file has another shape than agreed{at_en}.",
        'Gebruik per blad een lijst van rijen: {"vehicles": [{"vehicle_id": "B1"}]}.',
        'Use a list of rows for each sheet: {"vehicles": [{"vehicle_id": "B1"}]}.',
    )


def no_sheets(name: str) -> Unreadable:
    """Not one sheet that we know."""
    return unreadable(
        f"In {name} staat geen enkel blad van een rapport.",
        f"{name} holds not one sheet of a report.",
        "Gebruik het sjabloon, of noem de bladen zoals in het sjabloon.",
        "Use the template, or name the sheets as in the template.",
    )


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
