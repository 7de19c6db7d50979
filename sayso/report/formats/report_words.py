"""The report's wording, the same in every format."""

from __future__ import annotations

import textwrap
from datetime import timedelta

from sayso.present.appearance import appearance
from sayso.present.engines import engine_with_id
from sayso.present.numbers import count, is_midnight, moment
from sayso.present.sourcing import REPORT_WORDS
from sayso.report.model.counts import Aside, Counts
from sayso.report.model.listed_sentence import CONCERN_OF, Kind, ListedSentence, Reason
from sayso.report.model.report import ArticlePage, Period, Report

TITLE = "On whose say-so?"
ORPHAN = "Decided, but the words are no longer read"
NOTE = (
    "“No source given” is not a fault. A newspaper may say in its own voice what its reporters saw, what is on "
    "record, or what nobody disputes. This list says where to look."
)

DECIDE = (
    "To settle a finding, type sayso decide ID accept --why REASON, with an id from this report. The finding then "
    "leaves the report; reopen brings it back."
)

REASON_WORDS: dict[Reason, str] = {
    "alleged": f"alleged, {REPORT_WORDS['none-given']}",
    "unnamed": REPORT_WORDS["unnamed"],
    "own-voice": REPORT_WORDS["none-given"],
    "undetermined": REPORT_WORDS["undetermined"],
}
KIND_WORDS: dict[Kind, str] = {
    "allegation": "Allegation",
    "figure": "Figure",
    "passive": "Does not say who did it",
    "actor": "Names somebody",
    "background": "Background",
}
_TALLY_WORDS: dict[Kind, tuple[str, ...]] = {
    "allegation": ("allegation",),
    "figure": ("figure",),
    "passive": ("that does not say who did it", "that do not say who did it"),
    "actor": ("that names somebody", "that name somebody"),
    "background": ("of background", "of background"),
}


def period(value: Period) -> str:
    """The time covered, and the state shown, in words; a period that ends at midnight ends with the day before."""
    return ", ".join(filter(None, (_covered(value), value.state)))


def _covered(value: Period) -> str:
    last = value.end - timedelta(days=1) if value.end and is_midnight(value.end) else value.end
    start, end = (moment(end) if end else None for end in (value.start, last))
    if start and start == end:
        return start
    if start and end:
        return f"{start} to {end}"
    if start:
        return f"Since {start}"
    return f"Until {end}" if end else "Everything in the ledger"


def read(report: Report) -> str:
    """How many articles were read, and how many could not be."""
    failed = f"{len(report.failures):,} could not be read" if report.failures else "none failed"
    return f"{count(report.read, 'article')} read, {failed}"


def classes(counts: Counts) -> list[tuple[str, int]]:
    """How many claims rest on what; those with a named source first."""
    numbers = (counts.sourced, counts.unnamed, counts.none_given, counts.undetermined)
    return list(zip(REPORT_WORDS.values(), numbers, strict=True))


def engines(report: Report) -> str:
    """The engines that read the articles: id (which covers libraries too), version, and parts."""
    return "; ".join(map(engine_with_id, report.engines)) or "none yet"


def why(item: ListedSentence) -> list[str]:
    """Why the sentence is listed, a plain sentence for each reason; with several reasons, each with its words."""
    if len(item.findings) == 1:
        return [item.findings[0].why]
    return [f"“{textwrap.shorten(finding.words, 80, placeholder=' …')}”: {finding.why}" for finding in item.findings]


def aside(value: Aside) -> str:
    """What was counted and not listed; empty for nothing."""
    parts = [
        count(number, noun) for number, noun in ((value.captions, "caption"), (value.datelines, "dateline")) if number
    ]
    if value.headlines:
        parts.append(f"{count(value.headlines, 'headline')} with a source in the text")
    return ", ".join(parts)


def about(page: ArticlePage) -> str:
    """Where and when the article appeared, as far as known, and the file it was read from."""
    return appearance(page.outlet, page.published, page.file)


def tally(page: ArticlePage) -> str:
    """How many sentences the page lists, of each kind."""
    kinds = ((page.of_kind(kind), words) for kind, words in _TALLY_WORDS.items())
    parts = [count(number, *words) for number, words in kinds if number]
    rest = [f"{page.left_out:,} more not shown"] if page.left_out else []
    return f"{count(page.listed, 'sentence')}: {', '.join([*parts, *rest])}"


def listed(report: Report) -> str:
    """How many sentences are listed, and what is not."""
    if not report.listed:
        every = "Every claim has a named source" + (" or is settled" if report.settled.sentences else "")
        return f"{every}." if set(CONCERN_OF.values()) <= set(report.concerns) else ""
    articles = sum(page.listed > 0 for page in report.pages)
    folded = f", not counting {count(report.reprinted, 'reprint')}" if report.reprinted else ""
    whole = f"{count(report.listed, 'sentence')} in {count(articles, 'article')}{folded}"
    if not report.left_out:
        return f"{whole}, the most serious first."
    return (
        f"{whole}. Shown here are the {report.listed - report.left_out:,} most serious; the other {report.left_out:,} "
        "are left out here; the report as CSV or JSON has them."
    )
