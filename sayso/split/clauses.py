"""Divides a statement's words among the clauses that become claims."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from sayso.language.english import CLAUSES
from sayso.split.cuts import Kind, is_name, is_relative, kind_of, mark_of
from sayso.split.tags import WH
from sayso.split.tree import SUBJECTS, VERBS, Tree


@dataclass(slots=True)
class Clause:
    """The words of a future claim: its head, its own tokens in text order, and the clause that it was cut out of.

    `stays`: its words are also part of the parent clause, which would say less, or something else, without them.
    """

    kind: Kind
    head: int
    parent: Clause | None = None
    stays: bool = False
    question: bool = False
    tokens: list[int] = field(default_factory=list)


def clauses(tree: Tree) -> list[Clause]:
    """The clauses of a statement, parents before children; each of its tokens is in at least one of them."""
    owner: dict[int, Clause] = {}
    found = _main_clauses(tree, owner)
    queue = deque(owner)
    while queue:
        at = queue.popleft()
        for child in tree.below(at):
            owner[child] = _clause_of(tree, child, owner[at], found)
            queue.append(child)
    for at in tree.tokens:
        owner[at].tokens.append(at)
    for clause in found:
        if clause.stays and clause.parent:
            clause.parent.tokens = sorted([*clause.parent.tokens, *clause.tokens])
    return found


def _clause_of(tree: Tree, at: int, outer: Clause, found: list[Clause]) -> Clause:
    kind = kind_of(tree, at, outer.head, outer.question)
    if kind is None:
        return outer
    clause = Clause(kind, at, outer, stays=not outer.stays and _stays(tree, at, kind))
    found.append(clause)
    return clause


def _stays(tree: Tree, at: int, kind: Kind) -> bool:
    """Whether a clause stays in its parent: a reason, a time, or a name after a description ("our envoy, X")."""
    if kind == "adverbial":
        return mark_of(tree, at) not in CLAUSES.contrasts
    return kind == "apposition" and is_name(tree, at)


def _main_clauses(tree: Tree, owner: dict[int, Clause]) -> list[Clause]:
    """A main clause for every root that makes a sentence; each other root joins the nearest of its sentence.

    Such roots come from gaps in the statement ("X," he said, "for all.") and from errors of the parser.
    """
    mains: list[Clause] = []
    waiting: list[int] = []
    latest: dict[int, Clause] = {}
    for at in tree.roots:
        number = tree.syntax.sentence[at]
        if waiting and tree.syntax.sentence[waiting[-1]] != number:
            _join_verbless_roots(tree, waiting, owner, mains)
        if _makes_sentence(tree, at) and not (number in latest and tree.syntax.tag[tree.syntax.left[at]] in WH):
            clause = owner[at] = latest[number] = Clause(_kind_of_root(tree, at), at, question=_is_question(tree, at))
            mains.append(clause)
            owner.update((root, clause) for root in waiting)
            waiting.clear()
        elif number in latest:
            owner[at] = latest[number]
        else:
            waiting.append(at)
    _join_verbless_roots(tree, waiting, owner, mains)
    return mains


def _join_verbless_roots(tree: Tree, waiting: list[int], owner: dict[int, Clause], mains: list[Clause]) -> None:
    """Give roots of a sentence without a verb one clause for each span of the statement; punctuation joins the last."""
    parts: dict[int, list[int]] = {}
    for at in waiting:
        parts.setdefault(tree.part[at], []).append(at)
    for roots in parts.values():
        words = [at for at in roots if tree.below(at) or tree.syntax.is_word(at)]
        if words or not mains:
            mains.append(Clause("main", max(words or roots, key=lambda at: len(tree.below(at)))))
        owner.update((at, mains[-1]) for at in roots)
    waiting.clear()


def _kind_of_root(tree: Tree, at: int) -> Kind:
    """`relative` for a relative clause whose noun is outside the statement, else `main`."""
    return "relative" if tree.syntax.dep[at] == "relcl" and is_relative(tree, at) else "main"


def _makes_sentence(tree: Tree, at: int) -> bool:
    if tree.syntax.pos[at] not in VERBS:
        return False
    return tree.syntax.dep[at] == "ROOT" or any(tree.syntax.dep[child] in SUBJECTS for child in tree.below(at))


def _is_question(tree: Tree, at: int) -> bool:
    return any(tree.syntax.words[child] == "?" for child in tree.below(at))
