"""What changed from one version of a page to the next: claims, words, figures, sources; and whether it says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.desk.correction_notices import notices
from sayso.desk.past_ids import past_thing
from sayso.desk.version_pairs import FollowedClaim, ToldClaim, paired, told_in, words_of
from sayso.errors import UsageError
from sayso.language.spelling import fold
from sayso.ledger import Snapshot, WholeReading
from schemas import Article, Hop, Statement

Extent = Literal["small", "some", "large"]
ClaimChange = Literal[
    "came", "gone", "spelling", "words", "figures", "denial",
    "unnamed", "named", "unsourced", "sourced", "open", "relay-dropped", "relay-added", "source",
]  # fmt: skip
"""What became of a claim: `spelling` is case, marks and spelling only; `denial`: what was said is denied, or no longer.

Of its source: `unnamed` (named before), `named` (unnamed before), `unsourced` (the article says it itself now),
`sourced`, `open` (who says so cannot be told any more), a relay dropped or added, another `source`.
"""

SMALL, LARGE = 0.9, 0.5
"""From the first share of a text's pairs of words that stay, the change is small; below the second, very large."""


@dataclass(frozen=True)
class ChangedClaim:
    """A claim that changed, and how; `figures`: those that went and those that came, as they are written."""

    pair: FollowedClaim
    changes: tuple[ClaimChange, ...]
    figures: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True)
class VersionChange:
    """From version `number` of a page to the next, both as `engine` read them.

    `kept`: the share of pairs of neighbouring words that both have. `same`: how many claims did not change.
    `notices`: what the later one says of a correction, and the earlier did not; `noticed_before`: the earlier said so.
    """

    number: int
    before: Article
    after: Article
    engine: str
    kept: float
    extent: Extent
    claims: tuple[ChangedClaim, ...]
    same: int
    notices: tuple[str, ...]
    noticed_before: bool


@dataclass(frozen=True)
class NotCompared:
    """No one engine has read version `number` and the next."""

    number: int
    before: str
    after: str


def version_changes(snapshot: Snapshot, given: str) -> list[VersionChange | NotCompared]:
    """Each version of the page of the article `given` (its id or address), with the one before it, oldest first.

    As an engine read them, without what people corrected of the readings. `UsageError` where there is one version.
    """
    thing = past_thing(snapshot, given)
    article = thing.id if thing.kind == "article" else snapshot.past.articles_of([thing.id])[0]
    works = {one.work for _, _, one in snapshot.past.captures([article]) if one.work}
    versions = snapshot.versions_of(works) if works else [article]
    if len(versions) < 2:
        missing = "" if works else ", and no address or supplied id by which another could be known"
        raise UsageError(f"expected an article of which several versions came, found one of {article[:12]}{missing}")
    return list(_each(snapshot, versions))


def _each(snapshot: Snapshot, versions: Sequence[str]) -> Iterator[VersionChange | NotCompared]:
    read = _by_engine(snapshot, versions[0])
    for number, (before, after) in enumerate(pairwise(versions), 1):
        now = _by_engine(snapshot, after)
        engine = next((one for one in reversed(now) if one in read), None)
        if engine is None:
            yield NotCompared(number, before, after)
        else:
            yield changed(number, read[engine], now[engine])
        read = now


def _by_engine(snapshot: Snapshot, article: str) -> dict[str, WholeReading]:
    """The last reading of an article by each engine, in the order of their first."""
    return {one.extraction.engine.id: one for one in snapshot.past.readings([article])}


def changed(number: int, before: WholeReading, after: WholeReading) -> VersionChange:
    """What changed between two readings by one engine."""
    kept = _kept(words_of(before.article.text), words_of(after.article.text))
    pairs = paired(told_in(before.extraction), told_in(after.extraction))
    claims = tuple(one for one in map(claim_change, pairs) if one.changes)
    said, says = notices(before.article.text), notices(after.article.text)
    return VersionChange(
        number=number,
        before=before.article,
        after=after.article,
        engine=after.extraction.engine.id,
        kept=kept,
        extent="small" if kept >= SMALL else "some" if kept >= LARGE else "large",
        claims=claims,
        same=len(pairs) - len(claims),
        notices=tuple(one for one in says if one not in said),
        noticed_before=bool(said),
    )


def claim_change(pair: FollowedClaim) -> ChangedClaim:
    """How a claim changed; without `changes` where it did not."""
    before, after = pair
    if before is None or after is None:
        return ChangedClaim(pair, ("came",) if before is None else ("gone",))
    figures = _figures(before, after)
    found: list[ClaimChange] = []
    if before.claim.proposition.split() != after.claim.proposition.split():
        found.append("figures" if any(figures) else "words" if _folded(before) != _folded(after) else "spelling")
    if before.statement.polarity != after.statement.polarity or (
        before.claim.slots.polarity != after.claim.slots.polarity
    ):
        found.append("denial")
    return ChangedClaim(pair, (*found, *_source(before.statement, after.statement)), figures)


def _folded(told: ToldClaim) -> list[str]:
    return [fold(word) for word in words_of(told.claim.proposition)]


def _kept(before: list[str], after: list[str]) -> float:
    ours, theirs = (Counter(zip(["", *words], [*words, ""], strict=True)) for words in (before, after))
    return (ours & theirs).total() / max(ours.total(), theirs.total())


def _figures(before: ToldClaim, after: ToldClaim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    from sayso.link.drift.told_figures import figures  # imported here: it loads what linking compares with

    was, now = (figures(told.claim.proposition) for told in (before, after))
    ours, theirs = ({(one.value, one.bound): one.written for one in some} for some in (was, now))
    gone = tuple(words for key, words in ours.items() if key not in theirs)
    return gone, tuple(words for key, words in theirs.items() if key not in ours)


def _source(before: Statement, after: Statement) -> Iterator[ClaimChange]:
    if before.sourcing != after.sourcing:
        if after.sourcing == "undetermined":
            yield "open"
        elif after.sourcing == "none-given":
            yield "unsourced"
        else:
            yield "sourced"
        return
    was, now = before.origin, after.origin
    if was and now and was.anonymous != now.anonymous:
        yield "unnamed" if now.anonymous else "named"
    elif _key(was) != _key(now):
        yield "source"
    relays, left = {_key(hop) for hop in before.relays}, {_key(hop) for hop in after.relays}
    if relays - left:
        yield "relay-dropped"
    if left - relays:
        yield "relay-added"


def _key(hop: Hop | None) -> tuple[str, ...]:
    if hop is None:
        return ()
    called = " ".join(fold(word) for word in words_of(hop.called or "") if word not in ("the", "a", "an"))
    return (hop.registry or called, *sorted(fold(member.name) for member in hop.members))
