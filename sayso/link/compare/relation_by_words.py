"""`compare`: how two claims relate, with the signals for it."""

from __future__ import annotations

from sayso.link.compare.claim_pair import ClaimPair, in_common
from sayso.link.compare.conflict_signals import CONFLICTS
from sayso.link.compare.denied import denial_of
from sayso.link.compare.figures import other_measure
from sayso.link.compare.identical import same_words
from sayso.link.compare.likeness_signals import LIKENESS, argued
from sayso.link.compare.logistic import probability
from sayso.link.compare.opinions import is_opinion
from sayso.link.compare.reservations import narrower
from sayso.link.compare.scope import other_part, other_thing
from sayso.link.compare.signal import NOTHING, FoundSignal
from sayso.link.compare.speakers import same_speaker, speaker
from sayso.link.compare.told_apart import other_names, told_apart
from sayso.link.compare.updates import changed, ended
from sayso.link.unconfirmed import unconfirmed
from sayso.registry import Registry
from schemas import PublishedClaim, Record, Relation, Signal
from schemas.record import Confidence, Words

CLEAR = 0.35
"""The least strength of a signal of conflict that counts; chosen on RTE-3's dev half."""

SHARED = 0.3
"""The least share of the shorter claim's words in the other for a disagreement to be about the same thing."""

LIKELY = 0.5
"""The least probability of a relation that is reported."""

BY_WORDS = frozenset({"negation", "opposite", "opposed_words"})
"""Signals of disagreement that a part of something and the rest of it may give."""

SETTLED = frozenset({"swapped", "dates", "places", "direction"})
"""Signals of disagreement about what does not change with time: who, when and where of an event."""


class Comparison(Record):
    """How two claims relate; `relation` is None where they do not.

    `confidence`: the probability that this relation is right. `shared`: the share of the shorter claim's words in the
    other; 0 without a relation. `earlier`: the id of the claim published first; None where the dates do not say.
    `explanation`: one sentence.
    """

    relation: Relation | None = None
    confidence: Confidence = 0.0
    shared: Confidence = 0.0
    signals: tuple[Signal, ...] = ()
    earlier: str | None = None
    explanation: Words = "They tell of different things."


def compare(a: PublishedClaim, b: PublishedClaim, registry: Registry) -> Comparison:
    """How `a` and `b` relate; the same for either order. Names of sources are resolved by `registry`.

    A claim that its source could not confirm, or would not speak about, relates to nothing. Otherwise 1. the signals of
    likeness and 2. of disagreement are computed, with the probability of each; then the first of these applies: 3. a
    denial, 4. identical words (a repeat or no relation), 5. two things, by their names or other words that set them
    apart (no relation), 6. a disagreement (a conflict of fact; an update where the times differ; no relation between
    opinions), 7. news of an end or a change, 8. the same claim (repeated by the same speaker, corroborated by another,
    or qualified).
    """
    return compare_pair(paired(a, b, registry))


def paired(a: PublishedClaim, b: PublishedClaim, registry: Registry) -> ClaimPair:
    """Two claims as a pair; the same for either order."""
    first, second = sorted(
        (a, b), key=lambda end: (-len(end.claim.proposition), end.claim.proposition, end.id, end.publication.article)
    )
    return ClaimPair(first, second, registry)


def compare_pair(pair: ClaimPair) -> Comparison:
    """What `compare` finds of a pair."""
    if unconfirmed(pair.a) or unconfirmed(pair.b):
        return Comparison(explanation="That something is not confirmed says nothing of it.")
    alike = {name: signal(pair) for name, signal in LIKENESS.items()}  # 1
    likeness = probability("same", {name: finding.score for name, finding in alike.items()})
    apart = disagreements(pair) if max(pair.shared) >= SHARED else {}  # 2
    conflict = probability("conflict", {"strength": _strongest(apart).score, **_scores(alike)})
    contrary = {name: finding for name, finding in apart.items() if finding.score >= CLEAR}
    same = likeness >= LIKELY and argued(pair)
    denied = denial_of(pair)
    if denied and denied.by_source and (contrary or same):  # 3
        return _made(pair, "denies", max(likeness, conflict), {**contrary, **alike}, _denial(pair))
    if same_words(pair.a, pair.b):  # 4
        return _repeated(pair, likeness, alike) if same else _nothing(likeness, alike)
    at_odds = contrary if conflict >= LIKELY else {}
    news = {name: finding for name, finding in (("changed", changed(pair)), ("ended", ended(pair))) if finding.score}
    if not (at_odds or news or same):
        return _nothing(likeness, alike)
    two = _of_two(pair, contrary)
    if two:  # 5
        return _nothing(likeness, {**two, **alike})
    if at_odds:  # 6
        return _disagreement(pair, conflict, at_odds)
    if news:  # 7
        strongest = _strongest(news)
        return _made(pair, "updates", max(LIKELY, strongest.score * max(pair.shared)), news, strongest.sentence)
    return _again(pair, likeness, alike)  # 8


def _of_two(pair: ClaimPair, contrary: dict[str, FoundSignal]) -> dict[str, FoundSignal]:
    """What shows that the claims are about two things, or parts of one, whatever else they have in common."""
    apart = {signal.__name__: signal(pair) for signal in (told_apart, other_thing, other_measure)}
    if contrary and contrary.keys() <= BY_WORDS:
        apart |= {signal.__name__: signal(pair) for signal in (other_part, other_names)}
    found = {name: finding for name, finding in apart.items() if finding.score}
    return {} if SETTLED & contrary.keys() else found


def shared(a: str, b: str) -> float:
    """The share of the shorter proposition's words in the other, from 0 to 1: a cheap test before `compare`."""
    return max(in_common(a, b))


def disagreements(pair: ClaimPair) -> dict[str, FoundSignal]:
    """Each signal of conflict, the stronger of the findings from either side."""
    turned = ClaimPair(pair.b, pair.a, pair.registry)
    return {
        name: max(signal(pair), signal(turned), key=lambda finding: finding.score) for name, signal in CONFLICTS.items()
    }


def _disagreement(pair: ClaimPair, conflict: float, contrary: dict[str, FoundSignal]) -> Comparison:
    said = _strongest(contrary).sentence
    if (is_opinion(pair.a) or is_opinion(pair.b)) and not same_speaker(pair.a, pair.b):
        return Comparison(signals=_signals(contrary), explanation=f"Two opinions, no conflict of fact: {said}.")
    first, other = pair.dates
    if first and other and first != other and not SETTLED & contrary.keys():
        return _made(pair, "updates", conflict, contrary, f"{said}; they were published on different days")
    return _made(pair, "conflicts", conflict, contrary, said)


def same_fact(pair: ClaimPair, probability: float) -> Comparison:
    """A pair known to share a fact, with that probability: repeated by the same speaker, or corroborated by another."""
    alike = {name: signal(pair) for name, signal in LIKENESS.items()}
    return _repeated_or_corroborated(pair, probability, alike)


def opposed(pair: ClaimPair, relation: Relation, probability: float, found: dict[str, FoundSignal]) -> Comparison:
    """A pair of which one claim is known, with that probability, to deny the other, by what was `found`."""
    said = _denial(pair) if relation == "denies" else "one denies what the other tells"
    return _made(pair, relation, probability, found, said)


def _again(pair: ClaimPair, likeness: float, alike: dict[str, FoundSignal]) -> Comparison:
    scope = narrower(pair)
    if scope.score:
        return _made(pair, "qualifies", likeness, {"narrower": scope, **alike}, scope.sentence)
    return _repeated_or_corroborated(pair, likeness, alike)


def _repeated_or_corroborated(pair: ClaimPair, likeness: float, alike: dict[str, FoundSignal]) -> Comparison:
    if _sourced(pair) and same_speaker(pair.a, pair.b) is False:
        return _made(pair, "corroborates", likeness, alike, f"{speaker(pair.a)} and {speaker(pair.b)} say the same")
    return _repeated(pair, likeness, alike)


def _sourced(pair: ClaimPair) -> bool:
    """Whether both name a source: a page that does not may have the claim from the other."""
    return pair.a.statement.sourcing == pair.b.statement.sourcing == "sourced"


def _repeated(pair: ClaimPair, likeness: float, alike: dict[str, FoundSignal]) -> Comparison:
    return _made(pair, "repeats", likeness, alike, "the same is said again")


def _nothing(likeness: float, alike: dict[str, FoundSignal]) -> Comparison:
    return Comparison(confidence=1 - min(likeness, LIKELY), signals=_signals(alike))


def _denial(pair: ClaimPair) -> str:
    denier = pair.a if pair.a.statement.polarity == "denied" else pair.b
    return f"{speaker(denier)} denies it"


def _made(pair: ClaimPair, relation: Relation, sure: float, found: dict[str, FoundSignal], said: str) -> Comparison:
    earlier = _earlier(pair)
    order = "; order unknown" if relation == "updates" and earlier is None else ""
    return Comparison(
        relation=relation,
        confidence=sure,
        shared=max(pair.shared),
        signals=_signals(found),
        earlier=earlier,
        explanation=f"{relation.capitalize()}: {said}{order}.",
    )


def _earlier(pair: ClaimPair) -> str | None:
    first, other = pair.dates
    if first is None or other is None or first == other:
        return None
    return pair.a.id if first < other else pair.b.id


def _strongest(found: dict[str, FoundSignal]) -> FoundSignal:
    return max(found.values(), key=lambda finding: finding.score, default=NOTHING)


def _scores(found: dict[str, FoundSignal]) -> dict[str, float]:
    return {name: finding.score for name, finding in found.items()}


def _signals(found: dict[str, FoundSignal]) -> tuple[Signal, ...]:
    return tuple(
        Signal(name=name, score=finding.score, sentence=f"{finding.sentence[:1].upper()}{finding.sentence[1:]}.")
        for name, finding in found.items()
        if finding.score
    )
