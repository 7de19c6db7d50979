"""The frames of relational nouns: "Russia's ambassador, Anatoly Viktorov", "a subsidiary of Ernslaw One"."""

from __future__ import annotations

from sayso.language.english import CLAUSES, PEOPLE
from sayso.split.fillers import NAMED, Gathered
from sayso.split.force import force_of
from sayso.split.tree import Tree
from schemas import Frame, Polarity

TITLED = frozenset({"compound", "nmod", "amod"})


def noun_frame(tree: Tree, at: int, polarity: Polarity) -> Frame | None:
    """The frame of a noun or titled name with roles to fill; None for other nouns and other words."""
    syntax = tree.syntax
    if syntax.pos[at] == "PROPN":
        return _title(tree, at, polarity)
    if syntax.pos[at] != "NOUN" or _is_predicate(tree, at):
        return None
    gathered = Gathered(tree)
    _by_apposition(gathered, at)
    _by_dependents(gathered, at)
    _by_copula(gathered, at)
    polarity = _by_light_verb(gathered, at, polarity)
    if all(filler.role == "how" for filler in gathered.found):
        return None
    return Frame(predicate=syntax.lemma[at].lower(), fillers=tuple(gathered.found), polarity=polarity)


def _by_apposition(gathered: Gathered, at: int) -> None:
    """Add the name that is in apposition to a noun, or that the noun is in apposition to."""
    tree, syntax = gathered.tree, gathered.tree.syntax
    for child in tree.below_as(at, "appos"):
        if syntax.pos[child] == "PROPN":
            gathered.add("who", child)
    if syntax.dep[at] == "appos" and syntax.head[at] in tree.part:
        gathered.add("who", syntax.head[at])


def _by_dependents(gathered: Gathered, at: int) -> None:
    tree, syntax = gathered.tree, gathered.tree.syntax
    for child in tree.below(at):
        match syntax.dep[child]:
            case "poss":
                gathered.add("of", child)
            case "prep":
                for noun in tree.below_as(child, "pobj", "pcomp"):
                    gathered.add("who" if syntax.lower(child) == "by" else syntax.lower(child), noun)
            case "nummod" | "amod":
                gathered.add("how", child)
            case "compound" | "nmod" if syntax.label(child) in NAMED:
                gathered.add("of", child)


def _by_copula(gathered: Gathered, at: int) -> None:
    """Add what "is" says of a noun: the name ("his successor is Natta") or place ("its headquarters is in Canada")."""
    tree, syntax = gathered.tree, gathered.tree.syntax
    verb = syntax.head[at]
    if syntax.dep[at] != "nsubj" or verb not in tree.part or syntax.lemma[verb] not in {"be", "become"}:
        return
    for child in tree.below(verb):
        if syntax.dep[child] == "attr" and syntax.pos[child] == "PROPN":
            gathered.add("who", child)
        if syntax.dep[child] == "prep":
            for noun in tree.below_as(child, "pobj"):
                gathered.add(syntax.lower(child), noun)


def _by_light_verb(gathered: Gathered, at: int, polarity: Polarity) -> Polarity:
    """Add the roles of a light verb to its object ("reached no agreement"), and return the object's polarity."""
    tree, syntax = gathered.tree, gathered.tree.syntax
    verb = syntax.head[at]
    if syntax.dep[at] != "dobj" or verb not in tree.part or syntax.lemma[verb] not in CLAUSES.light_verbs:
        return polarity
    subject = tree.shared_subject_of(verb)
    if subject is not None:
        gathered.add("who", subject)
    for child in tree.below_as(verb, "prep"):
        for noun in tree.below_as(child, "pobj"):
            gathered.add(syntax.lower(child), noun)
    denied = force_of(tree, verb, {}).polarity == "denied"
    return "denied" if denied else polarity


def _title(tree: Tree, at: int, polarity: Polarity) -> Frame | None:
    """The frame of the office before a name ("Russian President Vladimir Putin"); None without an office."""
    syntax = tree.syntax
    if syntax.label(at) != "PERSON":
        return None
    before = [child for child in tree.below(at) if syntax.entity[child] != syntax.entity[at] and child < at]
    titles = [child for child in before if syntax.dep[child] in TITLED and syntax.label(child) not in NAMED]
    nouns = [
        child
        for child in titles
        if syntax.pos[child] in {"NOUN", "PROPN"} and syntax.lower(child) not in PEOPLE.forms_of_address
    ]
    if not nouns:
        return None
    gathered = Gathered(tree)
    gathered.add("who", at)
    for child in (*before, *(under for noun in nouns for under in tree.below(noun))):
        if syntax.label(child) in NAMED and child not in titles:
            gathered.add("of", child)
        elif child in titles and child != nouns[-1]:
            gathered.add("how", child)
    return Frame(predicate=syntax.lemma[nouns[-1]].lower(), fillers=tuple(gathered.found), polarity=polarity)


def _is_predicate(tree: Tree, at: int) -> bool:
    """Whether a noun is the predicate of "be" or "become", and so is the predicate of the verb's frame."""
    above = tree.syntax.head[at]
    return tree.syntax.dep[at] == "attr" and above in tree.part and tree.syntax.lemma[above] in {"be", "become"}
