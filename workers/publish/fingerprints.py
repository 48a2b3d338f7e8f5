"""The sha256 of what a report is made from, and reading them back from a report."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pikepdf
from pydantic import JsonValue, ValidationError

from schemas.terms import Terms
from workers.domain.factors import Factor, FactorSet
from workers.domain.ranges import Ranges
from workers.domain.rule_set import RuleSet
from workers.publish.content import Fingerprints, Named


class NoReportOfOurs(Exception):
    """A PDF that names nothing that it was made from; the message says what is missing."""


def fingerprints(
    inputs: Sequence[Named],
    *,
    rule_set: Named,
    factors: FactorSet | None,
    terms: Terms | None,
    terms_sha256: str | None = None,
) -> Fingerprints:
    """All that a report was made from; ``terms_sha256`` is that of the terms as they are kept, where they are."""
    return Fingerprints(
        inputs=tuple(inputs),
        rule_set=rule_set,
        factor_set=Named(name=factors.id, sha256=factors_sha256(factors)) if factors else None,
        terms=Named(name=terms.concession_id, sha256=terms_sha256 or terms_sha256_of(terms)) if terms else None,
    )


def file_named(path: Path) -> Named:
    """A file by its name and the sha256 of its bytes; of a folder, of the files in it by name."""
    if path.is_dir():
        parts = [f"{one.relative_to(path)} {_digest(one)}" for one in sorted(path.rglob("*")) if one.is_file()]
        return Named(name=path.name, sha256=hashlib.sha256("\n".join(parts).encode()).hexdigest())
    return Named(name=path.name, sha256=_digest(path))


def named_rule_set(rule_set: RuleSet) -> Named:
    """A rule set by its name and the sha256 of what it judges by: its rules with their revision, and its ranges."""
    judges: list[JsonValue] = [[rule, revision] for rule, revision in rule_set.revisions]
    return Named(name=rule_set.id, sha256=sha256_of({"rules": judges, "ranges": ranges_as_json(rule_set.ranges)}))


def ranges_as_json(ranges: Ranges) -> JsonValue:
    """The table of ranges as plain JSON; days and exact amounts as text."""
    plain: JsonValue = json.loads(json.dumps(asdict(ranges), default=str))
    return plain


def factors_sha256(factors: FactorSet) -> str:
    """The sha256 of a factor set's entries."""
    return sha256_of(factors_as_json(factors))


def factors_as_json(factors: FactorSet) -> list[JsonValue]:
    """The entries of a factor set as plain JSON; exact amounts as text."""
    return [_as_json(entry) for entry in factors.entries]


def terms_sha256_of(terms: Terms) -> str:
    """The sha256 of terms in their one written form."""
    return sha256_of(terms.model_dump(mode="json", by_alias=True))


def sha256_of(body: JsonValue) -> str:
    """The sha256 of a JSON value in its canonical form: sorted keys, no spaces."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def read_back(pdf: bytes) -> Fingerprints:
    """What a report says that it was made from; raises ``NoReportOfOurs`` where it says nothing."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return Fingerprints.model_validate_json(str(document.docinfo["/Keywords"]))
    except (pikepdf.PdfError, KeyError, ValidationError) as wrong:
        raise NoReportOfOurs(
            "This PDF is no report of Ketenspiegel: it does not name what it was made from."
        ) from wrong


def check_address_in(pdf: bytes) -> str | None:
    """The address that a report gives to check it at: the one place in it that can be pressed."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        places = [place for page in document.pages for place in page.obj.get("/Annots", pikepdf.Array())]
        return next((str(place.A.URI) for place in places), None)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _as_json(entry: Factor) -> dict[str, JsonValue]:
    return {name: None if value is None else str(value) for name, value in vars(entry).items()}
