"""Passwords: argon2id, a check that takes as long for nobody as for somebody, and the list that everybody tries first."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from portal.refusals import Refused
from schemas.web import Said

HASHER: Final = PasswordHasher()
COMMON: Final = Path(__file__).parent / "common_passwords.txt"
TOO_COMMON: Final = Said(
    "Dit wachtwoord is te makkelijk te raden. Kies iets anders, bijvoorbeeld vier losse woorden.",
    "This password is too easy to guess. Choose something else, such as four separate words.",
)


def hashed(password: str) -> str:
    """A password as it is kept."""
    return HASHER.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether a password is the kept one; without a kept one it takes as long, and is wrong."""
    try:
        return HASHER.verify(kept or _of_nobody(), password) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether a kept password was hashed with less effort than we ask now."""
    return HASHER.check_needs_rehash(kept)


def refuse_common(password: str, *, email: str, field: str = "wachtwoord") -> None:
    """Refuse what is on the list, what is one character or a run of them, and the person's own address."""
    plain = password.casefold()
    if plain in _common() or plain == email or len(set(plain)) <= 2 or _is_run(plain):
        raise Refused(TOO_COMMON, field=field)


@cache
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())


@cache
def _of_nobody() -> str:
    return HASHER.hash("nobody has this password")


def _is_run(text: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return steps in ({1}, {-1}, {0})
