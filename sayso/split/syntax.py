"""One article's parse as plain lists, and the part of it that one statement covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemas import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
QUOTES = frozenset('"“”„‟«»‹›`') | {"``", "''", "‘‘", "’’"}

NEAR = 40
"""Tokens looked at: for the mark that opens a quotation before a "'" that may be the apostrophe of "the parties'";
for the subject of an enumeration's last verb."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """Token attributes by token index. Lists, because loops over spaCy's tokens make objects at every step.

    `start`, `end`: half-open characters of the article. `left`, `right`: first and last token of the subtree.
    `entity`: number of the named entity that a token belongs to, -1 for none; `labels`: the entities' labels.
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
    def of(cls, doc: Doc) -> Syntax:
        """The parse of a whole article."""
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
            labels=[one.label_ for one in doc.ents],
        )

    def lower(self, at: int) -> str:
        """The token's word in lower case."""
        return self.words[at].lower()

    def label(self, at: int) -> str:
        """The label of the named entity that a token belongs to, or ""."""
        return self.labels[self.entity[at]] if self.entity[at] >= 0 else ""

    def is_word(self, at: int) -> bool:
        """Whether a token holds a letter or a digit."""
        return any(map(str.isalnum, self.words[at]))

    def is_quote(self, at: int) -> bool:
        """Whether a token is a quotation mark (an apostrophe is none)."""
        if self.words[at] in QUOTES or self.words[at] == "‘":
            return True
        if self.words[at] not in {"'", "’"} or self.tag[at] not in {"``", "''"}:
            return False
        plural = at > 0 and self.lower(at - 1).endswith("s") and self.end[at - 1] == self.start[at]
        return not plural or any(word in {"'", "‘"} for word in self.words[max(0, at - NEAR) : at])


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one statement as a forest: a token whose head lies outside is a root."""

    syntax: Syntax
    spans: Sequence[Span]
    tokens: list[int]
    part: dict[int, int]
    """For each token the number of the span that it lies in."""
    roots: list[int] = field(default_factory=list)
    children: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, syntax: Syntax, spans: Sequence[Span]) -> Tree:
        """The forest over the tokens that touch `spans`."""
        part: dict[int, int] = {}
        for number, span in enumerate(spans):
            first, last = bisect_right(syntax.end, span.start), bisect_left(syntax.start, span.end)
            for at in range(first, last):
                if syntax.words[at].strip():
                    part.setdefault(at, number)
        tree = cls(syntax, spans, sorted(part), part)
        for at in tree.tokens:
            head = syntax.head[at]
            if head != at and head in part:
                tree.children.setdefault(head, []).append(at)
            else:
                tree.roots.append(at)
        return tree

    def below(self, at: int) -> list[int]:
        """The direct dependents of a token, in text order."""
        return self.children.get(at, [])

    def below_as(self, at: int, *deps: str) -> Iterator[int]:
        """The direct dependents of a token with one of these relations."""
        return (child for child in self.below(at) if self.syntax.dep[child] in deps)

    def subject_of(self, at: int) -> int | None:
        """The head of the subject of a verb inside the statement."""
        return next((child for child in self.below(at) if self.syntax.dep[child] in SUBJECTS), None)

    def shared_subject_of(self, at: int) -> int | None:
        """The same, or that of the verb which this one is joined to ("left the house *and met* her")."""
        for _ in range(NEAR):
            found = self.subject_of(at)
            if found is not None or self.syntax.dep[at] != "conj":
                return found
            at = self.syntax.head[at]
        return None

    def auxiliaries(self, at: int) -> list[int]:
        """The auxiliary verbs of a verb ("has been", "will")."""
        return list(self.below_as(at, "aux", "auxpass"))

    def range_of(self, at: int) -> tuple[int, int]:
        """The characters of a token, less those outside the statement."""
        span = self.spans[self.part[at]]
        return max(self.syntax.start[at], span.start), min(self.syntax.end[at], span.end)
