"""The fields of forms: lines, prose, addresses, passwords and choices, each with its refusals in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from marshmallow import ValidationError, fields, missing, validate

from schemas.web.words import (
    CONTROL,
    MISSING,
    NO_DAY,
    NO_EMAIL,
    NOT_OFFERED,
    NOT_TEXT,
    TOO_LONG,
    TOO_SHORT,
)

LONGEST_LINE: Final = 200
LONGEST_PROSE: Final = 2000
LONGEST_EMAIL: Final = 254
SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 200
CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
CONTROLS_BUT_BREAKS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
ADDRESS: Final = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
Messages = dict[str, str | list[Any] | dict[Any, Any]]
ABSENT: Final[Messages] = {"required": MISSING, "null": MISSING, "invalid": NOT_TEXT}


def at_most(length: int) -> validate.Length:
    """A text of at most so many characters."""
    return validate.Length(max=length, error=TOO_LONG)


class _Text(fields.String):
    """Trimmed text; an empty one counts as absent."""

    default_error_messages = ABSENT
    forbidden: re.Pattern[str] = CONTROLS
    longest: int = LONGEST_LINE

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs).replace("\r\n", "\n").strip()
        if not text and self.required:
            raise ValidationError(MISSING)
        if self.forbidden.search(text):
            raise ValidationError(CONTROL)
        if len(text) > self.longest:
            raise ValidationError(TOO_LONG.format(max=self.longest))
        return text


class Line(_Text):
    """One line of text of at most 200 characters."""


class Prose(_Text):
    """Some lines of text, at most 2 000 characters."""

    forbidden = CONTROLS_BUT_BREAKS
    longest = LONGEST_PROSE


class Email(_Text):
    """A mail address, casefolded as it is kept."""

    longest = LONGEST_EMAIL

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        address = super()._deserialize(value, attr, data, **kwargs).casefold()
        if not ADDRESS.fullmatch(address):
            raise ValidationError(NO_EMAIL)
        return address


class Password(fields.String):
    """A password as it was typed: nothing is trimmed or forbidden."""

    default_error_messages = ABSENT

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        typed = super()._deserialize(value, attr, data, **kwargs)
        if not typed and self.required:
            raise self.make_error("required")
        if len(typed) > LONGEST_PASSWORD:
            raise ValidationError(TOO_LONG.format(max=LONGEST_PASSWORD))
        return typed


class NewPassword(Password):
    """A password that somebody chooses: twelve characters or more, and nothing said of their kind."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        typed = super()._deserialize(value, attr, data, **kwargs)
        if len(typed) < SHORTEST_PASSWORD:
            raise ValidationError(TOO_SHORT.format(min=SHORTEST_PASSWORD))
        return typed


class Day(fields.Date):
    """A day as a Dutch person writes it, or as a browser sends it; an empty one counts as absent."""

    default_error_messages = ABSENT | {"invalid": NO_DAY}

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> date:
        """An empty text is what a browser sends for a day that was not given."""
        given = missing if isinstance(value, str) and not value.strip() else value
        day: date = super().deserialize(given, attr, data, **kwargs)
        return day

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> date:
        written = str(value).strip()
        parts = written.split("-")
        turned = "-".join(reversed(parts)) if len(parts) == 3 and len(parts[2]) == 4 else written
        return super()._deserialize(turned, attr, data, **kwargs)


class Choice(fields.Enum[StrEnum]):
    """One member of a closed list, by its value."""

    default_error_messages = ABSENT | {"unknown": NOT_OFFERED}

    def __init__(self, options: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(options, by_value=True, **kwargs)


class Choices(fields.List[StrEnum | None]):
    """Some members of a closed list, by their values; at least one where it is required."""

    default_error_messages = ABSENT

    def __init__(self, options: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(cast("fields.Field[StrEnum | None]", Choice(options)), **kwargs)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> list[StrEnum | None]:
        chosen = super()._deserialize(value, attr, data, **kwargs)
        if not chosen and self.required:
            raise ValidationError(NOT_OFFERED)
        return chosen
