"""`sayso stories`: the stories that articles tell, and what a person decides about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import click

from flows.cli.claim_rows import Row, text
from flows.cli.output import out
from flows.stderr import say, tell
from sayso.desk.deciding import Thing
from sayso.desk.finding import PATIENCE
from sayso.desk.listing_table import BOM
from sayso.desk.opening import opened
from sayso.desk.stories import (
    ARTICLE_COLUMNS,
    SCHEMA,
    STORY_COLUMNS,
    ListedStory,
    article_row,
    articles_of,
    grouping,
    join,
    listed,
    one_story,
    shown,
    split,
    story_row,
)
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.link.stories import Grouping, StoryIndex
from sayso.present.numbers import count, day, listing
from sayso.present.safe import csv_line, printable
from sayso.settings import settings
from schemas import Article

SHORT = 14
"""Characters of a story's id in a list: enough to tell it from others."""

Form = Literal["text", "json", "csv"]


class _Stories(click.Group):
    """Without the name of a command, it is `show`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(name="stories", cls=_Stories)
def command() -> None:
    """Print the stories that articles tell, or the articles of one; join two stories, or take an article out of one.

    Articles that tell of one event, and of what came of it, are one story: they share rare words and names, their
    beginnings mean the same, and they are not weeks apart. The column story of articles.csv overrules that, and what a
    person decides overrules both. Without the name of a command, show is meant.

    \b
    Examples: sayso stories
              sayso stories t-3f2a90c1d47b
    """


@command.command()
@click.argument("story", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="The format of the output.  [text]",
)
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=2,
    metavar="N",
    help="Leave out stories of fewer than N articles.  [2]",
)
def show(story: str | None, form: Form, least: int) -> None:
    """Print the stories, the one that was told last coming first; or the articles of one STORY.

    STORY is the id of a story or of an article of it, or enough of its beginning. The id of a story is made of that of
    the article that was read first of it. If two stories become one, both ids stand for it.

    \b
    Examples: sayso stories --format csv > stories.csv
              sayso stories t-3f2a90c1d47b --format json
    """
    with _told(write=False) as (_, snapshot, index):
        told = grouping(snapshot, index)
        if story is None:
            _print_all(listed(told, least), form)
        else:
            one = one_story(told, story)
            _print_one(shown(told, one), articles_of(snapshot, one), told, form)


_WHY = click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")
_BY = click.option("--by", metavar="NAME", help="Who decides.  [the login name, or SAYSO_ACTOR]")


@command.command(name="join")
@click.argument("story")
@click.argument("other", metavar="STORY")
@_WHY
@_BY
def join_(story: str, other: str, why: str, by: str | None) -> None:
    """Record that two stories are one.

    Each STORY is the id of a story or of an article of it, or enough of its beginning. The newest decision counts: to
    undo this, reopen the decision with the id that is printed (sayso decide).

    \b
    Example: sayso stories join t-3f2a90c1d47b t-9b0e2c5571aa --why "the same ship under its new name"
    """
    with _told(make=False) as (ledger, _, index):
        _recorded(join(ledger, index, story, other, why=_reason(why), by=_who(by)), "confirm", by)


@command.command(name="split")
@click.argument("article")
@_WHY
@_BY
def split_(article: str, why: str, by: str | None) -> None:
    """Record that an article is not of its story: it is taken out, with all versions of its page.

    ARTICLE is an id that sayso stories prints, or enough of its beginning. The article can become part of another
    story. The newest decision counts: to undo this, join the two again, or reopen the decision (sayso decide).

    \b
    Example: sayso stories split 3f2a90c1d47b --why "a fire in another Springfield" --by "Ana Lind"
    """
    with _told(make=False) as (ledger, _, index):
        _recorded(split(ledger, index, article, why=_reason(why), by=_who(by)), "reject", by)


@contextmanager
def _told(**how: bool) -> Iterator[tuple[Ledger, Snapshot, StoryIndex]]:
    from sayso.desk.indexes import indexes  # imported here: it loads the encoder, which no refusal needs

    with (
        opened(**how) as ledger,
        indexes(ledger, settings().indexes, say, PATIENCE) as current,
        ledger.snapshot() as snapshot,
    ):
        yield ledger, snapshot, current.stories


def _reason(why: str) -> str:
    if not why.strip():
        raise UsageError("expected a reason for --why, found none")
    return why


def _who(by: str | None) -> str:
    return by or settings().actor


def _recorded(made: list[tuple[int, Thing]], judgement: str, by: str | None) -> None:
    for number, thing in made:
        tell(f"recorded as entry {number}: {judgement} by {_who(by)}: {thing.kind} {thing.id}")


def _print_all(stories: list[ListedStory], form: Form) -> None:
    match form:
        case "json":
            _print_json({"schema": SCHEMA, "stories": [story_row(story) for story in stories]})
        case "csv":
            out(BOM + csv_line(STORY_COLUMNS))
            for story in stories:
                row = story_row(story) | {"outlets": "; ".join(story.outlets)}
                out(csv_line(_cell(row[name]) for name in STORY_COLUMNS))
        case _:
            for story in stories:
                out(_text(story))
            say(count(len(stories), "story", "stories"))


def _print_one(story: ListedStory, articles: list[Article], told: Grouping, form: Form) -> None:
    match form:
        case "json":
            _print_json({"schema": SCHEMA, **story_row(story), "told": [article_row(article) for article in articles]})
        case "csv":
            out(BOM + csv_line(ARTICLE_COLUMNS))
            for article in articles:
                row = article_row(article)
                out(csv_line(_cell(row[name]) for name in ARTICLE_COLUMNS))
        case _:
            out(text(_about(story), *(_article(article, told) for article in articles)))


def _print_json(found: object) -> None:
    out(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _text(story: ListedStory) -> str:
    told = f"{story.id[:SHORT]}  {count(len(story.articles), 'article'):>12}  {_days(story):<24}"
    lines = [f"{told}  {printable(story.title)}", f"{'':{len(told)}}  {printable(listing(story.outlets))}"]
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def _days(story: ListedStory) -> str:
    if story.first is None or story.first == story.last:
        return story.first or ""
    return f"{story.first} to {story.last}"


def _about(story: ListedStory) -> Iterator[Row]:
    yield "story", story.title
    yield "id", story.id
    yield "supplied", story.supplied or ""
    yield "told by", f"{count(len(story.articles), 'article')}: {listing(story.outlets) or 'outlets not known'}"
    yield "dates", " to ".join(day(one) for one in dict.fromkeys((story.first, story.last)) if one)


def _article(article: Article, told: Grouping) -> Iterator[Row]:
    yield "article", told.facts(article.id).headline
    yield "", " | ".join(filter(None, (article.outlet, article.published, article.url)))
    yield "id", article.id
