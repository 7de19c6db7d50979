"""How far two annotators agree: `python -m tests.evaluation.news.agreement PART`, over `readings/PART-a` and `-b`.

The units are the sentences of an article. Two readings agree on a sentence about

    sourced    if the same share of it, to within a half of its words, has a source in both
    chain      if also those words that both give a source have the same hops, by the names' words, or an alternative of
               one is the other's
    first      and the likelier reading of both is the same, whatever else each accepts
    accused    over articles: of the accused of whom one is certain, those whom the other names too, if only as arguable
    certain    of the same, those of whom both are certain

`python -m tests.evaluation.news.agreement PART accused` compares two readings for accusations alone, `PART-accused-a`
and `-b`.

The first versions stay as they were made; what is settled by a third is `readings/PART`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso.evaluate.gold_reading import ReadChain, Reading, ReadStatement, readings
from sayso.evaluate.reading_marks import name_words, same_name
from sayso.evaluate.word_places import HALF, Text, Words
from tests.evaluation.news.sheets import Numbered
from tests.evaluation.news.texts import PLACE, texts

Name = frozenset[int]
Accused = Mapping[Name, bool]
"""Who is accused, by name, and whether that is certain."""


class Agreement(NamedTuple):
    """How many sentences there are, how many agree, and and how many accused either is certain of, and both."""

    sentences: int = 0
    sourced: int = 0
    chain: int = 0
    first: int = 0
    either_accuses: int = 0
    both_accuse: int = 0
    both_certain: int = 0

    def plus(self, other: Agreement) -> Agreement:
        """The sum of two."""
        return Agreement(*(a + b for a, b in zip(self, other, strict=True)))

    def shown(self) -> str:
        """In figures."""
        accused, certain = (count / max(1, self.either_accuses) for count in (self.both_accuse, self.both_certain))
        sourced, chain, first = (count / max(1, self.sentences) for count in (self.sourced, self.chain, self.first))
        return (
            f"sourced {sourced:.3f}  chain {chain:.3f}  first {first:.3f}  "
            f"accused {accused:.3f}  certain {certain:.3f}  "
            f"of {self.sentences} sentences, {self.either_accuses} accused"
        )


def agreement(one: Reading, other: Reading, text: str, sentences: list[tuple[int, int]]) -> Agreement:
    """How far two readings of a text agree."""
    words = Text(text)
    total = Agreement()
    for place in sentences:
        sentence = words.words([place])
        ours, theirs = (_sourced(reading, sentence, words) for reading in (one, other))
        same = _alike(ours, theirs, sentence)
        pairs = list(_shared(ours, theirs))
        chain = same and all(_same_chains(a, b, (one, other), text) for a, b in pairs)
        first = (
            chain and bool(ours) == bool(theirs) and all(_same(a.chain, b.chain, (one, other), text) for a, b in pairs)
        )
        total = total.plus(Agreement(1, same, chain, first))
    return total.plus(_accusing(_accused(one, text), _accused(other, text)))


def _accusing(ours: Accused, theirs: Accused) -> Agreement:
    """What two readings say of those whom either is certain to be accused."""
    pairs: list[tuple[bool | None, bool | None]] = []
    left = dict(theirs)
    for name, certain in ours.items():
        match = next((each for each in left if same_name(each, name)), None)
        pairs.append((certain, left.pop(match) if match else None))
    pairs += [(None, certain) for certain in left.values()]
    either = [pair for pair in pairs if any(pair)]
    return Agreement(
        either_accuses=len(either),
        both_accuse=sum(None not in pair for pair in either),
        both_certain=sum(all(pair) for pair in either),
    )


def _sourced(reading: Reading, sentence: Words, text: Text) -> list[tuple[Words, ReadStatement]]:
    placed = [(text.words(each.spans) & sentence, each) for each in reading.statements if each.voice == "sourced"]
    return [(words, statement) for words, statement in placed if words]


def _alike(ours: list[tuple[Words, ReadStatement]], theirs: list[tuple[Words, ReadStatement]], sentence: Words) -> bool:
    a, b = (frozenset[int]().union(*(words for words, _ in side)) for side in (ours, theirs))
    if bool(a) != bool(b):
        return any(() in statement.alternatives for _, statement in (*ours, *theirs))
    return len(a ^ b) <= HALF * len(sentence)


def _shared(
    ours: list[tuple[Words, ReadStatement]], theirs: list[tuple[Words, ReadStatement]]
) -> Iterator[tuple[ReadStatement, ReadStatement]]:
    for words, statement in ours:
        best = max(theirs, key=lambda side: len(side[0] & words), default=None)
        if best and best[0] & words:
            yield statement, best[1]


def _same_chains(a: ReadStatement, b: ReadStatement, of: tuple[Reading, Reading], text: str) -> bool:
    """Whether the likelier chain of one is among those that the other accepts."""
    return any(_same(a.chain, y, of, text) for y in b.readings) or any(_same(x, b.chain, of, text) for x in a.readings)


def _same(x: ReadChain, y: ReadChain, of: tuple[Reading, Reading], text: str) -> bool:
    return len(x) == len(y) and all(
        (p is None and q is None)
        or (p is not None and q is not None and same_name(_name(of[0], p.entity, text), _name(of[1], q.entity, text)))
        for p, q in zip(x, y, strict=True)
    )


def _accused(reading: Reading, text: str) -> Accused:
    certain: dict[Name, bool] = {}
    for each in reading.accusations:
        name = _name(reading, each.accused, text)
        certain[name] = certain.get(name, False) or not each.arguable
    return certain


def _name(reading: Reading, entity: str, text: str) -> Name:
    return name_words(text[slice(*reading.entities[entity].name)])


def main(part: str, *accused: str) -> None:
    """Print the figures of all articles that both have read, by kind, and the articles that agree least."""
    first, second = (_readings("-".join((part, *accused, version))) for version in "ab")
    found = texts()
    by_article = {
        name: agreement(first[name], second[name], found[name], Numbered(found[name]).sentences)
        for name in sorted(first.keys() & second.keys())
    }
    for kind in ("wire", "bbc", "polnear", "own", ""):
        several = [each for name, each in by_article.items() if name.startswith(kind)]
        if several:
            total = Agreement()
            for each in several:
                total = total.plus(each)
            print(f"{kind or 'all':8} articles {len(several):3}  {total.shown()}")
    worst = sorted(by_article.items(), key=lambda pair: pair[1].chain / max(1, pair[1].sentences))
    for name, each in worst[:10]:
        print(f"  {name}: {each.shown()}")


def _readings(version: str) -> Mapping[str, Reading]:
    return {reading.article: reading for reading in readings(PLACE / "readings" / f"{version}.jsonl")[0]}


if __name__ == "__main__":
    main(*sys.argv[1:])
