"""Dossiers in, report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import groupby

from sayso.present.decisions import orphan_in_words
from sayso.present.decisions import settled as is_settled
from sayso.present.safe import plain
from sayso.report.linked.clusters import circular, single_origin
from sayso.report.linked.conflicts import conflicts
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.model.concern import CONCERNS, Concern
from sayso.report.model.counts import Aside, Counts
from sayso.report.model.linked import LinkedFindings
from sayso.report.model.report import ArticlePage, Failure, Period, Report
from sayso.report.sentences.article_page import page
from sayso.report.sentences.gravity import page_order
from sayso.report.sentences.reprints import fold
from sayso.report.sentences.settled_sentences import marked, settled_places, without_settled
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
    """What has no source or only an unnamed one, what rests on one origin, and what conflicts, by `dossiers`.

    There is one a claim, those of an article together. `problems` are the captures that could not be read.
    `derivations` say which articles share text: a sentence that stands in several of them is one item. They are asked
    for once all dossiers have been. `orphans` are the decisions whose words are read no more. Only `concerns` are
    listed; statements less sure than `least` are left open.
    Conflicts that no person confirmed are listed only with `suggestions`, what a person settled only if `settled`; else
    both are counted. `read` is how many articles were, if that is known: those without any claim have no dossier. Only
    the findings and what is linked are kept in memory, never all the dossiers. `linked` gives what `linked_of` gives of
    them, where that is worked out elsewhere: then they need not have their links.
    """
    pages: list[ArticlePage] = []
    engines: dict[EngineVersion, None] = {}
    counts, aside, articles = Counts(), Aside(), 0
    gathered = GatheredLinks()
    for _, group in groupby(dossiers, key=lambda one: one.article.id):
        together = list(group)
        engines |= dict.fromkeys(one.engine for one in together)
        closed = {one.claim.id for one in together if is_settled(one)}
        together = [one.at_least(least) for one in together]
        made = page(together, concerns, closed)
        articles += 1
        counts += made.counts
        aside += made.aside
        for one in together if linked is None else ():
            gathered.take(one, one.claim.id in closed)
        if made.items:
            pages.append(made)
    articles = max(articles, read or 0)
    found = linked() if linked else _linked_findings(gathered, concerns)
    listed = marked(fold(pages, derivations), settled_places(pages))
    whole = Report(
        period=period or Period(),
        concerns=tuple(one for one in CONCERNS if one in concerns),
        engines=tuple(engines),
        read=articles,
        clean=articles - len(pages),
        failures=tuple(_failure(one) for one in problems),
        counts=counts,
        aside=aside,
        conflicts=found.conflicts,
        circular=found.circular,
        single_origin=found.single_origin,
        pages=tuple(sorted(listed, key=page_order)),
        orphans=tuple(plain(orphan_in_words(one)) for one in orphans),
    )
    asked = whole if suggestions else whole.without_suggestions()
    return asked if settled else without_settled(asked)


def linked_of(
    dossiers: Iterable[Dossier], concerns: Collection[Concern] = CONCERNS, least: float = 0.0
) -> LinkedFindings:
    """What a report of these claims says of their links; claims without links do not matter here."""
    gathered = GatheredLinks()
    for one in dossiers:
        gathered.take(one.at_least(least), is_settled(one))
    return _linked_findings(gathered, concerns)


def _linked_findings(gathered: GatheredLinks, concerns: Collection[Concern]) -> LinkedFindings:
    return LinkedFindings(
        conflicts=conflicts(gathered) if "conflicts" in concerns else (),
        circular=circular(gathered) if "circular" in concerns else (),
        single_origin=single_origin(gathered) if "single-origin" in concerns else (),
    )


def _failure(capture: Capture) -> Failure:
    return Failure(file=plain(capture.file), why=plain(capture.problem or "no reason recorded"))
