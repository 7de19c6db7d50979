"""For whom of the accused a sentence answers."""

from __future__ import annotations

from sayso.clear.clearing_words import CLEARING
from sayso.clear.names import Cast, tokens
from schemas import Span

_OF_A_BODY = frozenset(("it", "its", "we", "our"))
_OF_ANY = frozenset(("they", "their", "them", "both"))
_NOBODY = frozenset(("the", "of", "and", "for", "&"))


def answered_by(cast: Cast, sentence: Span, accused: frozenset[str]) -> frozenset[str]:
    """Those of the accused who speak in a sentence, or for whom somebody speaks there.

    1. Whoever its statements have as their source; 2. whom it names; 3. who was named last of the accused, where it
    names nobody: a body for "it" and "we", else a person; for "they" all of them.
    """
    speaking = accused & speakers(cast, sentence)
    if speaking:
        return speaking  # 1
    said = tokens(sentence.words)
    named = frozenset(name for name in accused if not _own_words(name).isdisjoint(said))
    if named:
        return named  # 2
    if said & _OF_ANY:
        return accused
    body = bool(said & _OF_A_BODY) or not said.isdisjoint(CLEARING.bodies)
    last = cast.last_named(sentence.start, bodies=body, among=accused)  # 3
    return frozenset([last]) if last else accused


def speakers(cast: Cast, sentence: Span) -> frozenset[str]:
    """Those whom the statements of a sentence have as their source."""
    origins = [
        (one.origin.called or "", span.start)
        for one in cast.extraction.statements
        for span in one.spans
        if one.origin is not None and span.start < sentence.end and sentence.start < span.end
    ]
    return frozenset(filter(None, (cast.meant(called, place) for called, place in origins)))


def _own_words(name: str) -> frozenset[str]:
    """The words by which somebody is called for short: the last of a person's name, the first of a body's too."""
    words = [word for word in name.casefold().split() if word not in _NOBODY]
    return frozenset((words[-1], words[0])) if words else frozenset()
