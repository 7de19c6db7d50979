"""`origins`: on how many independent origins a cluster of claims rests; `one_origin`: whether two claims share one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.link.origins.accounts import Account, accounts
from sayso.link.origins.actors import Actor
from sayso.link.origins.circular_reporting import circles
from sayso.link.origins.explanation import sentence
from sayso.link.origins.grounding import grounds
from sayso.link.origins.identity import same_origin
from sayso.link.origins.introductions import Introduction
from sayso.link.origins.max_flow import cut
from sayso.link.origins.origin_names import OriginNames
from sayso.link.origins.paths import Vertex, carriers, tells
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.link.origins.trace import Traced, trace
from sayso.link.origins.wordings import wordings
from sayso.registry import Registry
from schemas import Credit, Derivation, OriginPath, Origins, PublishedClaim


def origins(
    cluster: Sequence[PublishedClaim],
    derivations: Sequence[Derivation] = (),
    credits: Sequence[Credit] = (),  # noqa: A002 - the field's word
    introduced: Sequence[Introduction] = (),
    *,
    registry: Registry,
) -> Origins:
    """The number of vertex-disjoint paths from the claims of `cluster` back to distinct origins, and why not more.

    The same for claims in any order. The number is a lower bound, as only what is known to be distinct is counted:
    names of one source, those who speak for one body, government or owner, unnamed sources that could be another one,
    sources of the same words, and texts that may be copies count once. An outlet of which it is not known where it has
    it from counts only where nobody else is named, and a page that names no source only where it alone tells the claim.
    Sources that could not confirm the claim do not count. `introduced`: whom the articles introduce by an office;
    `registry` says to whom a source belongs. `ValueError` for an empty cluster.
    """
    if not cluster:
        raise ValueError("expected claims that say the same, found none; give at least one")
    found = trace(cluster, derivations, credits, introduced, registry)
    names = OriginNames(found.accounts, found.grounds.circles, registry)
    rings = circles([*found.accounts, *found.against])
    limit = _cut(found)
    known = [root for root in found.grounds.roots if root not in found.unknown]
    lines = tuple(sorted(_lines(found, names), key=lambda line: (-len(line.claims), line.origin)))
    return Origins(
        claims=tuple(sorted({published.id for published in cluster})),
        independent=len(found.independent),
        lines=lines,
        speakers=names.speakers(known or found.grounds.roots),
        carriers=tuple(dict.fromkeys(actor.name for actor in _carriers(found))),
        cut=tuple(names.of(vertex) for vertex in limit),
        circles=rings,
        sentence=sentence(found, lines, names, limit, rings),
    )


def one_origin(
    a: PublishedClaim,
    b: PublishedClaim,
    derivations: Sequence[Derivation] = (),
    credits: Sequence[Credit] = (),  # noqa: A002 - the field's word
    introduced: Sequence[Introduction] = (),
    *,
    registry: Registry,
) -> bool | None:
    """Whether two claims lead back to one origin; None where that is not known."""
    texts = SourcesOfText(derivations, credits, introduced, registry)
    found = accounts([a, b], texts)
    based = grounds(found, texts)
    roots: dict[str, set[int]] = {a.id: set(), b.id: set()}
    for root in based.roots:
        for i in based.resting_on(root):
            roots[found[i].claim.id].add(root)
    same = {i: group for group in wordings(found) for i in group}
    outlets = based.unsourced | based.cited
    pairs = [
        i == j or j in same.get(i, ()) or _known(_one(found[i], found[j], texts), bool(outlets & {i, j}))
        for i in roots[a.id]
        for j in roots[b.id]
    ]
    return _of_pairs(pairs) if pairs else None


def _known(one_origin: bool | None, of_outlet: bool) -> bool | None:
    """`one_origin`, but None in place of False for an outlet's word: it may have it from the other, or from a third."""
    return None if of_outlet and not one_origin else one_origin


def _one(a: Account, b: Account, texts: SourcesOfText) -> bool | None:
    """Whether two roots are one origin; outlets whose pages share their text are."""
    pages = [{account.version, *texts.before(account.version)} for account in (a, b)]
    if a.medium and b.medium and pages[0] & pages[1]:
        return True
    found = _of_pairs([same_origin(x, y) for x in a.origins for y in b.origins])
    return None if not found and (tells(a, b) or tells(b, a)) else found


def _of_pairs(pairs: Sequence[bool | None]) -> bool | None:
    """True if any pair is one origin, False if all are known to be two; otherwise None."""
    return True if True in pairs else None if None in pairs else False


def _cut(found: Traced) -> list[Vertex]:
    """The minimum cut, where there are more pages than independent paths; the nearest to the claims comes last."""
    through = [path.through for path in found.paths]
    if not found.independent or len(found.grounded) <= len(found.independent):
        return []
    if len(found.independent) > 1:
        fewest = cut(through)
        return fewest if len(fewest) == len(found.independent) else []
    common = [vertex for vertex in found.independent[0].through if all(vertex in path for path in through)]
    for kinds in ({"circle"}, {"actor"}, {"family", "either"}, {"article"}):
        named = [vertex for vertex in common if vertex.kind in kinds]
        if named:
            return named
    return []


def _lines(found: Traced, names: OriginNames) -> Iterable[OriginPath]:
    """The independent paths with the claims that they reach."""
    for line in found.independent:
        reached = {i for root in found.groups[line.account] for i in found.grounds.resting_on(root)}
        yield OriginPath(
            origin=names.line(line.account, found.groups[line.account]),
            carriers=tuple(actor.name for actor in carriers(found.accounts[line.account], found.texts)),
            claims=tuple(sorted({found.accounts[i].claim.id for i in reached})),
        )


def _carriers(found: Traced) -> list[Actor]:
    """The relays and wires of all accounts, and the cited outlets that are not origins themselves."""
    every = [actor for account in found.accounts for actor in carriers(account, found.texts)]
    roots = set(found.grounds.roots)
    cited = [
        account for i, account in enumerate(found.accounts) if i not in roots and account.medium and not account.own
    ]
    every += [account.origin for account in cited]
    return [actor for _, actor in sorted({actor.key: actor for actor in every}.items())]
