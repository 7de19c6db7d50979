"""Dossiers in, report out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby

from sayso.report.clusters import circular, single_origin
from sayso.report.concern import CONCERNS, Concern
from sayso.report.conflicts import conflicts
from sayso.report.counts import Aside, Counts
from sayso.report.gathered import Gathered
from sayso.report.gravity import page_order
from sayso.report.model import Failure, Page, Period, Report
from sayso.report.page import page
from sayso.report.plain import plain
from sayso.report.reprints import fold
from schemas import Capture, Derivation, Dossier, Engine


def report(
    dossiers: Iterable[Dossier],
    problems: Iterable[Capture] = (),
    *,
    derivations: Iterable[Derivation] = (),
    concerns: Collection[Concern] = CONCERNS,
    period: Period | None = None,
    read: int | None = None,
) -> Report:
    """What has no source or only an unnamed one, what rests on one origin, and what conflicts, by `dossiers`.

    There is one a claim, those of an article together. `problems` are the captures that could not be read.
    `derivations` say which articles share text: a sentence that stands in several of them is one item. They are asked
    for once all dossiers have been. Only `concerns` are listed. `read` is how many articles were, if that is known:
    those without any claim have no dossier. Only the findings and what is linked are kept in memory, never all the
    dossiers.
    """
    pages: list[Page] = []
    engines: dict[Engine, None] = {}
    counts, aside, articles = Counts(), Aside(), 0
    gathered = Gathered()
    for _, group in groupby(dossiers, key=lambda one: one.article.id):
        together = list(group)
        engines |= dict.fromkeys(one.engine for one in together)
        made = page(together, concerns)
        articles += 1
        counts += made.counts
        aside += made.aside
        for one in together:
            gathered.take(one)
        if made.items:
            pages.append(made)
    articles = max(articles, read or 0)
    return Report(
        period=period or Period(),
        concerns=tuple(one for one in CONCERNS if one in concerns),
        engines=tuple(engines),
        read=articles,
        clean=articles - len(pages),
        failures=tuple(_failure(one) for one in problems),
        counts=counts,
        aside=aside,
        conflicts=conflicts(gathered) if "conflicts" in concerns else (),
        circular=circular(gathered) if "circular" in concerns else (),
        single_origin=single_origin(gathered) if "single-origin" in concerns else (),
        pages=tuple(sorted(fold(pages, derivations), key=page_order)),
    )


def _failure(capture: Capture) -> Failure:
    return Failure(file=plain(capture.file), why=plain(capture.problem or "no reason recorded"))
