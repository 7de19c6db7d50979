"""`related`: the relation to record between two claims of articles, and with which confidence."""

from __future__ import annotations

from sayso.link.compare import Comparison, compare_pair, paired, same_fact
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.figures import other_measure
from sayso.link.compare.identical import same_words
from sayso.link.denial import denial
from sayso.link.pairs import Judgement, judge
from sayso.link.plainly_opposed import plainly_opposed
from sayso.link.thresholds import JOINED, JOINED_ACROSS, NEAR_ACROSS, likely
from sayso.link.unconfirmed import unconfirmed
from sayso.registry import Registry
from schemas import PublishedClaim, Signal


def related(
    a: PublishedClaim, b: PublishedClaim, meaning: float, registry: Registry, *, within_story: bool = True
) -> Comparison:
    """How two claims that were found near each other relate, given the cosine of their meanings.

    1. The same words are a repeat, or a denial where one source denies them, and nothing else; 2. within an article
    nothing but these counts; 3. a denial, where what one claim denies, read together with the other, is probably one
    fact with it; 4. a conflict or a denial, where the words are nearly the same but for it, whatever else the signals
    say; 5. a shared fact, where both claims, read together, make it probable, and neither measures something else;
    6. an update, where the dates of publication tell the order. Of claims of two stories only a repeat of the same
    words counts, and a shared fact that is all but certain and has a name in it: what is said of one company or player
    is said of many.
    """
    pair = paired(a, b, registry)
    if unconfirmed(pair.a) or unconfirmed(pair.b):
        return Comparison()
    own = a.claim.article == b.claim.article
    if own or same_words(pair.a, pair.b):  # 1, 2
        found = compare_pair(pair)
        if found.relation == "repeats":
            return found if likely(found, meaning) else Comparison()
        return denial(pair, judge(pair, meaning)) if within_story else Comparison()
    if not within_story:
        return _across(pair, meaning)
    judged = judge(pair, meaning)
    denied = denial(pair, judged)
    if denied.relation:  # 3
        return denied
    found = compare_pair(pair)
    if plainly_opposed(pair, found):  # 4
        return found
    if judged.joined >= JOINED and not other_measure(pair).score:  # 5
        return _one_fact(pair, found, judged)
    if found.relation == "updates" and found.earlier and likely(found, meaning):  # 6
        return found
    return Comparison()


def _across(pair: ClaimPair, meaning: float) -> Comparison:
    """The relation of two claims of different stories."""
    if meaning < NEAR_ACROSS or pair.names[0].isdisjoint(pair.names[1]):
        return Comparison()
    judged = judge(pair, meaning)
    return (
        _one_fact(pair, compare_pair(pair), judged)
        if judged.joined >= JOINED_ACROSS and not other_measure(pair).score
        else Comparison()
    )


def _one_fact(pair: ClaimPair, found: Comparison, judged: Judgement) -> Comparison:
    fact = found if _keeps(found, judged) else same_fact(pair, judged.joined)
    return _read(fact, judged)


def _keeps(found: Comparison, judged: Judgement) -> bool:
    """Whether a shared fact is what the comparison calls it; it takes many words for reservations that are none."""
    return found.relation in {"repeats", "corroborates"} or (found.relation == "qualifies" and judged.reserved)


def _read(found: Comparison, judged: Judgement) -> Comparison:
    """The comparison with the confidence that reading both claims together gave."""
    sure = round(judged.joined, 4)
    sentence = f"Read together, they tell one fact with a probability of {sure:.0%}."
    signal = Signal(name="read_together", score=sure, sentence=sentence)
    return found.model_copy(update={"confidence": sure, "signals": (signal, *found.signals)})
