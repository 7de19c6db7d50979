"""The history of a claim, a statement or an article: all that was recorded of it, by whom and when, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.desk.past_ids import PastThing, past_thing
from sayso.desk.version_pairs import FollowedClaim, ToldClaim, paired, told_in
from sayso.ledger import Snapshot, WholeReading
from sayso.present.item_state import without_undone
from schemas import (
    Article,
    Capture,
    Decision,
    Derivation,
    EngineVersion,
    Hop,
    LedgerEntry,
    Link,
    PublishedClaim,
    undone_of,
)
from schemas.span import characters

LEAST = 0.5
"""The least share of the characters of two claims of one article that both have, for them to be the same."""

Chain = tuple[Hop, ...]


@dataclass(frozen=True)
class Arrival:
    """The article arrived, as `version` (from 1) of its page; `again`: this version had arrived before."""

    entry: LedgerEntry
    capture: Capture
    article: Article
    version: int
    again: bool


@dataclass(frozen=True)
class VersionReading:
    """An engine read a version; `pairs`: each claim that is followed, as it was before and as it is here.

    `again`: another reading of the version is there; `claims`: how many there are in all.
    """

    entry: LedgerEntry
    engine: EngineVersion
    version: int
    again: bool
    claims: int
    pairs: tuple[FollowedClaim, ...] = ()


@dataclass(frozen=True)
class Linked:
    """A link of a claim that is followed was found, or changed; `other` is at its other end, `before` what it was."""

    entry: LedgerEntry
    link: Link
    own: ToldClaim
    other: PublishedClaim | None
    before: Link | None


@dataclass(frozen=True)
class TextShared:
    """An article was found to share text with a version."""

    entry: LedgerEntry
    derivation: Derivation
    other: Article | None


@dataclass(frozen=True)
class Decided:
    """A person decided something; `counts`: it was not taken back; `undone`: what it takes back.

    `was` and `now`: who was answerable for the statement before and after, where that changed. `on`: the words that it
    is about, None for something else; `kind`: what that is, "link", "derivation" or "engine".
    """

    entry: LedgerEntry
    decision: Decision
    counts: bool
    undone: Decision | None = None
    was: Chain = ()
    now: Chain = ()
    on: str | None = None
    kind: str = ""


Event = Arrival | VersionReading | Linked | TextShared | Decided


@dataclass(frozen=True)
class History:
    """All of it, oldest first; `words`: what the claim says, or the article is called."""

    thing: PastThing
    words: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass
class _Followed:
    """Under which ids the claims that are meant are known, in every reading; all of an article's."""

    claims: dict[str, ToldClaim] = field(default_factory=dict)
    statements: dict[str, ToldClaim] = field(default_factory=dict)

    def add(self, told: ToldClaim) -> None:
        self.claims[told.claim.id] = self.statements[told.statement.id] = told


def history(snapshot: Snapshot, given: str) -> History:
    """The history of what `given` names, see `past_thing`; of an article, with all versions of its page.

    1. the versions of the page; 2. their readings, and the claims followed through them; 3. links; 4. decisions.
    """
    thing = past_thing(snapshot, given)
    past = snapshot.past
    here = [thing.id] if thing.kind == "article" else past.articles_of([thing.id])
    captures = list(past.captures(here))
    works = {article.work for _, _, article in captures if article.work}
    versions = snapshot.versions_of(works) if works else here
    captured = list(_captured(snapshot, versions))  # 1
    readings = list(past.readings(versions))
    followed = _Followed()
    read = list(_read(snapshot, thing, versions, readings, followed))  # 2
    events: list[Event] = [*captured, *read]
    links = list(past.links(followed.claims))
    events += _linked(snapshot, links, followed)  # 3
    derivations = list(past.derivations(versions)) if thing.kind == "article" else []
    events += _shared(snapshot, derivations, versions)
    engines = {one.extraction.engine.id for one in readings}
    kinds = dict.fromkeys(engines, "engine") | {link.id: "link" for _, link in links}
    kinds |= {derivation.id: "derivation" for _, derivation in derivations}
    made = past.decisions({*followed.claims, *followed.statements, *kinds})
    events += _decided(snapshot, made, followed, kinds)  # 4
    events.sort(key=lambda event: event.entry.number)
    return History(thing, _words(thing, captured, followed), tuple(events))


def _words(thing: PastThing, captured: Sequence[Arrival], followed: _Followed) -> tuple[str, ...]:
    if thing.kind == "article":
        article = captured[-1].article
        return (" | ".join(filter(None, (article.title or article.text[:80], article.outlet))),)
    return tuple(followed.claims[claim].claim.proposition for claim in thing.claims if claim in followed.claims)


def _captured(snapshot: Snapshot, versions: Sequence[str]) -> Iterator[Arrival]:
    seen: set[str] = set()
    for number, capture, article in snapshot.past.captures(versions):
        entry, version = snapshot.past.entry(number), versions.index(article.id) + 1
        yield Arrival(entry, capture, article, version, again=article.id in seen)
        seen.add(article.id)


def _read(
    snapshot: Snapshot, thing: PastThing, versions: Sequence[str], readings: Sequence[WholeReading], found: _Followed
) -> Iterator[VersionReading]:
    told = {one.entry: told_in(one.extraction) for one in readings}
    place = {article: number for number, article in enumerate(versions, 1)}
    whole = thing.kind == "article"
    pairs = {} if whole else _through(snapshot, thing, readings, told)
    seen: set[str] = set()
    for one in readings:
        for each in told[one.entry] if whole else [pair.after for pair in pairs[one.entry] if pair.after]:
            found.add(each)
        article = one.article.id
        made = tuple(pairs.get(one.entry, ()))
        entry, engine = snapshot.past.entry(one.entry), one.extraction.engine
        yield VersionReading(entry, engine, place[article], article in seen, len(told[one.entry]), made)
        seen.add(article)


def _through(
    snapshot: Snapshot, thing: PastThing, readings: Sequence[WholeReading], told: dict[int, list[ToldClaim]]
) -> dict[int, list[FollowedClaim]]:
    """By reading (entry): what the claims are there, each with what it was in the reading before.

    From the first reading that has the claims on to the later ones, and from there back to the earlier ones.
    """
    wanted = {*thing.claims}
    start = next(number for number, one in enumerate(readings) if wanted & {t.claim.id for t in told[one.entry]})
    at: dict[int, list[ToldClaim | None]] = {}
    first = readings[start]
    at[first.entry] = [one for one in told[first.entry] if one.claim.id in wanted]
    for order in (range(start + 1, len(readings)), range(start - 1, -1, -1)):
        last, known = first, at[first.entry]
        for number in order:
            now = readings[number]
            there = _on(last, now, known, told)
            at[now.entry] = there
            if any(there):
                last, known = now, [new or old for new, old in zip(there, known, strict=True)]
    return {one.entry: _changes(at, readings, number) for number, one in enumerate(readings)}


def _on(
    last: WholeReading, now: WholeReading, known: Sequence[ToldClaim | None], told: dict[int, list[ToldClaim]]
) -> list[ToldClaim | None]:
    """What each of these claims is in another reading: at its place in the same text, by its words in another."""
    if last.article.id == now.article.id:
        return [one and _at_its_place(one, told[now.entry]) for one in known]
    now_is = {id(pair.before): pair.after for pair in paired(told[last.entry], told[now.entry]) if pair.before}
    return [now_is.get(id(one)) if one else None for one in known]


def _at_its_place(one: ToldClaim, there: Iterable[ToldClaim]) -> ToldClaim | None:
    own = characters(one.claim.spans)
    shares = [(_jaccard(own, characters(other.claim.spans)), -number, other) for number, other in enumerate(there)]
    share, _, best = max(shares, default=(0.0, 0, None), key=lambda found: found[:2])
    return best if share >= LEAST else None


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b)


def _changes(
    at: dict[int, list[ToldClaim | None]], readings: Sequence[WholeReading], number: int
) -> list[FollowedClaim]:
    now = at[readings[number].entry]
    before: list[ToldClaim | None] = [None] * len(now)
    for earlier in readings[:number]:
        before = [new or old for new, old in zip(at[earlier.entry], before, strict=True)]
    return [FollowedClaim(*pair) for pair in zip(before, now, strict=True)]


def _linked(snapshot: Snapshot, links: Iterable[tuple[int, Link]], followed: _Followed) -> Iterator[Linked]:
    made, before = list(links), dict[str, Link]()
    ends = {end for _, link in made for end in (link.a, link.b)}
    claims = {one.id: one for one in snapshot.published_claims(ends)}
    for number, link in made:
        own, other = (link.a, link.b) if link.a in followed.claims else (link.b, link.a)
        yield Linked(snapshot.past.entry(number), link, followed.claims[own], claims.get(other), before.get(link.id))
        before[link.id] = link


def _shared(
    snapshot: Snapshot, derivations: Sequence[tuple[int, Derivation]], versions: Sequence[str]
) -> Iterator[TextShared]:
    others = {derivation.b if derivation.a in versions else derivation.a for _, derivation in derivations}
    known = {article.id: article for article in snapshot.articles_of(others)}
    for number, derivation in derivations:
        other = derivation.b if derivation.a in versions else derivation.a
        yield TextShared(snapshot.past.entry(number), derivation, known.get(other))


def _decided(
    snapshot: Snapshot, made: Sequence[tuple[int, Decision]], followed: _Followed, kinds: Mapping[str, str]
) -> Iterator[Decided]:
    gone = undone_of((one.id, one.undoes) for _, one in made if one.judgement == "undo")
    by_id = {one.id: one for _, one in made}
    so_far: dict[str, list[Decision]] = {}
    for number, decision in made:
        told = followed.claims.get(decision.about) or followed.statements.get(decision.about)
        on = None
        if told is not None:
            on = told.statement.text if decision.about == told.statement.id else told.claim.proposition
        facts: dict[str, Any] = {"counts": decision.id not in gone, "on": on, "kind": kinds.get(decision.about, "")}
        if decision.undoes:
            facts["undone"] = by_id.get(decision.undoes)
        if told is not None and decision.about == told.statement.id:
            earlier = so_far.setdefault(decision.about, [])
            was, now = _answerable(told, earlier), _answerable(told, [*earlier, decision])
            earlier.append(decision)
            facts |= {"was": was, "now": now} if was != now else {}
        yield Decided(snapshot.past.entry(number), decision, **facts)


def _answerable(told: ToldClaim, made: Sequence[Decision]) -> Chain:
    """Who is answerable for a statement after these decisions on it: as corrected last, else as it was read."""
    given = [one.chain for one in without_undone(made) if one.judgement == "correct" and one.chain]
    return given[-1] if given else told.statement.chain
