"""The wording for linked claims, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.present.decisions import UNSURE
from sayso.present.numbers import count, day
from sayso.present.sourcing import REPORT_WORDS
from sayso.report.formats.report_words import listed
from sayso.report.model.concern import CONCERNS, Concern
from sayso.report.model.linked import ClaimTelling, Conflict, Contradiction, Fact, Teller
from sayso.report.model.listed_sentence import ListedSentence
from sayso.report.model.report import ArticlePage, Report

SUBTITLE = "Sentences without a named source, facts with one known origin at most, and conflicts"
CONFLICTS = "Conflicts"
CIRCULAR = "Facts in a circle"
SINGLE_ORIGIN = "Several outlets, one known origin at most"
TOLD = "Told by"
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
_IDS = 3
"""Links of one conflict, beside the first, whose ids are shown."""
_PLACES = 8
"""Places where the same is said that are named."""
_ORIGINS = {True: "Both go back to one origin.", False: "They go back to different origins."}


def subtitle(report: Report) -> str:
    """What the report lists."""
    if report.concerns == CONCERNS:
        return SUBTITLE
    chosen = ", ".join(CONCERN_WORDS[concern] for concern in report.concerns)
    return f"{chosen[:1].upper()}{chosen[1:]}"


def linked(report: Report) -> str:
    """How many conflicts, circles and facts of one known origin at most there are; empty for none."""
    parts = (
        (len(report.conflicts) + report.cut.conflicts, "conflict", "conflicts"),
        (len(report.circular) + report.cut.circular, "fact in a circle", "facts in a circle"),
        (len(report.single_origin) + report.cut.single_origin, f"fact {_AT_MOST}", f"facts {_AT_MOST}"),
    )
    found = ", ".join(count(number, singular, plural) for number, singular, plural in parts if number)
    left = f" {report.cut.all:,} of these are left out here; the report as CSV or JSON has them."
    return f"{found}.{left if report.cut.all else ''}" if found else ""


def summary(report: Report) -> str:
    """How many items are listed, and how many are left out."""
    left = [f"{words}." for words in (unlisted(report), _left(report.withheld), _gone(report)) if words]
    found = " ".join(part for part in (listed(report), linked(report), *left) if part)
    return found if report.listed or linked(report) else f"Nothing to list. {found}".rstrip()


def unlisted(report: Report) -> str:
    """How many facts of one origin are not listed, and why not, in one line; empty for none."""
    apart = report.unlisted
    parts = (
        (apart.said_so, "more fact has one origin and says so", "more facts have one origin and say so"),
        (apart.one_outlet, "repeat by one outlet alone", "repeats by one outlet alone"),
        (apart.unknown_outlets, "told by pages of unknown outlets", "told by pages of unknown outlets"),
        (apart.fragments, "fragment", "fragments"),
        (apart.colour, "piece of colour", "pieces of colour"),
    )
    found = "; ".join(count(number, one, many) for number, one, many in parts if number)
    return f"Facts not listed: {found}" if found else ""


def _left(withheld: int) -> str:
    return f"{count(withheld, 'suggested conflict')} not listed" if withheld else ""


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
    """How to decide on it: by its id, and by those of the other links, if claims of both facts are at odds in pairs."""
    whole = f"To confirm or reject it, or to accept it as settled: sayso decide {conflict.id}"
    others = conflict.links[1:]
    if not others:
        return whole
    more = f" and {len(others) - _IDS:,} more" if len(others) > _IDS else ""
    pairs = "1 more pair of claims is" if len(others) == 1 else f"{len(others):,} more pairs of claims are"
    return f"{whole}; {pairs} at odds in the same way: {', '.join(other[:ID] for other in others[:_IDS])}{more}"


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
        (report.settled.clusters, "fact"),
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
    return " · ".join([*([f"said ({telling.occasion})"] if telling.occasion else []), published(telling)])


def published(telling: ClaimTelling) -> str:
    """Where and when it was published."""
    on = day(telling.published) if telling.published else "date not known"
    return " · ".join(
        part for part in (telling.outlet or "outlet not known", telling.title or telling.file, on) if part
    )


def also(tellers: Sequence[Teller]) -> str:
    """Where else the same is said, the first of the places by name; empty for nowhere."""
    first = [f"{_outlet(each)}{_times(each)}" for each in tellers[:_PLACES]]
    named = "; ".join([*first, *([f"and {len(tellers) - _PLACES:,} more"] if len(tellers) > _PLACES else [])])
    return f"The same in {count(len(tellers), 'other account')}: {named}" if tellers else ""


def stories(found: Iterable[Conflict | Fact]) -> list[str]:
    """What stands above each: its story, where that is another than the one before; else nothing."""
    told = [one.story for one in found]
    return [f"{STORY}: {story}" if story and story != before else "" for before, story in pairwise([None, *told])]


def together(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts, those in one list that the same outlets tell in the same words from the same sources, of one origin.

    So what is printed from one text stands together. A fact in other words in one of them, or contradicted, is alone.
    """
    found: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        told = [line for teller in fact.told for line in (told_at(teller), from_whom(teller), echo(teller))]
        own = fact.claims if fact.contradicted or any(differs(teller, fact) for teller in fact.told) else ()
        found.setdefault((fact.sentence, *fact.circles, how_often(fact), *told, *own), []).append(fact)
    return list(found.values())


def how_often(fact: Fact) -> str:
    """How many outlets tell it, in how many claims, and how many claims are outside the report."""
    unknown = sum(teller.telling.outlet is None for teller in fact.told)
    outlets = [count(len(fact.told) - unknown, "outlet")] if len(fact.told) > unknown else []
    pages = [count(unknown, "page of an unknown outlet", "pages of unknown outlets")] if unknown else []
    unseen = len(fact.claims) - sum(len(teller.claims) for teller in fact.told)
    rest = f", and {count(unseen, 'claim')} outside this report" if unseen else ""
    return f"Told by {' and '.join([*outlets, *pages])}{rest}"


def fact_ids(fact: Fact) -> str:
    """The id of the fact, and whether its claims are surely the same."""
    same = f"that all say the same is {fact.status}" if fact.status else ""
    return " · ".join(part for part in (f"Fact {short(fact.id)}", same, "settled" if fact.settled else "") if part)


def rests(fact: Fact) -> list[str]:
    """What it rests on, and who cites whom."""
    return [fact.sentence, *fact.circles]


def against(fact: Fact) -> list[str]:
    """What contradicts it, a line each."""
    return [_against(one) for one in fact.contradicted]


def _against(one: Contradiction) -> str:
    name = "Denied" if one.relation == "denies" else "Contradicted"
    return f"{name}{'?' if one.suggested else ''}: “{one.words}” ({one.who}), conflict {one.conflict[:ID]}"


def settling(facts: Sequence[Fact]) -> list[str]:
    """What would settle these facts, each line once."""
    return list(dict.fromkeys(line for fact in facts for line in fact.settles))


def differs(teller: Teller, fact: Fact) -> bool:
    """Whether its words differ from the best."""
    return teller.telling.words.casefold() != fact.words.casefold()


def wordings(fact: Fact) -> list[str]:
    """The words of each teller where they differ from the best, and are not only an echo of words above."""
    shown: set[str] = set()
    found = []
    for teller in fact.told:
        words = teller.telling.words
        told = differs(teller, fact) and not (teller.echoes and words in shown)
        found.append(f"“{words}”" if told else "")
        shown.add(words)
    return found


def told_at(teller: Teller) -> str:
    """Where it tells the fact first, and how often in all."""
    return f"{published(teller.telling)}{_times(teller)}"


def from_whom(teller: Teller) -> str:
    """Who says so in it, or denies it; all of them, where it names several."""
    return "; ".join([says(teller.telling), *(f"also {other}" for other in teller.others)])


def echo(teller: Teller) -> str:
    """Who else has the same text; empty for nobody."""
    return f"The same text as {teller.echoes}" if teller.echoes else ""


def _outlet(teller: Teller) -> str:
    told = teller.telling
    return _place(told.outlet, told.title, told.file, told.published)


def _times(teller: Teller) -> str:
    return f" ({len(teller.claims):,} times)" if len(teller.claims) > 1 else ""


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
