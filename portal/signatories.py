"""The alarm on a holder of whom too few can sign, in words: who can, who cannot and why, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from schemas.store import Organisation
from schemas.store.signatories import Signatories, signatories_of


@dataclass(frozen=True, kw_only=True)
class Alarm:
    """What is wrong in one sentence, and why each of the others cannot sign."""

    title: str
    why: tuple[str, ...]
    none: bool


def alarms_of(session: Session, holders: Iterable[Organisation]) -> list[Alarm]:
    """The holders of whom fewer than two can sign, by name."""
    known = {one.id: one for one in holders}
    found = signatories_of(session, known)
    alarms = [(known[id_].name, signatories) for id_, signatories in found.items() if signatories.too_few]
    return [_alarm(name, signatories) for name, signatories in sorted(alarms, key=lambda pair: pair[0])]


def _alarm(name: str, signatories: Signatories) -> Alarm:
    able = signatories.able
    title = (
        _("Alleen %(who)s kan nu indienen namens %(name)s", who=able[0], name=name)
        if able
        else _("Niemand kan nu indienen namens %(name)s", name=name)
    )
    return Alarm(
        title=str(title),
        why=(
            *(str(_("%(who)s heeft de uitnodiging nog niet aangenomen.", who=who)) for who in signatories.invited),
            *(str(_("De toegang van %(who)s is gesloten.", who=who)) for who in signatories.closed),
        ),
        none=not able,
    )
