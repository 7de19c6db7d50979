"""The whole way of linking, in order; and what claims that say the same rest on.

What links is imported where it is called for: a report over a ledger without links needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.ledger import AppendResult, Ledger, Snapshot
from sayso.registry import Registry
from schemas import Credit, Derivation, Dossier, Link, Linker, Linking, Origins

if TYPE_CHECKING:
    from sayso.desk.indexes import Indexes

AT_ONCE = 1000
"""Dossiers in memory at a time, while it is worked out what their claims rest on."""


def linker(registry: Registry) -> Linker:
    """What links here: Sayso's version, and digests of the encoder and of the registry of sources."""
    from sayso.link.retrieve import model_digest

    return Linker(sayso=__version__, model=model_digest(), registry=registry.digest)


def link_entries(ledger: Ledger, indexes: Indexes, entries: Sequence[int], registry: Registry) -> AppendResult:
    """Link the extractions in these entries with all that the indexes hold, by `registry`; safe to do again.

    1. the articles, each with those that share text with it; 2. the claims, each with those that are near it, compared;
    3. whether both lead back to one origin, now that it is known whose texts they stand in; 4. what is new of the links
    and derivations goes into the ledger; 5. the entries wait no more.
    """
    from sayso.link.link import link

    with ledger.snapshot() as snapshot:
        derivations = _derivations(snapshot, indexes, entries, registry)  # 1
        new = tuple(snapshot.claims_in(entries))
        links = link(new, indexes.claims, lambda ids: tuple(snapshot.published_claims(ids)), registry)  # 2
        grounded = tuple(_grounded(snapshot, links, derivations, registry))  # 3
    linking = Linking(linker=linker(registry), links=grounded, derivations=tuple(derivations.values()))
    result = ledger.append_linking(linking)  # 4
    indexes.linked(ledger, entries)  # 5
    return result


def with_origins(snapshot: Snapshot, dossiers: Iterable[Dossier], registry: Registry) -> Iterator[Dossier]:
    """The same dossiers of the snapshot; the linked ones get the origins of the claims that say the same.

    A claim that nobody else makes gets its own, where its chain has a relay: there may be several, or a circle of them.
    The claims of one cluster share one `Origins`. What is needed for `AT_ONCE` dossiers is looked up together.
    """
    rest = iter(dossiers)
    known: dict[str, Origins] = {}
    credited: dict[str, tuple[Credit, ...]] = {}
    while some := list(islice(rest, AT_ONCE)):
        linked = {one.claim.id: one for one in some if one.links}
        found = clusters_of(snapshot, [claim for claim in linked if claim not in known])
        kept = {claim: group for claim, group in found.items() if len(group) > 1 or linked[claim].statement.relays}
        known |= _origins(snapshot, kept, credited, registry)
        for one in some:
            origins = known.get(one.claim.id)
            yield one.model_copy(update={"origins": origins}) if origins else one


def origins_of(snapshot: Snapshot, claim: str, registry: Registry) -> Origins:
    """What the claims rest on that say the same as this one."""
    return _origins(snapshot, clusters_of(snapshot, [claim]), {}, registry)[claim]


def cluster_of(snapshot: Snapshot, claim: str) -> tuple[str, ...]:
    """The claims that say the same as this one, itself included, sorted."""
    return clusters_of(snapshot, [claim])[claim]


def clusters_of(snapshot: Snapshot, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The cluster of each of these claims, itself included, sorted.

    Links that may join are followed until they lead to no other claim, so that a claim's cluster is the same whichever
    claims it is asked for with.
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
        found = snapshot.links_of(sorted(new), rejected=True)
        links |= {one.id: one for one in found}
        seen |= new
        new = {end for one in found if joins(one, rejected, confirmed) for end in (one.a, one.b)} - seen
    groups = clusters(tuple(links.values()), rejected, confirmed)
    cluster = {claim: group for group in groups for claim in group}
    return {claim: cluster.get(claim, (claim,)) for claim in asked}


def _origins(
    snapshot: Snapshot,
    clusters: Mapping[str, Sequence[str]],
    credited: dict[str, tuple[Credit, ...]],
    registry: Registry,
) -> dict[str, Origins]:
    """What each claim of these clusters rests on; `credited` are the credits of articles, looked up once.

    1. their claims with their chains; 2. the derivations of their articles, and the credits in these.
    """
    from sayso.link.origins import origins

    ids = {claim for group in clusters.values() for claim in group}
    claims = {one.id: one for one in snapshot.published_claims(ids)}  # 1
    articles = {one.claim.article for one in claims.values()}
    derivations = _by_article(snapshot.derivations_of(sorted(articles)))  # 2
    credited |= _credits(snapshot, articles - credited.keys(), registry)
    found: dict[str, Origins] = {}
    for claim, group in clusters.items():
        if claim not in found:
            members = [claims[one] for one in group if one in claims]
            pages = sorted({one.claim.article for one in members})
            shared = {one.id: one for page in pages for one in derivations.get(page, ())}
            theirs = [one for page in pages for one in credited.get(page, ())]
            made = origins(members, list(shared.values()), theirs, registry=registry)
            found |= dict.fromkeys((*made.claims, claim), made)
    return found


def _by_article(derivations: Iterable[Derivation]) -> dict[str, list[Derivation]]:
    found: dict[str, list[Derivation]] = {}
    for one in derivations:
        for article in (one.a, one.b):
            found.setdefault(article, []).append(one)
    return found


def _derivations(
    snapshot: Snapshot, indexes: Indexes, entries: Sequence[int], registry: Registry
) -> dict[str, Derivation]:
    from sayso.link.reuse import derived

    return {
        one.id: one
        for article in snapshot.articles_in(entries)
        for one in derived(article, indexes.texts, snapshot.articles_of, registry)
    }


def _grounded(
    snapshot: Snapshot, links: Sequence[Link], new: dict[str, Derivation], registry: Registry
) -> Iterator[Link]:
    """The links, with `one_origin` from the derivations and credits of both articles, where it is not known yet."""
    from sayso.link.origins import one_origin

    claims = {one.id: one for one in snapshot.published_claims({end for link in links for end in (link.a, link.b)})}
    articles = {one.claim.article for one in claims.values()}
    known = {one.id: one for one in snapshot.derivations_of(articles)} | new
    named = _credits(snapshot, articles, registry)
    for link in links:
        a, b = claims[link.a], claims[link.b]
        derivations = _between(known.values(), a.claim.article, b.claim.article)
        theirs = [*named[a.claim.article], *named[b.claim.article]]
        if link.one_origin or not (derivations or theirs):
            yield link
        else:
            yield link.model_copy(update={"one_origin": one_origin(a, b, derivations, theirs, registry=registry)})


def _between(known: Iterable[Derivation], a: str, b: str) -> list[Derivation]:
    """The derivations of two articles from each other, and of both from the same third."""
    found = {one.id: one for one in known if {a, b} & {one.a, one.b}}
    sharing = [{one.a, one.b} - {end} for end in (a, b) for one in found.values() if end in (one.a, one.b)]
    thirds = {third for third in set().union(*sharing) if sum(third in one for one in sharing) > 1}
    return [one for one in found.values() if {one.a, one.b} <= {a, b} | thirds]


def _credits(snapshot: Snapshot, articles: Iterable[str], registry: Registry) -> dict[str, tuple[Credit, ...]]:
    from sayso.link.credits import credits as credits_of

    return {article.id: credits_of(article, registry) for article in snapshot.articles_of(sorted(articles))}
