"""The duty to have a supplier renew a certificate before its last day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import select

from schemas.chain import Certificate, ChainSeen
from schemas.clock import dutch_day
from schemas.letters.wording import both
from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.state import VersionFacts
from schemas.store.chain import ChainView
from schemas.store.duties.ground import Ground, Standing, parts_of

NO_TITLE: Final = both("certificaat", "certificate")


def certificates_expiring(ground: Ground) -> Iterator[Open]:
    """The certificates in the newest chain of each concession that was checked; a later day in it ends the duty."""
    newest = _newest(ground)
    for part in parts_of(list(newest)):
        query = select(ChainView.version, ChainView.seen).where(ChainView.version.in_(part))
        for version, seen in ground.session.execute(query.order_by(ChainView.version)):
            for one in ChainSeen.model_validate_json(json.dumps(seen)).certificates:
                yield _open(ground, *newest[version], one)


def _newest(ground: Ground) -> Mapping[UUID, tuple[Standing, VersionFacts]]:
    """By version, the newest one of each concession that could be read; reports come from old to new."""
    found = {
        one.report.concession: (one, version)
        for one in ground.reports.values()
        for version in one.facts.versions
        if version.checked and not version.checked.unreadable
    }
    return {version.id: (one, version) for one, version in found.values()}


def _open(ground: Ground, one: Standing, version: VersionFacts, certificate: Certificate) -> Open:
    title = ", ".join(certificate.titles) or NO_TITLE
    return Open(
        kind=DutyKind.CERTIFICATE,
        subject=uuid5(one.report.concession, certificate.supplier_id),
        concession=one.report.concession,
        report=one.report.id,
        due=certificate.valid_to,
        since=dutch_day(version.created_at),
        told=ground.told_of(one.report.id) | {"firm": certificate.name, "certificate": title},
    )
