"""`sayso stories`: the stories that articles tell, and what a person decides about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from flows.cli.story_rows import Form, print_all, print_one
from flows.stderr import say, tell
from sayso.desk.claim_search import PATIENCE
from sayso.desk.deed import Thing
from sayso.desk.ledger_stories import articles_of, grouping, listed, one_story, shown
from sayso.desk.opening import opened
from sayso.desk.story_decisions import join, split
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.link.stories import StoryIndex
from sayso.settings import settings


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
            print_all(listed(told, least), form)
        else:
            one = one_story(told, story)
            print_one(shown(told, one), articles_of(snapshot, one), told, form)


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
