"""A sentence of the article by its words, and what is left of it when some of them are put otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.cross_examination.rewriting import Piece
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range

if TYPE_CHECKING:
    from spacy.tokens import Token


class Change(NamedTuple):
    """The words from `first` to `last`, and what stands in their place."""

    first: Token
    last: Token
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence at a `place` of a parsed article, which is all that its rewrites see."""

    parsed: ParsedArticle
    place: Range

    @property
    def words(self) -> list[Token]:
        """Its tokens without white space."""
        return [token for token in self.parsed.tokens(self.place) if not token.is_space]

    def piece(self, first: Token, last: Token) -> Piece:
        """The text from one token to another."""
        place = first.idx, last.idx + len(last)
        return Piece(self.parsed.text[slice(*place)], place)

    def phrase(self, head: Token) -> list[Token]:
        """A word and all that depends on it, if they stand together within the sentence; else nothing."""
        below = [token.i for token in head.subtree if not token.is_space]
        place = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
        words = [token for token in self.parsed.tokens(place) if not token.is_space]
        within = self.place[0] <= place[0] and place[1] <= self.place[1]
        return words if within and below == [token.i for token in words] else []

    def moved(self, phrase: Sequence[Token], *, to_front: bool) -> Piece:
        """A phrase as it is written at the front of the sentence, or within it."""
        piece = self.piece(phrase[0], phrase[-1])
        if to_front:
            return piece._replace(words=piece.words[:1].upper() + piece.words[1:])
        named = phrase[0].pos_ == "PROPN" or phrase[0].ent_type_ or phrase[0].text == "I"
        if named or not self.begins(phrase[0]):
            return piece
        return piece._replace(words=piece.words[:1].lower() + piece.words[1:])

    def begins(self, word: Token) -> bool:
        """Whether it is the first word of the sentence."""
        return word.idx == self.words[0].idx

    def changed(self, *changes: Change) -> list[Piece]:
        """The sentence with these changes, in any order; they do not overlap."""
        pieces: list[Piece] = []
        at = self.place[0]
        for first, last, others in sorted(changes, key=lambda change: change.first.i):
            pieces += [self._between(at, first.idx), *others]
            at = last.idx + len(last)
        return [*pieces, self._between(at, self.place[1])]

    def _between(self, start: int, end: int) -> Piece:
        return Piece(self.parsed.text[start:end], (start, end)) if start < end else Piece("")
