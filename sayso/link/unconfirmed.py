"""Claims that a source could not or would not confirm, deny or speak about: they neither assert nor deny anything."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.link.linking_words import UNCONFIRMED
from sayso.link.stems import stem
from schemas import PublishedClaim

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 8
"""Within how many words after a missing answer the text says to what."""


def unconfirmed(published: PublishedClaim) -> bool:
    """Whether a claim only says that something could not be confirmed, or that a source would not speak about it."""
    return unconfirmed_by(published) or _mainly_unconfirmed(published)


def unconfirmed_by(published: PublishedClaim) -> bool:
    """Whether the words of attribution say so: "the ministry could not confirm that ..."."""
    statement = published.statement
    cue, who = statement.cue, statement.origin or statement.held_by
    if cue is None:
        return False
    return _negation(f"{(who and who.called) or ''} {cue.words}", cue=True) is not None


def _mainly_unconfirmed(published: PublishedClaim) -> bool:
    """Whether the claim itself mainly says so, not in an aside ("12 died, which nobody confirms")."""
    before = _negation(published.claim.proposition, cue=False)
    if before is None or not UNCONFIRMED.electing.isdisjoint(before):
        return False
    main = next((frame.predicate for frame in published.claim.slots.frames), None)
    return main is None or main in UNCONFIRMED.auxiliaries or stem(main) not in {stem(word) for word in before}


@lru_cache(maxsize=16384)
def _negation(text: str, *, cue: bool) -> tuple[str, ...] | None:
    """The words before a negation of confirming, finding or answering; None without one."""
    words = [match[0].casefold().replace("’", "'") for match in _WORD.finditer(text)]
    for place, word in enumerate(words):
        if (word in UNCONFIRMED.negations or word.endswith("n't")) and _negates(words[place + 1 :], cue):
            return tuple(words[:place])
    return None


def _negates(words: list[str], cue: bool) -> bool:
    """Whether the `words` after a negation lead to a word for confirming, finding or answering; a `cue` ends there."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 1 + _NEAR]
        if word.startswith(UNCONFIRMED.confirming):
            return True
        if word.startswith(UNCONFIRMED.finding):
            return after[0] in UNCONFIRMED.questions if after else cue
        if word.startswith(UNCONFIRMED.answering) and any(follower.startswith(UNCONFIRMED.asked) for follower in after):
            return True
        if word not in UNCONFIRMED.between and not word.endswith("ly"):
            return False
    return False
