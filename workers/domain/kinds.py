"""Kinds of vehicles that the contract names as a group."""

from typing import Final

from schemas.report.code_lists import BusClass, Drivetrain

# The drivetrains that have Euro class ze (FLT-001).
ZERO_EMISSION: Final = tuple(
    kind.value for kind in (Drivetrain.BEV, Drivetrain.FCEV, Drivetrain.TROLLEY, Drivetrain.OVERHEAD_ELECTRIC)
)
BUSES: Final = tuple(kind.value for kind in BusClass if kind is not BusClass.TRAIN)
# Regulations disagree on whether a vehicle with eight seats is a bus; where the contract leaves it out, it says so.
BUSES_ABOVE_8: Final = tuple(kind for kind in BUSES if kind != BusClass.BUS_8P.value)
