"""How the file name of a piece of evidence is compared with the row that names it."""

import unicodedata


def known_name(name: str) -> str:
    """A file name as it is compared: capitals and the two ways to write an accent aside."""
    return unicodedata.normalize("NFC", name).lower()
