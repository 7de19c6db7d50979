"""The parse of an article as plain lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

QUOTES = frozenset('"“”„‟«»‹›`') | {"``", "''", "‘‘", "’’"}
NEAR = 40
"""How many tokens are searched: for the opening mark of a quotation before a "'" that may be the apostrophe of "the
parties'"; for the subject of an enumeration's last verb."""


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Token attributes by token index, in lists because a loop over spaCy's tokens makes an object at every step.

    `start`, `end`: half-open character offsets in the article. `left`, `right`: the first and last token of the
    subtree. `entity`: the number of a token's named entity, -1 for none; `labels`: the entities' labels.
    """

    text: str
    words: list[str]
    lemma: list[str]
    start: list[int]
    end: list[int]
    head: list[int]
    dep: list[str]
    tag: list[str]
    pos: list[str]
    left: list[int]
    right: list[int]
    sentence: list[int]
    entity: list[int]
    labels: list[str]

    @classmethod
    def of(cls, doc: Doc) -> TokenTable:
        """The table of a parsed article."""
        tokens = list(doc)
        sentence, entity, number = [], [-1] * len(tokens), -1
        for token in tokens:
            number += token.is_sent_start is True or number < 0
            sentence.append(number)
        for index, entity_span in enumerate(doc.ents):
            for at in range(entity_span.start, entity_span.end):
                entity[at] = index
        return cls(
            text=doc.text,
            words=[t.text for t in tokens],
            lemma=[t.lemma_ for t in tokens],
            start=[t.idx for t in tokens],
            end=[t.idx + len(t) for t in tokens],
            head=[t.head.i for t in tokens],
            dep=[t.dep_ for t in tokens],
            tag=[t.tag_ for t in tokens],
            pos=[t.pos_ for t in tokens],
            left=[t.left_edge.i for t in tokens],
            right=[t.right_edge.i for t in tokens],
            sentence=sentence,
            entity=entity,
            labels=[named.label_ for named in doc.ents],
        )

    def lower(self, at: int) -> str:
        """The token's word in lower case."""
        return self.words[at].lower()

    def label(self, at: int) -> str:
        """The label of the named entity that a token belongs to, or ""."""
        return self.labels[self.entity[at]] if self.entity[at] >= 0 else ""

    def is_word(self, at: int) -> bool:
        """Whether a token has a letter or a digit."""
        return any(map(str.isalnum, self.words[at]))

    def is_quote(self, at: int) -> bool:
        """Whether a token is a quotation mark, not an apostrophe."""
        if self.words[at] in QUOTES or self.words[at] == "‘":
            return True
        if self.words[at] not in {"'", "’"} or self.tag[at] not in {"``", "''"}:
            return False
        plural = at > 0 and self.lower(at - 1).endswith("s") and self.end[at - 1] == self.start[at]
        return not plural or any(word in {"'", "‘"} for word in self.words[max(0, at - NEAR) : at])
