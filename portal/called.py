"""What the kinds of organisations and the days of a duty are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from schemas.words import OrganisationKind

KIND_WORDS: Final[Mapping[OrganisationKind, LazyString]] = {
    OrganisationKind.AUTHORITY: lazy_gettext("provincie"),
    OrganisationKind.HOLDER: lazy_gettext("concessiehouder"),
    OrganisationKind.SUPPLIER: lazy_gettext("leverancier"),
}
MOMENT_WORDS: Final[Mapping[str, LazyString]] = {
    "opens": lazy_gettext("Opening"),
    "suppliers_answer_by": lazy_gettext("Leveranciers antwoorden"),
    "hand_in_by": lazy_gettext("Indienen"),
    "completeness_by": lazy_gettext("Volledigheid getoetst"),
    "feedback_by": lazy_gettext("Besluit"),
}
