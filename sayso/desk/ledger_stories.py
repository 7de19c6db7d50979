"""The stories of a ledger: as they are told now, listed, and found by their ids.

The index of stories is loaded inside the functions: most commands need none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Snapshot
from schemas import Article

if TYPE_CHECKING:
    from sayso.link.stories import Grouping, Story, StoryIndex

SCHEMA = 1
"""The version of the rows."""
FEW = 4
STORY_COLUMNS = ("id", "title", "articles", "outlets", "first", "last", "supplied")
ARTICLE_COLUMNS = ("id", "title", "outlet", "published", "url", "key", "story")

Row = dict[str, Any]


class ListedStory(NamedTuple):
    """A story: its id, the headline of its most central article, and how many articles of which outlets tell it.

    `first` and `last` are the dates of its earliest and its latest article, None where no date is known; `supplied`
    is the story that a catalogue names.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    supplied: str | None


def grouping(snapshot: Snapshot, index: StoryIndex) -> Grouping:
    """The stories of the index, with what people decided by this snapshot.

    `grouping(...).story(article).id` is the story of an article (its id), `.same(a, b)` whether two tell one story.
    Each is found out when it is first asked for, and costs as much as its story is large.
    """
    from sayso.link.stories import Grouping, Ruling

    return Grouping(index, [Ruling(*ruling) for ruling in snapshot.pair_rulings()])


def as_they_are(snapshot: Snapshot, folder: Path) -> Grouping | None:
    """The stories as far as the indexes in `folder` have come; None where there are none of this ledger.

    Nothing is locked or brought up to date: another program may link meanwhile.
    """
    from sayso.desk.index_position import IndexPosition
    from sayso.desk.indexes import STORIES
    from sayso.link.stories import StoryIndex

    try:
        position = IndexPosition.load(folder)
        known = position is not None and position.told > 0 and position.of(snapshot)
        return grouping(snapshot, StoryIndex.open(folder / STORIES)) if known else None
    except (ValueError, LedgerError):
        return None


def listed(told: Grouping, least: int) -> list[ListedStory]:
    """The stories of at least so many articles, the one of which an article was read last coming first."""
    found = [story for story in told if len(story.articles) >= least]
    return [shown(told, story) for story in sorted(found, key=lambda story: -told.last_read(story))]


def one_story(told: Grouping, beginning: str) -> Story:
    """The story with this id: the one that now holds the article of which the id was made; or of an article's id.

    Enough of the beginning will do. UsageError for none and for several.
    """
    from sayso.link.stories import STORY

    return told.story(one_article(told, beginning.strip().lower().removeprefix(STORY)))


def one_article(told: Grouping, beginning: str) -> str:
    """The id of the article whose id begins so; UsageError for none and for several."""
    found = told.beginning(beginning.strip().lower())
    if not found:
        raise UsageError(
            f"expected a story or an article whose id begins with {beginning!r}, found none; `sayso stories` prints ids"
        )
    if len(found) > 1:
        several = ", ".join(article[: len(beginning) + FEW] for article in found[:FEW])
        raise UsageError(
            f"expected one article whose id begins with {beginning!r}, found {several}; give more of the id"
        )
    return found[0]


def story_row(story: ListedStory) -> Row:
    """A story as JSON values; None is "not known"."""
    return story._asdict() | {"articles": len(story.articles)}


def article_row(article: Article) -> Row:
    """An article of a story as JSON values; None is "not known"."""
    return {"id": article.id, **{name: getattr(article, name) for name in ARTICLE_COLUMNS[1:]}}


def articles_of(snapshot: Snapshot, story: Story) -> list[Article]:
    """The articles of a story, the one that was read first coming first."""
    found = {article.id: article for article in snapshot.articles_of(story.articles)}
    return [found[article] for article in story.articles if article in found]


def shown(told: Grouping, story: Story) -> ListedStory:
    """One story as it is listed."""
    facts = [told.facts(article) for article in story.articles]
    dates = sorted(one.published[:10] for one in facts if one.published)
    supplied = sorted({one.supplied for one in facts if one.supplied})
    return ListedStory(
        id=story.id,
        title=told.facts(story.central).headline,
        articles=story.articles,
        outlets=tuple(sorted({one.outlet for one in facts if one.outlet})),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        supplied=supplied[0] if supplied else None,
    )
