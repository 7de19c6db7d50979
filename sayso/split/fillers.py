"""What fills the roles of a frame: a noun phrase, a verb, an adverb."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.language.english import QUANTITIES
from sayso.split.phrases import trimmed
from sayso.split.tree import NOUNS, Tree
from sayso.split.wording import written
from schemas import Filler

MOST = 100
"""Members of a list that fill a role."""
LONGEST = 24
"""Tokens of a filler's words."""

APART = frozenset({"relcl", "appos", "acl", "cc", "conj", "punct", "preconj"})
TIMES = frozenset({"DATE", "TIME"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


@dataclass(slots=True)
class Gathered:
    """The fillers of one frame, each role and head once."""

    tree: Tree
    found: list[Filler] = field(default_factory=list)

    def add(self, role: str, at: int) -> None:
        """The phrase around a token in this role, and in the same role each phrase joined to it by "and"."""
        for one in joined(self.tree, at):
            self.put(filler(self.tree, role, one))

    def put(self, made: Filler) -> None:
        """One filler."""
        if made.head and not any(one.role == made.role and one.head == made.head for one in self.found):
            self.found.append(made)


def joined(tree: Tree, at: int) -> Iterator[int]:
    """A token, and those joined to it ("A, B and C")."""
    waiting = deque([at])
    for _ in range(MOST):
        if not waiting:
            break
        yield (one := waiting.popleft())
        waiting.extend(child for child in children(tree, one) if child > one and _beside(tree, child))


def _beside(tree: Tree, at: int) -> bool:
    """Whether a token stands for another, or for itself in the same role: a conjunct, a name in apposition."""
    dep = tree.syntax.dep[at]
    return dep == "conj" or (dep == "appos" and tree.syntax.pos[at] == "PROPN")


def children(tree: Tree, at: int) -> list[int]:
    """The direct dependents of a token inside the statement, in text order."""
    return tree.below(at)


def filler(tree: Tree, role: str, at: int) -> Filler:
    """The phrase around a token, without what is joined or added to it."""
    syntax = tree.syntax
    label = syntax.label(at)
    if role in {"in", "on", "at", "during", "since", "until", "before", "after", "by", "of", "for"} and label in TIMES:
        length = role == "for" and any(syntax.lemma[one] in QUANTITIES.units_of_time for one in (at, *tree.below(at)))
        role = role if length or role in {"since", "until", "before", "after", "of", "by"} else "when"
    return Filler(role=role, head=head_of(tree, at), words=written(tree, phrase(tree, at)), label=label)


def head_of(tree: Tree, at: int) -> str:
    """The lemma of a token; a name as it is written."""
    syntax = tree.syntax
    return syntax.words[at] if syntax.pos[at] == "PROPN" else syntax.lemma[at].lower()


def phrase(tree: Tree, at: int) -> list[int]:
    """The tokens of the phrase around a token, at most `LONGEST`, without clauses and what stands beside it."""
    found: list[int] = []
    waiting = [at]
    while waiting and len(found) < LONGEST:
        one = waiting.pop(0)
        found.append(one)
        waiting.extend(child for child in tree.below(one) if tree.syntax.dep[child] not in APART)
    return trimmed(tree, sorted(found))


def is_noun(tree: Tree, at: int) -> bool:
    """Whether a token is a noun, a name or a pronoun."""
    return tree.syntax.pos[at] in NOUNS
