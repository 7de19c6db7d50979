"""What somebody could not or would not confirm, deny or speak about: nobody says it by that, and nobody denies it."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.link.linking_words import UNCONFIRMED
from sayso.link.stems import stem
from schemas import PublishedClaim

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 8
"""Within how many words after an answer that was not given it is told to what."""


def unconfirmed(published: PublishedClaim) -> bool:
    """Whether a claim only tells that something could not be confirmed, or what somebody would not speak about."""
    return unconfirmed_by(published) or _says_no_more(published)


def unconfirmed_by(published: PublishedClaim) -> bool:
    """Whether the words that report it say so: "the ministry could not confirm that ..."."""
    cue, origin = published.statement.cue, published.statement.origin
    if cue is None:
        return False
    return _negation(f"{(origin and origin.called) or ''} {cue.words}", cue=True) is not None


def _says_no_more(published: PublishedClaim) -> bool:
    """Whether that is what the claim itself mainly says, not something beside it ("12 died, which nobody confirms")."""
    before = _negation(published.claim.proposition, cue=False)
    if before is None or not UNCONFIRMED.electing.isdisjoint(before):
        return False
    main = next((frame.predicate for frame in published.claim.slots.frames), None)
    return main is None or main in UNCONFIRMED.auxiliaries or stem(main) not in {stem(word) for word in before}


@lru_cache(maxsize=16384)
def _negation(text: str, *, cue: bool) -> tuple[str, ...] | None:
    """The words before the negation; None where nothing of the kind is negated."""
    words = [match[0].casefold().replace("’", "'") for match in _WORD.finditer(text)]
    for place, word in enumerate(words):
        if (word in UNCONFIRMED.negations or word.endswith("n't")) and _negates(words[place + 1 :], cue):
            return tuple(words[:place])
    return None


def _negates(words: list[str], cue: bool) -> bool:
    """Whether the `words` after a negation lead to one for confirming, finding or answering; a `cue` ends there."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 1 + _NEAR]
        if word.startswith(UNCONFIRMED.confirming):
            return True
        if word.startswith(UNCONFIRMED.finding):
            return after[0] in UNCONFIRMED.questions if after else cue
        if word.startswith(UNCONFIRMED.answering) and any(one.startswith(UNCONFIRMED.asked) for one in after):
            return True
        if word not in UNCONFIRMED.between and not word.endswith("ly"):
            return False
    return False
