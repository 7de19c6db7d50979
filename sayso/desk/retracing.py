"""Articles that other engines have read, read again by this one: what that changes, and its adoption."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.desk.deed import Deed, Thing
from sayso.errors import UnfitError, UnreadableError
from sayso.ledger import AppendResult, Ledger, Rereading
from sayso.present.actions import Action
from sayso.present.chain import COMPARED, chain
from schemas import Article, Claim, EngineVersion, Extraction, Statement
from schemas.span import characters

FEW = 3
"""Examples kept of each kind of change."""
LEAST = 0.5
"""The least share of characters that two readings of the same words have in common (Jaccard)."""
AT_ONCE = 64
"""Articles in memory at a time."""

ReadAll = Callable[[Sequence[Article]], Iterable[Callable[[], Extraction]]]
"""Returns for each article, in order, a function that returns its extraction or raises `UnreadableError`."""

Read = TypeVar("Read", Statement, Claim)


@dataclass(frozen=True)
class ChangeExample:
    """One change: the file, the words, and how they were read before and after."""

    file: str
    words: str
    before: str
    after: str


@dataclass
class ReadingChanges:
    """How many articles were compared, how many changed, and the kinds of change, with a few examples each."""

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
    """Read the articles in these entries and record the readings beside earlier ones; yields each file and any problem.

    Safe to interrupt: what is recorded is not read again.
    """
    for start in range(0, len(numbers), AT_ONCE):
        with ledger.snapshot() as snapshot:
            captured = [snapshot.captured(number) for number in numbers[start : start + AT_ONCE]]
        for (capture, article), result in zip(captured, read([article for _, article in captured]), strict=True):
            try:
                ledger.append(capture, article, result())
            except (UnreadableError, UnfitError) as error:
                yield capture.file, str(error)
            else:
                yield capture.file, None


def adopt(ledger: Ledger, engine: EngineVersion, why: str, by: str) -> AppendResult:
    """Record that the readings this engine has made so far count from now on."""
    deed = Deed(Action("accept"), by, why)
    return ledger.decide(deed.on(Thing("engine", engine.id, engine.digest)))


def changes(readings: Iterable[Rereading]) -> ReadingChanges:
    """What the new readings change, counted article by article."""
    found = ReadingChanges()
    for reading in readings:
        found.take(changed(reading))
    return found


def changed(reading: Rereading) -> Iterator[tuple[str, ChangeExample]]:
    """What changed in one article: for each change its kind, in words, and an example.

    1. statements in the same place with another source or chain, or with the same names taken for other sources;
    2. statements and 3. claims in only one reading.
    """
    file, before, after = reading.capture.file, reading.before, reading.after
    pairs, lost, new = _paired(before.statements, after.statements)
    for old, now in pairs:  # 1
        if old.sourcing != now.sourcing:
            yield f"{old.sourcing} → {now.sourcing}", ChangeExample(file, now.text, _who(old), _who(now))
        elif _chain(old) != _chain(now):
            yield "another chain", ChangeExample(file, now.text, _who(old), _who(now))
        elif _listed(old) != _listed(now):
            yield "the same names, taken for other sources", ChangeExample(file, now.text, _listed(old), _listed(now))
        elif old.polarity != now.polarity:
            yield f"{old.polarity} → {now.polarity}", ChangeExample(file, now.text, old.polarity, now.polarity)
    for statement in lost:  # 2
        yield "statement no longer read", ChangeExample(file, statement.text, _who(statement), "")
    for statement in new:
        yield "statement newly read", ChangeExample(file, statement.text, "", _who(statement))
    worded, gone, fresh = _paired(before.claims, after.claims)
    for was, claim in worded:  # 3
        if was.proposition != claim.proposition:
            yield "claim worded differently", ChangeExample(file, claim.proposition, was.proposition, claim.proposition)
    for claim in gone:
        yield "claim no longer made", ChangeExample(file, claim.proposition, claim.proposition, "")
    for claim in fresh:
        yield "claim newly made", ChangeExample(file, claim.proposition, "", claim.proposition)


def _paired(before: Sequence[Read], after: Sequence[Read]) -> tuple[list[tuple[Read, Read]], list[Read], list[Read]]:
    """The items of both readings on the same words, best match first; then those only in `before`, only in `after`."""
    held: dict[int, list[int]] = defaultdict(list)
    sizes = [len(characters(item.spans)) for item in after]
    for j, item in enumerate(after):
        for at in characters(item.spans):
            held[at].append(j)
    shares = []
    for i, item in enumerate(before):
        places = characters(item.spans)
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
        [item for i, item in enumerate(before) if i not in found],
        [item for j, item in enumerate(after) if j not in taken],
    )


def _chain(statement: Statement) -> list[tuple[str, str | None]]:
    return [(hop.role, hop.called) for hop in statement.chain]


def _listed(statement: Statement) -> str:
    """The named sources of its chain, each with its key in the registry that it was read with."""
    return ", ".join(
        f"{hop.name} ({hop.registry})" if hop.registry else f"{hop.name} (not listed)"
        for hop in statement.chain
        if hop.name
    )


def _who(statement: Statement) -> str:
    return chain(statement, COMPARED)
