"""The wording for linked claims, the same in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from sayso.present.decisions import UNSURE
from sayso.present.numbers import count, day
from sayso.present.sourcing import REPORT_WORDS
from sayso.report.formats.report_words import listed
from sayso.report.model.concern import CONCERNS, Concern
from sayso.report.model.linked import ClaimTelling, Cluster, Conflict
from sayso.report.model.listed_sentence import ListedSentence
from sayso.report.model.report import ArticlePage, Report

SUBTITLE = "Sentences without a named source, claims with one known origin at most, and conflicts"
CONFLICTS = "Conflicts"
CIRCULAR = "Claims in a circle"
SINGLE_ORIGIN = "Several accounts, one known origin at most"
TELLINGS = "Accounts"
STORY = "Story"
SETTLES = "What would settle it"

ID = 12
"""Digits of an id that are shown: enough to identify it in any ledger, since `sayso show` takes a beginning."""

CONCERN_WORDS: dict[Concern, str] = {
    "no-source": REPORT_WORDS["none-given"],
    "unnamed": REPORT_WORDS["unnamed"],
    "left-open": REPORT_WORDS["undetermined"],
    "single-origin": "one known origin at most",
    "circular": "in a circle",
    "conflicts": "conflicts",
}
_AT_MOST = "with one known origin at most"
_ORIGINS = {True: "Both go back to one origin.", False: "They go back to different origins."}


def subtitle(report: Report) -> str:
    """What the report lists."""
    if report.concerns == CONCERNS:
        return SUBTITLE
    chosen = ", ".join(CONCERN_WORDS[concern] for concern in report.concerns)
    return f"{chosen[:1].upper()}{chosen[1:]}"


def linked(report: Report) -> str:
    """How many conflicts, circles and claims of one known origin at most there are; empty for none."""
    parts = (
        (len(report.conflicts) + report.cut.conflicts, "conflict", "conflicts"),
        (len(report.circular) + report.cut.circular, "claim in a circle", "claims in a circle"),
        (len(report.single_origin) + report.cut.single_origin, f"claim {_AT_MOST}", f"claims {_AT_MOST}"),
    )
    found = ", ".join(count(number, singular, plural) for number, singular, plural in parts if number)
    left = f" {report.cut.all:,} of these are left out here; the report as CSV or JSON has them."
    return f"{found}.{left if report.cut.all else ''}" if found else ""


def summary(report: Report) -> str:
    """How many items are listed, and how many are left out."""
    left = [f"{words}." for words in (_left(report.withheld, "suggested conflict"), _gone(report)) if words]
    found = " ".join(part for part in (listed(report), linked(report), *left) if part)
    return found if report.listed or linked(report) else f"Nothing to list. {found}".rstrip()


def _left(number: int, noun: str) -> str:
    return f"{count(number, noun)} not listed" if number else ""


def _gone(report: Report) -> str:
    number = report.settled.sentences + report.settled.conflicts + report.settled.clusters
    return f"{number:,} settled and left out" if number else ""


def sections(report: Report) -> list[tuple[str, str]]:
    """The parts about links that are shown: the id of each on a page, and its title."""
    parts = (
        ("conflicts", CONFLICTS, report.conflicts),
        ("circular", CIRCULAR, report.circular),
        ("single-origin", SINGLE_ORIGIN, report.single_origin),
    )
    return [(id_, title) for id_, title, found in parts if found]


def relation(conflict: Conflict) -> str:
    """The name of the relation; a suggestion gets a question mark."""
    name = "Denial" if conflict.relation == "denies" else "Conflict"
    return f"{name}?" if conflict.suggested else f"{name}, settled" if conflict.settled else name


def order(conflict: Conflict) -> str:
    """Which came first, and whether one origin stands behind both."""
    first = "The first was said earlier." if conflict.ordered else "Order unknown."
    return f"{first} {_ORIGINS[conflict.one_origin]}" if conflict.one_origin is not None else first


def decide(conflict: Conflict) -> str:
    """How to decide on it."""
    return f"To confirm or reject it, or to accept it as settled: sayso decide {conflict.id}"


def ids(item: ListedSentence) -> str:
    """The ids that `sayso decide` takes, of the sentence and of its listed claims."""
    claims = f"{'claim' if len(item.claims) == 1 else 'claims'} {', '.join(claim[:ID] for claim in item.claims)}"
    return f"Sentence {short(item.id)}, {claims}"


def short(id_: str) -> str:
    """An id as it is shown: its prefix ("s-") and `ID` digits."""
    start = len(id_.partition("-")[0]) + 1 if "-" in id_ else 0
    return id_[: start + ID]


def decided(item: ListedSentence) -> str:
    """The decisions on its claims; empty for none."""
    return f"Decided: {'; '.join(item.decisions)}" if item.decisions else ""


def withheld(report: Report) -> str:
    """How many suggestions the report does not list; empty for none."""
    if not report.withheld:
        return ""
    return f"{count(report.withheld, 'conflict')}, each {UNSURE} (sayso report --suggestions lists them)"


def settled(report: Report) -> str:
    """How many settled items the report leaves out; empty for none."""
    parts = (
        (report.settled.sentences, "sentence"),
        (report.settled.conflicts, "conflict"),
        (report.settled.clusters, "cluster"),
    )
    found = ", ".join(count(number, noun) for number, noun in parts if number)
    return f"{found} (sayso report --settled lists them)" if found else ""


def says(telling: ClaimTelling) -> str:
    """Who says so, or denies it."""
    return f"{'Who denies it' if telling.denied else 'Who says so'}: {telling.who}"


def where(telling: ClaimTelling) -> str:
    """When and where it was said, as far as the text says, where and when it was published, and the claim's id."""
    return f"{place(telling)} · claim {telling.claim[:ID]}"


def place(telling: ClaimTelling) -> str:
    """The same without the id."""
    published = day(telling.published) if telling.published else "date not known"
    said = f"said ({telling.occasion})" if telling.occasion else None
    places = (said, telling.outlet or "outlet not known", telling.title or telling.file, published)
    return " · ".join(part for part in places if part)


def also(tellings: tuple[ClaimTelling, ...]) -> str:
    """Where else the same is said; empty for nowhere."""
    places = Counter(_place(each.outlet, each.title, each.file, each.published) for each in tellings)
    named = "; ".join(f"{name} ({times} times)" if times > 1 else name for name, times in places.items())
    return f"The same in {count(len(tellings), 'other account')}: {named}" if tellings else ""


def how_often(cluster: Cluster) -> str:
    """How often it is said, and how many of those accounts are outside the report."""
    articles = len({telling.article for telling in cluster.told})
    unseen = len(cluster.claims) - len(cluster.told)
    rest = f", {unseen:,} more outside this report" if unseen else ""
    return f"Said {count(len(cluster.told), 'time')} in {count(articles, 'article')}{rest}"


def together(clusters: Iterable[Cluster]) -> list[list[Cluster]]:
    """The clusters, those in one list that the same people make in the same places word for word, of one origin."""
    found: dict[tuple[str, ...], list[Cluster]] = {}
    for cluster in clusters:
        places = sorted(f"{says(telling)} {place(telling)}" for telling in cluster.told)
        own = cluster.claims if any(differs(telling, cluster) for telling in cluster.told) else ()
        found.setdefault(
            (cluster.sentence, *cluster.circles, cluster.status, how_often(cluster), *places, *own), []
        ).append(cluster)
    return list(found.values())


def stories(found: Iterable[Conflict | Cluster]) -> list[str]:
    """What stands above each: its story, where that is another than the one before; else nothing."""
    told = [one.story for one in found]
    return [f"{STORY}: {story}" if story and story != before else "" for before, story in pairwise([None, *told])]


def claimed(cluster: Cluster) -> str:
    """The claim in its earliest words, with that claim's id and the id of the whole cluster."""
    gone = " · settled" if cluster.settled else ""
    return f"{cluster.words} · claim {cluster.told[0].claim[:ID]} · all of them {short(cluster.id)}{gone}"


def differs(telling: ClaimTelling, cluster: Cluster) -> bool:
    """Whether its words differ from the claim's in the earliest article."""
    return telling.words.casefold() != cluster.words.casefold()


def rests(cluster: Cluster) -> list[str]:
    """What it rests on, who cites whom, and the evidence that its accounts say the same."""
    same = [" ".join([f"Whether they say the same: {cluster.status}.", *cluster.why])] if cluster.status else []
    return [cluster.sentence, *cluster.circles, *same]


def reprints(item: ListedSentence, page: ArticlePage) -> str:
    """Where else the sentence stands, and in which story; empty for nowhere."""
    if not item.reprints:
        return ""
    places = "; ".join(_place(each.outlet, each.title, each.file, each.published) for each in item.reprints)
    return f"Also in {count(len(item.reprints), 'reprint')} of “{page.story or page.heading}”: {places}"


def reprinted(page: ArticlePage) -> str:
    """How many of an article's sentences are listed elsewhere; empty for none."""
    sentence = "sentence of this article is" if page.reprinted == 1 else "sentences of this article are"
    return f"{page.reprinted:,} {sentence} listed with the article that printed them first." if page.reprinted else ""


def _place(outlet: str | None, title: str | None, file: str | None, published: str | None) -> str:
    name = outlet or title or file or "outlet not known"
    return f"{name}, {day(published)}" if published else name
