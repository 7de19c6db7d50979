"""`origins`: on how many independent origins a cluster of claims rests; `one_origin`: whether two claims share one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sayso.link.origins.accounts import Account, accounts
from sayso.link.origins.actors import NOT_KNOWN, Actor
from sayso.link.origins.circular_reporting import circles
from sayso.link.origins.explanation import sentence
from sayso.link.origins.grounding import grounds
from sayso.link.origins.identity import same_origin
from sayso.link.origins.max_flow import cut
from sayso.link.origins.origin_names import OriginNames
from sayso.link.origins.paths import SourcePath, Vertex, carriers
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.link.origins.trace import Traced, trace
from sayso.registry import Registry
from schemas import Credit, Derivation, OriginPath, Origins, PublishedClaim


def origins(
    cluster: Sequence[PublishedClaim],
    derivations: Sequence[Derivation] = (),
    credits: Sequence[Credit] = (),  # noqa: A002 - the field's word
    *,
    registry: Registry,
) -> Origins:
    """The number of vertex-disjoint paths from the claims of `cluster` back to distinct origins, and why not more.

    The same for claims in any order. The number is a lower bound, as only what is known to be distinct is counted:
    sources of one government or owner, unnamed sources that could be another one, texts that may be copies, and pages
    of unknown outlets count once; a page that gives no source counts only where there is no other origin. Sources that
    could not confirm the claim do not count. `registry` says to whom a source belongs. `ValueError` for an empty
    cluster.
    """
    if not cluster:
        raise ValueError("expected claims that say the same, found none; give at least one")
    found = trace(cluster, derivations, credits, registry)
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
    *,
    registry: Registry,
) -> bool | None:
    """Whether two claims lead back to one origin; None where that is not known."""
    texts = SourcesOfText(derivations, credits, registry)
    found = accounts([a, b], texts)
    based = grounds(found, texts)
    roots: dict[str, set[int]] = {a.id: set(), b.id: set()}
    for root in based.roots:
        for i in based.resting_on(root):
            roots[found[i].claim.id].add(root)
    pairs = [
        i == j or _known(_one(found[i], found[j], texts), based.unsourced & {i, j})
        for i in roots[a.id]
        for j in roots[b.id]
    ]
    return _of_pairs(pairs) if pairs else None


def _known(one_origin: bool | None, unsourced: Collection[int]) -> bool | None:
    """`one_origin`, but None in place of False for a page that gives no source: it may have it from the other."""
    return None if unsourced and not one_origin else one_origin


def _one(a: Account, b: Account, texts: SourcesOfText) -> bool | None:
    """Whether two roots are one origin; outlets whose pages share their text are."""
    pages = [{account.version, *texts.before(account.version)} for account in (a, b)]
    if a.medium and b.medium and pages[0] & pages[1]:
        return True
    return _of_pairs([same_origin(x, y) for x in a.origins for y in b.origins])


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
    """The independent paths with the claims that they reach; a path that meets several belongs to the nearest."""
    groups: dict[int, list[int]] = {line.account: [line.account] for line in found.independent}
    for path in found.paths:
        if path not in found.independent:
            groups[max(found.independent, key=lambda line: _nearness(line, path)).account].append(path.account)
    if found.unknown >= {line.account for line in found.independent}:
        yield from (OriginPath(origin=NOT_KNOWN, claims=_claims_on(found, found.unknown)) for _ in found.independent)
        return
    for line in found.independent:
        reached = {i for root in groups[line.account] for i in found.grounds.resting_on(root)}
        yield OriginPath(
            origin=names.line(line.account, groups[line.account]),
            carriers=tuple(actor.name for actor in carriers(found.accounts[line.account], found.texts)),
            claims=tuple(sorted({found.accounts[i].claim.id for i in reached})),
        )


def _claims_on(found: Traced, roots: Iterable[int]) -> tuple[str, ...]:
    """The claims that rest on these roots."""
    return tuple(sorted({found.accounts[i].claim.id for root in roots for i in found.grounds.resting_on(root)}))


def _nearness(line: SourcePath, path: SourcePath) -> tuple[int, ...]:
    """How much a path shares with a line, for sorting: sources count before governments, and these before pages."""
    shared = [vertex.kind for vertex in path.through if vertex in line.through]
    return tuple(shared.count(kind) for kind in ("actor", "family", "either", "circle", "article"))


def _carriers(found: Traced) -> list[Actor]:
    """The relays and wires of all accounts, and the cited outlets that are not origins themselves."""
    every = [actor for account in found.accounts for actor in carriers(account, found.texts)]
    roots = set(found.grounds.roots)
    cited = [
        account for i, account in enumerate(found.accounts) if i not in roots and account.medium and not account.own
    ]
    every += [account.origin for account in cited]
    return [actor for _, actor in sorted({actor.key: actor for actor in every}.items())]
