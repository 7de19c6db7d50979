"""The slots of a claim, which linking compares: who did what to whom, when, where, how many, and whether."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.english import CLAUSES, DENIALS, FUNCTION_WORDS, MODALITY
from sayso.split.claim_drafts import ClaimDraft, Word
from sayso.split.force import Force
from sayso.split.frames import frames
from sayso.split.phrases import phrase
from sayso.split.tree import Tree
from sayso.split.wording import written
from schemas import Modality, Polarity, Slots

TIMES = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def slots(tree: Tree, draft: ClaimDraft, question: bool, conditional: bool) -> Slots:
    """The slots of a claim; each has words of the article as they are written there."""
    tokens = [word for word in draft.words if isinstance(word, int)]
    entities = _entities(tree, tokens)
    polarity, modality = _polarity(tree, draft), _modality(tree, draft, question, conditional)
    return Slots(
        who=written(tree, draft.subject).rstrip(",") or None,
        what=_what(tree, draft) or None,
        whom=_whom(tree, draft) or None,
        when=tuple(written(tree, entity) for entity in entities if _is_time(tree, entity)),
        where=tuple(written(tree, entity) for entity in entities if _is_place(tree, entity)),
        numbers=tuple(written(tree, _with_unit(tree, entity)) for entity in entities if _is_number(tree, entity)),
        polarity=polarity,
        modality=modality,
        frames=frames(tree, draft, Force(polarity, modality)),
    )


def _entities(tree: Tree, tokens: Sequence[int]) -> list[list[int]]:
    """The named entities among `tokens`, each as its tokens."""
    found: list[list[int]] = []
    for at in tokens:
        number = tree.syntax.entity[at]
        if number < 0:
            continue
        if found and found[-1][-1] == at - 1 and tree.syntax.entity[at - 1] == number:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _label(tree: Tree, entity: list[int]) -> str:
    return tree.syntax.label(entity[0])


def _is_time(tree: Tree, entity: list[int]) -> bool:
    return _label(tree, entity) in TIMES and not _is_age(tree, entity)


def _is_age(tree: Tree, entity: list[int]) -> bool:
    """Whether an entity is an age, which the parser may take for a date ("Ivan Petrov, 42")."""
    return len(entity) == 1 and tree.syntax.words[entity[0]].isdigit() and len(tree.syntax.words[entity[0]]) < 4


def _is_number(tree: Tree, entity: list[int]) -> bool:
    label = _label(tree, entity)
    return label in NUMBERS or (label == "DATE" and _is_age(tree, entity))


def _is_place(tree: Tree, entity: list[int]) -> bool:
    """Whether an entity says where something happens ("in Sochi and Kyiv"), unlike "Russia said", "mayor of Lviv"."""
    syntax, at = tree.syntax, entity[-1]
    while syntax.dep[at] in {"conj", "appos"} and syntax.head[at] < at:
        at = syntax.head[at]
    return (
        _label(tree, entity) in PLACES
        and syntax.dep[at] == "pobj"
        and syntax.lower(syntax.head[at]) in FUNCTION_WORDS.locative
    )


def _with_unit(tree: Tree, entity: list[int]) -> list[int]:
    """A number with its currency, or with the noun that it counts, if that follows closely ("12 soldiers")."""
    syntax, last = tree.syntax, entity[-1]
    if entity[0] - 1 in tree.part and syntax.tag[entity[0] - 1] == "$":
        return [entity[0] - 1, *entity]
    noun = syntax.head[last]
    counted = syntax.dep[last] == "nummod" and last < noun <= last + 3 and noun in tree.part
    return [*entity, *range(last + 1, noun + 1)] if counted else entity


def _what(tree: Tree, draft: ClaimDraft) -> str:
    """The verb with its particle; "is" with its complement."""
    if tree.syntax.pos[draft.head] == "AUX":
        complement = next(tree.below_as(draft.head, "attr", "acomp"), None)
        return written(tree, [draft.head, *(phrase(tree, complement, frozenset()) if complement is not None else [])])
    return written(tree, [draft.head, *tree.below_as(draft.head, "prt")])


def _whom(tree: Tree, draft: ClaimDraft) -> str:
    """The object, or the agent of a passive."""
    thing = next(tree.below_as(draft.head, "dobj", "dative"), None)
    for agent in tree.below_as(draft.head, "agent"):
        thing = next(tree.below_as(agent, "pobj"), thing)
    if thing is None:
        return ""
    return written(tree, [at for at in phrase(tree, thing, frozenset()) if at in draft.words])


def _polarity(tree: Tree, draft: ClaimDraft) -> Polarity:
    syntax = tree.syntax
    denied = sum(1 for at in tree.below_as(draft.head, "neg") if _next(tree, at) not in CLAUSES.mere)
    dependents = tree.below_as(draft.head, "dobj", "attr", "nsubj", "nsubjpass", "advmod")
    denied += any(_is_none(tree, word) for word in (*draft.subject[:1], *dependents))
    denied += any(syntax.lower(at) == "never" for at in tree.below_as(draft.head, "advmod"))
    denied += any(syntax.lower(at) == "nor" for at in tree.below_as(draft.head, "cc", "preconj"))
    return "denied" if denied else "affirmed"


def _next(tree: Tree, at: int) -> str:
    return tree.syntax.lower(at + 1) if at + 1 < len(tree.syntax.words) else ""


def _is_none(tree: Tree, word: Word) -> bool:
    if not isinstance(word, int):
        return False
    low = tree.syntax.lower(word)
    if low in DENIALS.no_one:
        return True
    return any(tree.syntax.lower(at) == "no" and _next(tree, at) != "doubt" for at in tree.below_as(word, "det", "neg"))


def _modality(tree: Tree, draft: ClaimDraft, question: bool, conditional: bool) -> Modality:
    """The modality by the auxiliary verbs ("may", "must", "will", "would"); a question is `possible`."""
    syntax = tree.syntax
    words = {syntax.lower(at) for at in draft.auxiliaries if isinstance(at, int)}
    adverbs = {syntax.lower(at) for at in tree.below_as(draft.head, "advmod", "acomp")}
    if conditional or "would" in words or "'d" in words:
        return "conditional"
    if question or (words | adverbs) & MODALITY.possible:
        return "possible"
    if words & MODALITY.obliged or (
        syntax.lower(draft.head) in {"has", "have", "had", "needs", "need"} and _governs_infinitive(tree, draft)
    ):
        return "obliged"
    if words & MODALITY.future or (syntax.lower(draft.head) in MODALITY.plans and _governs_infinitive(tree, draft)):
        return "future"
    return "asserted"


def _governs_infinitive(tree: Tree, draft: ClaimDraft) -> bool:
    """Whether the verb governs an infinitive."""
    return any(
        tree.syntax.tag[aux] == "TO" for verb in tree.below_as(draft.head, "xcomp") for aux in tree.auxiliaries(verb)
    )
