"""The part of an article's parse that one statement covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.split.token_table import NEAR, TokenTable
from schemas import Span

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one statement as a forest: a token whose head lies outside is a root."""

    syntax: TokenTable
    spans: Sequence[Span]
    tokens: list[int]
    part: dict[int, int]
    """The number of the span that each token lies in."""
    roots: list[int] = field(default_factory=list)
    children: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, syntax: TokenTable, spans: Sequence[Span]) -> Tree:
        """The forest over the tokens that overlap `spans`."""
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
        """The direct dependents of a token with one of these dependency labels."""
        return (child for child in self.below(at) if self.syntax.dep[child] in deps)

    def subject_of(self, at: int) -> int | None:
        """The head of a verb's own subject within the statement, or None."""
        return next((child for child in self.below(at) if self.syntax.dep[child] in SUBJECTS), None)

    def shared_subject_of(self, at: int) -> int | None:
        """The head of the subject of a verb or of the verb it is coordinated with ("left the house *and met* her")."""
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
        """The half-open character range of a token within the statement."""
        span = self.spans[self.part[at]]
        return max(self.syntax.start[at], span.start), min(self.syntax.end[at], span.end)
