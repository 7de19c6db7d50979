"""What speaks for one claim being news of what the other tells: a change of state, an end."""

from __future__ import annotations

from sayso.link.compare.align import ASIDE
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.signal import NOTHING, Finding
from sayso.link.linking_words import COMPARING
from sayso.link.stems import stem, stems
from schemas import Frame, PublishedClaim

LEAST = 0.5
"""How tightly two frames are tied before one is taken for a change of the other."""


def changed(pair: ClaimPair) -> Finding:
    """What excludes the other at one time, but may follow it ("arrested", "released")."""
    found = [
        Finding(one.tie, f"one says {one.ours.predicate!r}, the other {one.theirs.predicate!r}: one may have followed")
        for one in pair.aligned
        if one.predicates == "phase" and one.acts and one.tie >= LEAST and one.ours.polarity == one.theirs.polarity
    ]
    return max(found, key=lambda one: one.score, default=NOTHING)


def ended(pair: ClaimPair) -> Finding:
    """One tells of something, the other of its end ("coordination over Syria", "the coordination ended")."""
    for ending, other in ((0, 1), (1, 0)):
        gone = _gone(pair, ending)
        if gone and not _gone(pair, other):
            found = _told_of(gone, pair, ending, other)
            if found.score:
                return found
    return NOTHING


def _gone(pair: ClaimPair, side: int) -> str | None:
    """The words for what a claim says is over; None where it says no such thing."""
    frame, published = pair.main[side], (pair.a, pair.b)[side]
    if frame is None:
        return None
    words, predicate = LEXICON, key(frame.predicate)
    over = predicate in words.ends and frame.polarity == "affirmed"
    over = over or (predicate in words.lasts and frame.polarity == "denied" and predicate in COMPARING.standing)
    thing = frame.filler("who", "whom") if over else None
    return (published.claim.slots.who or thing.words) if thing else None


def _told_of(gone: str, pair: ClaimPair, ending: int, other: int) -> Finding:
    """Whether the other claim tells of what is gone: a thing of the same name, between the same."""
    events = {stem(frame.predicate) for frame in pair.frames[ending]}
    things = {stem(word) for word in gone.split() if word[:1].islower()} & events & _things(pair.frames[other])
    names = _names(gone, (pair.a, pair.b)[ending]) & _names(
        (pair.a, pair.b)[other].claim.proposition, (pair.a, pair.b)[other]
    )
    if not things or len(names) < 2:
        return NOTHING
    return Finding(min(1.0, 0.25 * (len(things) + len(names))), f"one tells of the end of {gone!r}")


def _things(frames: tuple[Frame, ...]) -> set[str]:
    heads = {one.head for frame in frames for one in frame.fillers if one.role not in ASIDE and one.head.islower()}
    return {stem(head) for head in heads | {frame.predicate for frame in frames}}


def _names(words: str, published: PublishedClaim) -> frozenset[str]:
    """Names in some words, and in what the speaker is called: "a senior Russian official" speaks of Russia."""
    said = " ".join([words, *(hop.called or "" for hop in published.statement.chain[:1])])
    return frozenset(one for word in said.split() if word[:1].isupper() for one in stems(word))
