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


def only_aware(published: PublishedClaim) -> bool:
    """Whether the source only says that it knows of reports, or could not confirm them: "we are aware of the reports".

    Said by the words of attribution, or by what it says of itself.
    """
    statement = published.statement
    if statement.origin is None:
        return False
    cue = statement.cue.words if statement.cue else ""
    said = _words(f"{cue} {statement.spans[0].words}")
    own = _words(statement.spans[0].words)[:_NEAR]
    return _knows_of_reports(_words(cue), said) or (
        bool(own) and own[0] in UNCONFIRMED.selves and (_knows_of_reports(own, own) or _unable(own))
    )


def _unable(words: list[str]) -> bool:
    """Whether words of a source about itself say that it could not confirm: "it could not verify that ..."."""
    return _negation(" ".join(words), cue=True) is not None


def _knows_of_reports(words: list[str], going_on: list[str]) -> bool:
    """Whether a word for knowing or looking leads to reports, perhaps only in the words that follow."""
    for at, word in enumerate(words):
        if word in UNCONFIRMED.negations or word.endswith("n't"):
            return False
        if word in UNCONFIRMED.aware:
            after = (other for other in going_on[at + 1 :] if other not in UNCONFIRMED.of_reports)
            return next(after, "").startswith(UNCONFIRMED.reports)
    return False


def _words(text: str) -> list[str]:
    return [match[0].casefold().replace("’", "'") for match in _WORD.finditer(text)]


@lru_cache(maxsize=16384)
def _negation(text: str, *, cue: bool) -> tuple[str, ...] | None:
    """The words before a negation of confirming, finding or answering; None without one."""
    words = _words(text)
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
