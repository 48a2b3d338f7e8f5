"""Handing in: the signatory's declaration over one version, and taking it back until review begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.manifests import is_outdated
from portal.use_cases.planning import refuse_untold
from portal.use_cases.uploading import told_of
from schemas.clock import now
from schemas.events import ReportHandedIn, ReportVersion, ReportWithdrawn
from schemas.state import Facts, Standing, State, VersionFacts, state_of
from schemas.store import Report, Signature, Version, facts_of, lock_report, tell
from schemas.web import Said

ERRORS_OPEN: Final = Said(
    "Dit rapport heeft nog {errors} fouten. Verbeter ze in uw bestand en upload een nieuwe versie. Er is niets ingediend.",
    "This report still has {errors} errors. Mend them in your file and upload a new version. Nothing was handed in.",
)
WARNINGS_OPEN: Final = Said(
    "Er staan nog {warnings} vragen open. Licht ze toe, of upload een nieuwe versie. Er is niets ingediend.",
    "There are still {warnings} open questions. Explain them, or upload a new version. Nothing was handed in.",
)
NEWER_VERSION: Final = Said(
    "Er is intussen een nieuwere versie. Bekijk die eerst. Er is niets ingediend.",
    "There is a newer version meanwhile. Look at it first. Nothing was handed in.",
)
EVIDENCE_CHANGED: Final = Said(
    "Het bewijs is veranderd na de laatste controle. Laat het rapport opnieuw controleren. Er is niets ingediend.",
    "The evidence changed after the last check. Have the report checked again. Nothing was handed in.",
)
ALREADY: Final = Said("Dit rapport is al ingediend.", "This report was handed in already.")
NOTHING_NEW: Final = Said(
    "Deze versie is teruggestuurd. Upload eerst een verbeterde versie. Er is niets ingediend.",
    "This version was sent back. Upload a mended version first. Nothing was handed in.",
)
OTHER_SIGNATURE: Final = Said(
    "Dit formulier is al eerder gebruikt. Laad de pagina opnieuw.", "This form was used before. Load the page again."
)
REVIEW_BEGUN: Final = Said(
    "De provincie is begonnen met beoordelen. Intrekken kan niet meer.",
    "The province has begun its review. Taking back is no longer possible.",
)


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What a signatory declares over a version; ``key`` is the form's own."""

    version: UUID
    statement: str
    key: UUID


def hand_in(session: Session, report: UUID, declaration: Declaration, *, by: UUID) -> Signature:
    """The signature under a version; a double click gives the same one. While the check waits it is under reservation."""
    lock_report(session, report)
    facts = facts_of(session, report)
    if signed := _signed_before(session, facts, declaration, by=by):
        return signed
    state = state_of(facts)
    version = _version(session, report, declaration.version)
    _refuse_unready(session, facts, state, version)
    refuse_untold(session, session.get_one(Report, report))
    signature = Signature(
        version=version.id,
        statement=declaration.statement,
        by=by,
        at=now(),
        idempotency_key=declaration.key,
        under_reservation=state.standing is Standing.BEING_CHECKED,
    )
    session.add(signature)
    session.flush()
    _tell_handed_in(session, signature, version)
    details = told_of(version) | {"signature": str(signature.id)}
    noted(session, Action.HANDED_IN, f"report/{report}", actor=by, details=details)
    return signature


def withdraw_hand_in(session: Session, report: UUID, *, by: UUID) -> None:
    """Take back what was handed in; refused once review began. Taking back twice is once."""
    lock_report(session, report)
    state = state_of(facts_of(session, report))
    if state.standing in {Standing.IN_REVIEW, Standing.DECIDED}:
        raise Refused(REVIEW_BEGUN, status=409)
    if not state.may_withdraw or state.version is None:
        return
    version = session.get_one(Version, state.version)
    signature = session.scalars(
        select(Signature).where(Signature.version == version.id, Signature.withdrawn_at.is_(None))
    ).one()
    signature.withdrawn_at, signature.withdrawn_by = now(), by
    tell(session, ReportWithdrawn(version=_about(version), signature=signature.id))
    noted(session, Action.WITHDRAWN, f"report/{report}", actor=by, details={"signature": str(signature.id)})


def _signed_before(session: Session, facts: Facts, declaration: Declaration, *, by: UUID) -> Signature | None:
    """The signature that this form, or this person under this version, made before."""
    made = session.scalars(select(Signature).where(Signature.idempotency_key == declaration.key)).one_or_none()
    if made and (made.version, made.by) != (declaration.version, by):
        raise Refused(OTHER_SIGNATURE, status=409)
    state = state_of(facts)
    in_procedure = state.version == declaration.version and state.standing in {Standing.HANDED_IN, Standing.IN_REVIEW}
    signed = next((one.signed for one in facts.versions if one.id == declaration.version), None)
    there = made or (session.get_one(Signature, signed.id) if signed and in_procedure else None)
    return there if there and there.by == by else None


def _version(session: Session, report: UUID, wanted: UUID) -> Version:
    version = session.get(Version, wanted)
    if version is None or version.report != report:
        raise NotYours(f"version/{wanted}")
    return version


def _refuse_unready(session: Session, facts: Facts, state: State, version: Version) -> None:
    if not state.may_upload or state.standing is Standing.DECIDED:
        raise Refused(ALREADY, status=409)
    if state.version != version.id or facts.versions[-1].id != version.id:
        raise Refused(NEWER_VERSION, status=409)
    if is_outdated(session, facts.report, version):
        raise Refused(EVIDENCE_CHANGED, status=409)
    _refuse_open_points(facts.versions[-1])
    if not state.may_sign:
        raise Refused(NOTHING_NEW, status=409)


def _refuse_open_points(version: VersionFacts) -> None:
    checked = version.checked
    if checked and checked.errors:
        raise Refused(ERRORS_OPEN.format(errors=checked.errors), status=409)
    if checked and checked.unanswered_warnings:
        raise Refused(WARNINGS_OPEN.format(warnings=checked.unanswered_warnings), status=409)


def _tell_handed_in(session: Session, signature: Signature, version: Version) -> None:
    event = ReportHandedIn(
        version=_about(version),
        signature=signature.id,
        under_reservation=signature.under_reservation,
        at=signature.at,
    )
    tell(session, event)


def _about(version: Version) -> ReportVersion:
    return ReportVersion(report=version.report, version=version.id, number=version.number)
