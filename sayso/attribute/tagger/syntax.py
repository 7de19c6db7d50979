"""The parse as input of the tagger, for every word piece.

A tagger this small does not find clauses by itself. So it is given, for each piece, its word's part of speech,
dependency and named entity, and three words to look at: the word's head, the top of its own clause, and the word that
the clause depends on, with the label of that dependency ("ccomp" of "said", "relcl" of "man").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.tagger.piece_windows import Pieces

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ints = NDArray[np.int64]

POS = (
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SPACE", "SYM", "VERB", "X",
)  # fmt: skip
DEPENDENCIES = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
ENTITIES = ("", "PERSON", "ORG", "GPE", "NORP", "DATE", "TIME", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW")
_CLAUSAL = frozenset(("ROOT", "acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis", "pcomp", "relcl", "xcomp"))

_POS, _DEPENDENCIES, _ENTITIES = ({name: i for i, name in enumerate(table)} for table in (POS, DEPENDENCIES, ENTITIES))


@dataclass(frozen=True)
class Words:
    """The words of a text.

    `starts[m]`: character offsets; `kinds[m, 4]`: indexes into POS, DEPENDENCIES, ENTITIES, and DEPENDENCIES again (of
    the clause); `looks[m, 3]`: the indexes of its head, of its clause's top, and of the top's head.
    """

    starts: Ints
    kinds: Ints
    looks: Ints


@dataclass(frozen=True)
class Syntax:
    """`Words` with a row for each piece: `kinds[n, 4]`, and `looks[n, 3]` as the first pieces of those words."""

    kinds: Ints
    looks: Ints


def words_of(doc: Doc) -> Words:
    """The words of a parsed text, as the tagger needs them."""
    words = [token for token in doc if not token.is_space]
    if not words:
        return Words(np.zeros(0, np.int64), np.zeros((0, 4), np.int64), np.zeros((0, 3), np.int64))
    number = {token.i: i for i, token in enumerate(words)}
    heads = np.array([number.get(token.head.i, i) for i, token in enumerate(words)], np.int64)
    clausal = np.array([token.dep_ in _CLAUSAL for token in words]) | (heads == np.arange(len(words)))
    tops = _tops(heads, clausal)
    parts = np.array([_POS.get(token.pos_, 0) for token in words], np.int64)
    dependencies = np.array([_DEPENDENCIES.get(token.dep_, 0) for token in words], np.int64)
    entities = np.array([_ENTITIES.get(token.ent_type_, 0) for token in words], np.int64)
    return Words(
        np.array([token.idx for token in words], np.int64),
        np.stack([parts, dependencies, entities, dependencies[tops]], axis=1),
        np.stack([heads, tops, heads[tops]], axis=1),
    )


def syntax(pieces: Pieces, words: Words) -> Syntax:
    """The syntax of each of `pieces`, which were cut from the text of `words`."""
    count = len(pieces.ids)
    if not count or not len(words.starts):
        return Syntax(np.zeros((count, 4), np.int64), np.zeros((count, 3), np.int64))
    starts = pieces.offsets[:, 0]
    word = np.maximum(np.searchsorted(words.starts, starts, side="right") - 1, 0)
    first = np.searchsorted(starts, words.starts, side="left").clip(0, count - 1)
    return Syntax(words.kinds[word], first[words.looks[word]])


def _tops(heads: Ints, clausal: NDArray[np.bool_]) -> Ints:
    """The top of each word's clause: the first that is clausal of the word, its head, its head's head, ..."""
    tops = np.where(clausal, np.arange(len(heads)), heads)
    while not clausal[tops].all():
        tops = np.where(clausal[tops], tops, tops[tops])  # a double step each time: logarithmic in the depth
    return tops


def within(looks: Ints, start: int, end: int) -> Ints:
    """The `looks` of pieces `start:end` as indexes into their window, whose first piece is a mark; 0 if outside."""
    inside = (looks >= start) & (looks < end)
    return np.where(inside, looks - start + 1, 0)
