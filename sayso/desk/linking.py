"""Linking, step by step; and the origins of claims that say the same.

The linking code is imported inside the functions: a report over a ledger without links needs none of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sayso import __version__
from sayso.ledger import AppendResult, Ledger, Snapshot
from sayso.registry import Registry
from schemas import Article, Credit, Derivation, Dossier, Link, Linker, Linking, Origins, Relation
from schemas.record import hash_of

if TYPE_CHECKING:
    from sayso.desk.indexes import Indexes
    from sayso.link.origins import Introduction

Group = TypeVar("Group")

AT_ONCE = 1000
"""Dossiers in memory at a time while their origins are computed."""


def linker(registry: Registry) -> Linker:
    """The linker of this installation: Sayso's version, and digests of both networks and of the registry of sources."""
    from sayso.link.pairs import pair_digest
    from sayso.link.retrieve import model_digest

    networks = hash_of("networks", model_digest(), pair_digest())
    return Linker(sayso=__version__, model=networks, registry=registry.digest)


def link_entries(ledger: Ledger, indexes: Indexes, entries: Sequence[int], registry: Registry) -> AppendResult:
    """Link the extractions in these entries with everything in the indexes; safe to repeat.

    1. derivations: articles that share text; 2. links: each claim compared with those near it; 3. whether both lead
    back to one origin, now that derivations are known; 4. new links and derivations go into the ledger; 5. the entries
    no longer wait.
    """
    from sayso.desk.ledger_stories import grouping
    from sayso.link.link import link

    with ledger.snapshot() as snapshot:
        derivations = _derivations(snapshot, indexes, entries, registry)  # 1
        new, told = tuple(snapshot.claims_in(entries)), grouping(snapshot, indexes.stories)
        links = link(new, indexes.claims, snapshot, registry, told.same)  # 2
        found = tuple(grounded(snapshot, links, derivations, registry))  # 3
    linking = Linking(linker=linker(registry), links=found, derivations=tuple(derivations.values()))
    result = ledger.append_linking(linking)  # 4
    indexes.linked(ledger, entries)  # 5
    return result


def with_origins(
    snapshot: Snapshot, dossiers: Iterable[Dossier], registry: Registry, notes: dict[str, TextNotes] | None = None
) -> Iterator[Dossier]:
    """The same dossiers; the linked ones with the origins of the claims that say the same.

    A claim that no other article makes gets origins of its own where its chain has a relay, since there may be several
    or a circle of them. The claims of a cluster share one `Origins`. Lookups are made for `AT_ONCE` dossiers together.
    `notes` receives what is read in the texts of all their articles (ids).
    """
    rest = iter(dossiers)
    known: dict[str, Origins] = {}
    texts = notes if notes is not None else {}
    while batch := list(islice(rest, AT_ONCE)):
        linked = {dossier.claim.id: dossier for dossier in batch if dossier.links}
        found = clusters_of(snapshot, [claim for claim in linked if claim not in known])
        kept = {claim: group for claim, group in found.items() if len(group) > 1 or linked[claim].statement.relays}
        known |= _origins(snapshot, kept, texts, registry)
        for dossier in batch:
            origins = known.get(dossier.claim.id)
            yield dossier.model_copy(update={"origins": origins}) if origins else dossier


def origins_of(snapshot: Snapshot, claim: str, registry: Registry) -> Origins:
    """The origins of the claims that say the same as this one."""
    return _origins(snapshot, clusters_of(snapshot, [claim]), {}, registry)[claim]


def origins_of_groups(
    snapshot: Snapshot, groups: Mapping[Group, Sequence[str]], registry: Registry
) -> dict[Group, Origins]:
    """The origins of each group of claims (ids), taken as saying the same."""
    numbered = {str(number): claims for number, claims in enumerate(groups.values())}
    found = _origins(snapshot, numbered, {}, registry)
    return {group: found[number] for number, group in zip(numbered, groups, strict=True)}


def cluster_of(snapshot: Snapshot, claim: str) -> tuple[str, ...]:
    """The claims that say the same as this one, itself included, sorted."""
    return clusters_of(snapshot, [claim])[claim]


def clusters_of(
    snapshot: Snapshot, claims: Iterable[str], also: Collection[Relation] = ()
) -> dict[str, tuple[str, ...]]:
    """The cluster of each of these claims, itself included, sorted.

    Joining links are followed until they lead to no further claim, so a claim's cluster does not depend on which other
    claims are asked for. Links of the relations `also` count as joining.
    """
    from sayso.link.origins import clusters, joins

    asked = list(claims)
    judged = snapshot.judged() if asked else {}
    rejected = {thing for thing, judgement in judged.items() if judgement == "reject"}
    confirmed = {thing for thing, judgement in judged.items() if judgement in ("confirm", "accept")}
    links: dict[str, Link] = {}
    seen: set[str] = set()
    new = set(asked)
    while new:
        found = [_joining(link, also) for link in snapshot.links_of(sorted(new), rejected=True)]
        links |= {link.id: link for link in found}
        seen |= new
        new = {end for link in found if joins(link, rejected, confirmed) for end in (link.a, link.b)} - seen
    groups = clusters(tuple(links.values()), rejected, confirmed)
    cluster = {claim: group for group in groups for claim in group}
    return {claim: cluster.get(claim, (claim,)) for claim in asked}


def _joining(link: Link, also: Collection[Relation]) -> Link:
    return link.model_copy(update={"relation": "corroborates"}) if link.relation in also else link


def _origins(
    snapshot: Snapshot,
    clusters: Mapping[str, Sequence[str]],
    texts: dict[str, TextNotes],
    registry: Registry,
) -> dict[str, Origins]:
    """The origins of each claim of these clusters; `texts` caches what is read in the texts of their articles.

    1. look up the claims with their chains; 2. look up the derivations of their articles, whom these credit with their
    text, and whom they introduce.
    """
    from sayso.link.origins import origins

    ids = {claim for group in clusters.values() for claim in group}
    claims = {claim.id: claim for claim in snapshot.published_claims(ids)}  # 1
    articles = {claim.claim.article for claim in claims.values()}
    derivations = _by_article(snapshot.derivations_of(sorted(articles)))  # 2
    texts |= _notes(snapshot, articles - texts.keys(), registry)
    found: dict[str, Origins] = {}
    for asked, group in clusters.items():
        if asked not in found:
            members = [claims[claim] for claim in group if claim in claims]
            pages = sorted({member.claim.article for member in members})
            shared = {derivation.id: derivation for page in pages for derivation in derivations.get(page, ())}
            notes = [texts[page] for page in pages if page in texts]
            made = origins(members, list(shared.values()), *joined(notes), registry=registry)
            found |= dict.fromkeys((*made.claims, asked), made)
    return found


def _by_article(derivations: Iterable[Derivation]) -> dict[str, list[Derivation]]:
    found: dict[str, list[Derivation]] = {}
    for derivation in derivations:
        for article in (derivation.a, derivation.b):
            found.setdefault(article, []).append(derivation)
    return found


def _derivations(
    snapshot: Snapshot, indexes: Indexes, entries: Sequence[int], registry: Registry
) -> dict[str, Derivation]:
    from sayso.link.reuse import derived

    return {
        derivation.id: derivation
        for article in snapshot.articles_in(entries)
        for derivation in derived(article, indexes.texts, snapshot.articles_of, registry)
    }


def grounded(
    snapshot: Snapshot, links: Sequence[Link], new: Mapping[str, Derivation], registry: Registry
) -> Iterator[Link]:
    """The links, with `one_origin` by the derivations and credits of both articles where it is not known yet."""
    from sayso.link.origins import one_origin

    ends = {end for link in links for end in (link.a, link.b)}
    claims = {claim.id: claim for claim in snapshot.published_claims(ends)}
    articles = {claim.claim.article for claim in claims.values()}
    known = {derivation.id: derivation for derivation in snapshot.derivations_of(articles)} | {**new}
    texts = _notes(snapshot, articles, registry)
    for link in links:
        a, b = claims[link.a], claims[link.b]
        derivations = _between(known.values(), a.claim.article, b.claim.article)
        notes = [texts[article] for article in sorted({a.claim.article, b.claim.article})]
        if link.one_origin or not (derivations or any(map(any, notes))):
            yield link
        else:
            known_now = one_origin(a, b, derivations, *joined(notes), registry=registry)
            yield link.model_copy(update={"one_origin": known_now})


def _between(known: Iterable[Derivation], a: str, b: str) -> list[Derivation]:
    """The derivations of two articles from each other, and of both from the same third."""
    found = {edge.id: edge for edge in known if {a, b} & {edge.a, edge.b}}.values()
    sharing = [{edge.a, edge.b} - {end} for end in (a, b) for edge in found if end in (edge.a, edge.b)]
    thirds = {third for third in set().union(*sharing) if sum(third in others for others in sharing) > 1}
    return [edge for edge in found if {edge.a, edge.b} <= {a, b} | thirds]


class TextNotes(NamedTuple):
    """What is read in an article's text: whom it credits with it, and whom it introduces by an office."""

    credits: tuple[Credit, ...]
    introduced: tuple[Introduction, ...]


def text_notes(article: Article, registry: Registry) -> TextNotes:
    """The notes on one article."""
    from sayso.link.credits import credits as credits_of
    from sayso.link.origins import introductions

    return TextNotes(credits_of(article, registry), introductions(article))


def _notes(snapshot: Snapshot, articles: Iterable[str], registry: Registry) -> dict[str, TextNotes]:
    return {article.id: text_notes(article, registry) for article in snapshot.articles_of(sorted(articles))}


def joined(notes: Iterable[TextNotes]) -> tuple[list[Credit], list[Introduction]]:
    """The credits and the introductions of several articles."""
    every = list(notes)
    return [credit for note in every for credit in note.credits], [one for note in every for one in note.introduced]
