"""Which links and counts of origins are right, by the gold of the stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, product

from sayso.desk.linking import clusters_of, origins_of_groups
from sayso.evaluate.tallies import Key, Tallies
from schemas import Link, Origins
from tests.evaluation.news.linked_part import LinkedPart
from tests.evaluation.news.stories import Fact, Relation
from tests.evaluation.news.telling import tellers

FactId = tuple[str, str]
"""The story and the fact's name in it."""
Pair = tuple[str, str]
"""Two claims (ids), sorted."""

JOINING = frozenset({"repeats", "corroborates", "qualifies"})
AT_ODDS = frozenset({"conflicts", "denies"})
ANSWERS = {
    "conflict": AT_ODDS,
    "denial": AT_ODDS,
    "update": AT_ODDS | {"updates"},
    "correction": AT_ODDS | {"updates"},
}
"""For each relation between facts the links that find it."""
FOUND = {"conflict": "at odds found", "denial": "at odds found", "update": "news found", "correction": "news found"}


@dataclass
class Marks:
    """What is right and wrong, by story, and what a person has to read.

    `told`: for each fact and article the claims that tell it. `facts`: the facts that a claim tells. `right`: of links
    between claims that both tell facts, whether they are right. `unknown`: links at odds, of which one claim tells no
    key fact. `missed`: articles that tell a fact and are not joined. `own`, `perfect`: the origins of each fact.
    """

    tallies: dict[str, Tallies]
    told: dict[FactId, dict[str, list[str]]]
    facts: dict[str, set[FactId]]
    links: tuple[Link, ...]
    right: dict[str, bool] = field(default_factory=dict)
    unknown: list[Link] = field(default_factory=list)
    missed: list[tuple[FactId, str, str]] = field(default_factory=list)
    own: dict[FactId, Origins] = field(default_factory=dict)
    perfect: dict[FactId, Origins] = field(default_factory=dict)
    untold: int = 0
    overlapping: int = 0

    def tellers(self, fact: FactId) -> list[str]:
        """All claims that tell a fact."""
        return list(dict.fromkeys(claim for claims in self.told[fact].values() for claim in claims))


def marks(part: LinkedPart) -> Marks:
    """Compare what was linked with the gold of each story."""
    told = {
        (story.story, name): tellers(fact, part.claims, part.texts)
        for story in part.stories
        for name, fact in story.facts.items()
    }
    facts: dict[str, set[FactId]] = defaultdict(set)
    for fact, by_article in told.items():
        for claim in chain.from_iterable(by_article.values()):
            facts[claim].add(fact)
    every = [claim.id for claims in part.claims.values() for claim in claims]
    links = part.snapshot.links_of(every)
    found = Marks({story.story: Tallies() for story in part.stories}, told, dict(facts), links)
    clusters = clusters_of(part.snapshot, every)
    _mark_joined(found, clusters)
    _mark_links(part, found)
    _mark_relations(part, found)
    _mark_origins(part, found, clusters)
    found.overlapping = _overlapping(part, links)
    return found


def _mark_joined(found: Marks, clusters: Mapping[str, tuple[str, ...]]) -> None:
    """The pairs of articles that tell a fact: linked, and in one cluster."""
    joined = {_pair(link.a, link.b) for link in found.links if link.relation in JOINING}
    for fact, by_article in found.told.items():
        tallies = found.tallies[fact[0]]
        for claims in by_article.values():
            tallies.expect(Key("told"), bool(claims))
        for (one, ours), (other, theirs) in combinations(by_article.items(), 2):
            linked = any(a == b or _pair(a, b) in joined for a, b in product(ours, theirs))
            tallies.expect(Key("same claim"), linked)
            tallies.expect(Key("in one cluster"), any(clusters[a] == clusters[b] for a, b in product(ours, theirs)))
            if not linked:
                found.missed.append((fact, one, other))


def _mark_links(part: LinkedPart, found: Marks) -> None:
    """The links between claims that both tell facts: whether these are the same, or at odds."""
    stories = _stories(part)
    related = {frozenset((fact, other)) for fact, other, _ in relations(part)}
    for link in found.links:
        ours, theirs = found.facts.get(link.a, set()), found.facts.get(link.b, set())
        if ours and theirs:
            pairs = {frozenset(pair) for pair in product(ours, theirs)}
            right = bool(ours & theirs) if link.relation in JOINING else bool(pairs & related)
            found.right[link.id] = right
            found.tallies[stories[link.a]].expect(Key(_named(link)), right)
        elif link.relation in AT_ODDS:
            found.unknown.append(link)


def _named(link: Link) -> str:
    return "joins" if link.relation in JOINING else "at odds told" if link.relation in AT_ODDS else "news told"


def _mark_relations(part: LinkedPart, found: Marks) -> None:
    """The gold's relations between facts: whether a link of such a kind joins claims that tell them."""
    kinds = {_pair(link.a, link.b): link.relation for link in found.links}
    for fact, other, relation in relations(part):
        pairs = product(found.tellers(fact), found.tellers(other))
        hit = any(kinds.get(_pair(a, b)) in ANSWERS[relation.kind] for a, b in pairs)
        found.tallies[fact[0]].expect(Key(FOUND[relation.kind]), hit)


def relations(part: LinkedPart) -> Iterator[tuple[FactId, FactId, Relation]]:
    """Every relation between two facts."""
    for story in part.stories:
        for relation in story.relations:
            one, other = relation.facts
            yield (story.story, one), (story.story, other), relation


def _mark_origins(part: LinkedPart, found: Marks, clusters: Mapping[str, tuple[str, ...]]) -> None:
    """How many origins each fact is told to have: of the largest cluster of its claims, and of all of them."""
    groups = {fact: claims for fact in found.told if (claims := found.tellers(fact))}
    found.untold = len(found.told) - len(groups)
    largest = {fact: _largest([clusters[claim] for claim in claims]) for fact, claims in groups.items()}
    found.own = origins_of_groups(part.snapshot, largest, part.registry)
    found.perfect = origins_of_groups(part.snapshot, groups, part.registry)
    gold = {(story.story, name): fact for story in part.stories for name, fact in story.facts.items()}
    for fact in groups:
        _mark_count(found.tallies[fact[0]], gold[fact], told_count(found.own[fact]), "")
        _mark_count(found.tallies[fact[0]], gold[fact], told_count(found.perfect[fact]), " perfect")


def told_count(origins: Origins) -> int:
    """The number of independent origins that a reader is told."""
    return origins.independent


def _mark_count(tallies: Tallies, gold: Fact, count: int, by: str) -> None:
    exact = gold.fewest <= count <= gold.most
    tallies.expect(Key(f"origins exact{by}"), exact)
    tallies.expect(Key(f"origins too many{by}"), count > gold.most)
    tallies.expect(Key(f"origins too few{by}"), count < gold.fewest)
    if gold.fewest >= 2:
        tallies.expect(Key(f"origins exact, two{by}"), exact)


def _largest(clusters: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The cluster that occurs most often; of several such, the one of most claims."""
    times = Counter(clusters)
    return max(times, key=lambda cluster: (times[cluster], len(cluster), cluster))


def _overlapping(part: LinkedPart, links: Sequence[Link]) -> int:
    """How many links join claims that have words of one article in common."""
    claims = {claim.id: claim.claim for several in part.claims.values() for claim in several}
    return sum(claims[link.a].overlaps(claims[link.b]) for link in links)


def _stories(part: LinkedPart) -> dict[str, str]:
    """The story of each claim."""
    of = {name: story.story for story in part.stories for name in story.articles}
    return {claim.id: of[name] for name, claims in part.claims.items() for claim in claims}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
