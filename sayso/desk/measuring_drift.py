"""What retellings of a claim, or of all claims of a story, have lost of what they retell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sayso.desk.id_lookup import one_claim
from sayso.desk.ledger_stories import one_story
from sayso.desk.linking import clusters_of, joined, text_notes
from sayso.errors import UsageError
from sayso.ledger import Snapshot
from sayso.link.drift import OutletRates, Series, Telling, Ties, rates, series, telling
from sayso.link.origins import one_origin
from sayso.link.reuse.precedence import earlier
from sayso.link.stories import STORY
from sayso.registry import Registry
from sayso.report import CLUSTER, SENTENCE
from schemas import Dossier, Relation

if TYPE_CHECKING:
    from sayso.link.stories import Grouping

ALSO: tuple[Relation, ...] = ("qualifies", "updates")
"""Beside those that say the same, links to tellings with a reservation more or less, or of a later state."""


class Drift(NamedTuple):
    """The series of facts that were retold, those with the most losses first, and what outlets lose in them."""

    series: tuple[Series, ...]
    outlets: tuple[OutletRates, ...]

    @property
    def worth_showing(self) -> tuple[Series, ...]:
        """The series in which something is lost; of a single one, that one."""
        return self.series if len(self.series) == 1 else tuple(one for one in self.series if one.losses)


def drift_of(snapshot: Snapshot, thing: str, told: Grouping | None, registry: Registry) -> Drift:
    """How the fact that a claim tells was retold, or those that a story (t-...) tells; enough of the id will do.

    UsageError for none, for several, and for a story where no stories are known yet.
    """
    beginning = thing.strip().lower()
    if not beginning.startswith(STORY):
        claim = one_claim(snapshot, _bare(beginning))
        return _drift(snapshot, [claim], {}, registry)
    if told is None:
        raise UsageError(f"expected stories in which to look for {thing!r}, found none; run `sayso stories` first")
    return drift_of_story(snapshot, one_story(told, beginning).articles, registry)


def _bare(beginning: str) -> str:
    found = beginning.removeprefix(SENTENCE).removeprefix(CLUSTER)
    if not found:
        raise UsageError("expected the id of a story or a claim, found nothing; `sayso stories` prints ids")
    return found


def drift_of_story(snapshot: Snapshot, articles: Sequence[str], registry: Registry) -> Drift:
    """How the facts were retold that several articles (ids), or an article and its headline, tell."""
    dossiers = {one.claim.id: one for article in articles for one in snapshot.about(article, links=False)}
    return _drift(snapshot, list(dossiers), dossiers, registry)


def _drift(snapshot: Snapshot, claims: Sequence[str], known: dict[str, Dossier], registry: Registry) -> Drift:
    groups = dict.fromkeys(group for group in clusters_of(snapshot, claims, ALSO).values() if len(group) > 1)
    wanted = set(chain.from_iterable(groups))
    found = known | {one.claim.id: one for one in snapshot.dossiers_of(wanted - known.keys())}
    dossiers = {claim: found[claim] for claim in sorted(wanted) if claim in found}
    ties = _ties(snapshot, dossiers, registry)
    tellings = {claim: _telling(one) for claim, one in dossiers.items()}
    made = [series([tellings[claim] for claim in group if claim in tellings], ties) for group in groups]
    told = [one for one in made if one.retellings or one.headlines]
    return Drift(tuple(sorted(told, key=lambda one: (-len(one.losses), one.tellings[0].claim))), rates(told))


def _telling(dossier: Dossier) -> Telling:
    return telling(dossier.published_claim, dossier.article, dossier.segment, dossier.paragraph)


def _ties(snapshot: Snapshot, dossiers: dict[str, Dossier], registry: Registry) -> Ties:
    """What the ledger knows of every two of these claims."""
    articles = {one.article.id: one.article for one in dossiers.values()}
    copies = _copies(snapshot, articles)
    news = {(link.a, link.b) for link in snapshot.links_of(dossiers) if link.relation == "updates"}
    notes = {article.id: text_notes(article, registry) for article in articles.values()}
    derivations = snapshot.derivations_of(articles)

    def before(one: str, other: str) -> bool:
        first = earlier(articles[one], articles[other])
        return first is not None and first.id == one

    def copied(one: Telling, other: Telling) -> bool:
        spans = [span.range for span in dossiers[other.claim].claim.spans]
        return any(_meet(spans, passages) for passages in copies.get((one.article, other.article), ()))

    def same_origin(one: Telling, other: Telling) -> bool | None:
        a, b = dossiers[one.claim].published_claim, dossiers[other.claim].published_claim
        told = joined([notes[one.article], notes[other.article]])
        return one_origin(a, b, derivations, *told, registry=registry)

    return Ties(
        before=before,
        copied=copied,
        credited=lambda one, other: _credits(other, one.outlet, registry),
        one_origin=same_origin,
        news=lambda one, other: bool({(one.claim, other.claim), (other.claim, one.claim)} & news),
    )


def _copies(snapshot: Snapshot, articles: Iterable[str]) -> dict[tuple[str, str], list[list[tuple[int, int]] | None]]:
    """By the earlier and the later article, the places of the later that come from it; None for the whole text."""
    found: dict[tuple[str, str], list[list[tuple[int, int]] | None]] = defaultdict(list)
    for one in snapshot.derivations_of(articles):
        if one.earlier is not None:
            first = one.earlier == one.a
            places = [passage.b if first else passage.a for passage in one.passages]
            found[(one.a, one.b) if first else (one.b, one.a)].append(None if one.whole else places)
    return found


def _meet(spans: Sequence[tuple[int, int]], passages: Sequence[tuple[int, int]] | None) -> bool:
    return passages is None or any(a < end and start < b for a, b in spans for start, end in passages)


def _credits(telling: Telling, outlet: str | None, registry: Registry) -> bool:
    """Whether the telling names the outlet as the one it has it from."""
    if outlet is None:
        return False
    listed = registry.lookup(outlet)
    names = {_plain_name(hand) for hand in telling.hands}
    return _plain_name(outlet) in names or (listed is not None and listed.key in telling.hands)


def _plain_name(name: str) -> str:
    return name.casefold().strip().removeprefix("the ")
