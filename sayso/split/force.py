"""The polarity and modality of a word of a claim, by its own negations and auxiliaries and by its governors."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language.english import CLAUSES, DENIALS, MODALITY
from sayso.split.tree import SUBJECTS, Tree
from schemas import Modality, Polarity

HIGHEST = 60
"""The most governors of a word that count for its force."""
AUXILIARY = frozenset({"aux", "auxpass"})
VERBAL = frozenset({"VERB", "AUX"})
GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "pobj"})


@dataclass(frozen=True, slots=True)
class Force:
    """Whether something is affirmed or denied, and whether it is asserted, possible, planned, ..."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"

    def turned(self, turn: bool) -> Force:
        """The force with the opposite polarity if `turn`, else unchanged."""
        return Force("denied" if self.polarity == "affirmed" else "affirmed", self.modality) if turn else self


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a token is a main verb or a participle ("the *stolen* works")."""
    syntax = tree.syntax
    participle = syntax.tag[at] in {"VBN", "VBG"} and syntax.dep[at] in {"amod", "acl"}
    return (syntax.pos[at] in VERBAL or participle) and syntax.dep[at] not in AUXILIARY


def force_of(tree: Tree, at: int, forces: dict[int, Force]) -> Force:
    """The force of a word, by at most `HIGHEST` governors; `forces` is a memo by token, which is added to."""
    line, over = [at], _governor(tree, at, forces)
    while line[-1] not in forces and over is not None and len(line) < HIGHEST:
        line.append(over)
        over = _governor(tree, over, forces)
    above: Force | None = None
    for word in reversed(line):
        if word not in forces:
            given = _governed_force(tree, word, above).turned(denial_of(tree, word) == "denied")
            own = _modality(tree, word)
            forces[word] = Force(given.polarity, own if given.modality == "asserted" else given.modality)
        above = forces[word]
    return forces[at]


def denial_of(tree: Tree, at: int) -> Polarity:
    """The polarity of a word by its own negations alone ("*no* proof")."""
    return "denied" if _negations(tree, at) % 2 else "affirmed"


def _governor(tree: Tree, at: int, forces: dict[int, Force]) -> int | None:
    """The governor from which a word takes some of its force, or None."""
    syntax, governor = tree.syntax, tree.syntax.head[at]
    if governor == at or governor not in tree.part or (governor > at and governor not in forces):
        return None
    shared = syntax.dep[at] == "conj" and is_verb(tree, at) and tree.subject_of(at) is None
    return governor if _is_governed(tree, at) or syntax.dep[at] == "prep" or shared else None


def _is_governed(tree: Tree, at: int) -> bool:
    dep, governor = tree.syntax.dep[at], tree.syntax.head[at]
    return dep in GOVERNED or (dep == "dobj" and tree.syntax.lemma[governor].lower() in DENIALS.undone)


def _governed_force(tree: Tree, at: int, above: Force | None) -> Force:
    """The force that a word takes from its governor: "failed to" and "against" deny, "plans to" is future."""
    syntax, governor = tree.syntax, tree.syntax.head[at]
    dep, lemma = syntax.dep[at], syntax.lemma[governor].lower()
    if above is None:
        return Force()
    if _is_governed(tree, at):
        if syntax.pos[governor] == "ADP":
            over = syntax.lemma[syntax.head[governor]].lower()
            against = lemma == "without" or (lemma == "against" and dep == "pcomp")
            return above.turned(against or (over in DENIALS.undone and over in DENIALS.undone_nouns))
        above = above.turned(lemma in DENIALS.undone)
        return Force(above.polarity, "future") if lemma in MODALITY.unsure and above.modality == "asserted" else above
    return above


def _negations(tree: Tree, at: int) -> int:
    return sum(_negates(tree, child) for child in tree.below(at))


def _negates(tree: Tree, child: int) -> bool:
    syntax = tree.syntax
    low, dep = syntax.lower(child), syntax.dep[child]
    if dep == "neg":
        return child + 1 >= len(syntax.words) or syntax.lower(child + 1) not in CLAUSES.mere
    if low in DENIALS.never or (dep == "det" and low == "no"):
        return dep in {"advmod", "preconj", "cc", "det"}
    return dep in SUBJECTS | {"dobj", "attr"} and _is_none(tree, child)


def _is_none(tree: Tree, at: int) -> bool:
    return tree.syntax.lower(at) in DENIALS.no_one or any(
        tree.syntax.lower(determiner) == "no" for determiner in tree.below_as(at, "det", "neg")
    )


def _modality(tree: Tree, at: int) -> Modality:
    words = {tree.syntax.lower(aux) for aux in tree.auxiliaries(at)}
    if words & {"would", "'d"} or any(
        tree.syntax.lower(mark) in CLAUSES.conditions for mark in tree.below_as(at, "mark")
    ):
        return "conditional"
    if words & MODALITY.possible:
        return "possible"
    if words & MODALITY.obliged:
        return "obliged"
    return (
        "future"
        if words & MODALITY.future or (tree.syntax.lower(at) in MODALITY.plans and _governs_infinitive(tree, at))
        else "asserted"
    )


def _governs_infinitive(tree: Tree, at: int) -> bool:
    return any(tree.syntax.tag[aux] == "TO" for verb in tree.below_as(at, "xcomp") for aux in tree.auxiliaries(verb))
