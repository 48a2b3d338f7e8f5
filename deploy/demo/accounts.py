"""The demo's accounts: one person per role, with one password for all, and nobody who exists."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.texts import Language
from schemas.words import Role

PASSWORD = "keten-spiegel-demo"  # noqa: S105 - printed at the start of every demo
LEAD, OTHER = "Provincie Voorbeeld", "Provincie Overzicht"
HOLDER_OOST, HOLDER_WEST = "Denkbeeldig Vervoer B.V.", "Fictieve Lijnen B.V."
SUPPLIER = "Bedachte Banden"


@dataclass(frozen=True)
class Account:
    """Somebody in the demo."""

    name: str
    email: str
    organisation: str
    roles: tuple[Role, ...]
    does: str
    language: Language = Language.NL


ACCOUNTS = (
    Account(
        "Roos Rapporteur",
        "roos@denkbeeldigvervoer.example",
        HOLDER_OOST,
        (Role.REPORTER,),
        "stelt het rapport op / prepares the report",
    ),
    Account(
        "Dirk Directeur",
        "dirk@denkbeeldigvervoer.example",
        HOLDER_OOST,
        (Role.SIGNATORY,),
        "ondertekent / signs",
    ),
    Account(
        "Tess Tekenbevoegd",
        "tess@denkbeeldigvervoer.example",
        HOLDER_OOST,
        (Role.SIGNATORY, Role.REPORTER),
        "ondertekent ook / signs too",
        Language.EN,
    ),
    Account(
        "Hanna Personeel",
        "hanna@denkbeeldigvervoer.example",
        HOLDER_OOST,
        (Role.CONTRIBUTOR,),
        "vult personeel in / fills in staff",
    ),
    Account(
        "Daan Depot",
        "daan@denkbeeldigvervoer.example",
        HOLDER_OOST,
        (Role.CONTRIBUTOR,),
        "vult energie en materialen in / fills in energy and materials",
    ),
    Account(
        "Wim Westlijn",
        "wim@fictievelijnen.example",
        HOLDER_WEST,
        (Role.REPORTER, Role.SIGNATORY),
        "de andere houder / the other holder",
    ),
    Account(
        "Mara Manager",
        "mara@voorbeeld.example",
        LEAD,
        (Role.MANAGER,),
        "beoordeelt en besluit / reviews and decides",
    ),
    Account(
        "Tom Tweede",
        "tom@voorbeeld.example",
        LEAD,
        (Role.SECOND_READER,),
        "leest als tweede / second reader",
    ),
    Account(
        "Fien Functioneel",
        "fien@voorbeeld.example",
        LEAD,
        (Role.FUNCTIONAL_MANAGER,),
        "beheert / looks after people and roles",
    ),
    Account(
        "Paula Publiceert",
        "paula@voorbeeld.example",
        LEAD,
        (Role.PUBLICATION_OFFICER,),
        "maakt openbaar / publishes",
    ),
    Account(
        "Olga Overzicht",
        "olga@overzicht.example",
        OTHER,
        (Role.MANAGER, Role.SECOND_READER),
        "de andere provincie / the other province",
    ),
    Account(
        "Bea Banden",
        "info@bedachtebanden.example",
        SUPPLIER,
        (Role.SUPPLIER,),
        "beantwoordt als leverancier twee houders / answers two holders as a supplier",
    ),
)


def table() -> str:
    """The accounts as lines for the screen."""
    width = max(len(account.email) for account in ACCOUNTS)
    lines = [f"  {account.email:<{width}}  {account.does}" for account in ACCOUNTS]
    return "\n".join(["Demo-accounts, wachtwoord / password: " + PASSWORD, *lines, ""])
