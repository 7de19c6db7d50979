"""Right of reply: every accusation of an article with the answer of whoever is accused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from sayso.clear.accusations import Accusation, accusations, told_of
from sayso.clear.answers import Answer, answers
from sayso.clear.clearing_words import CLEARING
from sayso.clear.content import stems
from sayso.clear.names import Cast, tokens
from schemas import Article, Extraction, Hop, Span
from schemas.record import Record, Words

ReplyKind = Literal["printed", "sought", "absent"]
_HIS = frozenset(("his", "her", "its", "their"))
_ENOUGH, _FEW, _NEAR = 2, 3, 120
_ITSELF = frozenset(("he", "she", "they", "it", "who", "which"))


class RightOfReply(Record):
    """An accusation and its reply; `words`: the accusation, `statement`: its id, `chain`: who says so.

    `reply`: the sentence that answers, or that says that there is no answer; `when` and `how` the accused was asked,
    where the text says so. `denies`: the printed reply denies something, or speaks of the accusation; where it does
    not, it is only what the accused says right behind it, and a person has to read whether that is an answer.
    """

    statement: str
    words: tuple[Span, ...]
    accused: Words
    chain: tuple[Hop, ...]
    kind: ReplyKind
    reply: Span | None = None
    when: Span | None = None
    how: Span | None = None
    denies: bool = False

    @property
    def short(self) -> str:
        """The pair in a line."""
        said = " ".join(span.words for span in self.words)
        return f"{said} | {self.accused} | {self.kind} | {self.reply.words if self.reply else ''}"


def rights_of_reply(article: Article, extraction: Extraction) -> tuple[RightOfReply, ...]:
    """Each accusation of somebody whom the article names, in text order, with the reply that it prints.

    1. Accusations; 2. answers; 3. what is answered, though no word in it accuses; 4. of the answers by the accused that
    are about the accusation, the first that is printed, else the first that says that one was sought.
    """
    cast = Cast(article, extraction)
    every = accusations(cast)  # 1
    found = tuple(accusation for accusation in every if not _is_reply(accusation, every))
    given = answers(article.text, extraction)  # 2
    found = tuple(sorted([*found, *_implied(cast, found, given)], key=lambda accusation: accusation.start))  # 3
    accused = frozenset(accusation.accused for accusation in found)
    accusing = {accusation.start for accusation in found}
    answering = (answer for answer in given if not (answer.loose and answer.place in accusing))
    spoken = [(answer, _speaks_for(cast, answer, accused)) for answer in answering]
    return tuple(_paired(accusation, found, spoken) for accusation in found)  # 4


def _is_reply(accusation: Accusation, every: Iterable[Accusation]) -> bool:
    """Whether it is only what the accused denies of an accusation that the article tells besides."""
    names = stems(accusation.accused)
    return accusation.statement.polarity == "denied" and any(
        other.accused == accusation.accused
        and other.statement.polarity == "affirmed"
        and not (other.stems - names).isdisjoint(accusation.stems - names)
        for other in every
    )


def _implied(cast: Cast, found: Iterable[Accusation], given: Iterable[Answer]) -> Iterator[Accusation]:
    """What somebody denies, or does not comment on, is an accusation, whatever words it has: the nearest before."""
    accused = {accusation.accused for accusation in found}
    for answer in given:
        who = cast.meant(answer.who, answer.place)
        if (
            not answer.loose
            and who
            and who not in accused
            and not answer.about
            and (said := told_of(cast, who, answer.place, doubted=answer.kind == "sought"))
        ):
            accused.add(who)
            yield said


def _paired(
    accusation: Accusation, every: Iterable[Accusation], spoken: Iterable[tuple[Answer, frozenset[str]]]
) -> RightOfReply:
    others = [other for other in every if other.accused == accusation.accused]
    fitting = [answer for answer, who in spoken if accusation.accused in who and _about(answer, accusation, others)]
    fitting.sort(key=lambda answer: (answer.loose, answer.kind))  # "printed" before "sought"
    answer = fitting[0] if fitting else None
    return RightOfReply(
        statement=accusation.statement.id,
        words=accusation.spans,
        accused=accusation.accused,
        chain=accusation.statement.chain,
        kind=answer.kind if answer else "absent",
        reply=answer.sentence if answer else None,
        when=answer.when if answer else None,
        how=answer.how if answer else None,
        denies=answer is not None and answer.kind == "printed" and not answer.loose,
    )


def _about(answer: Answer, accusation: Accusation, others: Iterable[Accusation]) -> bool:
    """Whether an answer is to this accusation: to whatever was said before, or it has words in common.

    What denies nothing answers what stands right before it.
    """
    if answer.loose:
        return accusation.end <= answer.place <= accusation.end + _NEAR
    if answer.kind == "sought":
        return True
    names = stems(accusation.accused)
    about = answer.about - names
    if not about:
        return True
    shared = len(answer.said & accusation.stems - names)
    return (
        shared >= _ENOUGH
        or (shared > 0 and len(about) <= _FEW)
        or (len({other.statement.id for other in others}) == 1 and answer.of_a_wrong)
    )


def _speaks_for(cast: Cast, answer: Answer, accused: frozenset[str]) -> frozenset[str]:
    """Those of the accused for whom an answer speaks: himself, or whoever speaks for him."""
    hop, place = answer.hop, answer.place
    words = " ".join((answer.who, *_mentioned(hop)))
    said = tokens(words)
    if not said.isdisjoint(CLEARING.speaking_for):
        named = {name for name in accused if _last(name) in said or cast.meant(words, place) == name}
        if not named and "their" in said:
            return accused
        his = cast.last_named(place, bodies="its" in said, among=accused) if said & _HIS else None
        return frozenset(named or ({his} if his else ()))
    meant = cast.meant(answer.who, place)
    if meant is None and said <= _ITSELF | {""}:
        meant = cast.last_named(place, bodies="it" in said or "which" in said)
    if meant is None and answer.kind == "sought":
        return frozenset(name for name in accused if _last(name) in said)  # "messages left for Rohde"
    owned = {name for name in accused if _last(name) in said and _body_of(cast, name, words)}
    return frozenset({meant} | owned if meant else owned) & accused


def _body_of(cast: Cast, name: str, words: str) -> bool:
    """Whether words that have a name mean a part of it, or somebody in it: "Belovia's defence ministry"."""
    return not cast.persons(name) or (
        f"{name}'s" in words.replace("’", "'") and not tokens(words).isdisjoint(CLEARING.bodies)
    )


def _mentioned(hop: Hop | None) -> tuple[str, ...]:
    return tuple(span.words for span in (hop.mention, hop.introduced) if span) if hop else ()


def _last(name: str) -> str:
    return name.split()[-1].casefold()
