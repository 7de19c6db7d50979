"""The worklist's wording, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.present.appearance import appearance
from sayso.present.item_state import State
from sayso.present.numbers import count, listing, moment
from sayso.report import SENTENCE
from sayso.worklist.model.finding import Kind, SetAside
from sayso.worklist.model.worklist import Item, ItemArticle, Worklist

TITLE = "What to act on"
DECIDE = (
    "sayso decide ID records what became of an item: query, answered, held-on-file and others; enough of the beginning "
    "of an id will do. What is settled leaves the list."
)
SHORT = 12
"""Digits of an id that are shown: enough to tell it from others."""

KIND_WORDS: Mapping[Kind, str] = {
    "accusation": "Accused or exposed",
    "headline": "Headline says more than the body",
    "rule": "Breaks a standing rule",
    "changed": "Changed since it was cleared",
    "unnamed": "Unnamed source alone",
    "linked": "Several tell it, from one origin",
    "fact": "Carries the story, and nobody says so",
    "other": "No item otherwise",
}
HARM_WORDS = {1: "the paper looks careless", 2: "readers may come to harm or be misled", 3: "somebody is harmed"}
SUPPORT_WORDS = {0: "nobody", 1: "unnamed, or others' reports", 2: "on record", 3: "document or authority"}
_STATE_WORDS: Mapping[State, str] = {
    "open": "open",
    "queried": "queried",
    "answered": "answered",
    "with-lawyer": "with the lawyer",
    "closed": "closed",
    "reopened": "reopened",
}
_ASIDE_WORDS: Mapping[str, tuple[str, str]] = {
    "replies": ("printed reply", "printed replies"),
    "records": ("sentence that a court has found so", "sentences that a court has found so"),
    "background": ("sentence of background", "sentences of background"),
    "passives": ("passive without a doer", "passives without a doer"),
    "captions": ("caption", "captions"),
    "furniture": ("byline, dateline or piece of furniture", "bylines, datelines and pieces of furniture"),
}


def heading(item: Item) -> str:
    """What kind of item it is, and whom it is about."""
    who = listing(item.finding.who)
    return f"{KIND_WORDS[item.finding.kind]}: {who}" if who else KIND_WORDS[item.finding.kind]


def short_id(item: Item) -> str:
    """Enough of its id to tell it from others."""
    return item.finding.id[: len(SENTENCE) + SHORT]


def state(item: Item) -> str:
    """Where it stands, whom somebody asked until when, and who has it."""
    found = ["the machine misread it" if item.misread else _STATE_WORDS[item.state]]
    if item.state == "queried" and item.asked:
        found[0] = f"queried to {item.asked}"
    elif item.state == "with-lawyer" and item.asked:
        found[0] = f"with {item.asked}"
    if item.outcome:
        found.append(item.outcome.replace("-", " "))
    if item.until:
        found.append(f"until {moment(item.until)}{', overdue' if item.overdue else ''}")
    if item.assignee:
        found.append(f"{item.assignee} has it")
    return "; ".join(found)


def article(item: Item) -> str:
    """Its article: title, outlet, date, file, and when it was first seen."""
    return f"{item.article.heading} · {about(item.article)} · first seen {moment(item.first_seen)}"


def about(found: ItemArticle) -> str:
    """Where and when it appeared, as far as known, and its file."""
    return appearance(found.outlet, found.published, found.file)


def also(item: Item) -> str:
    """Who else prints the same sentence; "" for nobody."""
    names = listing([one.outlet or one.heading for one in item.also])
    return f"Also printed by {names}." if names else ""


def places(item: Item) -> str:
    """In how many other sentences the article says so; "" for none."""
    many = len(item.finding.places)
    return f"The article says so in {count(many, 'more sentence')}." if many else ""


def ranking(item: Item) -> str:
    """How much harm it would do if it were wrong, and how well it is supported, both from 0 to 3."""
    return (
        f"harm {item.finding.harm} ({HARM_WORDS[item.finding.harm]}), "
        f"support {item.finding.support} ({SUPPORT_WORDS[item.finding.support]})"
    )


def summary(made: Worklist) -> str:
    """How many items there are, and how many of them are open in all."""
    among = f", {count(made.accusations, 'accusation')} among them" if made.accusations else ""
    parts = [f"{count(made.matching, 'item')} to act on{among}"]
    if made.overdue:
        parts.append(f"{made.overdue:,} overdue")
    return f"{'; '.join(parts)}. {made.open:,} open in all."


def scope(made: Worklist) -> str:
    """What was asked for; "" for everything."""
    return f"Asked for: {'; '.join(made.scope)}." if made.scope else ""


def left_out(made: Worklist) -> str:
    """How many items are not shown; "" for none."""
    more = "" if made.sheet else " (--limit shows more)"
    return f"{count(made.left_out, 'more item')} not shown{more}." if made.left_out else ""


def counted(made: Worklist) -> str:
    """What is only counted; "" for nothing."""
    return listing_of(_counted(made))


def listing_of(parts: Iterator[str]) -> str:
    """The parts as a sentence; "" for none."""
    found = list(parts)
    return f"Counted, not listed: {', '.join(found)}." if found else ""


def _counted(made: Worklist) -> Iterator[str]:
    settled = [("settled", made.closed), ("that the machine misread", made.misread)]
    yield from (f"{count(number, 'item')} {name}" for name, number in settled if number)
    if made.background:
        yield f"{count(made.background, 'item')} of the newsroom's own background"
    for name in SetAside.model_fields:
        if number := getattr(made.aside, name):
            yield count(number, *_ASIDE_WORDS[name])
