"""Which words head a fact of their own.

A cut is made only where the text asserts the part by itself: never in conditions, purposes, complements, and relative
clauses that say which one is meant. Where the parse leaves a doubt, the words stay together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sayso.split.syntax import NOUNS, SUBJECTS, VERBS, Tree

Kind = Literal["main", "conjunct", "relative", "apposition", "participle", "adverbial", "independent"]

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"})
OPENERS = frozenset({",", "-", "–", "—", "--", "(", "["})

# What follows "leading to", "which means" tells of the whole event, not of the noun before it.
OF_EVENTS = frozenset(
    "allow allowing begin bring bringing cause caused causing comes create creating end ending escalating fuel fueling "
    "fuelling force forced forcing give giving include included includes including lead leading leads leave leaving "
    "led made make makes making mark marked marking mean meaning means meant prompt prompted prompting push pushing "
    "put putting raise raised raises raising result resulted resulting send sending spark sparked sparking starting "
    "suggesting suggests".split()
)
# What these introduce is a statement of its own, or no fact at all.
OF_REPORTS = frozenset(
    "according accusing adding admitting alleging announcing arguing asking assuming based believing calling citing "
    "claiming concerning considering declaring denying depending describing explaining following given hoping "
    "insisting noting owing pending pointing provided quoting regarding referring reporting saying seeing speaking "
    "stating stressing taking talking telling thanking thinking touching urging using wanting warning wishing wondering "
    "writing".split()
)
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "once"})
CONTRASTS = frozenset({"although", "though", "whereas", "while"})
GROUNDS = frozenset({"because", "since", "after", "as", "when"})
WH = frozenset({"WDT", "WP", "WP$"})
LIVELY = frozenset("say says said report reports reported note notes noted expected is was".split())


def kind_of(tree: Tree, at: int, clause_head: int, question: bool) -> Kind | None:
    """What kind of claim of its own the token heads, None where it belongs to that of its head.

    `clause_head` heads the claim that the token's head belongs to. Nothing is cut out of a question.
    """
    rule = RULES.get(tree.syntax.dep[at])
    if question or rule is None:
        return None
    return rule(tree, at, clause_head)


def is_conditional(tree: Tree, at: int) -> bool:
    """Whether a condition hangs on a verb ("if it rains")."""
    return any(mark_of(tree, child) in CONDITIONS for child in tree.below_as(at, "advcl"))


def mark_of(tree: Tree, at: int) -> str | None:
    """The word that joins an adverbial clause to its main clause ("although"), in lower case."""
    syntax = tree.syntax
    for child in tree.below(at):
        if child < at and (syntax.dep[child] == "mark" or syntax.lower(child) == "when"):
            return syntax.lower(child)
    return None


def wh_of(tree: Tree, at: int) -> int | None:
    """The relative pronoun of a relative clause, at its beginning ("which", "many of whom", "with which")."""
    syntax = tree.syntax
    first = syntax.left[at]
    return next((i for i in range(first, min(first + 4, at)) if syntax.tag[i] in WH and i in tree.part), None)


def _after_comma(tree: Tree, at: int) -> bool:
    syntax, before = tree.syntax, tree.syntax.left[at] - 1
    if before not in tree.part or syntax.words[before] not in OPENERS:
        return False
    return syntax.words[before] != "-" or syntax.start[before] > syntax.end[before - 1]


def _is_finite(tree: Tree, at: int) -> bool:
    tags = {tree.syntax.tag[one] for one in (at, *tree.auxiliaries(at))}
    return bool(tags & FINITE) and "TO" not in tags


def _conjunct(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, first = tree.syntax, tree.syntax.head[at]
    if first != clause_head or not {syntax.pos[at], syntax.pos[first]} <= VERBS or is_conditional(tree, first):
        return None
    if any(syntax.lower(cc) in {"or", "nor"} for cc in tree.below_as(first, "cc")):
        return None
    if syntax.lower(syntax.left[at]) in {"so", "neither", "nor"}:
        return None
    if tree.subject_of(at) is not None:
        return "conjunct" if _is_finite(tree, at) else None
    return "conjunct" if _agrees(tree, first, at) and not _shares_object(tree, first, at) else None


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
    return tag in {"VBN", "VBG"} and tag == first_tag


def _shares_object(tree: Tree, first: int, at: int) -> bool:
    """Whether the first verb has nothing of its own after it ("shot and killed three men")."""
    own = (child for child in tree.below(first) if child > first)
    return all(tree.syntax.dep[child] in {"cc", "conj", "punct"} for child in own)


def _relative(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, noun = tree.syntax, tree.syntax.head[at]
    wh = wh_of(tree, at)
    if wh is None or syntax.pos[noun] not in NOUNS or not _after_comma(tree, at) or not _is_finite(tree, at):
        return None
    if syntax.lower(wh) in {"that", "what"} or (syntax.lower(wh) == "which" and syntax.lower(at) in OF_EVENTS):
        return None
    return "relative" if _wh_is_movable(tree, at, wh) and _fits(tree, at, wh) else None


def _fits(tree: Tree, at: int, wh: int) -> bool:
    """Whether pronoun and verb agree with the noun that the parser chose; where they don't, it chose wrongly."""
    syntax, noun = tree.syntax, tree.syntax.head[at]
    plural = syntax.tag[noun] in {"NNS", "NNPS"}
    if any(child < at for child in tree.below_as(noun, "conj")):
        return False
    if syntax.lower(wh) in {"who", "whom"} and syntax.label(noun) in {"GPE", "LOC", "DATE", "EVENT", "PRODUCT"}:
        return False
    if syntax.dep[wh] == "pobj" and tree.subject_of(at) == syntax.head[syntax.head[wh]]:
        return plural
    verb = min([at, *tree.auxiliaries(at)])
    if syntax.dep[wh] not in SUBJECTS or syntax.pos[noun] == "PRON":
        return True
    return not (syntax.tag[verb] == ("VBZ" if plural else "VBP") or syntax.lower(verb) == ("was" if plural else "were"))


def _wh_is_movable(tree: Tree, at: int, wh: int) -> bool:
    """Whether the noun can take the pronoun's place: in the subject, as the verb's object, after a preposition."""
    syntax, subject = tree.syntax, tree.subject_of(at)
    if subject is not None and syntax.left[subject] <= wh <= subject:
        return True
    if subject is not None and subject < wh <= syntax.right[subject]:
        return True
    if syntax.tag[wh] == "WP$":
        return False
    head = syntax.head[wh]
    return (syntax.dep[wh] == "dobj" and head == at) or (syntax.head[head] == at and head == wh - 1)


def _apposition(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, noun = tree.syntax, tree.syntax.head[at]
    opened = _after_comma(tree, at) and syntax.words[syntax.left[at] - 1] != "("
    if not opened or syntax.pos[noun] not in NOUNS or noun > at or any(tree.below_as(noun, "conj", "cc")):
        return None
    if syntax.words[at].isdigit():
        return "apposition" if syntax.label(noun) == "PERSON" and 0 < int(syntax.words[at]) < 120 else None
    if any(tree.below_as(at, "conj", "cc")) and not is_name(tree, noun):
        return None
    if is_name(tree, noun):
        return "apposition" if _describes(tree, at) else None
    return "apposition" if is_name(tree, at) and _describes(tree, noun) else None


def is_name(tree: Tree, at: int) -> bool:
    """Whether a noun is a proper name, no title or office."""
    syntax = tree.syntax
    return syntax.pos[at] == "PROPN" and not _describes(tree, at) and (not syntax.label(at) or syntax.label(at) in NAMES)


def _describes(tree: Tree, at: int) -> bool:
    """Whether a noun phrase says what somebody or something is ("Russia's ambassador to Israel", "a former spy")."""
    syntax = tree.syntax
    if syntax.label(at) in NAMES or syntax.pos[at] not in {"NOUN", "PROPN"}:
        return False
    return syntax.pos[at] == "NOUN" or any(tree.below_as(at, "poss", "det"))


def _participle(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax = tree.syntax
    if syntax.tag[at] not in {"VBG", "VBN"} or syntax.lower(at) in OF_EVENTS | OF_REPORTS:
        return None
    if mark_of(tree, at) or tree.subject_of(at) is not None or any(tree.below_as(at, "neg", "ccomp")):
        return None
    if any(syntax.lower(aux) != "having" for aux in tree.auxiliaries(at)) or syntax.left[at] < at - 3:
        return None
    return _hung_participle(tree, at, clause_head)


def _hung_participle(tree: Tree, at: int, clause_head: int) -> Kind | None:
    syntax, head = tree.syntax, tree.syntax.head[at]
    if syntax.dep[at] == "acl":
        noun = syntax.pos[head] in {"NOUN", "PROPN"} and (syntax.tag[at] == "VBN" or syntax.dep[head] in SUBJECTS)
        return "participle" if noun and _after_comma(tree, at) else None
    subject = tree.subject_of(head)
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
    if mark in CONTRASTS:
        return "adverbial"
    if mark not in GROUNDS or "MD" in {syntax.tag[aux] for aux in tree.auxiliaries(at)}:
        return None
    return "adverbial" if mark not in {"as", "when"} or _tells(tree, at, mark) else None


def _tells(tree: Tree, at: int, mark: str) -> bool:
    """Whether "as" or "when" opens a fact ("as he left the room"), no comparison and no habit ("as expected")."""
    if mark == "when":
        return tree.syntax.tag[at] == "VBD" or any(tree.syntax.tag[aux] == "VBD" for aux in tree.auxiliaries(at))
    return tree.syntax.lower(at) not in LIVELY and not any(tree.below_as(at, "ccomp")) and len(tree.below(at)) > 2


def _independent(tree: Tree, at: int, clause_head: int) -> Kind | None:
    """Whether a semicolon parts the token's clause from its head's, which the parser calls a complement."""
    syntax, head = tree.syntax, tree.syntax.head[at]
    between = (syntax.words[i] for i in (syntax.left[at] - 1, syntax.right[at], syntax.right[at] + 1) if i in tree.part)
    apart = head == clause_head and ";" in between
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
