"""Articles that other engines have read, read by this one; what that changes; and its adoption."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.desk.deciding import decision
from sayso.errors import UnfitError, UnreadableError
from sayso.ledger import AppendResult, Ledger, Rereading
from sayso.present.chain import COMPARED, chain
from schemas import Article, Claim, EngineVersion, Extraction, Statement
from schemas.span import characters

FEW = 3
"""Examples of a kind of change."""
LEAST = 0.5
"""Of the characters of two readings, the least that both have if they are of the same words."""
AT_ONCE = 64
"""Articles in memory at a time."""

ReadAll = Callable[[Sequence[Article]], Iterable[Callable[[], Extraction]]]
"""Gives for each article, in order, what gives its extraction or raises `UnreadableError`."""

Read = TypeVar("Read", Statement, Claim)


@dataclass(frozen=True)
class ChangeExample:
    """One change: in which file, the words, and what was and is said of them."""

    file: str
    words: str
    before: str
    after: str


@dataclass
class Changes:
    """How many articles were compared, in how many something changed, and what, by kind, with a few examples each."""

    articles: int = 0
    changed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[ChangeExample]] = field(default_factory=dict)

    def take(self, found: Iterable[tuple[str, ChangeExample]]) -> None:
        """Count what changed in one more article."""
        self.articles += 1
        before = self.kinds.total()
        for kind, example in found:
            self.kinds[kind] += 1
            few = self.examples.setdefault(kind, [])
            if len(few) < FEW:
                few.append(example)
        self.changed += self.kinds.total() > before


def read_again(ledger: Ledger, numbers: Sequence[int], read: ReadAll) -> Iterator[tuple[str, str | None]]:
    """Read the articles in these entries and record that beside what others read; of each its file, and any problem.

    Safe to break off: what is recorded is not read again.
    """
    for start in range(0, len(numbers), AT_ONCE):
        with ledger.snapshot() as snapshot:
            captured = [snapshot.captured(number) for number in numbers[start : start + AT_ONCE]]
        for (capture, article), result in zip(captured, read([one for _, one in captured]), strict=True):
            try:
                ledger.append(capture, article, result())
            except (UnreadableError, UnfitError) as error:
                yield capture.file, str(error)
            else:
                yield capture.file, None


def adopt(ledger: Ledger, engine: EngineVersion, why: str, by: str) -> AppendResult:
    """Record that what this engine has read so far counts from now on."""
    return ledger.decide(decision(engine.id, engine.digest, "accept", why, by))


def changes(readings: Iterable[Rereading]) -> Changes:
    """What another reading changes, article by article."""
    found = Changes()
    for one in readings:
        found.take(changed(one))
    return found


def changed(reading: Rereading) -> Iterator[tuple[str, ChangeExample]]:
    """What changed in one article: each change's kind, in words, and the change.

    1. statements by their places: who says so, or whether anybody; 2. statements and 3. claims that are only in one.
    """
    file, before, after = reading.capture.file, reading.before, reading.after
    pairs, lost, new = _paired(before.statements, after.statements)
    for old, now in pairs:  # 1
        if old.sourcing != now.sourcing:
            yield f"{old.sourcing} → {now.sourcing}", ChangeExample(file, now.text, _sayer(old), _sayer(now))
        elif _chain(old) != _chain(now):
            yield "another chain", ChangeExample(file, now.text, _sayer(old), _sayer(now))
        elif old.polarity != now.polarity:
            yield f"{old.polarity} → {now.polarity}", ChangeExample(file, now.text, old.polarity, now.polarity)
    for one in lost:  # 2
        yield "statement no longer read", ChangeExample(file, one.text, _sayer(one), "")
    for one in new:
        yield "statement newly read", ChangeExample(file, one.text, "", _sayer(one))
    worded, gone, fresh = _paired(before.claims, after.claims)
    for was, claim in worded:  # 3
        if was.proposition != claim.proposition:
            yield "claim worded differently", ChangeExample(file, claim.proposition, was.proposition, claim.proposition)
    for claim in gone:
        yield "claim no longer made", ChangeExample(file, claim.proposition, claim.proposition, "")
    for claim in fresh:
        yield "claim newly made", ChangeExample(file, claim.proposition, "", claim.proposition)


def _paired(before: Sequence[Read], after: Sequence[Read]) -> tuple[list[tuple[Read, Read]], list[Read], list[Read]]:
    """Those of both readings that are of the same words, the nearest first; and those that are only in one."""
    held: dict[int, list[int]] = defaultdict(list)
    sizes = [len(characters(one.spans)) for one in after]
    for j, one in enumerate(after):
        for at in characters(one.spans):
            held[at].append(j)
    shares = []
    for i, one in enumerate(before):
        places = characters(one.spans)
        for j, both in Counter(j for at in places for j in held.get(at, ())).items():
            shares.append((both / (len(places) + sizes[j] - both), -i, -j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in sorted(shares, reverse=True):
        if share >= LEAST and -i not in found and -j not in taken:
            found[-i] = -j
            taken.add(-j)
    return (
        [(before[i], after[j]) for i, j in sorted(found.items())],
        [one for i, one in enumerate(before) if i not in found],
        [one for j, one in enumerate(after) if j not in taken],
    )


def _chain(statement: Statement) -> list[tuple[str, str | None]]:
    return [(hop.role, hop.called) for hop in statement.chain]


def _sayer(statement: Statement) -> str:
    return chain(statement, COMPARED)
