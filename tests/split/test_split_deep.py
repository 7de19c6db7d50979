"""Endless chains of dependent words are read without recursion."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from sayso.split.claim_drafts import ClaimDraft
from sayso.split.force import Force, force_of
from sayso.split.frames import frames
from sayso.split.token_table import TokenTable
from sayso.split.tree import Tree
from schemas import Span

DEEP = 3_000


def chain(first: str, word: str, dep: str, pos: str) -> Tree:
    """A verb, and `DEEP` times the same word, each dependent on the one before."""
    words = [first, *[word] * DEEP]
    doc = Doc(
        Vocab(),
        words=words,
        lemmas=words,
        heads=[0, *range(DEEP)],
        deps=["ROOT", *[dep] * DEEP],
        pos=["VERB", *[pos] * DEEP],
        tags=["VBD", *["IN"] * DEEP],
    )
    return Tree.of(TokenTable.of(doc), [Span.of(doc.text, 0, len(doc.text))])


@pytest.mark.parametrize(
    ("word", "dep", "pos"),
    [("of", "prep", "ADP"), ("in", "conj", "ADP"), ("go", "xcomp", "VERB"), ("Lund", "conj", "PROPN")],
)
def test_the_last_word_of_a_chain_has_a_force_and_the_first_a_frame(word: str, dep: str, pos: str) -> None:
    tree = chain("came", word, dep, pos)
    assert force_of(tree, DEEP, {}) == Force()
    [first, *_] = frames(tree, ClaimDraft(words=list(range(DEEP + 1)), subject=[], auxiliaries=[], head=0), Force())
    assert first.predicate == "came"
