"""Kinds of vehicles that the contract names as a group."""

from typing import Final

from schemas.report.code_lists import BusClass, Drivetrain

# The drivetrains that have Euro class ze (FLT-001).
ZERO_EMISSION: Final = tuple(
    kind.value for kind in (Drivetrain.BEV, Drivetrain.FCEV, Drivetrain.TROLLEY, Drivetrain.OVERHEAD_ELECTRIC)
)
# The drivetrains that the contract counts in the zero-emission share of the bus fleet (FLT-02): a bus has no overhead line of trains.
CLEAN_BUSES: Final = (Drivetrain.BEV.value, Drivetrain.FCEV.value, Drivetrain.TROLLEY.value)
BUSES: Final = tuple(kind.value for kind in BusClass if kind is not BusClass.TRAIN)
# Regulations disagree on whether a vehicle with eight seats is a bus; where the contract leaves it out, it says so.
BUSES_ABOVE_8: Final = tuple(kind for kind in BUSES if kind != BusClass.BUS_8P.value)
