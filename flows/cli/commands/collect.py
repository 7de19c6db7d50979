"""`sayso collect`: from the web to the inbox."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.collected import collected_now
from sayso.home import private
from sayso.settings import settings


@click.command(name="collect")
@click.argument("named", nargs=-1, metavar="[ADDRESS|FEEDS]...")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where the pages are saved.  [the inbox]",
)
def command(named: tuple[str, ...], into: Path | None) -> int:
    """Fetch articles from feeds and addresses into the inbox, for `sayso run` or `sayso serve` to read.

    ADDRESS is a page or a feed: RSS, Atom, JSON Feed or a sitemap for news. FEEDS is a file that lists feeds, in TOML
    as seeds/feeds.toml, or OPML; without either, the one in [collect] feeds. Each page is saved as it came, with how it
    came in a file beside it. What is known already is not saved again; a page that has become a stub does not replace
    the article that was there.

    Sites are asked every 5 seconds at most and as their robots.txt allows, never one in your own network. A feed that
    has failed 30 times in a row rests until you name it. Exit 3 if something could not be fetched.

    \b
    Examples: sayso collect seeds/feeds.toml
              sayso collect https://www.bbc.co.uk/news/articles/c1 --into pages
    """
    ours = settings()
    private(ours.home)
    made = collected_now(named, into, ours)
    return 3 if made.failed else 0
