"""The frames of a claim: each of its verbs and relational nouns with the fillers of its roles."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.split.claim_drafts import ClaimDraft
from sayso.split.fillers import Gathered, head_of
from sayso.split.force import Force, denial_of, force_of, is_verb
from sayso.split.nouns import noun_frame
from sayso.split.tree import Tree
from sayso.split.wording import written
from schemas import Filler, Frame

MOST = 12
"""The most frames of one claim; a claim with more is a list, and the first ones say what it is about."""


IDIOMS = frozenset({("take", "place"), ("take", "part"), ("take", "office"), ("take", "effect")})
"""Verbs with an object that is part of the predicate."""


def frames(tree: Tree, draft: ClaimDraft, whole: Force) -> tuple[Frame, ...]:
    """The frames of a claim, that of its head first; `whole`: polarity and modality of the claim."""
    tokens = [word for word in draft.words if isinstance(word, int) and word in tree.part]
    forces = {draft.head: whole}
    found: list[Frame] = []
    for at in sorted(tokens, key=lambda token: (token != draft.head, token)):
        force = force_of(tree, at, forces)
        made = _verb_frame(tree, at, force) if is_verb(tree, at) else noun_frame(tree, at, denial_of(tree, at))
        if at == draft.head:
            made = _with_subject(tree, draft, made or Frame(predicate=head_of(tree, at)), force)
        if made is not None:
            found.append(made)
        if len(found) == MOST:
            break
    return tuple(found)


def _with_subject(tree: Tree, draft: ClaimDraft, made: Frame, force: Force) -> Frame:
    """The frame of the claim's head, with the subject and the force of the claim."""
    role = "whom" if _is_passive(tree, draft) else "who"
    kept = made.fillers
    if draft.subject and (made.filler(role) is None or any(isinstance(word, str) for word in draft.subject)):
        words = written(tree, draft.subject).rstrip(",")
        first = next((word for word in draft.subject if isinstance(word, int) and _is_top(tree, word, draft)), None)
        head = head_of(tree, first) if first is not None else words.split()[-1]
        label = tree.syntax.label(first) if first is not None else "PERSON" if words[:1].isupper() else ""
        others = (filler for filler in kept if filler.role != role)
        kept = (Filler(role=role, head=head, words=words, label=label), *others)
    return Frame(predicate=made.predicate, fillers=kept, polarity=force.polarity, modality=force.modality)


def _is_top(tree: Tree, at: int, draft: ClaimDraft) -> bool:
    return tree.syntax.head[at] not in draft.subject or tree.syntax.head[at] == at


def _is_passive(tree: Tree, draft: ClaimDraft) -> bool:
    passive = any(tree.below_as(draft.head, "auxpass", "nsubjpass"))
    put_in = any(word in {"was", "were", "is", "are"} for word in draft.auxiliaries if isinstance(word, str))
    return passive or (tree.syntax.tag[draft.head] == "VBN" and put_in)


def _verb_frame(tree: Tree, at: int, force: Force) -> Frame:
    syntax = tree.syntax
    gathered = Gathered(tree)
    linked = next(tree.below_as(at, "attr", "acomp", "oprd"), None) if syntax.lemma[at] in {"be", "become"} else None
    for role, subject in _subjects(tree, at):
        gathered.add(role, subject)
    for child in tree.below(at):
        if child != linked:
            _fill(gathered, child)
    for child in tree.below(linked) if linked is not None else ():
        _fill(gathered, child)
    for aux in tree.auxiliaries(at):
        if syntax.dep[aux] == "aux" and syntax.tag[aux] == "MD":
            gathered.put(Filler(role="modal", head=syntax.lower(aux), words=syntax.words[aux]))
    objects = tree.below_as(at, "dobj")
    idiom = next((noun for noun in objects if (syntax.lemma[at], syntax.lemma[noun]) in IDIOMS), None)
    particle = idiom if idiom is not None else next(tree.below_as(at, "prt"), None)
    predicate = head_of(tree, linked).lower() if linked is not None else syntax.lemma[at].lower()
    return Frame(
        predicate=f"{predicate} {syntax.lower(particle)}" if particle is not None else predicate,
        fillers=tuple(found for found in gathered.found if idiom is None or found.head != syntax.lemma[idiom]),
        polarity=force.polarity,
        modality=force.modality,
    )


def _fill(gathered: Gathered, child: int) -> None:
    """Add the fillers that a dependent of a verb contributes to its frame."""
    syntax = gathered.tree.syntax
    match syntax.dep[child]:
        case "dobj":
            gathered.add("whom", child)
        case "dative" if syntax.pos[child] != "ADP":
            gathered.add("to", child)
        case "attr" | "oprd":
            gathered.add("as", child)
        case "poss":
            gathered.add("of", child)
        case "npadvmod" | "tmod":
            gathered.add(_adverbial(syntax.label(child)), child)
        case "advmod" | "acomp" | "amod" | "nummod" | "compound":
            gathered.add("how", child)
        case "xcomp" | "ccomp":
            gathered.add("that", child)
        case "agent":
            _prepositions(gathered, child, "who")
        case "prep" if not gathered.tree.below(child):
            gathered.add("how", child)
        case "prep" | "dative":
            _prepositions(gathered, child, syntax.lower(child))


def _adverbial(label: str) -> str:
    """The role of a noun that is used as an adverb ("arrived *Monday*", "*Chicago*-based")."""
    return "when" if label in {"DATE", "TIME"} else "in" if label in {"GPE", "LOC"} else "how"


def _prepositions(gathered: Gathered, preposition: int, role: str) -> None:
    """Add the objects of a preposition, and of those coordinated with it or depending on it, in text order."""
    tree = gathered.tree
    waiting = [(preposition, role)]
    for _ in range(MOST):
        if not waiting:
            break
        at, role = waiting.pop()
        for child in tree.below(at):
            if tree.syntax.dep[child] in {"pobj", "pcomp"}:
                gathered.add(role, child)
        further = [child for child in tree.below(at) if tree.syntax.dep[child] in {"prep", "conj"}]
        waiting += [(child, tree.syntax.lower(child)) for child in reversed(further)]


def _subjects(tree: Tree, at: int) -> Iterator[tuple[str, int]]:
    """The role and token of a verb's subject: its own, or the one that grammar implies."""
    syntax = tree.syntax
    passive = any(tree.below_as(at, "auxpass", "nsubjpass"))
    subject = tree.shared_subject_of(at)
    if subject is not None:
        shared = syntax.dep[subject] == "nsubjpass" and syntax.tag[at] == "VBN"
        yield ("whom" if passive or shared else "who"), _antecedent(tree, subject)
        return
    match syntax.dep[at]:
        case "amod" | "acl":
            noun = syntax.head[at]
            if noun in tree.part and noun != at:
                yield ("whom" if syntax.tag[at] == "VBN" else "who"), noun
        case "xcomp" | "advcl" | "pcomp":
            governor = _verb_above(tree, at)
            if governor is not None:
                thing = next(tree.below_as(governor, "dobj"), None) if syntax.dep[at] == "xcomp" else None
                lent = thing if thing is not None else tree.shared_subject_of(governor)
                if lent is not None:
                    yield ("whom" if passive else "who"), lent


def _verb_above(tree: Tree, at: int) -> int | None:
    above = tree.syntax.head[at]
    if above in tree.part and tree.syntax.pos[above] == "ADP":
        above = tree.syntax.head[above]
    return above if above in tree.part and above != at else None


def _antecedent(tree: Tree, subject: int) -> int:
    """The antecedent of a relative pronoun; any other subject is returned unchanged."""
    syntax = tree.syntax
    if syntax.tag[subject] not in {"WDT", "WP"}:
        return subject
    verb = syntax.head[subject]
    while syntax.dep[verb] == "conj" and syntax.head[verb] != verb:
        verb = syntax.head[verb]
    return syntax.head[verb] if syntax.dep[verb] == "relcl" and syntax.head[verb] in tree.part else subject
