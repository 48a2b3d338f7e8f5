"""Every Dutch text of the portal has an English one, with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

import portal
from portal.language import ENGLISH, english

ROOM = Path(portal.__file__).parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def dutch_texts() -> Iterator[tuple[str, str]]:
    """Every text in code and templates, with the file where it stands; of a plural, the singular."""
    found = extract_from_dir(
        ROOM,
        METHODS,
        keywords=KEYWORDS,
        options_map={"templates/**.html": {"silent": "false"}},
        directory_filter=lambda path: Path(path).name != "__pycache__",
    )
    for file, _line, text, _comments, _context in found:
        yield (text if isinstance(text, str) else text[0]), file


def test_every_text_has_an_english_one() -> None:
    catalogue = english(sorted(ENGLISH.glob("*.po")))
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.string}

    missing = sorted({f"{file}: {text}" for text, file in dutch_texts() if text not in known})

    assert missing == []


def test_no_english_text_is_left_over() -> None:
    used = {text for text, _file in dutch_texts()}
    known = [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in english(sorted(ENGLISH.glob("*.po")))
    ]

    assert sorted({text for text in known if text and text not in used}) == []


def test_both_texts_have_the_same_placeholders() -> None:
    catalogue = english(sorted(ENGLISH.glob("*.po")))

    differing = [
        message.id
        for message in catalogue
        if isinstance(message.id, str)
        and set(PLACEHOLDER.findall(message.id)) != set(PLACEHOLDER.findall(str(message.string)))
    ]

    assert differing == []
