"""The fillers of a frame's roles: a noun phrase, a verb, an adverb."""

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
"""The most members of a list that fill a role."""
LONGEST = 24
"""The most tokens of a filler."""

APART = frozenset({"relcl", "appos", "acl", "cc", "conj", "punct", "preconj"})
TIMES = frozenset({"DATE", "TIME"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


@dataclass(slots=True)
class Gathered:
    """The fillers of one frame, at most one for each role and head."""

    tree: Tree
    found: list[Filler] = field(default_factory=list)

    def add(self, role: str, at: int) -> None:
        """Add the phrase around a token in this role, and every phrase that is coordinated with it."""
        for member in joined(self.tree, at):
            self.put(filler(self.tree, role, member))

    def put(self, made: Filler) -> None:
        """Add a filler, unless there is one with its role and head."""
        if made.head and not any(known.role == made.role and known.head == made.head for known in self.found):
            self.found.append(made)


def joined(tree: Tree, at: int) -> Iterator[int]:
    """A token and those coordinated with it ("A, B and C")."""
    waiting = deque([at])
    for _ in range(MOST):
        if not waiting:
            break
        yield (member := waiting.popleft())
        waiting.extend(child for child in tree.below(member) if child > member and _beside(tree, child))


def _beside(tree: Tree, at: int) -> bool:
    """Whether a token has the role of its head: a conjunct, or a name in apposition."""
    dep = tree.syntax.dep[at]
    return dep == "conj" or (dep == "appos" and tree.syntax.pos[at] == "PROPN")


def filler(tree: Tree, role: str, at: int) -> Filler:
    """The filler of a role by the phrase around a token, without conjuncts and clauses; "in June" fills "when"."""
    syntax = tree.syntax
    label = syntax.label(at)
    if role in {"in", "on", "at", "during", "since", "until", "before", "after", "by", "of", "for"} and label in TIMES:
        length = role == "for" and any(syntax.lemma[i] in QUANTITIES.units_of_time for i in (at, *tree.below(at)))
        role = role if length or role in {"since", "until", "before", "after", "of", "by"} else "when"
    return Filler(role=role, head=head_of(tree, at), words=written(tree, phrase(tree, at)), label=label)


def head_of(tree: Tree, at: int) -> str:
    """The lemma of a token in lower case; a name as it is written."""
    syntax = tree.syntax
    return syntax.words[at] if syntax.pos[at] == "PROPN" else syntax.lemma[at].lower()


def phrase(tree: Tree, at: int) -> list[int]:
    """The tokens of the phrase around a token, at most `LONGEST`, without clauses, conjuncts and appositions."""
    found: list[int] = []
    waiting = [at]
    while waiting and len(found) < LONGEST:
        token = waiting.pop(0)
        found.append(token)
        waiting.extend(child for child in tree.below(token) if tree.syntax.dep[child] not in APART)
    return trimmed(tree, sorted(found))


def is_noun(tree: Tree, at: int) -> bool:
    """Whether a token is a noun, a name or a pronoun."""
    return tree.syntax.pos[at] in NOUNS
