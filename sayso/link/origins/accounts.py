"""Accounts: on whose say-so each claim of a cluster rests, by its own article alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from operator import or_

from sayso.link.origins.actors import TOGETHER, Actor, fold, of_hop, of_member, of_outlet, same_name
from sayso.link.origins.affiliations import NOBODYS, Affiliation
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.link.unconfirmed import only_aware, unconfirmed_by
from sayso.registry import Registry
from schemas import Hop, PublishedClaim

_TOLD = frozenset({"tell", "telling", "tells", "told"})


@dataclass(frozen=True, slots=True)
class Account:
    """A source that is said to know what a claim says, and who passed it on.

    `origin`: the last in the chain that is not a medium (what it attributes to others is its own say-so), else the
    medium that the others cite; for the article's `own` voice the outlet, or the wire whose text it is. `beside`:
    actors that cannot be distinguished from the origin: joint speakers, or sources that an article may mean without
    saying so. `told_by`: whose words the origin tells. `carriers`: relays, from the origin's side. `denies`: denies the
    claim, or says so in words that could mean that.
    """

    claim: PublishedClaim
    origin: Actor
    publisher: Actor
    beside: tuple[Actor, ...] = ()
    told_by: tuple[Actor, ...] = ()
    carriers: tuple[Actor, ...] = ()
    own: bool = False
    denies: bool = False

    @property
    def article(self) -> str:
        """A key of the article that is the same for all its versions."""
        return self.claim.publication.work or self.claim.publication.article

    @property
    def version(self) -> str:
        """The id of this version of the article."""
        return self.claim.publication.article

    @property
    def said_to_deny(self) -> bool:
        """Whether the text says that the source denies it, rather than using a negation."""
        return self.claim.statement.polarity == "denied"

    @property
    def origins(self) -> tuple[Actor, ...]:
        """The origin, and the actors that cannot be distinguished from it."""
        return (self.origin, *self.beside)

    @property
    def credited(self) -> bool:
        """Whether the article speaks in its own voice and credits its text to a wire."""
        return self.own and self.origin.key != self.publisher.key

    @property
    def medium(self) -> bool:
        """Whether the origin is an outlet or agency, in its own voice or cited."""
        return self.origin.sort == "medium"


def vouched(cluster: Iterable[PublishedClaim]) -> list[PublishedClaim]:
    """The claims for which their source vouches.

    One that could not confirm it, or would not speak of it, does not; nor one that is only aware of reports, unless
    nobody else says so: then what it says of itself is the claim.
    """
    found = [claim for claim in cluster if claim.statement.origin is None or not unconfirmed_by(claim)]
    telling = [claim for claim in found if not only_aware(claim)]
    return telling if any(claim.statement.origin for claim in telling) else found


def accounts(cluster: Iterable[PublishedClaim], texts: SourcesOfText) -> list[Account]:
    """The accounts of the claims that are `vouched` for, in the order of the claims' ids.

    What one article says about a source (its full name, whom it speaks for) counts in all.
    """
    by_id = {published.id: published for published in vouched(cluster)}
    ordered = [by_id[claim] for claim in sorted(by_id)]
    found = [_credited(account, texts) for published in ordered for account in _of(published, texts)]
    known = _acquainted(
        [actor for account in found for actor in (*account.origins, *account.told_by)],
        [actor for account in found for actor in (*account.carriers, account.publisher)],
    )
    return [
        replace(
            account,
            origin=known[account.origin],
            beside=tuple(known[actor] for actor in account.beside),
            told_by=tuple(known[actor] for actor in account.told_by),
        )
        for account in found
    ]


def citing(account: Account) -> list[Actor]:
    """The media of a chain, from the page to the first that is cited: each has it from the next."""
    cited = [account.origin] if account.medium and (account.credited or not account.own) else []
    return [account.publisher, *reversed(account.carriers), *cited]


def _of(published: PublishedClaim, texts: SourcesOfText) -> Iterator[Account]:
    registry, article = texts.registry, published.publication.article
    publisher = of_outlet(published.publication.outlet, registry)
    hops = [(hop, _actor(hop, published, texts)) for hop in published.statement.chain[:-1]]
    denies = (published.statement.polarity == "denied") != (published.claim.slots.polarity == "denied")
    while hops and hops[-1][1].key == publisher.key and not publisher.unnamed:
        hops.pop()
    if not hops or published.statement.sourcing != "sourced":
        perhaps = tuple(actor for hop, actor in hops if actor.sort != "platform")
        yield Account(published, publisher, publisher, perhaps, own=True, denies=denies)
        return
    at = max((i for i, (_, actor) in enumerate(hops) if actor.sort not in ("medium", "platform")), default=0)
    told_by = tuple(actor for hop, actor in hops[:at] if not hop.members)
    carriers = _once(actor for _, actor in hops[at + 1 :] if actor.sort == "medium")
    for speakers in _speakers(*hops[at], registry):
        origin, *beside = (texts.introduced(actor, article) for actor in speakers)
        yield Account(published, origin, publisher, tuple(beside), told_by, carriers, denies=denies)


def _actor(hop: Hop, published: PublishedClaim, texts: SourcesOfText) -> Actor:
    """The actor of a hop; a body that was told something, and passes it on, is an outlet."""
    cue, name = published.statement.cue, hop.name or ""
    told = hop.role == "relay" and cue is not None and not _TOLD.isdisjoint(cue.words.lower().split())
    if told and (hop.kind == "organisation" or (hop.kind == "person" and name and " " not in name)):
        hop = hop.model_copy(update={"kind": "news_outlet"})
    return texts.introduced(of_hop(hop, texts.registry), published.publication.article)


def _credited(account: Account, texts: SourcesOfText) -> Account:
    """The account with the wire that wrote the article's own voice as its origin, and contributing wires beside it."""
    if not account.own:
        return account
    author, wires = texts.author(account.version), texts.wires(account.version)
    beside = tuple(wire for key, wire in wires.items() if key not in (account.publisher.key, author and author.key))
    return replace(account, origin=author or account.origin, beside=(*account.beside, *beside))


def _speakers(hop: Hop, actor: Actor, registry: Registry) -> list[list[Actor]]:
    """Groups of actors, an origin and those beside it: several bodies each say it, several persons are one source."""
    members = [of_member(member, registry) for member in hop.members]
    if len(members) < 2:
        return [[actor]]
    if all(member.sort == "body" for member in members):
        return [[member] for member in members]
    known = [member for member in members if not member.open] or members
    return [[replace(actor, key=f"{TOGETHER}{fold(actor.name)}", sort="body", affiliation=NOBODYS), *known]]


def _once(carriers: Iterable[Actor]) -> tuple[Actor, ...]:
    found = list(carriers)
    return tuple(found[:1] + [after for before, after in pairwise(found) if before.key != after.key])


def _acquainted(actors: Sequence[Actor], carriers: Sequence[Actor]) -> dict[Actor, Actor]:
    """Each actor with all that is known of it.

    A part of a name means the one person in the cluster who has it, and the name of an outlet that outlet.
    """
    outlets = {_bare(actor): actor for actor in (*actors, *carriers) if actor.sort == "medium" and not actor.unnamed}
    by_key = {actor.key: actor for actor in actors}
    fullest = {key: _fullest(actor, by_key.values()) for key, actor in by_key.items()}
    known: dict[str, Affiliation] = dict.fromkeys(by_key, NOBODYS)
    for actor in actors:
        for person in fullest[actor.key]:
            known[person.key] |= actor.affiliation
    found = {}
    for key, actor in by_key.items():
        meant = fullest[key][0] if len(fullest[key]) == 1 else actor
        known_of = reduce(or_, (known[person.key] for person in fullest[key]))
        found[key] = outlets.get(_bare(actor)) or meant.with_affiliation(known_of)
    return {actor: found[actor.key] for actor in actors}


def _bare(actor: Actor) -> str:
    """The key of its name, whatever its sort."""
    return fold(actor.name)


def _fullest(actor: Actor, others: Iterable[Actor]) -> list[Actor]:
    """The persons whom a name may mean: the longest names that contain it; itself where there are none."""
    fuller = [other for other in others if same_name(other, actor) and len(other.key) > len(actor.key)]
    return [
        person for person in fuller if not any(same_name(person, b) and len(b.key) > len(person.key) for b in fuller)
    ] or [actor]
