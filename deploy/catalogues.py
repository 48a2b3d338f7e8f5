"""What ``db upgrade`` writes beside the tables: the rule sets and factor sets of this release, and which of them are in force."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store import Adoption, engine_of, in_force, sessions
from schemas.store import FactorSet as FactorSetRow
from schemas.store import RuleSet as RuleSetRow
from schemas.store.upgrade import upgrade_database
from schemas.texts import Bilingual
from schemas.words import SetKind
from workers.domain.catalogue import catalogue
from workers.domain.factors import FactorSet
from workers.domain.rule_set import RuleSet
from workers.domain.rules import RULE_SETS
from workers.keeping_factors import NameIsTaken, free_name, keep_factor_set
from workers.publish.fingerprints import factors_sha256, named_rule_set, ranges_as_json
from workers.reference import factor_sets, own_yardsticks

UPGRADE = "db upgrade"
COMES_ALONG = "Komt met het product. / Comes with the product."
OTHER_RELEASE = Bilingual(
    nl="Installeer een uitgave waarin de veranderde regels een regelset met een nieuwe naam zijn.",
    en="Install a release in which the changed rules are a rule set with a new name.",
)


def upgrade(database: str) -> None:
    """Bring the database to this release: tables, rights, rule sets and factor sets. May run twice."""
    upgrade_database(engine_of(database))
    with sessions().begin() as session:
        first_time = session.scalars(select(Adoption.n).order_by(Adoption.n)).first() is None
        for rule_set in RULE_SETS:
            _keep_rule_set(session, rule_set, may_replace=first_time)
        for known in factor_sets():
            if first_time:
                _move_aside(session, known)
            keep_factor_set(session, known)
        _adopt_what_comes_along(session)


def _move_aside(session: Session, own: FactorSet) -> None:
    """Before sets were switched on, reports were judged by the lists of the product, whatever was imported under their names."""
    kept = session.get(FactorSetRow, own.id)
    if kept is None or kept.sha256 == factors_sha256(own):
        return
    session.add(
        FactorSetRow(
            id=free_name(session, own.id),
            year=kept.year,
            fictional=kept.fictional,
            sha256=kept.sha256,
            body=kept.body,
            written_at=kept.written_at,
        )
    )
    session.delete(kept)
    session.flush()


def _keep_rule_set(session: Session, rule_set: RuleSet, *, may_replace: bool) -> None:
    """Keep a rule set; its words may be bettered, what it judges by may not."""
    named, kept = named_rule_set(rule_set), session.get(RuleSetRow, rule_set.id)
    if kept is not None and kept.sha256 != named.sha256 and not may_replace:
        raise NameIsTaken(rule_set.id, mend=OTHER_RELEASE)
    body = catalogue(rule_set).model_dump(mode="json") | {
        "ranges": ranges_as_json(rule_set.ranges),
        "from_year": rule_set.from_year,
    }
    if kept is None or (kept.sha256, kept.body) != (named.sha256, body):
        session.merge(RuleSetRow(id=rule_set.id, sha256=named.sha256, body=body, written_at=now()))


def _adopt_what_comes_along(session: Session) -> None:
    """Switch on what comes with the product for what has no set yet; a choice that was made stands."""
    own = own_yardsticks()
    if not in_force(session, SetKind.RULE_SET):
        for year, rule_set in own.rule_sets.items():
            session.add(_adopted(SetKind.RULE_SET, rule_set.id, year))
    adopted = in_force(session, SetKind.FACTOR_SET)
    for year, known in own.factor_sets.items():
        if year not in adopted:
            session.add(_adopted(SetKind.FACTOR_SET, known.id, year))


def _adopted(kind: SetKind, name: str, year: int) -> Adoption:
    return Adoption(kind=kind, set_id=name, year=year, at=now(), by=UPGRADE, reason=COMES_ALONG)
