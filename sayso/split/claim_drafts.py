"""Drafts each clause as the sequence of words of a complete sentence."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sayso.language.english import CLAUSES
from sayso.split.clauses import Clause
from sayso.split.cuts import mark_of, wh_of
from sayso.split.phrases import phrase, phrase_outside, subject_outside, trimmed, without_gaps
from sayso.split.tags import PLURAL
from sayso.split.tree import SUBJECTS, Tree

Word = int | str
"""The index of a token of the article, or one of the few words that are added ("is", "was", ...)."""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """The words of a claim in order, and those among them that are its subject and its auxiliary verbs.

    `head` is the token of its verb; for an apposition ("A is B"), of the noun that describes.
    """

    words: list[Word]
    subject: list[Word]
    auxiliaries: list[Word]
    head: int


def drafts(tree: Tree, found: Sequence[Clause]) -> list[tuple[Clause, ClaimDraft]]:
    """Each clause with its draft; `found` has parents before children."""
    cut = {clause.head for clause in found if clause.parent and not clause.stays}
    made: dict[int, ClaimDraft] = {}
    for clause in found:
        outer = made.get(id(clause.parent))
        made[id(clause)] = _draft(tree, clause, outer, cut)
    return [(clause, made[id(clause)]) for clause in found]


def _draft(tree: Tree, clause: Clause, outer: ClaimDraft | None, cut: Set[int]) -> ClaimDraft:
    match clause.kind:
        case "relative":
            return _relative(tree, clause, cut)
        case "apposition":
            return _apposition(tree, clause, cut)
        case "participle":
            return _participle(tree, clause, outer, cut)
        case "conjunct" if tree.subject_of(clause.head) is None and outer:
            return _conjunct(tree, clause, outer)
    return _sentence(tree, clause, cut)


def _sentence(tree: Tree, clause: Clause, cut: Set[int]) -> ClaimDraft:
    subject = tree.subject_of(clause.head)
    words: list[Word] = [*body(tree, clause)]
    own: list[Word] = [*_subject(tree, subject, cut)] if subject is not None else []
    if subject is None and clause.kind == "main" and (left_out := subject_outside(tree, clause.head)) is not None:
        own = [*phrase_outside(tree, left_out)]
        words = [*own, *words]
    return ClaimDraft(
        words=words,
        subject=own,
        auxiliaries=[*tree.auxiliaries(clause.head)],
        head=clause.head,
    )


def _subject(tree: Tree, head: int, cut: Set[int]) -> list[int]:
    """The tokens of a subject, with the comma after it if it ends in a clause set off by commas."""
    words = phrase(tree, head, cut)
    if words and (comma := words[-1] + 1) in tree.part and tree.syntax.words[comma] == ",":
        words.extend([comma] if any(tree.syntax.words[at] == "," for at in words) else [])
    return words


def _conjunct(tree: Tree, clause: Clause, outer: ClaimDraft) -> ClaimDraft:
    own: list[Word] = [*tree.auxiliaries(clause.head)]
    shared = outer.auxiliaries if not own and tree.syntax.tag[clause.head] in {"VB", "VBN", "VBG"} else []
    shared = [aux for aux in shared if aux not in own]
    return ClaimDraft([*outer.subject, *shared, *body(tree, clause)], outer.subject, own or shared, clause.head)


def _relative(tree: Tree, clause: Clause, cut: Set[int]) -> ClaimDraft:
    """A draft with the antecedent in place of the pronoun: in the subject, after the verb, or after its preposition."""
    syntax, head = tree.syntax, clause.head
    wh, tokens = wh_of(tree, head), body(tree, clause)
    noun: list[Word] = [*_antecedent(tree, clause, cut)]
    if wh is None or wh not in tokens:
        return _sentence(tree, clause, cut)
    if syntax.tag[wh] == "WP$":
        noun.append("'" if syntax.words[max(_tokens(noun))].endswith("s") else "'s")
    at, subject = tokens.index(wh), tree.subject_of(head)
    own: list[Word] = [*phrase(tree, subject, cut)] if subject is not None else []
    auxiliaries: list[Word] = [*tree.auxiliaries(head)]
    if subject is not None and syntax.left[subject] <= wh <= syntax.right[subject]:
        place = own.index(wh) if wh in own else 0
        own[place : place + 1] = noun
        return ClaimDraft([*tokens[:at], *noun, *tokens[at + 1 :]], own, auxiliaries, head)
    if syntax.dep[wh] == "dobj":
        rest = tokens[:at] + tokens[at + 1 :]
        after = rest.index(max((head, *tree.below_as(head, "prt")))) + 1
        return ClaimDraft([*rest[:after], *noun, *rest[after:]], own, auxiliaries, head)
    return ClaimDraft([*tokens[: at - 1], *tokens[at + 1 :], wh - 1, *noun], own, auxiliaries, head)


def _apposition(tree: Tree, clause: Clause, cut: Set[int]) -> ClaimDraft:
    """A draft "A is B" with the name first."""
    syntax, at = tree.syntax, clause.head
    noun = syntax.head[at]
    beside = _antecedent(tree, clause, cut | {at})
    own = trimmed(tree, clause.tokens)
    first, second = (own, beside) if clause.stays and syntax.tag[at] != "CD" else (beside, own)
    predicate = at if second is own else noun
    verb = "are" if syntax.tag[predicate] in PLURAL else "is"
    return ClaimDraft([*first, verb, *second], [*first], [], predicate)


def _participle(tree: Tree, clause: Clause, outer: ClaimDraft | None, cut: Set[int]) -> ClaimDraft:
    syntax, head = tree.syntax, clause.head
    subject: list[Word] = outer.subject if outer else []
    noun = syntax.head[head] if syntax.dep[head] == "acl" else tree.shared_subject_of(syntax.head[head])
    if syntax.dep[head] == "acl" and noun is not None:
        subject = [*_antecedent(tree, clause, cut)]
    plural = noun is not None and _is_plural(tree, noun)
    auxiliaries = tree.auxiliaries(head)
    past = _is_past(tree, clause)
    if auxiliaries:
        verb = "had" if past else "have" if plural else "has"
    elif past or (syntax.tag[head] == "VBN" and syntax.lower(head) not in CLAUSES.lasting):
        verb = "were" if plural else "was"
    else:
        verb = "are" if plural else "is"
    rest = [at for at in body(tree, clause) if at not in auxiliaries and syntax.lower(at) != "being"]
    return ClaimDraft([*subject, verb, *rest], subject, [verb], head)


def _antecedent(tree: Tree, clause: Clause, cut: Set[int]) -> list[int]:
    """The tokens of the noun phrase that a clause modifies, as far as they are before the clause."""
    syntax, noun = tree.syntax, tree.syntax.head[clause.head]
    if noun not in tree.part:
        return phrase_outside(tree, noun)
    whole = phrase(tree, noun, cut, alone=True)
    return trimmed(tree, [at for at in whole if at < syntax.left[clause.head]])


def _tokens(words: Sequence[Word]) -> list[int]:
    return [word for word in words if isinstance(word, int)]


def _is_plural(tree: Tree, noun: int) -> bool:
    together = tree.syntax.dep[noun] in SUBJECTS and any(tree.below_as(noun, "conj"))
    return together or tree.syntax.tag[noun] in PLURAL or tree.syntax.lower(noun) in {"they", "we", "you", "these"}


def _is_past(tree: Tree, clause: Clause) -> bool:
    outer = clause.parent
    while outer and outer.kind in {"participle", "apposition"}:
        outer = outer.parent
    return outer is not None and any(
        tree.syntax.tag[at] == "VBD" or tree.syntax.lower(at) in {"have", "has"}
        for at in (outer.head, *tree.auxiliaries(outer.head))
    )


def body(tree: Tree, clause: Clause) -> list[int]:
    """A clause's tokens without conjunctions, and without the commas around what was cut out of it."""
    tokens = clause.tokens
    if clause.kind == "adverbial":
        joint = next((at for at in tokens if tree.syntax.lower(at) == mark_of(tree, clause.head)), -1)
        tokens = [at for at in tokens if at > joint]
    return _without_connectives(tree, trimmed(tree, without_gaps(tree, tokens)))


def _without_connectives(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens without "but", "that", "although", "however," at the beginning."""
    first = 0
    while first < len(tokens) - 1 and _joins(tree, tokens, first):
        first += 1
        while first < len(tokens) - 1 and not tree.syntax.is_word(tokens[first]):
            first += 1
    return tokens[first:]


def _joins(tree: Tree, tokens: list[int], first: int) -> bool:
    syntax, at = tree.syntax, tokens[first]
    if syntax.tag[at] == "CC" and syntax.dep[at] in {"cc", "preconj"}:
        return syntax.lower(at) not in {"either", "neither", "nor"}
    if syntax.lower(at) == "that" and syntax.tag[at] == "IN":
        return True
    if syntax.lower(at) == "yet":
        return True
    followed = syntax.words[tokens[first + 1]] == "," and tokens[first + 1] == at + 1
    return followed and syntax.lower(at) in CLAUSES.connectives
