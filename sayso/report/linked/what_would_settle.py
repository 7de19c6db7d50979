"""What would settle a conflict, or a fact of one origin: the earlier source, the document, the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.present.chain import origin
from sayso.present.numbers import listing
from sayso.present.safe import plain
from schemas import Hop, PublishedClaim

# Documents that can be looked up, if both sides mention them.
_PAPERS = """
    accord affidavit agreement audit bill budget census charter communique communiqué contract decree deed document
    filing indictment invoice judgement judgment law lease ledger letter license licence manifest memo memorandum
    minutes pact permit poll readout register regulation report resolution ruling statute study survey testimony
    transcript treaty verdict warrant
"""
_PAPER = re.compile(rf"\b(?:{'|'.join(_PAPERS.split())})\b", re.IGNORECASE)
_NAMED_PAPER = re.compile(r"\b(?:a|an|the|its|his|her|their|this|that)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)

_DIGIT = re.compile(r"\d")

_MOST = 3
"""Sources of one fact that are asked for, at most."""

_NEAR = 80
"""Characters before a document in which to look for its article or pronoun."""


def settles(a: PublishedClaim, b: PublishedClaim, *, ordered: bool, one_origin: bool | None) -> tuple[str, ...]:
    """What to check, a plain sentence each: sources first, then documents, figures, dates, and the order."""
    found = [*_sources(a, b, one_origin), *_papers(a, b), *_figures(a, b), *_dates(a, b)]
    if not ordered:
        found.append("When each was said: with the order unknown, one may only be newer than the other.")
    return tuple(plain(sentence) for sentence in dict.fromkeys(found))


def confirms(claims: Sequence[PublishedClaim], speakers: Sequence[str]) -> tuple[str, ...]:
    """What to check of one fact: whose words they are, then documents and figures, then who else could know.

    `speakers`: the origins that are known of it, none where no independent one is.
    """
    found = [*islice(_each_source(claims), _MOST), *_unsourced(claims), *_papers_of(claims), *_counted(claims)]
    if speakers:
        found.append(f"A second origin: somebody who does not have it from {listing(speakers, 'or')}.")
    return tuple(plain(sentence) for sentence in found)


def _each_source(claims: Sequence[PublishedClaim]) -> Iterator[str]:
    """Where the claims come from, each source once."""
    named = {origin(source).casefold(): claim for claim in reversed(claims) if (source := claim.statement.origin)}
    yield from (_source(claim) for claim in reversed(named.values()))


def _unsourced(claims: Sequence[PublishedClaim]) -> Iterator[str]:
    """The outlets that give no source, where no page of theirs does."""
    giving = {claim.publication.outlet for claim in claims if claim.statement.origin}
    outlets = [claim.publication.outlet or "a page" for claim in claims if not claim.statement.origin]
    if none := [outlet for outlet in dict.fromkeys(outlets) if outlet not in giving]:
        asked = "gives none; where does it" if len(none) == 1 else "give none; where do they"
        yield f"The earlier source: {listing(none)} {asked} have this from?"


def _papers_of(claims: Sequence[PublishedClaim]) -> Iterator[str]:
    """The document that the origin is, or else that the fact speaks of."""
    papers = dict.fromkeys(
        origin(source) for claim in claims if (source := claim.statement.origin) and _is_paper(source)
    )
    if papers:
        yield f"The document: {next(iter(papers))}."
    elif spoken := next((paper for claim in claims for paper in _named(claim.claim.proposition)), None):
        yield f"The document: the {spoken} that it speaks of, which can be read."


def _counted(claims: Sequence[PublishedClaim]) -> Iterator[str]:
    """The figures that are told of the fact, if they are told as numbers; no ages."""
    figures = dict.fromkeys(
        number
        for claim in claims
        for number in claim.claim.slots.numbers
        if _DIGIT.search(number) and f", {number}," not in claim.claim.proposition
    )
    if whole := [each for each in figures if not any(each in other and each != other for other in figures)]:
        told = listing([f"“{figure}”" for figure in whole])
        yield f"The figure: {told}; who counted, what was counted, and up to when?"


def _sources(a: PublishedClaim, b: PublishedClaim, one_origin: bool | None) -> Iterator[str]:
    if one_origin:
        yield "The earlier source: both go back to one origin, and its own words tell which of them has it right."
        return
    yield from (_source(claim) for claim in (a, b))


def _source(claim: PublishedClaim) -> str:
    """Where one side has the claim from, as near to the origin as the text leads."""
    statement, outlet = claim.statement, claim.publication.outlet or "the article"
    source = statement.origin
    if source is None:
        return f"The earlier source: {outlet} gives none; where does it have this from?"
    if source.anonymous:
        asked = statement.relays[0].called if statement.relays else None
        return f"The earlier source: {origin(source)}; only {asked or outlet} can tell who that is, and how it knows."
    said = f"The earlier source: what {_within(origin(source))} said"
    return (
        f"{said}, before {statement.relays[0].called} passed it on." if statement.relays else f"{said}, word for word."
    )


def _within(name: str) -> str:
    """A name as written within a sentence: "the ministry", but "The Hill"."""
    article, _, rest = name.partition(" ")
    return f"{article.lower()} {rest}" if article in ("A", "An", "The") and rest[:1].islower() else name


def _papers(a: PublishedClaim, b: PublishedClaim) -> Iterator[str]:
    for claim in (a, b):
        source = claim.statement.origin
        if source and _is_paper(source):
            yield f"The document: {origin(source)}."
    theirs = frozenset(_named(b.claim.proposition))
    shared = next((paper for paper in _named(a.claim.proposition) if paper in theirs), None)
    if shared:
        yield f"The document: both speak of the {shared}, which can be read."


def _is_paper(source: Hop) -> bool:
    return source.kind == "document"


def _named(words: str) -> Iterator[str]:
    """The documents that a sentence names as nouns ("the peace treaty"), in lower case."""
    for paper in _PAPER.finditer(words):
        if _NAMED_PAPER.search(words, max(0, paper.start() - _NEAR), paper.start()):
            yield paper[0].lower()


def _figures(a: PublishedClaim, b: PublishedClaim) -> Iterator[str]:
    ours, theirs = _apart(a.claim.slots.numbers, b.claim.slots.numbers)
    if ours and theirs:
        yield f"The figure: {ours} or {theirs}; who counted, what was counted, and up to when?"


def _dates(a: PublishedClaim, b: PublishedClaim) -> Iterator[str]:
    ours, theirs = _apart(a.claim.slots.when, b.claim.slots.when)
    if ours and theirs:
        yield f"The date: {ours} or {theirs}; they may speak of two events."


def _apart(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, str]:
    """Both lists in words; empty if they have an item in common."""
    ours, theirs = ({item.casefold(): item for item in side} for side in (a, b))
    if ours.keys() & theirs.keys():
        return "", ""
    first, second = (", ".join(f"“{item}”" for item in side.values()) for side in (ours, theirs))
    return first, second
