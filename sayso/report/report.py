"""Dossiers in, report out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sayso.report.gravity import page_order
from sayso.report.model import Aside, Counts, Failure, Page, Period, Report
from sayso.report.page import page
from sayso.report.plain import plain
from schemas import Capture, Dossier, Engine


def report(
    dossiers: Iterable[Dossier],
    problems: Iterable[Capture] = (),
    *,
    period: Period | None = None,
    read: int | None = None,
) -> Report:
    """What has no source, or only an unnamed one, by `dossiers` (one a claim, those of an article together).

    `problems` are the captures that could not be read. `read` is how many articles were, if that is known: those
    without any claim have no dossier. Only the findings are kept in memory, never all the dossiers.
    """
    pages: list[Page] = []
    engines: dict[Engine, None] = {}
    counts, aside, articles = Counts(), Aside(), 0
    for _, group in groupby(dossiers, key=lambda one: one.article.id):
        together = list(group)
        engines |= dict.fromkeys(one.engine for one in together)
        made = page(together)
        articles += 1
        counts += made.counts
        aside += made.aside
        if made.items:
            pages.append(made)
    articles = max(articles, read or 0)
    return Report(
        period=period or Period(),
        engines=tuple(engines),
        read=articles,
        clean=articles - len(pages),
        failures=tuple(_failure(one) for one in problems),
        counts=counts,
        aside=aside,
        pages=tuple(sorted(pages, key=page_order)),
    )


def _failure(capture: Capture) -> Failure:
    return Failure(file=plain(capture.file), why=plain(capture.problem or "no reason recorded"))
