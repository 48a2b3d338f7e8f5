"""A letter before it is a mail: a first line that says what is asked, a few lines more, and one button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Button:
    """The one action of a letter."""

    label: str
    url: str


@dataclass(frozen=True)
class Attachment:
    """A file of the file store that goes with the letter."""

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class Letter:
    """What one person is told: the first line is what is asked of whom and by when; ``why`` is why they get it.

    ``aside`` is what one can do besides, such as saying that it is meant for somebody else: a link, no button.
    ``said`` is what the places of its text were filled with, so that the same can be said in other words.
    """

    template: str
    subject: str
    first_line: str
    lines: tuple[str, ...] = ()
    button: Button | None = None
    why: str = ""
    aside: Button | None = None
    attachments: tuple[Attachment, ...] = field(default=())
    said: Mapping[str, str] = field(default_factory=dict)
