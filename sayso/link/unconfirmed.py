"""What somebody could not or would not confirm, deny or speak about: nobody says it by that, and nobody denies it."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.link.stems import stem
from schemas import PublishedClaim

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEGATIONS = frozenset(
    "not never neither cannot nobody none no unable yet declined declines refused refuses refusing declining".split()
)
_BETWEEN = frozenset(
    """a able also any anybody anyone at be been being either ever even for formally further given give has have had
    immediate in independent issue issued made make moment nor now of offer offered official officials on once one or
    position provide provided reached so stage still that this time to would could was were yet far as""".split()
)
"""What may stand between a negation and what it negates, adverbs apart."""
_CONFIRMING = (
    *("confirm", "corroborat", "verif", "substantiat", "authenticat", "ascertain", "comment"),
    *("deny", "denied", "denies", "denial"),
)
_FINDING = ("establish", "determin", "say", "said", "tell", "clear", "known", "specif", "disclos", "reveal")
_WHAT = frozenset("whether if who whom whose how what when where which why".split())
_ANSWERING = ("respon", "repl", "answer", "reach", "available", "return")
_ASKED = ("comment", "request", "question", "inquir", "enquir", "quer", "call", "email", "e-mail", "message")
_NEAR = 8
"""Within how many words after an answer that was not given it is told to what."""
_AUXILIARY = frozenset(("be", "do", "have"))
"""Main words that only lead to what is negated ("have yet to confirm")."""
_ELECTING = frozenset(
    "senate senator senators congress parliament committee lawmakers legislature council duma".split()
)
"""Who confirms somebody in an office: that they do not is a fact."""


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
    if before is None or not _ELECTING.isdisjoint(before):
        return False
    main = next((frame.predicate for frame in published.claim.slots.frames), None)
    return main is None or main in _AUXILIARY or stem(main) not in {stem(word) for word in before}


@lru_cache(maxsize=16384)
def _negation(text: str, *, cue: bool) -> tuple[str, ...] | None:
    """The words before the negation; None where nothing of the kind is negated."""
    words = [match[0].casefold().replace("’", "'") for match in _WORD.finditer(text)]
    for place, word in enumerate(words):
        if (word in _NEGATIONS or word.endswith("n't")) and _negates(words[place + 1 :], cue):
            return tuple(words[:place])
    return None


def _negates(words: list[str], cue: bool) -> bool:
    """Whether the `words` after a negation lead to one for confirming, finding or answering; a `cue` ends there."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 1 + _NEAR]
        if word.startswith(_CONFIRMING):
            return True
        if word.startswith(_FINDING):
            return after[0] in _WHAT if after else cue
        if word.startswith(_ANSWERING) and any(one.startswith(_ASKED) for one in after):
            return True
        if word not in _BETWEEN and not word.endswith("ly"):
            return False
    return False
