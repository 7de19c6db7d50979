"""Noun phrases that a claim takes from elsewhere in its statement."""

from __future__ import annotations

from collections.abc import Set

from sayso.split.tags import CLOSERS, OPENERS
from sayso.split.tree import SUBJECTS, Tree

LONGEST = 40
"""The most tokens of a phrase. A longer one is cut to its head with modifiers, or each claim would repeat a list."""

MODIFIERS = frozenset({"det", "poss", "amod", "compound", "nummod", "case", "predet"})
BESIDE = frozenset({"conj", "cc", "preconj", "relcl"})


def phrase(tree: Tree, head: int, cut: Set[int], alone: bool = False) -> list[int]:
    """The tokens of the noun phrase around `head`, in text order, `LONGEST` at most.

    `cut`: the heads of clauses to leave out. `alone`: without conjuncts and relative clauses, "A" in "A and B".
    """
    syntax = tree.syntax
    found: list[int] = []
    stack = [head]
    while stack and len(found) <= LONGEST:
        at = stack.pop()
        found.append(at)
        stack.extend(
            child
            for child in tree.below(at)
            if child not in cut and not (alone and at == head and syntax.dep[child] in BESIDE)
        )
    if stack or len(found) > LONGEST:
        found = [head, *(child for child in tree.below(head) if syntax.dep[child] in MODIFIERS)][:LONGEST]
    return trimmed(tree, without_gaps(tree, sorted(found)))


def phrase_outside(tree: Tree, head: int) -> list[int]:
    """The tokens of the phrase around a noun outside the statement, up to the first punctuation after it."""
    syntax = tree.syntax
    found = list(range(max(syntax.left[head], head - LONGEST), head + 1))
    for at in range(head + 1, min(syntax.right[head], head + LONGEST) + 1):
        if at in tree.part or not syntax.is_word(at) or syntax.dep[at] in BESIDE:
            break
        found.append(at)
    return trimmed(tree, found)


def subject_outside(tree: Tree, verb: int) -> int | None:
    """The subject of a verb that is outside the statement: "Sohnut" in "Sohnut, *they say, has been sued*"."""
    syntax = tree.syntax
    reach = range(max(syntax.left[verb], verb - LONGEST), verb)
    return next((at for at in reach if syntax.head[at] == verb and syntax.dep[at] in SUBJECTS), None)


def without_gaps(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens without the commas, dashes, brackets and conjunctions around a gap; a list keeps its commas."""
    syntax = tree.syntax
    kept: list[int] = []
    for at in tokens:
        if kept and at != kept[-1] + 1:
            while kept and (syntax.words[kept[-1]] in OPENERS or syntax.dep[kept[-1]] in {"cc", "preconj"}):
                kept.pop()
            if syntax.words[at] in CLOSERS and not _parts_list(tree, at):
                continue
        kept.append(at)
    return kept


def _parts_list(tree: Tree, comma: int) -> bool:
    """Whether a comma separates the members of a list ("A, who left, B and C")."""
    after = comma + 1
    joined = after in tree.part and tree.syntax.dep[after] == "cc"
    return not joined and any(tree.below_as(tree.syntax.head[comma], "conj"))


def trimmed(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens without punctuation and conjunctions at either end; currency and percent signs stay."""
    first, last = 0, len(tokens)
    while first < last and _is_loose(tree, tokens[first]):
        first += 1
    while last > first and _is_loose(tree, tokens[last - 1]) and not _closes(tree, tokens[first:last]):
        last -= 1
    return tokens[first:last]


def _closes(tree: Tree, tokens: list[int]) -> bool:
    """Whether the last token closes a bracket that another one opens."""
    opening = {")": "(", "]": "["}.get(tree.syntax.words[tokens[-1]])
    return opening is not None and any(tree.syntax.words[at] == opening for at in tokens)


def _is_loose(tree: Tree, at: int) -> bool:
    syntax = tree.syntax
    if syntax.is_word(at):
        joins = syntax.dep[at] in {"cc", "preconj"} and syntax.tag[at] == "CC"
        return joins and syntax.lower(at) not in {"either", "neither"}
    return syntax.words[at] not in {"$", "€", "£", "¥", "%", "#"}
