"""Decides which words head a claim of their own.

A part is cut out only if the text asserts it by itself: never a condition, purpose, complement, or restrictive relative
clause. Where the parse is doubtful, the words stay together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from sayso.language.english import CLAUSES
from sayso.split.tags import FINITE, NAMES, OPENERS, PLURAL, WH
from sayso.split.tree import NOUNS, SUBJECTS, VERBS, Tree

_AGE = re.compile(r"[1-9]\d?|1[01]\d")

Kind = Literal["main", "conjunct", "relative", "apposition", "participle", "adverbial", "independent"]


LONGEST_CHAIN = 20
"""The most verbs in one enumeration; a longer one is not a sentence, and stays whole."""

MANY = 60
"""The most dependents of one word; more are not a sentence either, and the search among them would be slow."""


def kind_of(tree: Tree, at: int, clause_head: int, question: bool) -> Kind | None:
    """The kind of clause that a token heads, or None if the token belongs to the clause of its head.

    `clause_head` is the head of that clause. Nothing is cut out of a question.
    """
    rule = RULES.get(tree.syntax.dep[at])
    if question or rule is None or len(tree.below(tree.syntax.head[at])) > MANY:
        return None
    return rule(tree, at, clause_head)


def is_conditional(tree: Tree, at: int) -> bool:
    """Whether a conditional clause depends on a verb ("if it rains")."""
    return any(mark_of(tree, child) in CLAUSES.conditions for child in tree.below_as(at, "advcl"))


def mark_of(tree: Tree, at: int) -> str | None:
    """The subordinating conjunction of an adverbial clause ("although"), in lower case; None if it has none."""
    syntax = tree.syntax
    for child in tree.below(at):
        if child < at and (syntax.dep[child] == "mark" or syntax.lower(child) == "when"):
            return syntax.lower(child)
    return None


def wh_of(tree: Tree, at: int) -> int | None:
    """The relative pronoun at the beginning of a relative clause ("which", "many of whom", "with which"), or None."""
    syntax = tree.syntax
    first = syntax.left[at]
    return next((i for i in range(first, min(first + 4, at)) if syntax.tag[i] in WH and i in tree.part), None)


def _after_comma(tree: Tree, at: int) -> bool:
    syntax, before = tree.syntax, tree.syntax.left[at] - 1
    if before not in tree.part or syntax.words[before] not in OPENERS:
        return False
    return syntax.words[before] != "-" or syntax.start[before] > syntax.end[before - 1]


def _is_finite(tree: Tree, at: int) -> bool:
    tags = {tree.syntax.tag[verb] for verb in (at, *tree.auxiliaries(at))}
    return bool(tags & FINITE) and "TO" not in tags


def _conjunct(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, first = tree.syntax, tree.syntax.head[at]
    if first != clause_head or not {syntax.pos[at], syntax.pos[first]} <= VERBS or is_conditional(tree, first):
        return None
    if _offers_choice(tree, first) or syntax.dep[syntax.left[at] - 1] == "prep":
        return None
    if syntax.lower(syntax.left[at]) in {"so", "neither", "nor"} or syntax.lower(syntax.left[at] - 1) in {"or", "nor"}:
        return None
    if tree.subject_of(at) is not None:
        return "conjunct" if _is_finite(tree, at) else None
    if _number(tree, first) * _number(tree, at) < 0 or _mixes_tenses(tree, first, at) or _reported(tree, first, at):
        return None
    return "conjunct" if _agrees(tree, first, at) and not _shares_object(tree, first, at) else None


def _offers_choice(tree: Tree, first: int) -> bool:
    """Whether "or" joins any of the verbs of an enumeration, so that none of them is asserted by itself."""
    verb: int | None = first
    for _ in range(LONGEST_CHAIN):
        if verb is None:
            return False
        if any(tree.syntax.lower(cc) in {"or", "nor"} for cc in tree.below_as(verb, "cc")):
            return True
        verb = next(tree.below_as(verb, "conj"), None)
    return True


def _number(tree: Tree, verb: int) -> int:
    """1 for a verb with a singular form or subject, -1 for the plural, 0 if unknown."""
    syntax, subject = tree.syntax, tree.subject_of(verb)
    finite = min([verb, *tree.auxiliaries(verb)])
    if syntax.tag[finite] == "VBZ" or syntax.lower(finite) == "was":
        return 1
    if (syntax.tag[finite] == "VBP" and syntax.lower(finite) != "am") or syntax.lower(finite) == "were":
        return -1
    if subject is None or any(tree.below_as(subject, "conj")):
        return 0
    if syntax.tag[subject] in PLURAL or (syntax.tag[subject] == "CD" and syntax.lower(subject) != "one"):
        return -1
    return 1 if syntax.label(subject) == "PERSON" else 0


def _mixes_tenses(tree: Tree, first: int, at: int) -> bool:
    """Whether one verb is past and one present, a sign of a wrong tag ("is small and considered weak")."""
    tags = {tree.syntax.tag[at], tree.syntax.tag[min([first, *tree.auxiliaries(first)])]}
    return not tree.auxiliaries(at) and bool(tags & {"VBD"}) and bool(tags & {"VBP", "VBZ", "VB"})


def _reported(tree: Tree, first: int, at: int) -> bool:
    """Whether the second verb may belong to what the first one reports ("says it would cost, but would last")."""
    own = {tree.syntax.lower(aux) for aux in tree.auxiliaries(at)}
    return any(
        own & {tree.syntax.lower(aux) for aux in tree.auxiliaries(clause)} for clause in tree.below_as(first, "ccomp")
    )


def _agrees(tree: Tree, first: int, at: int) -> bool:
    """Whether the first verb's subject (and auxiliaries) can stand before the second."""
    tag, first_tag, auxiliaries = tree.syntax.tag[at], tree.syntax.tag[first], tree.auxiliaries(first)
    if _is_finite(tree, at):
        return True
    if tree.auxiliaries(at):
        return False
    if tag == "VB":
        modal = any(tree.syntax.tag[aux] == "MD" for aux in auxiliaries)
        return modal and not any(tree.below_as(first, "neg"))
    if tag == "VBN" and first_tag == "VBD" and not auxiliaries:
        return not any(tree.below_as(at, "agent"))
    return tag in {"VBN", "VBG"} and tag == first_tag


def _shares_object(tree: Tree, first: int, at: int) -> bool:
    """Whether the first verb has no complement of its own, as in "shot and killed three men"."""
    own = (child for child in tree.below(first) if child > first)
    return all(tree.syntax.dep[child] in {"cc", "conj", "punct"} for child in own)


def _relative(tree: Tree, at: int, clause_head: int) -> Kind | None:
    return "relative" if _after_comma(tree, at) and is_relative(tree, at) else None


def is_relative(tree: Tree, at: int) -> bool:
    """Whether a relative clause can be a sentence of its own, with its antecedent in place of its pronoun."""
    syntax, noun, wh = tree.syntax, tree.syntax.head[at], wh_of(tree, at)
    if wh is None or syntax.pos[noun] not in NOUNS or not _is_finite(tree, at):
        return False
    if syntax.lower(wh) in {"that", "what"} or (syntax.lower(wh) == "which" and syntax.lower(at) in CLAUSES.of_events):
        return False
    return _wh_is_movable(tree, at, wh) and _fits(tree, at, wh)


def _fits(tree: Tree, at: int, wh: int) -> bool:
    """Whether pronoun and verb agree with the antecedent by the parse, which is wrong if they do not."""
    syntax, noun = tree.syntax, tree.syntax.head[at]
    plural = syntax.tag[noun] in PLURAL
    if any(child < at for child in tree.below_as(noun, "conj")):
        return False
    if syntax.lower(wh) in {"who", "whom"} and syntax.label(noun) in {"GPE", "LOC", "DATE", "EVENT", "PRODUCT"}:
        return False
    if syntax.lower(wh) == "which" and syntax.label(noun) == "PERSON":
        return False
    if syntax.dep[wh] == "pobj" and tree.subject_of(at) == syntax.head[syntax.head[wh]]:
        return plural
    if syntax.dep[wh] not in SUBJECTS or syntax.pos[noun] == "PRON":
        return True
    return _number(tree, at) != (1 if plural else -1)


def _wh_is_movable(tree: Tree, at: int, wh: int) -> bool:
    """Whether the antecedent can replace the pronoun: in the subject, as the object, or after a preposition."""
    syntax, subject = tree.syntax, tree.subject_of(at)
    if subject is not None and syntax.left[subject] <= wh <= subject:
        return True
    if subject is not None and subject < wh <= syntax.right[subject]:
        return True
    if syntax.tag[wh] == "WP$":
        return False
    head = syntax.head[wh]
    stranded = any(not tree.below(preposition) for preposition in tree.below_as(at, "prep"))
    if syntax.lower(at) in CLAUSES.told or stranded:
        return False
    return (syntax.dep[wh] == "dobj" and head == at) or (syntax.head[head] == at and head == wh - 1)


def _apposition(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, noun = tree.syntax, tree.syntax.head[at]
    opened = _after_comma(tree, at) and syntax.words[syntax.left[at] - 1] != "("
    if (
        not opened
        or not syntax.is_word(noun)
        or syntax.pos[noun] not in NOUNS
        or noun > at
        or any(tree.below_as(noun, "conj", "cc"))
    ):
        return None
    if syntax.words[at].isdigit():
        return "apposition" if syntax.label(noun) == "PERSON" and _AGE.fullmatch(syntax.words[at]) else None
    if any(tree.below_as(at, "conj", "cc")) and not is_name(tree, noun):
        return None
    if _is_definite(tree, noun) and any(syntax.lower(article) in {"a", "an"} for article in tree.below_as(at, "det")):
        return "apposition"
    name, description = (noun, at) if is_name(tree, noun) else (at, noun)
    if not is_name(tree, name) or not _describes(tree, description):
        return None
    return "apposition" if syntax.tag[description] not in PLURAL or syntax.tag[name] in PLURAL else None


def is_name(tree: Tree, at: int) -> bool:
    """Whether a noun is a proper name, not a title or office."""
    syntax = tree.syntax
    return (
        syntax.pos[at] == "PROPN" and not _describes(tree, at) and (not syntax.label(at) or syntax.label(at) in NAMES)
    )


def _is_definite(tree: Tree, at: int) -> bool:
    definite = any(tree.syntax.lower(article) == "the" for article in tree.below_as(at, "det"))
    return tree.syntax.pos[at] == "NOUN" and definite


def _describes(tree: Tree, at: int) -> bool:
    """Whether a noun phrase is a description ("Russia's ambassador to Israel", "a former spy"), not a name."""
    syntax = tree.syntax
    if syntax.label(at) or syntax.pos[at] not in {"NOUN", "PROPN"}:
        return False
    return syntax.pos[at] == "NOUN" or any(tree.below_as(at, "poss", "det"))


def _participle(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax = tree.syntax
    if syntax.tag[at] not in {"VBG", "VBN"} or syntax.lower(at) in CLAUSES.of_events | CLAUSES.of_reports:
        return None
    if syntax.lower(at) == "based" and syntax.words[at + 1 : at + 2] == ["on"]:
        return None
    if mark_of(tree, at) or tree.subject_of(at) is not None or any(tree.below_as(at, "neg", "ccomp")):
        return None
    if any(syntax.lower(aux) != "having" for aux in tree.auxiliaries(at)) or syntax.left[at] < at - 3:
        return None
    return _attached_participle(tree, at, clause_head)


def _attached_participle(tree: Tree, at: int, clause_head: int) -> Kind | None:
    """`participle` if it clearly modifies a noun before it, or has the subject of the main clause; else None."""
    syntax, head = tree.syntax, tree.syntax.head[at]
    if syntax.dep[at] == "acl":
        noun = syntax.pos[head] in {"NOUN", "PROPN"} and (syntax.tag[at] == "VBN" or syntax.dep[head] in SUBJECTS)
        return "participle" if noun and _after_comma(tree, at) else None
    subject = tree.shared_subject_of(head)
    if head != clause_head or subject is None or syntax.pos[subject] not in NOUNS:
        return None
    leads = syntax.right[at] < subject and syntax.words[syntax.right[at] + 1] == ","
    return "participle" if leads or (at > head and _after_comma(tree, at)) else None


def _adverbial(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, mark = tree.syntax, mark_of(tree, at)
    if mark is None:
        return _participle(tree, at, clause_head)
    if syntax.head[at] != clause_head or tree.subject_of(at) is None or not _is_finite(tree, at):
        return None
    if mark in CLAUSES.contrasts:
        return "adverbial"
    if mark not in CLAUSES.grounds or "MD" in {syntax.tag[aux] for aux in tree.auxiliaries(at)}:
        return None
    return "adverbial" if mark not in {"as", "when"} or _states_fact(tree, at, mark) else None


def _states_fact(tree: Tree, at: int, mark: str) -> bool:
    """Whether "as" or "when" introduces a fact ("as he left the room"), not a comparison or habit ("as expected")."""
    if mark == "when":
        return tree.syntax.tag[at] == "VBD" or any(tree.syntax.tag[aux] == "VBD" for aux in tree.auxiliaries(at))
    return (
        tree.syntax.lower(at) not in CLAUSES.no_facts
        and not any(tree.below_as(at, "ccomp"))
        and len(tree.below(at)) > 2
    )


def _independent(tree: Tree, at: int, clause_head: int) -> Kind | None:
    """`independent` if a semicolon separates the token's clause from its head's, whatever the parser calls it."""
    syntax, head = tree.syntax, tree.syntax.head[at]
    between = (syntax.words[i] for i in (syntax.left[at] - 1, syntax.right[at], syntax.right[at] + 1) if i in tree.part)
    apart = head == clause_head and ";" in between and mark_of(tree, at) is None
    return "independent" if apart and tree.subject_of(at) is not None and _is_finite(tree, at) else None


RULES: dict[str, Callable[[Tree, int, int], Kind | None]] = {
    "conj": _conjunct,
    "relcl": _relative,
    "appos": _apposition,
    "acl": _participle,
    "advcl": _adverbial,
    "ccomp": _independent,
    "parataxis": _independent,
}
