"""The colours of paper: four tones with a meaning, and the chart colours in a fixed order per drivetrain and carrier."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportlab.lib.colors import Color, HexColor

from schemas.judgement import Outcome, Severity
from schemas.report.code_lists import Carrier, Drivetrain
from schemas.words import Edition

INK = HexColor("#1d1b18")
SOFT = HexColor("#5a554c")
LINE = HexColor("#d8d2c5")
HAIR = HexColor("#e9e4da")
SUNKEN = HexColor("#f7f4ee")
WHITE = HexColor("#ffffff")

TEAL = HexColor("#0b5d5e")
TEAL_WASH = HexColor("#e3efed")
MEETS = HexColor("#1f6a3a")
FAILS = HexColor("#a12a20")
UNKNOWN = HexColor("#5a554c")
ATTENTION = HexColor("#855000")
ATTENTION_WASH = HexColor("#fbf0d6")

ELECTRIC = HexColor("#0a5a9c")
HYDROGEN = HexColor("#5fb0e0")
WIRED = HexColor("#0f9b80")
DIESEL = HexColor("#5f4334")
GAS = HexColor("#d2601a")
MIXED = HexColor("#e3b23c")
REST = HexColor("#cfc8bb")

TONE: Mapping[Outcome, Color] = MappingProxyType(
    {Outcome.MEETS: MEETS, Outcome.DOES_NOT_MEET: FAILS, Outcome.NOT_ASSESSABLE: UNKNOWN}
)
SEVERITY_TONE: Mapping[Severity, Color] = MappingProxyType(
    {Severity.ERROR: FAILS, Severity.WARNING: ATTENTION, Severity.NOTICE: SOFT}
)
EDITION_TONE: Mapping[Edition, Color] = MappingProxyType(
    {Edition.CONCEPT: ATTENTION, Edition.DRAFT: ATTENTION, Edition.PROVISIONAL: SOFT, Edition.DECIDED: TEAL}
)
OF_CODE: Mapping[str, Color] = MappingProxyType(
    {
        Drivetrain.BEV: ELECTRIC,
        Drivetrain.FCEV: HYDROGEN,
        Drivetrain.TROLLEY: WIRED,
        Drivetrain.OVERHEAD_ELECTRIC: WIRED,
        Drivetrain.DIESEL: DIESEL,
        Drivetrain.CNG: GAS,
        Drivetrain.HYBRID: MIXED,
        Carrier.ELECTRICITY: ELECTRIC,
        Carrier.HYDROGEN_GREY: HYDROGEN,
        Carrier.HYDROGEN_GREEN: HYDROGEN,
        Carrier.DISTRICT_HEAT: WIRED,
        Carrier.DIESEL_B0: DIESEL,
        Carrier.DIESEL_B7: DIESEL,
        Carrier.BIO_CNG: GAS,
        Carrier.NATURAL_GAS: GAS,
        Carrier.GREEN_GAS: GAS,
        Carrier.HVO30: MIXED,
        Carrier.HVO100: MIXED,
    }
)


def colour_of(code: str) -> Color:
    """The colour of a drivetrain or carrier, the same in every chart."""
    return OF_CODE.get(code, REST)


def on(colour: Color) -> Color:
    """Ink that can be read on a colour."""
    light = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
    return INK if light > 0.5 else WHITE
