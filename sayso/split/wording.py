"""Writes a sequence of words as a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.split.claim_drafts import Word
from sayso.split.tree import Tree

CLOSING = re.compile(r"[,.;:!?%)\]…]|['’](?:s|S|re|ve|ll|d|m)?$|n['’]t$")
BRACKET = re.compile(r"(?<!\w)[()\[\]]|[()\[\]](?!\w)")
"""A bracket, unless it is inside a word ("(s)he", "neighbo(u)r")."""
TAIL = " ,;:-–—.!…"


def written(tree: Tree, words: Sequence[Word]) -> str:
    """The words with white space as in the article, without quotation marks and unpaired brackets; "" for no words."""
    pieces: list[str] = []
    before: int | None = None
    for word in words:
        if isinstance(word, int):
            if tree.syntax.is_quote(word):
                continue
            text, space = _text(tree, word), _space(tree, before, word)
        else:
            text, space = word, not CLOSING.match(word)
        if word != words[0] and pieces:
            text = _lowered(tree, word, text, before)
            pieces.append(" " if space else "")
        pieces.append(text)
        before = word if isinstance(word, int) else None
    return _balanced(" ".join("".join(pieces).split()))


def sentence(tree: Tree, words: Sequence[Word], question: bool = False) -> str:
    """The words as a sentence, with a capital letter at the beginning and a full stop or question mark at the end."""
    text = written(tree, words)
    bare = text.rstrip(TAIL).lstrip(" ,;:.!?…)]–—*•")
    if not bare:
        return ""
    first = bare.split(None, 1)[0]
    capital = bare[0].upper() + bare[1:] if first.islower() else bare
    return capital.rstrip("?") + ("?" if question or capital.endswith("?") else ".")


def _text(tree: Tree, at: int) -> str:
    if at not in tree.part:
        return tree.syntax.words[at]
    start, end = tree.range_of(at)
    return tree.syntax.text[start:end]


def _space(tree: Tree, before: int | None, at: int) -> bool:
    """Whether white space goes before a token: as in the article if the two words are neighbours there."""
    syntax = tree.syntax
    if before is not None and before < at and all(map(syntax.is_quote, range(before + 1, at))):
        between = syntax.text[syntax.end[before] : syntax.start[at]]
        inside = between != "" and syntax.words[before][-1].isalnum() and syntax.words[at][0].isalnum()
        return inside or any(map(str.isspace, between))
    return not CLOSING.match(syntax.words[at])


def _lowered(tree: Tree, word: Word, text: str, before: int | None) -> str:
    """The text of a word; in lower case if it began a sentence and now follows other words, unless it is a name."""
    if not isinstance(word, int) or (before is not None and before < word):
        return text
    syntax = tree.syntax
    opens = word == 0 or syntax.sentence[word - 1] != syntax.sentence[word]
    common = syntax.pos[word] != "PROPN" and syntax.label(word) not in {"PERSON", "ORG", "GPE", "NORP"}
    return text.lower() if opens and common and text.istitle() and text != "I" else text


def _balanced(text: str) -> str:
    for opening, closing in ("()", "[]"):
        if text.count(opening) != text.count(closing):
            text = " ".join(BRACKET.sub("", text).split())
    return text
