"""A newsroom's registry of sources: what it lists beside the list that comes with Sayso, as decisions in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import NamedTuple
from uuid import uuid4

from sayso.desk.source_forms import called, expect_form, expect_key
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.registry import Registry
from schemas import REGISTRY, Decision, Source


class RecordedSource(NamedTuple):
    """A change of the registry: the decision, and the number of its entry."""

    decision: Decision
    entry: int


@dataclass(frozen=True)
class NewsroomSources:
    """The sources of a newsroom: `registry` as texts are read with it, and what is recorded of each source, by key.

    `base`: the keys of the list that it is built on.
    """

    registry: Registry
    base: Collection[str]
    defined: Mapping[str, Source]
    changes: tuple[Decision, ...]


@dataclass(frozen=True)
class Reason:
    """Who changes the registry, and why."""

    by: str
    why: str


def newsroom(ledger: Ledger, base: Registry) -> NewsroomSources:
    """The sources that `base` and the ledger list."""
    with ledger.snapshot() as snapshot:
        changes = snapshot.listed()
    listed = [one.source for one in changes if one.source]
    defined = base.sources | {source.key: source for source in listed}
    return NewsroomSources(base.extended(listed), base.sources.keys(), defined, changes)


def add_source(ledger: Ledger, known: NewsroomSources, source: Source, reason: Reason) -> RecordedSource:
    """List a new source; its key is made of its name where it is "", and its parent may be given by name.

    `UsageError` where a form of its name means another source or cannot be one, and where its owner is not listed.
    """
    for form in (source.name, *source.aliases):
        expect_form(known.registry, form, alone=form in source.alone)
    for form in source.alone:
        expect_form(known.registry, form, alone=True)
    parent = found(known, source.parent).key if source.parent else None
    key = expect_key(known.registry, source.key or None, source.name)
    return _record(ledger, source.model_copy(update={"key": key, "parent": parent}), reason)


def add_alias(
    ledger: Ledger, known: NewsroomSources, source: str, form: str, reason: Reason, *, alone: bool
) -> RecordedSource:
    """Let `form` be a further form of the name of `source` (key or name); `alone` as in `Source`."""
    told = known.defined[found(known, source).key]
    words = expect_form(known.registry, form, alone=alone)
    field = "alone" if alone else "aliases"
    return _record(ledger, told.model_copy(update={field: (*getattr(told, field), words)}), reason)


def merge(ledger: Ledger, known: NewsroomSources, source: str, into: str, reason: Reason) -> RecordedSource:
    """Let `source` be the same as `into`: its names mean that one, and what belongs to it belongs to that one.

    `UsageError` where one belongs to the other, and where both have owners and these are not the same.
    """
    one, other = found(known, source), found(known, into)
    if one.key == other.key:
        raise UsageError(f"expected two sources, found {called(one)} twice")
    if other.key in _line(known, one) or one.key in _line(known, other):
        raise _two(one, other, "one of them belongs to the other")
    owners = _owner(known, one), _owner(known, other)
    if None not in owners and owners[0] != owners[1]:
        raise _two(one, other, f"they are kept apart, of {owners[0]} and of {owners[1]}")
    return _record(ledger, known.defined[one.key].model_copy(update={"merged": other.key}), reason)


def found(known: NewsroomSources, words: str) -> Source:
    """The source with this key or name; `UsageError` names the nearest."""
    sources = known.registry.sources
    if source := sources.get(words) or known.registry.known_by(words):
        return source
    names = {name: key for key, source in sources.items() for name in (key, source.name)}
    near = get_close_matches(words, names, n=1)
    hint = f"did you mean {called(sources[names[near[0]]])}?" if near else "`sayso sources list --all` lists them"
    raise UsageError(f"expected the key or the name of a listed source, found {words!r}; {hint}")


def changes_of(known: NewsroomSources, source: Source) -> Sequence[Decision]:
    """The decisions that count for this source: on itself, and on those that turned out to be it."""
    return [one for one in known.changes if one.source and source.key in (one.source.key, one.source.merged)]


def _owner(known: NewsroomSources, source: Source) -> str | None:
    """To whom it belongs, over all owners: itself if it is listed so; None where the newsroom listed it without one."""
    family = known.registry.family(source)
    return None if family is source and source.key not in known.base else called(family)


def _two(one: Source, other: Source, why: str) -> UsageError:
    return UsageError(f"expected two entries for one source, found {called(one)} and {called(other)}: {why}")


def _line(known: NewsroomSources, source: Source) -> list[str]:
    """The keys of what it belongs to, over all owners."""
    line: list[str] = []
    while (parent := source.parent) is not None and parent not in line:
        line.append(parent)
        source = known.registry.sources[parent]
    return line


def _record(ledger: Ledger, source: Source, reason: Reason) -> RecordedSource:
    if not reason.why.strip():
        raise UsageError("expected a reason for --why, found none")
    decision = Decision(
        id=uuid4().hex,
        about=REGISTRY,
        version=source.digest,
        judgement="confirm",
        why=reason.why.strip(),
        by=reason.by,
        at=datetime.now(UTC),
        source=source,
    )
    (number,) = ledger.decide(decision).numbers
    return RecordedSource(decision, number)
