"""One telling of a fact: what it hedges, what it counts, and on whose word."""

from __future__ import annotations

import re
from typing import Literal

from sayso.link.drift.hedges import Hedge, guess, hedges, plain
from sayso.link.drift.told_figures import Figure, figures
from sayso.link.stems import stems
from schemas import Article, Modality, PublishedClaim, Record, Segment, Span, Statement
from schemas.record import Words

Sourced = Literal["named", "unnamed", "nobody", "open"]
"""On whose word it is told: somebody's with a name or without, nobody's but the article's, or that is open."""

_NAME = re.compile(r"[A-Z][^\W\d_]{2,}")
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)


class Telling(Record):
    """A claim as its article makes it.

    `words`: the claim's own; `around`: its sentence, with the words of attribution; `paragraph`: what stands around
    that. `hedges`: what leaves it open, each with what it governs. `possible` and `asserted`: the lemmas of what, by
    its grammar, may be so, and what is. `plainly`: nothing in the paragraph leaves anything open. `who`: the source's
    name or description; `hands`: everybody in the chain, by name and registry key. `names`: the words with a capital
    letter of its whole article. `denied`: the source denies it. `own_act`: the article tells what somebody does or
    thinks. `sure`: how sure it is who says so.
    """

    claim: str
    article: str
    outlet: Words | None = None
    published: str | None = None
    title: Words | None = None
    headline: bool = False
    words: Words
    around: Words
    paragraph: Words
    hedges: tuple[Hedge, ...] = ()
    possible: frozenset[str] = frozenset()
    asserted: frozenset[str] = frozenset()
    plainly: bool = False
    figures: tuple[Figure, ...] = ()
    sourced: Sourced
    who: Words = ""
    hands: tuple[Words, ...] = ()
    names: frozenset[Words] = frozenset()
    denied: bool = False
    own_act: bool = False
    sure: float = 1.0

    @property
    def by_name(self) -> bool:
        """Whether its source has a name, and not only a description ("the mayor of Torvan")."""
        return self.sourced == "named" and _ARTICLE.sub("", self.who)[:1].isupper()

    @property
    def stems(self) -> frozenset[str]:
        """The stems of what it says."""
        return stems(self.words)


def telling(published: PublishedClaim, article: Article, segment: Segment | None, paragraph: Span | None) -> Telling:
    """The telling that a claim of `article` is; it stands in `segment` and `paragraph`, where these are known."""
    claim, statement = published.claim, published.statement
    words = " ".join(span.words for span in claim.spans)
    around = " ".join(filter(None, [segment.span.words if segment else statement.text, _cue(statement)]))
    beside = paragraph.words if paragraph else around
    source = statement.origin or statement.held_by
    return Telling(
        claim=claim.id,
        article=claim.article,
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        headline=segment is not None and segment.kind != "sentence",
        words=words,
        around=around,
        paragraph=beside,
        hedges=_hedges(published, words),
        possible=_predicates(published, "possible"),
        asserted=_predicates(published, "asserted"),
        plainly=_plainly(published, f"{beside} {around}"),
        figures=figures(words),
        sourced=_sourced(statement),
        who=(source.called or "") if source else "",
        hands=tuple(dict.fromkeys(filter(None, _hands(statement)))),
        names=name_words(article.text),
        denied=statement.polarity == "denied" or claim.slots.polarity == "denied",
        own_act=statement.holder is not None or statement.mode == "attitude",
        sure=statement.confidence,
    )


def name_words(words: str) -> frozenset[str]:
    """The words of a name that begin with a capital letter."""
    return frozenset(_NAME.findall(words))


def _cue(statement: Statement) -> str:
    return statement.cue.words if statement.cue else ""


def _hedges(published: PublishedClaim, words: str) -> tuple[Hedge, ...]:
    """The hedges of the claim's own words, and that of whoever only guesses."""
    found = hedges(words)
    if (cue := guess(_cue(published.statement))) is not None:
        found = (*found, cue)
    return found


def _predicates(published: PublishedClaim, modality: Modality) -> frozenset[str]:
    frames = published.claim.slots.frames
    return frozenset(frame.predicate.casefold() for frame in frames if frame.modality == modality)


def _plainly(published: PublishedClaim, beside: str) -> bool:
    statement = published.statement
    force = published.claim.slots.modality == "asserted" and statement.hedge is None and statement.stance != "doubt"
    return force and plain(beside)


def _sourced(statement: Statement) -> Sourced:
    if statement.sourcing == "undetermined":
        return "open"
    if statement.origin is None:
        return "nobody"
    return "unnamed" if statement.unnamed or not statement.origin.name else "named"


def _hands(statement: Statement) -> list[str | None]:
    return [name for hop in statement.chain[:-1] for name in (hop.name, hop.registry, *(m.name for m in hop.members))]
