"""What a retelling has lost of what it retells.

A loss is told only where it shows against every place in which the other article tells the fact, and where no place of
the retelling keeps what is said to be lost: a false loss blames an outlet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Literal

from sayso.link.drift.hedges import Hedge
from sayso.link.drift.telling import Telling, name_words
from sayso.link.drift.told_figures import Figure, figures, grew, reached, rounded_up, unbounded
from sayso.link.linking_words import COMPARING, HEDGING
from schemas import Record
from schemas.record import Words

Kind = Literal["hedge", "number", "unnamed", "source"]

SURE = 0.5
"""The least confidence of who says so, on both sides, for a source to be called lost."""
ALIKE = 0.5
"""The least share of the shorter telling's words that the other has, where a hedge or a source is called lost."""
ENOUGH = 3
"""The fewest words that both must have, where a source is called lost."""

_WORD = re.compile(r"[^\W\d_]+")


class Loss(Record):
    """What is lost between two tellings (ids of claims): the words of the one, and what stands in the other."""

    kind: Kind
    claim: str
    of: str
    before: Words
    after: Words = ""


def losses(before: Sequence[Telling], after: Sequence[Telling], *, retold: bool) -> tuple[Loss, ...]:
    """What the tellings `after`, of one article, lost of those `before`, of one other: at most one of each kind.

    `retold`: it is known that the one article retells the other; only then may a larger number be no news.
    """
    finders = (_hedge, _number if retold else _rounder, _unnamed, _source)
    found = (next(finder(before, after), None) for finder in finders)
    return tuple(loss for loss in found if loss is not None)


def hedged(telling: Telling) -> bool:
    """Whether a telling leaves open whether, or how much, it is so."""
    return bool(telling.hedges) or any(figure.bound in {"at least", "about"} for figure in telling.figures)


def sourced(telling: Telling) -> bool:
    """Whether a telling gives a source that can be lost: one that stands in its sentence, and is no pronoun there."""
    who = {word.casefold() for word in _WORD.findall(telling.who)} - COMPARING.stop_words
    stands = not who.isdisjoint(word.casefold() for word in _WORD.findall(telling.around))
    return telling.sourced in {"named", "unnamed"} and telling.sure >= SURE and stands


def in_headline(body: Sequence[Telling], headline: Telling) -> tuple[Loss, ...]:
    """What a headline lost of the body beneath it; it is not expected to name sources."""
    finders = (_hedge, _rounder)
    found = (next(finder(body, [headline]), None) for finder in finders)
    return tuple(loss for loss in found if loss is not None)


def _hedge(before: Sequence[Telling], after: Sequence[Telling]) -> Iterator[Loss]:
    alike = _alike(before, after)
    if all(one.hedges for one, _ in alike) and all(map(_plain, after)):
        for one, other in alike:
            yield from (_loss("hedge", one, other, hedge.words) for hedge in one.hedges if _told(hedge, one, other))
    yield from _figures("hedge", unbounded, before, after)


def _plain(telling: Telling) -> bool:
    return telling.plainly and not telling.hedges and not telling.own_act


def _told(hedge: Hedge, one: Telling, other: Telling) -> bool:
    """Whether the other tells as a fact what the hedge leaves open."""
    as_fact = one.possible & other.asserted
    return not hedge.governed or hedge.governed in other.stems or bool(as_fact)


def _rounder(before: Sequence[Telling], after: Sequence[Telling]) -> Iterator[Loss]:
    yield from _figures("number", lambda one, other: rounded_up(one, other) or reached(one, other), before, after)


def _number(before: Sequence[Telling], after: Sequence[Telling]) -> Iterator[Loss]:
    yield from _rounder(before, after)
    for one, other in _alike(before, after, ENOUGH):
        yield from _figures("number", grew, [one], [other])


def _figures(
    kind: Kind, changed: Callable[[Figure, Figure], bool], before: Sequence[Telling], after: Sequence[Telling]
) -> Iterator[Loss]:
    """Figures that changed, where neither text has the other's figure beside it, as it stands there."""
    had = [figure for one in before for figure in figures(one.paragraph)]
    kept = [figure for other in after for figure in figures(other.paragraph)]
    for one, other in product(before, after):
        for figure, new in product(one.figures, other.figures):
            stands = _stands(new, had) or _stands(figure, kept)
            if one.denied == other.denied and changed(figure, new) and not stands:
                yield _loss(kind, one, other, figure.written, new.written)


def _stands(figure: Figure, among: Sequence[Figure]) -> bool:
    return any(figure.value == other.value and figure.bound == other.bound for other in among)


def _unnamed(before: Sequence[Telling], after: Sequence[Telling]) -> Iterator[Loss]:
    alike = _alike(before, after, ENOUGH)
    if all(one.by_name and sourced(one) for one, _ in alike) and all(map(_nameless, after)):
        for one, other in alike:
            if name_words(one.who).isdisjoint(other.names):
                yield _loss("unnamed", one, other, one.who, other.who)


def _nameless(telling: Telling) -> bool:
    return telling.sourced == "unnamed" and sourced(telling)


def _source(before: Sequence[Telling], after: Sequence[Telling]) -> Iterator[Loss]:
    alike = _alike(before, after, ENOUGH)
    if all(sourced(one) for one, _ in alike) and all(map(_own_voice, after)):
        for one, other in alike:
            if not any(_called(telling.paragraph, one) for telling in after):
                yield _loss("source", one, other, one.who)


def _own_voice(telling: Telling) -> bool:
    """Whether the article says it itself, and no word beside it could mean that somebody else does."""
    words = {word.casefold() for word in _WORD.findall(telling.around)}
    told = "?" not in telling.around and HEDGING.attributing.isdisjoint(words)
    return telling.sourced == "nobody" and telling.sure >= SURE and told


def _called(words: str, telling: Telling) -> bool:
    """Whether somebody of a telling's chain is named, or called so, in these words."""
    who = [word for word in _WORD.findall(telling.who) if word.casefold() not in COMPARING.stop_words]
    own = {word for word in who if telling.by_name or word.islower()} or set(who)
    hands = {word for hand in telling.hands if hand != telling.who for word in name_words(hand)}
    found = {word.casefold() for word in _WORD.findall(words)}
    return not found.isdisjoint(word.casefold() for word in own | hands)


def _alike(before: Sequence[Telling], after: Sequence[Telling], least: int = 1) -> list[tuple[Telling, Telling]]:
    """Every two tellings that say so much the same, in words, that one may retell the other."""
    pairs = product(before, after)
    return [(one, other) for one, other in pairs if one.denied == other.denied and _share(one, other, least)]


def _share(one: Telling, other: Telling, least: int) -> bool:
    short, long = sorted((one.stems, other.stems), key=len)
    return len(short & long) >= max(least, ALIKE * len(short))


def _loss(kind: Kind, one: Telling, other: Telling, before: str, after: str = "") -> Loss:
    return Loss(kind=kind, claim=other.claim, of=one.claim, before=before, after=after)
