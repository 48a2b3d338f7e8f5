"""The worker of what reports are judged by: it reads factor lists that are offered, and tries sets and terms on earlier reports."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import Event, FactorListOffered, TrialAsked
from schemas.said import Said
from schemas.store import FactorReading, FactorUpload, TermsProposal, Trial, TrialRun, files, reading, sessions
from schemas.terms import Terms
from schemas.texts import Bilingual, Language
from schemas.words import SetKind, TrialKind, WorkerName
from workers.domain.factors import FactorSet
from workers.intake import Unreadable
from workers.keeping_factors import NameIsTaken, take_in
from workers.reference import units_of_factors
from workers.reference.factor_faults import UnreadableFactors
from workers.reference.factor_list import read_factors
from workers.reference.remarks import remarks
from workers.shadow import candidate, try_out
from workers.terms_preview import preview
from workers.worker import Permanent, Worker

# Trying something on hundreds of reports takes minutes; the work shows how far it is.
LONGEST_SECONDS = 4 * 3600


@dataclass(frozen=True)
class Tried:
    """A trial that is finished; its result lies in the file store."""

    result_sha256: str


@dataclass(frozen=True)
class Read:
    """What a file holds: sound lists with remarks on them, or every fault."""

    lists: tuple[FactorSet, ...]
    said: tuple[Bilingual, ...]


class TryOut(Worker[Event, Tried | Read]):
    """Tries, and switches nothing on: that is for people."""

    NAME = WorkerName.TRY
    HANDLES = (TrialAsked, FactorListOffered)
    IN_SANDBOX = True
    WORK_SECONDS = LONGEST_SECONDS

    def work(self, event: Event) -> Tried | Read:
        """Try what was asked, telling how far it is; or read a file."""
        if isinstance(event, FactorListOffered):
            return _read(event.upload)
        assert isinstance(event, TrialAsked)
        with reading() as session:
            trial = session.get_one(Trial, event.trial)
        result = _tried(trial)
        return Tried(files().keep_bytes(result.model_dump_json().encode()).sha256)

    def keep(self, session: Session, event: Event, result: Tried | Read) -> None:
        """Say that the trial is finished, or take the lists in."""
        if isinstance(result, Read):
            assert isinstance(event, FactorListOffered)
            _keep_lists(session, event.upload, result)
            return
        assert isinstance(event, TrialAsked)
        run = session.get(TrialRun, event.trial) or TrialRun(trial=event.trial, done=0, total=0, at=now())
        run.finished_at, run.result_sha256 = now(), result.result_sha256
        session.add(run)


def _tried(trial: Trial) -> Said:
    def tell(done: int, total: int) -> None:
        _progress(trial.id, done, total)

    if trial.kind is TrialKind.TERMS:
        with reading() as session:
            proposal = session.get_one(TermsProposal, UUID(trial.subject))
        return preview(Terms.model_validate(proposal.body), tell=tell)
    with reading() as session:
        given = candidate(session, SetKind(trial.kind.value), trial.subject)
    return try_out(given, tell=tell)


def _progress(trial: UUID, done: int, total: int) -> None:
    with sessions().begin() as session:
        run = session.get(TrialRun, trial) or TrialRun(trial=trial)
        run.done, run.total, run.at = done, total, now()
        session.add(run)


def _read(upload: UUID) -> Read:
    with reading() as session:
        offered = session.get(FactorUpload, upload)
    if offered is None:
        raise Permanent("no_such_upload", "The event names an upload that is not kept here.")
    units = units_of_factors()
    try:
        lists = read_factors(offered.file_name, files().read(offered.sha256), units=units)
    except Unreadable as wrong:
        return Read((), (_both(wrong.reason, wrong.mend),))
    except UnreadableFactors as wrong:
        faults = wrong.faults
        told = (Bilingual(nl=one.told(Language.NL), en=one.told(Language.EN)) for one in faults)
        return Read((), tuple(told))
    return Read(lists, tuple(remark for one in lists for remark in remarks(one, units)))


def _keep_lists(session: Session, upload: UUID, read: Read) -> None:
    said = read.said
    refused = not read.lists
    try:
        with session.begin_nested():
            take_in(session, read.lists, actor=f"person/{session.get_one(FactorUpload, upload).by}")
    except NameIsTaken as wrong:
        said, refused = (wrong.told,), True
    session.add(
        FactorReading(
            upload=upload,
            at=now(),
            sets=[] if refused else [one.id for one in read.lists],
            said={"texts": [one.model_dump() for one in said]},
            refused=refused,
        )
    )


def _both(first: Bilingual, second: Bilingual) -> Bilingual:
    return Bilingual(nl=f"{first.nl} {second.nl}", en=f"{first.en} {second.en}")
