"""What the kinds of organisations are called."""

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
