"""What a person decides about stories: two are one, or an article is of another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sayso.desk.deed import Deed, Thing
from sayso.desk.judging_kinds import PAIR
from sayso.desk.ledger_stories import grouping, one_article, one_story
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.present.actions import Action
from schemas import Judgement, pair_of_articles

if TYPE_CHECKING:
    from sayso.link.stories import StoryIndex


def join(ledger: Ledger, index: StoryIndex, one: str, other: str, *, why: str, by: str) -> list[tuple[int, Thing]]:
    """Record that two stories (ids) are one; returns what was judged, with entry numbers.

    Earlier decisions that keep an article of one from an article of the other no longer hold.
    """
    with ledger.snapshot() as snapshot:
        told = grouping(snapshot, index)
        stays, comes = one_story(told, one), one_story(told, other)
        if stays.id == comes.id:
            raise UsageError(
                f"expected two stories, found {stays.id} twice; `sayso stories {stays.id}` has its articles"
            )
        kept_apart = [
            (ruling.a, ruling.b)
            for ruling in snapshot.pair_rulings()
            if not ruling.together and {told.story(ruling.a).id, told.story(ruling.b).id} == {stays.id, comes.id}
        ]
    pairs = [*kept_apart, (comes.articles[0], stays.articles[0])]
    return _recorded(ledger, pairs, "confirm", why, by)


def split(ledger: Ledger, index: StoryIndex, article: str, *, why: str, by: str) -> list[tuple[int, Thing]]:
    """Record that an article (its id) is not of its story; returns what was judged, with entry numbers.

    It takes all versions of its page along. Decisions that joined it with others of the story no longer hold. It can
    become part of another story.
    """
    with ledger.snapshot() as snapshot:
        told = grouping(snapshot, index)
        out = one_article(told, article)
        facts, story = told.facts(out), told.story(out)
        others = [each for each in story.articles if each != out and not told.versions(each, out)]
        if not others:
            raise UsageError(f"expected an article that shares its story with others, found {out} alone in it")
        named = [each for each in others if facts.supplied and told.facts(each).supplied == facts.supplied]
        joined = {frozenset((ruling.a, ruling.b)) for ruling in snapshot.pair_rulings() if ruling.together}
    pairs = [(out, (named or others)[0]), *((out, each) for each in others if {out, each} in joined)]
    return _recorded(ledger, pairs, "reject", why, by)


def _recorded(
    ledger: Ledger, pairs: Iterable[tuple[str, str]], judgement: Judgement, why: str, by: str
) -> list[tuple[int, Thing]]:
    distinct = list(dict.fromkeys(pairs))
    things = [Thing(PAIR, pair_of_articles(*pair), pair_of_articles(*pair)) for pair in distinct]
    deed, now = Deed(Action(judgement), by, why), datetime.now(UTC)
    made = [deed.on(thing, now, articles=pair) for thing, pair in zip(things, distinct, strict=True)]
    return list(zip(ledger.decide(*made).numbers, things, strict=True))
