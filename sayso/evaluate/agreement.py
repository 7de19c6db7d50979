"""When two mentions of a source agree, and which statement answers for some words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.evaluate.gold_items import GoldHop
from sayso.evaluate.groups import PRONOUNS
from sayso.evaluate.word_places import HALF, Text, Words, dice
from schemas import Hop, Statement, ranges


def reporters(statement: Statement) -> tuple[Hop, ...]:
    """The statement's chain without the publisher."""
    return statement.chain[:-1]


def covering(content: Words, statements: Sequence[Statement], text: Text) -> Statement | None:
    """The statement with a source that has at least half of `content`; of several the one that overlaps best."""
    best, best_overlap = None, 0.0
    for statement in statements:
        words = text.words(ranges(statement.spans))
        overlap = dice(content, words)
        if reporters(statement) and len(content & words) >= HALF * len(content) and overlap > best_overlap:
            best, best_overlap = statement, overlap
    return best


def agree(gold: GoldHop, found: Hop, text: Text) -> bool:
    """Whether both mention the same source.

    They do when they share at least half of their words, or when one lies in the other or has the same words
    elsewhere, unless the shorter is a pronoun.
    """
    if found.mention is None:
        return False
    ours, theirs = text.words([gold.mention]), text.words([found.mention.range])
    if not theirs:
        return False
    if dice(ours, theirs) >= HALF:
        return True
    said = [[word.lower() for word in text.said(words)] for words in (ours, theirs)]
    if min(said, key=len)[0] in PRONOUNS:
        return False
    return ours <= theirs or theirs <= ours or said[0] == said[1]


def all_agree(gold: Sequence[GoldHop], found: Sequence[Hop], text: Text) -> bool:
    """Whether the chains have the same hops in the same order."""
    return len(gold) == len(found) and all(agree(a, b, text) for a, b in zip(gold, found, strict=True))
