"""Uploading a version: a new manifest, from a clean sheet or on top of the one before, and the check that it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from pydantic import JsonValue
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused, TooManyAttempts
from portal.use_cases.correcting import within_open
from portal.use_cases.manifests import (
    built_on,
    copy_of,
    evidence_of,
    manifest_sha256,
    newest_version,
    next_number,
    parts_of,
)
from portal.use_cases.taking import Taken
from schemas.clock import now
from schemas.crashing import crash_point
from schemas.events import ReportVersion, VersionUploaded
from schemas.settings import settings
from schemas.state import State, state_of
from schemas.store import WHOLE_FILE, EvidenceFile, Part, Version, facts_of, lock_report, tell
from schemas.web import Said
from schemas.words import SourceKind

HOUR: Final = timedelta(hours=1)

IN_PROCEDURE: Final = Said(
    "Dit rapport is ingediend. U kunt pas weer iets veranderen als u het intrekt of als de provincie heeft besloten.",
    "This report is handed in. You can change something only after you withdraw it or the province has decided.",
)
OTHER_BODY: Final = Said(
    "Dit formulier is al eerder verstuurd, met een ander bestand. Laad de pagina opnieuw en upload dan nog eens.",
    "This form was sent before, with another file. Load the page again and then upload once more.",
)

STAYS: Final = Said("Versie {number} is ongewijzigd.", "Version {number} is unchanged.")
NOTHING_KEPT: Final = Said("Er is niets bewaard.", "Nothing was kept.")


@dataclass(frozen=True, kw_only=True)
class Upload:
    """What is uploaded: a file that lies in the store, on top of the version before unless ``clean``.

    ``sheets`` are those that are taken from it. With ``forms_stay`` a sheet that was filled in by form is not replaced.
    """

    taken: Taken
    clean: bool
    key: UUID
    note: str = ""
    sheets: tuple[str, ...] = (WHOLE_FILE,)
    forms_stay: bool = False


def upload_version(session: Session, report: UUID, upload: Upload, *, by: UUID) -> Version:
    """The new version of a report; the same form sent twice gives the same version."""
    lock_report(session, report)
    if sent := _sent_before(session, upload.key):
        return _the_same(session, sent, report=report, upload=upload, by=by)
    refuse_in_procedure(session, report)
    refuse_too_many(session, by)
    parts = _asked(session, upload, built_on(session, report), by=by)
    return make_version(session, report, parts, key=upload.key, note=upload.note, by=by)


def go_on_with(session: Session, report: UUID, earlier: UUID, *, by: UUID) -> Version:
    """A new version of the parts of an earlier one, where what came since is no use; asking twice gives the same one."""
    lock_report(session, report)
    refuse_in_procedure(session, report)
    version, newest = session.get(Version, earlier), newest_version(session, report)
    if version is None or newest is None or version.report != report:
        raise NotYours(f"version/{earlier}")
    parts = within_open(session, report, parts_of(session, earlier))
    if manifest_sha256(parts, evidence_of(session, report)) == newest.manifest_sha256:
        return newest
    refuse_too_many(session, by)
    return make_version(session, report, parts, key=uuid4(), note=version.note, by=by)


def what_stays(session: Session, report: UUID) -> Said:
    """What a refused file leaves as it was: the newest version that can be read."""
    kept = built_on(session, report)
    return STAYS.format(number=kept.number) if kept else NOTHING_KEPT


def make_version(
    session: Session, report: UUID, parts: list[Part], *, key: UUID, note: str, by: UUID, rehearsal: bool = False
) -> Version:
    """A new version with copies of these parts, told to the check; the report is locked already.

    Of a correction of some sheets it holds only those; whoever makes a version need not think of that.
    """
    at, made = now(), uuid4()
    held = within_open(session, report, parts)
    copies = [copy_of(part, version=made, position=position) for position, part in enumerate(held)]
    version = Version(
        id=made,
        report=report,
        number=next_number(session, report),
        created_at=at,
        by=by,
        idempotency_key=key,
        manifest_sha256=manifest_sha256(copies, evidence_of(session, report)),
        note=note,
        rehearsal=rehearsal,
    )
    session.add_all([version, *copies])
    session.flush()
    about = ReportVersion(report=report, version=version.id, number=version.number)
    tell(session, VersionUploaded(version=about, manifest_sha256=version.manifest_sha256, at=at))
    noted(session, Action.VERSION_UPLOADED, f"report/{report}", actor=by, details=told_of(version))
    crash_point("upload_before_commit")
    return version


def told_of(version: Version) -> dict[str, JsonValue]:
    """What the audit tells of a version."""
    return {"number": version.number, "manifest_sha256": version.manifest_sha256}


def refuse_in_procedure(session: Session, report: UUID) -> State:
    """The state of a report, which is refused while it is handed in or in review."""
    state = state_of(facts_of(session, report))
    if not state.may_upload:
        raise Refused(IN_PROCEDURE, status=409)
    return state


def refuse_too_many(session: Session, by: UUID) -> None:
    """Refuse more uploads and pieces of evidence in an hour than the settings allow one person."""
    since = now() - HOUR
    versions = select(Version.created_at).where(Version.by == by, Version.created_at > since)
    pieces = select(EvidenceFile.added_at).where(EvidenceFile.added_by == by, EvidenceFile.added_at > since)
    if _count(session, versions) >= settings().uploads_per_hour or _count(session, pieces) >= _most_pieces():
        raise TooManyAttempts(retry_after=int(HOUR.total_seconds()))


def _most_pieces() -> int:
    return settings().uploads_per_hour * 10


def _count(session: Session, query: Select[datetime]) -> int:
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


def _asked(session: Session, upload: Upload, newest: Version | None, *, by: UUID) -> list[Part]:
    """What an upload asks for: its file, on top of the newest version unless it begins anew; below what stays."""
    kept = _stays(session, None if upload.clean else newest, upload)
    forms = [part for part in kept if upload.forms_stay and part.source_kind.filled_in]
    others = [part for part in kept if part not in forms]
    return [*others, *_parts(upload, by=by), *forms]


def _named(parts: list[Part]) -> list[tuple[str, str, str]]:
    return [(part.sheet, part.source_name, part.file_sha256) for part in parts]


def _stays(session: Session, before: Version | None, upload: Upload) -> list[Part]:
    """The parts of the version before that still have a use beside this upload."""
    replaced = frozenset(upload.sheets) - {WHOLE_FILE}
    return [part for part in parts_of(session, before.id) if part.sheet not in replaced] if before else []


def _parts(upload: Upload, *, by: UUID) -> list[Part]:
    """The file as a part, once for each sheet that is taken from it."""
    at = now()
    return [
        Part(
            sheet=sheet,
            source_kind=SourceKind.FILE,
            source_name=upload.taken.name,
            file_sha256=upload.taken.sha256,
            size=upload.taken.size,
            uploaded_by=by,
            uploaded_at=at,
        )
        for sheet in upload.sheets
    ]


def _sent_before(session: Session, key: UUID) -> Version | None:
    return session.scalars(select(Version).where(Version.idempotency_key == key).order_by(Version.id)).first()


def _the_same(session: Session, sent: Version, *, report: UUID, upload: Upload, by: UUID) -> Version:
    """The version that this form made before; refused when the form now holds something else."""
    parts = _asked(session, upload, built_on(session, report, before=sent.number), by=by)
    same_parts = _named(within_open(session, report, parts, seen_from=sent)) == _named(parts_of(session, sent.id))
    if (sent.report, sent.by, sent.note) != (report, by, upload.note) or not same_parts:
        raise Refused(OTHER_BODY, status=409)
    return sent
