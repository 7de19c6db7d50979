"""On whose say-so each claim of a cluster stands, by the words of its article alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from operator import or_

from sayso.link.origins.actors import Actor, fold, of_hop, of_member, of_outlet, same_name
from sayso.link.origins.affiliations import NOBODYS, Affiliation
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.link.unconfirmed import unconfirmed_by
from sayso.registry import Registry
from schemas import Hop, PublishedClaim


@dataclass(frozen=True, slots=True)
class Account:
    """One who is said to know what a claim says, and through whose hands it came.

    `origin`: the last in the chain that is no medium (what it puts into others' mouths is its own say-so), else the
    medium that the others cite; of the article's `own` voice the outlet, or the wire whose text it is. `beside`: others
    that the origin cannot be told from: joint speakers, or whom an article may have in mind without saying so.
    `carriers`: relays from the origin's side. `denies`: says that it is not so, or so in words that could mean it.
    """

    claim: PublishedClaim
    origin: Actor
    publisher: Actor
    beside: tuple[Actor, ...] = ()
    carriers: tuple[Actor, ...] = ()
    own: bool = False
    denies: bool = False

    @property
    def article(self) -> str:
        """The article, the same for all its versions."""
        return self.claim.publication.work or self.claim.publication.article

    @property
    def version(self) -> str:
        """The id of the article."""
        return self.claim.publication.article

    @property
    def said_to_deny(self) -> bool:
        """Whether the text says that the source denies it, and not only uses a negation."""
        return self.claim.statement.polarity == "denied"

    @property
    def origins(self) -> tuple[Actor, ...]:
        """The origin, and those it cannot be told from."""
        return (self.origin, *self.beside)

    @property
    def credited(self) -> bool:
        """Whether the article's own voice is that of a wire, by its credit line."""
        return self.own and self.origin.key != self.publisher.key

    @property
    def medium(self) -> bool:
        """Whether an outlet or agency answers for it, itself or cited."""
        return self.origin.sort == "medium"


def answers(published: PublishedClaim) -> bool:
    """Whether anybody answers for a claim by it; who could not confirm it, or would not speak about it, does not."""
    return published.statement.origin is None or not unconfirmed_by(published)


def accounts(cluster: Iterable[PublishedClaim], texts: SourcesOfText) -> list[Account]:
    """The accounts of claims that somebody `answers` for, in an order of their own.

    Whoever is known in one article is known in all.
    """
    by_id = {published.id: published for published in cluster if answers(published)}
    ordered = [by_id[claim] for claim in sorted(by_id)]
    found = [_credited(account, texts) for published in ordered for account in _of(published, texts.registry)]
    known = _acquainted([actor for account in found for actor in account.origins])
    return [replace(one, origin=known[one.origin], beside=tuple(known[actor] for actor in one.beside)) for one in found]


def citing(account: Account) -> list[Actor]:
    """The media of a chain from the page to the first that is cited: each has it from the next."""
    cited = [account.origin] if account.medium and (account.credited or not account.own) else []
    return [account.publisher, *reversed(account.carriers), *cited]


def _of(published: PublishedClaim, registry: Registry) -> Iterator[Account]:
    publisher = of_outlet(published.publication.outlet, registry)
    hops = [(hop, of_hop(hop, registry)) for hop in published.statement.chain[:-1]]
    denies = (published.statement.polarity == "denied") != (published.claim.slots.polarity == "denied")
    while hops and hops[-1][1].key == publisher.key and not publisher.unnamed:
        hops.pop()
    if not hops or published.statement.sourcing != "sourced":
        perhaps = tuple(actor for hop, actor in hops if actor.sort != "platform")
        yield Account(published, publisher, publisher, perhaps, own=True, denies=denies)
        return
    at = max((i for i, (_, actor) in enumerate(hops) if actor.sort not in ("medium", "platform")), default=0)
    carriers = _once(actor for _, actor in hops[at + 1 :] if actor.sort == "medium")
    for origin, *beside in _speakers(*hops[at], registry):
        yield Account(published, origin, publisher, tuple(beside), carriers, denies=denies)


def _credited(account: Account, texts: SourcesOfText) -> Account:
    """The article's own voice is that of the wire whose text it is, or cannot be told from those it was made with."""
    if not account.own:
        return account
    author, wires = texts.author(account.version), texts.wires(account.version)
    beside = tuple(one for key, one in wires.items() if key not in (account.publisher.key, author and author.key))
    return replace(account, origin=author or account.origin, beside=(*account.beside, *beside))


def _speakers(hop: Hop, actor: Actor, registry: Registry) -> list[list[Actor]]:
    """Bodies that say something jointly each say it; persons are one source, and so is whoever has no members."""
    members = [of_member(member, registry) for member in hop.members]
    if len(members) < 2:
        return [[actor]]
    if all(one.sort == "body" for one in members):
        return [[one] for one in members]
    return [[replace(actor, key=f"together: {fold(actor.name)}", sort="body", affiliation=NOBODYS), *members]]


def _once(carriers: Iterable[Actor]) -> tuple[Actor, ...]:
    found = list(carriers)
    return tuple(found[:1] + [after for before, after in pairwise(found) if before.key != after.key])


def _acquainted(actors: Sequence[Actor]) -> dict[Actor, Actor]:
    """Each with all that is known of it: a part of a name stands for the one person in the cluster who has it."""
    by_key = {actor.key: actor for actor in actors}
    fullest = {key: _fullest(actor, by_key.values()) for key, actor in by_key.items()}
    known: dict[str, Affiliation] = dict.fromkeys(by_key, NOBODYS)
    for actor in actors:
        for one in fullest[actor.key]:
            known[one.key] |= actor.affiliation
    found = {}
    for key, actor in by_key.items():
        meant = fullest[key][0] if len(fullest[key]) == 1 else actor
        found[key] = meant.with_affiliation(reduce(or_, (known[one.key] for one in fullest[key])))
    return {actor: found[actor.key] for actor in actors}


def _fullest(actor: Actor, others: Iterable[Actor]) -> list[Actor]:
    """Whom a name may mean: those whose names hold it and are held by no other; itself where there are none."""
    fuller = [one for one in others if same_name(one, actor) and len(one.key) > len(actor.key)]
    return [one for one in fuller if not any(same_name(one, b) and len(b.key) > len(one.key) for b in fuller)] or [
        actor
    ]
