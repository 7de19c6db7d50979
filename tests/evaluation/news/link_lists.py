"""What no program can judge, as lists for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas import Link, Origins, PublishedClaim
from tests.evaluation.news.link_marks import AT_ODDS, JOINING, Marks, told_count
from tests.evaluation.news.linked_part import LinkedPart

_VERDICT = {True: "right", False: "wrong", None: "?"}


def lists(part: LinkedPart, found: Marks) -> Mapping[str, Iterator[str]]:
    """The lines of each list: `joins`, `at-odds`, `news`, `missed`, `named`."""
    claims = {claim.id: (name, claim) for name, several in part.claims.items() for claim in several}

    def links(relations: frozenset[str]) -> Iterator[str]:
        for link in sorted(found.links, key=lambda link: (-link.confidence, link.id)):
            if link.relation in relations:
                yield from _link(link, found, claims)

    return {
        "joins": links(JOINING),
        "at-odds": links(AT_ODDS),
        "news": links(frozenset({"updates"})),
        "missed": _missed(found, claims),
        "named": _origins(part, found),
    }


def _link(link: Link, found: Marks, claims: Mapping[str, tuple[str, PublishedClaim]]) -> Iterator[str]:
    verdict = _VERDICT[found.right.get(link.id)]
    signals = ", ".join(f"{signal.name} {signal.score:.2f}" for signal in link.signals)
    yield f"{verdict}  {link.relation} {link.confidence:.2f}  {link.id[:12]}  {signals}"
    for end in (link.a, link.b):
        yield f"    {_claim(end, found, claims)}"


def _claim(claim: str, found: Marks, claims: Mapping[str, tuple[str, PublishedClaim]]) -> str:
    name, published = claims[claim]
    facts = " ".join(sorted(fact for _, fact in found.facts.get(claim, ())))
    return f"{name} [{facts}] {published.statement.polarity} {' '.join(published.claim.proposition.split())}"


def _missed(found: Marks, claims: Mapping[str, tuple[str, PublishedClaim]]) -> Iterator[str]:
    """Pairs of articles that tell a fact and are not joined, with the claims that tell it."""
    for (story, fact), one, other in found.missed:
        yield f"{story} {fact}: {one} and {other}"
        for article in (one, other):
            told = found.told[story, fact][article]
            yield from (f"    {_claim(claim, found, claims)}" for claim in told)
            if not told:
                yield f"    {article}: no claim tells it"


def _origins(part: LinkedPart, found: Marks) -> Iterator[str]:
    """Each fact: why it has how many origins, and which are told; `=` where the count is right."""
    for story in part.stories:
        for name, fact in story.facts.items():
            yield f"{story.story} {name}: {fact.fewest}-{fact.most}: {fact.why}"
            for kind, counted in (("own", found.own), ("perfect", found.perfect)):
                if origins := counted.get((story.story, name)):
                    sign = _sign(told_count(origins), fact.fewest, fact.most)
                    yield f"    {kind} {sign} {_named(origins)} | {origins.sentence}"


def _sign(count: int, fewest: int, most: int) -> str:
    return f"{'=' if fewest <= count <= most else '>' if count > most else '<'} {count}"


def _named(origins: Origins) -> str:
    return "; ".join(line.origin for line in origins.lines)
