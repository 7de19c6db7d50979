"""Dossiers in, report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import groupby

from sayso.present.decisions import orphan_in_words
from sayso.present.decisions import settled as is_settled
from sayso.present.safe import plain
from sayso.report.linked.conflicts import conflicts, contradicted
from sayso.report.linked.facts import SortedFacts, facts
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.linked.tellers import Tellers
from sayso.report.linked.texts import NO_TEXTS, SharedText, Texts
from sayso.report.model.concern import CONCERNS, LINKED, Concern
from sayso.report.model.counts import Aside, Counts, Unlisted
from sayso.report.model.linked import LinkedFindings
from sayso.report.model.report import ArticlePage, Failure, Period, Report
from sayso.report.sentences.article_page import page
from sayso.report.sentences.gravity import page_order
from sayso.report.sentences.reprints import fold
from sayso.report.sentences.settled_sentences import (
    marked,
    settled_claims,
    settled_places,
    with_settled,
    without_settled,
)
from schemas import Capture, Decision, Derivation, Dossier, EngineVersion


def report(
    dossiers: Iterable[Dossier],
    problems: Iterable[Capture] = (),
    *,
    derivations: Iterable[Derivation] = (),
    orphans: Iterable[Decision] = (),
    concerns: Collection[Concern] = CONCERNS,
    period: Period | None = None,
    read: int | None = None,
    least: float = 0.0,
    suggestions: bool = False,
    settled: bool = False,
    linked: Callable[[], LinkedFindings] | None = None,
) -> Report:
    """The report over `dossiers`, of which there is one a claim, those of an article together.

    `problems`: captures that could not be read. `derivations`: which articles share text; a sentence that stands in
    several of them is one item (they are iterated after all dossiers). `orphans`: decisions about words that are no
    longer read. Only `concerns` are listed; statements less confident than `least` are left undetermined.
    Conflicts that no person confirmed are listed only with `suggestions`, settled items only with `settled`; otherwise
    they are counted. `read`: the number of articles read, if known, since articles without claims have no dossier.
    `linked`: a function that returns what `linked_of` would, where that is computed elsewhere; the dossiers then need
    no links. Only findings and linked claims are kept in memory, never all the dossiers.
    """
    pages: list[ArticlePage] = []
    engines: dict[EngineVersion, None] = {}
    counts, aside, articles = Counts(), Aside(), 0
    gathered = GatheredLinks()
    for _, group in groupby(dossiers, key=lambda dossier: dossier.article.id):
        together = list(group)
        engines |= dict.fromkeys(dossier.engine for dossier in together)
        closed = {dossier.claim.id for dossier in together if is_settled(dossier)}
        together = [dossier.at_least(least) for dossier in together]
        made = page(together, concerns, closed)
        articles += 1
        counts += made.counts
        aside += made.aside
        for dossier in together if linked is None else ():
            gathered.take(dossier, dossier.claim.id in closed)
        if made.items:
            pages.append(made)
    articles = max(articles, read or 0)
    edges = tuple(derivations)
    found = linked() if linked else _linked_findings(gathered, concerns, Texts(lambda articles: edges))
    listed = marked(fold(pages, edges), settled_places(pages))
    found = with_settled(found, settled_claims(listed))
    whole = Report(
        period=period or Period(),
        concerns=tuple(concern for concern in CONCERNS if concern in concerns),
        engines=tuple(engines),
        read=articles,
        clean=articles - len(pages),
        failures=tuple(_failure(capture) for capture in problems),
        counts=counts,
        aside=aside,
        conflicts=found.conflicts,
        circular=found.circular,
        single_origin=found.single_origin,
        unlisted=found.unlisted,
        pages=tuple(sorted(listed, key=page_order)),
        orphans=tuple(plain(orphan_in_words(decision)) for decision in orphans),
    )
    asked = whole if suggestions else whole.without_suggestions()
    return _told(asked if settled else without_settled(asked))


def linked_of(
    dossiers: Iterable[Dossier],
    concerns: Collection[Concern] = CONCERNS,
    least: float = 0.0,
    texts: Texts = NO_TEXTS,
) -> LinkedFindings:
    """The report's findings about the links of these claims; dossiers without links are ignored.

    `texts` says which articles share words, and whom they credit; it is asked once all dossiers have been read.
    """
    gathered = GatheredLinks()
    for dossier in dossiers:
        gathered.take(dossier.at_least(least), is_settled(dossier))
    return _linked_findings(gathered, concerns, texts)


def _linked_findings(gathered: GatheredLinks, concerns: Collection[Concern], texts: Texts) -> LinkedFindings:
    if LINKED.isdisjoint(concerns) or not gathered.articles:
        return LinkedFindings()
    tellers = Tellers(gathered, SharedText(texts.derivations(gathered.articles)))
    single, circles = "single-origin" in concerns, "circular" in concerns
    found = facts(gathered, texts, tellers) if single or circles else SortedFacts()
    return LinkedFindings(
        conflicts=conflicts(gathered, tellers),
        circular=found.circular if circles else (),
        single_origin=found.single_origin if single else (),
        unlisted=found.unlisted if single else Unlisted(),
    )


def _told(whole: Report) -> Report:
    """The report with what contradicts its facts, and without the conflicts where they are not asked for."""
    told = {name: contradicted(getattr(whole, name), whole.conflicts) for name in ("circular", "single_origin")}
    if "conflicts" in whole.concerns:
        return whole.model_copy(update=told)
    settled = whole.settled.model_copy(update={"conflicts": 0})
    return whole.model_copy(update={**told, "conflicts": (), "withheld": 0, "settled": settled})


def _failure(capture: Capture) -> Failure:
    return Failure(file=plain(capture.file), why=plain(capture.problem or "no reason recorded"))
