"""The signals that one claim is an update of the other: a change of state, an end."""

from __future__ import annotations

from sayso.link.compare.align import ASIDE
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.signal import NOTHING, FoundSignal
from sayso.link.linking_words import COMPARING
from sayso.link.stems import stem, stems
from schemas import Frame, PublishedClaim

LEAST = 0.5
"""The least tie of two frames for one to be taken for a change of the other."""


def changed(pair: ClaimPair) -> FoundSignal:
    """Predicates that exclude each other at one time, but may follow each other ("arrested", "released")."""
    found = [
        FoundSignal(
            frames.tie,
            f"one says {frames.ours.predicate!r}, the other {frames.theirs.predicate!r}: one may have followed",
        )
        for frames in pair.aligned
        if frames.predicates == "phase"
        and frames.acts
        and frames.tie >= LEAST
        and frames.ours.polarity == frames.theirs.polarity
    ]
    return max(found, key=lambda finding: finding.score, default=NOTHING)


def ended(pair: ClaimPair) -> FoundSignal:
    """One claim mentions something, the other its end ("coordination over Syria", "the coordination ended")."""
    for ending, other in ((0, 1), (1, 0)):
        gone = _gone(pair, ending)
        if gone and not _gone(pair, other):
            found = _mentioned(gone, pair, ending, other)
            if found.score:
                return found
    return NOTHING


def _gone(pair: ClaimPair, side: int) -> str | None:
    """The words for what a claim says has ended; None where it says nothing of the kind."""
    frame, published = pair.main[side], (pair.a, pair.b)[side]
    if frame is None:
        return None
    words, predicate = LEXICON, key(frame.predicate)
    over = predicate in words.ends and frame.polarity == "affirmed"
    over = over or (predicate in words.lasts and frame.polarity == "denied" and predicate in COMPARING.standing)
    thing = frame.filler("who", "whom") if over else None
    return (published.claim.slots.who or thing.words) if thing else None


def _mentioned(gone: str, pair: ClaimPair, ending: int, other: int) -> FoundSignal:
    """The finding that the other claim mentions what has ended: the same noun, with the same names."""
    events = {stem(frame.predicate) for frame in pair.frames[ending]}
    things = {stem(word) for word in gone.split() if word[:1].islower()} & events & _things(pair.frames[other])
    names = _names(gone, (pair.a, pair.b)[ending]) & _names(
        (pair.a, pair.b)[other].claim.proposition, (pair.a, pair.b)[other]
    )
    if not things or len(names) < 2:
        return NOTHING
    return FoundSignal(min(1.0, 0.25 * (len(things) + len(names))), f"one tells of the end of {gone!r}")


def _things(frames: tuple[Frame, ...]) -> set[str]:
    heads = {
        filler.head
        for frame in frames
        for filler in frame.fillers
        if filler.role not in ASIDE and filler.head.islower()
    }
    return {stem(head) for head in heads | {frame.predicate for frame in frames}}


def _names(words: str, published: PublishedClaim) -> frozenset[str]:
    """Stems of names in `words` and in the speaker's description: "a senior Russian official" adds Russia."""
    said = " ".join([words, *(hop.called or "" for hop in published.statement.chain[:1])])
    return frozenset(name for word in said.split() if word[:1].isupper() for name in stems(word))
