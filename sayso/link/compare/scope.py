"""Whether two claims speak of other things, or of other parts of one thing, by the words that set them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sayso.link.compare.align import ASIDE
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.quantities import Quantity
from sayso.link.compare.signal import NOTHING, FoundSignal
from sayso.link.linking_words import COMPARING
from sayso.link.stems import is_name, is_number, stem, tokens

MOST_OF_IT = 0.4
"""The least share of either claim's words that the other has for words in one place to be set against others."""
LIKE = 5
"""As many letters at the beginning of two words make them forms of one."""


def other_thing(pair: ClaimPair) -> FoundSignal:
    """At one place of the same words stand words for two things ("of theft", "of arson")."""
    if min(pair.shared) < MOST_OF_IT:
        return NOTHING
    things = _things(pair, 0), _things(pair, 1)
    for mine, theirs in _exchanged(_written(pair.a.claim.proposition), _written(pair.spelled)):
        ours, other = (
            [word for word in words if word in own or word.lower() in COMPARING.ordinals]
            for words, own in zip((mine, theirs), things, strict=True)
        )
        if ours and other and not any(_related(x, y) for x in mine for y in theirs):
            return FoundSignal(1.0, f"{' '.join(ours)} here, {' '.join(other)} there")
    return NOTHING


def _things(pair: ClaimPair, side: int) -> set[str]:
    """The words of what fills the roles of a claim's frames, but for those of figures and of what is done."""
    fillers = [filler for frame in pair.frames[side] for filler in frame.fillers if filler.role not in ASIDE | {"when"}]
    counted = {word for figure in pair.quantities[side] for word in _written(figure.words)}
    return {word for filler in fillers for word in _written(filler.words)} - counted


def _written(text: str) -> list[str]:
    return [word.rstrip(".") for word in tokens(text)]


def _exchanged(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of meaning, other than names and figures, at places where the rest is the same."""
    mine, theirs = [stem(word) for word in a], [stem(word) for word in b]
    for kind, start, end, first, last in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "replace":
            ours = [word for word in a[start:end] if _says(word) and stem(word) not in theirs]
            other = [word for word in b[first:last] if _says(word) and stem(word) not in mine]
            if 0 < len(ours) <= 2 and 0 < len(other) <= 2:
                yield ours, other


def _says(word: str) -> bool:
    return not (word.lower() in COMPARING.stop_words or is_name(word) or is_number(word))


def _related(x: str, y: str) -> bool:
    a, b = key(x), key(y)
    known = (LEXICON.same, LEXICON.opposite, LEXICON.phase, LEXICON.converse, LEXICON.other_kind)
    forms = ((a, b), (a.removesuffix("s"), b.removesuffix("s")), (stem(a), stem(b)))
    return a[:LIKE] == b[:LIKE] or any(relation(*form) for relation in known for form in forms)


def other_part(pair: ClaimPair) -> FoundSignal:
    """The claims tell of two parts of something, or one of a part and the other not of all ("in the south", "most")."""
    mine, theirs = (
        _parts(end.claim.proposition, figures) for end, figures in zip((pair.a, pair.b), pair.quantities, strict=True)
    )
    if mine == theirs:
        return NOTHING
    for part, end in ((mine, pair.b), (theirs, pair.a)):
        if part and not _of_all(end.claim.proposition):
            return FoundSignal(1.0, f"only one says it of {min(part)!r}")
    return NOTHING


def _parts(text: str, figures: Sequence[Quantity]) -> frozenset[str]:
    """The words that say of which part a claim is true."""
    words = [word.lower() for word in tokens(text)]
    shares = {
        figure.words for figure in figures if figure.unit == "percent" and 0 < figure.low < 100 and not figure.way
    }
    where = {word for at, word in enumerate(words) if word in COMPARING.regions and words[at - 1] in {"the", "in"}}
    return frozenset(where | shares | {word for word in words[:3] if word in COMPARING.in_part})


def _of_all(text: str) -> bool:
    return any(word.lower() in COMPARING.of_all for word in tokens(text)[:3])
