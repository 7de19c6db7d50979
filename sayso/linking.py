"""The whole way of linking, in order; and what claims that say the same rest on.

What links is imported where it is called for: a report over a ledger without links needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.ledger import AppendResult, Ledger
from schemas import Credit, Derivation, Dossier, Link, Linker, Linking, Origins

if TYPE_CHECKING:
    from sayso.indexes import Indexes


@cache
def linker() -> Linker:
    """What links here: Sayso's version, and digests of the encoder and of the registry of sources."""
    from sayso.attribute import registry_digest
    from sayso.link.near import model_digest

    return Linker(sayso=__version__, model=model_digest(), registry=registry_digest())


def link_entries(ledger: Ledger, indexes: Indexes, entries: Sequence[int]) -> AppendResult:
    """Link the extractions in these entries with all that the indexes hold; safe to do again.

    1. the articles, each with those that share text with it; 2. the claims, each with those that are near it, compared;
    3. whether both lead back to one origin, now that it is known whose texts they stand in; 4. what is new of the links
    and derivations goes into the ledger; 5. the entries wait no more.
    """
    from sayso.link.link import link

    derivations = _derivations(ledger, indexes, entries)  # 1
    links = link(tuple(ledger.claims_in(entries)), indexes.claims, lambda ids: tuple(ledger.told(ids)))  # 2
    grounded = tuple(_grounded(ledger, links, derivations))  # 3
    linking = Linking(linker=linker(), links=grounded, derivations=tuple(derivations.values()))
    result = ledger.append_linking(linking)  # 4
    indexes.linked(entries)  # 5
    return result


def with_origins(ledger: Ledger, dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
    """The same dossiers; those with links get the origins of the claims that say the same, as of their entry.

    The claims of one cluster share one `Origins`.
    """
    known: dict[tuple[int, str], Origins] = {}
    kept: dict[str, tuple[Credit, ...]] = {}
    for one in dossiers:
        if not one.links:
            yield one
            continue
        key = one.as_of, one.claim.id
        if key not in known:
            found = origins_of(ledger, one.claim.id, as_of=one.as_of, credits=kept)
            known |= {(one.as_of, claim): found for claim in (*found.claims, one.claim.id)}
        yield one.model_copy(update={"origins": known[key]})


def origins_of(
    ledger: Ledger,
    claim: str,
    *,
    as_of: int | None = None,
    credits: dict[str, tuple[Credit, ...]] | None = None,  # noqa: A002 - the field's word
) -> Origins:
    """What the claims rest on that say the same as this one; `credits` of articles are looked up once, and kept there.

    1. its cluster; 2. the claims with their chains; 3. the derivations of their articles, and the credits in these.
    """
    from sayso.link.origins import origins

    told = list(ledger.told(cluster_of(ledger, claim, as_of=as_of), as_of=as_of))  # 1, 2
    articles = sorted({one.claim.article for one in told})
    derivations = ledger.derivations(articles, as_of=as_of)  # 3
    kept = {} if credits is None else credits
    kept |= _credits(ledger, [one for one in articles if one not in kept])
    return origins(told, derivations, [credit for article in articles for credit in kept.get(article, ())])


def cluster_of(ledger: Ledger, claim: str, *, as_of: int | None = None) -> tuple[str, ...]:
    """The claims that say the same as this one, itself included: the links are followed until they lead to no other."""
    from sayso.link.origins import clusters

    judged = ledger.judged(as_of=as_of)
    rejected = {thing for thing, judgement in judged.items() if judgement == "reject"}
    confirmed = {thing for thing, judgement in judged.items() if judgement in ("confirm", "accept")}
    links: dict[str, Link] = {}
    seen: set[str] = set()
    cluster: tuple[str, ...] = (claim,)
    while new := set(cluster) - seen:
        links |= {one.id: one for one in ledger.links_of(new, rejected=True, as_of=as_of)}
        seen |= new
        groups = clusters(tuple(links.values()), rejected, confirmed)
        cluster = next((group for group in groups if claim in group), (claim,))
    return cluster


def _derivations(ledger: Ledger, indexes: Indexes, entries: Sequence[int]) -> dict[str, Derivation]:
    from sayso.link.copies import derived

    return {
        one.id: one
        for article in ledger.articles_in(entries)
        for one in derived(article, indexes.texts, ledger.articles_of)
    }


def _grounded(ledger: Ledger, links: Sequence[Link], new: dict[str, Derivation]) -> Iterator[Link]:
    """The links, with `one_origin` as the derivations and credits of both articles tell, where it is not known yet."""
    from sayso.link.origins import one_origin

    told = {one.id: one for one in ledger.told({end for link in links for end in (link.a, link.b)})}
    articles = {one.claim.article for one in told.values()}
    known = {one.id: one for one in ledger.derivations(articles)} | new
    named = _credits(ledger, articles)
    for link in links:
        a, b = told[link.a], told[link.b]
        derivations = _between(known.values(), a.claim.article, b.claim.article)
        theirs = [*named[a.claim.article], *named[b.claim.article]]
        if link.one_origin or not (derivations or theirs):
            yield link
        else:
            yield link.model_copy(update={"one_origin": one_origin(a, b, derivations, theirs)})


def _between(known: Iterable[Derivation], a: str, b: str) -> list[Derivation]:
    """The derivations of two articles from each other, and of both from the same third."""
    found = {one.id: one for one in known if {a, b} & {one.a, one.b}}
    sharing = [{one.a, one.b} - {end} for end in (a, b) for one in found.values() if end in (one.a, one.b)]
    thirds = {third for third in set().union(*sharing) if sum(third in one for one in sharing) > 1}
    return [one for one in found.values() if {one.a, one.b} <= {a, b} | thirds]


def _credits(ledger: Ledger, articles: Iterable[str]) -> dict[str, tuple[Credit, ...]]:
    from sayso.link.copies import credits as credits_of

    return {article.id: credits_of(article) for article in ledger.articles_of(sorted(articles))}
