"""Every claim and every link, as rows for other programs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from sayso.desk.linking import clusters_of, origins_of_groups
from sayso.ledger import Snapshot
from sayso.present.decisions import LinkDecisions
from sayso.registry import Registry
from sayso.report import cluster_id
from schemas import Dossier, Link, Origins, ranges

if TYPE_CHECKING:
    from sayso.link.stories import Grouping

Row = dict[str, Any]

SCHEMA = 1
"""The version of the rows."""
AT_ONCE = 64
"""Articles whose claims are in memory at a time."""
LINKS_AT_ONCE = 1000


def claim_rows(snapshot: Snapshot, entries: Sequence[int], registry: Registry, told: Grouping | None) -> Iterator[Row]:
    """A row for each claim of the extractions in `entries`, in the ledger's order, with what it rests on.

    `spans` are half-open ranges of the article's code points, `words` what stands there. `key` is the id that came with
    the article. Claims that say the same share their `cluster`, which `sayso show` takes. `origins` is the number of
    independent origins that are known, `rests_on` the sentence about them. `story` is the id of
    the story of its article in `told`, null where that is not known.
    """
    for start in range(0, len(entries), AT_ONCE):
        dossiers = list(snapshot.dossiers_in(entries[start : start + AT_ONCE]))
        clusters = clusters_of(snapshot, [dossier.claim.id for dossier in dossiers])
        origins = origins_of_groups(snapshot, {group: group for group in clusters.values()}, registry)
        claims = {claim.id: claim for claim in snapshot.published_claims(set(chain.from_iterable(origins)))}
        ids = {group: cluster_id(claims[claim] for claim in group if claim in claims) for group in origins}
        for dossier in dossiers:
            group = clusters[dossier.claim.id]
            story = told.story(dossier.article.id).id if told else None
            yield _claim(dossier, ids[group], origins[group], story)


def link_rows(snapshot: Snapshot, entries: Collection[int]) -> Iterator[Row]:
    """A row for each link that has a claim of an extraction in `entries`, rejected ones too, in the ledger's order.

    `decision` is "rejected", "confirmed" (or accepted) or null; `one_origin` whether both claims go back to one origin,
    null where that is not known; `earlier` the claim that was made first, null where the dates do not say.
    """
    links = snapshot.links(entries)
    while some := list(islice(links, LINKS_AT_ONCE)):
        decisions = LinkDecisions(snapshot.decisions(*(link.id for link in some)))
        yield from (_link(link, decisions) for link in some)


def _claim(dossier: Dossier, cluster: str, origins: Origins, story: str | None) -> Row:
    claim, article = dossier.claim, dossier.article
    return {
        "kind": "claim",
        "schema": SCHEMA,
        "id": claim.id,
        "article": article.id,
        "key": article.key,
        "file": dossier.capture.file,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "spans": ranges(claim.spans),
        "words": [span.words for span in claim.spans],
        "proposition": claim.proposition,
        "story": story,
        "cluster": cluster,
        "origins": origins.independent,
        "rests_on": origins.sentence,
    }


def _link(link: Link, decisions: LinkDecisions) -> Row:
    return {
        "kind": "link",
        "schema": SCHEMA,
        "id": link.id,
        "a": link.a,
        "b": link.b,
        "relation": link.relation,
        "confidence": link.confidence,
        "signals": [signal.model_dump(mode="json") for signal in link.signals],
        "decision": "rejected" if decisions.rejected(link) else "confirmed" if decisions.by(link) else None,
        "one_origin": link.one_origin,
        "earlier": link.earlier,
    }
