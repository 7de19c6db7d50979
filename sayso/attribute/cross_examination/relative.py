"""Without what a relative clause between commas adds: "Joan Pryce, who was convicted of fraud in 2012, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.cross_examination.rewriting import Piece
from sayso.attribute.cross_examination.sentence import Change, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_PERSONS = frozenset(("who", "whom", "whose", "which"))


def without_relative(sentence: Sentence) -> list[Piece]:
    """The sentence without its first such clause; nothing where it has none."""
    for verb in sentence.words:
        phrase = sentence.phrase(verb) if verb.dep_ == "relcl" else []
        if phrase and phrase[0].lower_ in _OF_PERSONS and not sentence.begins(phrase[0]):
            before = phrase[0].nbor(-1)
            if before.text == ",":
                return sentence.changed(Change(before, _end(phrase)))
    return []


def _end(phrase: list[Token]) -> Token:
    """The last word of a clause, or the comma behind it."""
    last = next(token for token in reversed(phrase) if not token.is_punct or token.is_quote)
    behind = last.i + 1 < len(last.doc) and last.nbor().text == ","
    return last.nbor() if behind else last
