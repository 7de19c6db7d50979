"""Small worlds of articles that say the same, with origins known by construction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from factories import find, make_article, make_claim, make_statement
from installed import registry

from schemas import Article, Credit, Derivation, Hop, Member, Passage, Publication, PublishedClaim, SourceKind

SAID = "The bridge is closed"


@dataclass(frozen=True)
class Source:
    """One hop of a chain, by the words that name it."""

    words: str
    known: dict[str, Any] = field(default_factory=dict)
    members: tuple[str, ...] = ()


def person(name: str, introduced: str | None = None, mention: str | None = None) -> Source:
    """A named person; `introduced`: the words that give the office; `mention`: what the claim's sentence calls them."""
    return Source(mention or introduced or name, {"name": name, "kind": "person", "introduced": introduced})


def unnamed(words: str, kind: SourceKind = "person") -> Source:
    """A source that is only described."""
    return Source(words, {"name": None, "anonymous": True, "descriptor": words, "kind": kind})


def state(name: str) -> Source:
    """A government, by its country or capital."""
    return Source(name, {"name": name, "kind": "government"})


def pronoun(word: str) -> Source:
    """A source that the article does not describe at all."""
    return Source(word, {"name": None, "kind": "unknown"})


def document(name: str, words: str) -> Source:
    """A document of a body."""
    return Source(words, {"name": name, "kind": "document"})


def together(*names: str, kind: SourceKind = "person") -> Source:
    """Several who speak jointly."""
    words = " and ".join(names)
    return Source(words, {"name": words, "kind": "group", "member_kind": kind}, names)


def told(outlet: str | None, *sources: str | Source, **details: Any) -> PublishedClaim:
    """The claim as an article of `outlet` tells it: see `told_in`."""
    return told_in(outlet, *sources, **details)[0]


def told_in(
    outlet: str | None,
    *sources: str | Source,
    on: str | None = None,
    denied: bool = False,
    negated: bool = False,
    perhaps: bool = False,
    cue: str | None = None,
    page: int = 1,
    url: str | None = None,
    said: str = SAID,
    quoted: bool = False,
    about: Sequence[str] = (),
) -> tuple[PublishedClaim, Article]:
    """The claim as an article of `outlet` tells it, by `sources` from the origin to the last relay, and the article.

    Without sources it says so in its own voice. `negated`: the claim's own words have a negation; `page`: which article
    of the outlet this is; `perhaps`: the text leaves open whether those say so; `cue`: the words with which it reports
    what they say; `said`: the words that say it, which are `quoted` or not; `about`: what else the article says.
    """
    hops = [one if isinstance(one, Source) else named(one) for one in sources]
    lines = [f"{said}, {' via '.join(hop.words for hop in hops) or 'it is said'}. Page {page} of {outlet}."]
    lines += [f"About {hop.known['introduced']}." for hop in hops if hop.known.get("introduced")]
    lines += [f"They {cue} it."] if cue else []
    article = make_article("\n".join([*lines, *about]), outlet=outlet, published=on, url=url)
    chain = [_hop(article, hop, "relay" if at else "origin") for at, hop in enumerate(hops)]
    sourcing = "undetermined" if perhaps else "sourced" if hops else "none-given"
    statement = make_statement(
        article,
        said,
        chain=chain,
        sourcing=sourcing,
        polarity="denied" if denied else "affirmed",
        cue=cue,
        manner="direct" if quoted else None,
    )
    claim = make_claim(article, statement, polarity="denied" if negated else "affirmed")
    published = PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))
    return published, article


def named(words: str) -> Source:
    """A source by its name, of the registry's kind where it is listed there; else a person."""
    listed = registry.lookup(words)
    if listed is None:
        return Source(words, {"name": words, "kind": "person"})
    return Source(words, {"name": listed.name, "kind": listed.kind, "registry": listed.key})


def outlet(words: str) -> Source:
    """An outlet that no registry lists."""
    return Source(words, {"name": words, "kind": "news_outlet"})


def copied(a: PublishedClaim, b: PublishedClaim, earlier: PublishedClaim | None = None) -> Derivation:
    """The texts of two articles are one."""
    return Derivation(
        a=a.publication.article,
        b=b.publication.article,
        containment=0.9,
        passages=(Passage(a=(0, len(SAID)), b=(0, len(SAID))),),
        earlier=earlier.publication.article if earlier else None,
    )


def credit(page: PublishedClaim, wire: str, share: str = "whole") -> Credit:
    """An article's credit line: "(Reuters)"."""
    listed = registry.lookup(wire)
    span = page.claim.spans[0]
    return Credit(
        article=page.publication.article,
        name=wire,
        registry=listed.key if listed else None,
        kind="credit-line",
        share=share,
        span=span,
    )


def _hop(article: Article, source: Source, role: str) -> Hop:
    known = dict(source.known)
    kind = known.pop("member_kind", "person")
    introduced = known.pop("introduced", None)
    members = [Member(name=one, mention=find(article, one), kind=kind) for one in source.members]
    return Hop(
        role=role,
        mention=find(article, source.words),
        introduced=find(article, introduced) if introduced else None,
        members=tuple(members),
        **known,
    )


def ids(claims: Sequence[PublishedClaim]) -> tuple[str, ...]:
    """The claims' ids, sorted."""
    return tuple(sorted(one.id for one in claims))
