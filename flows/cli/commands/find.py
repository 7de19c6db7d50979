"""`sayso find`: every claim with certain words, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable

import click

from flows.cli.claim_rows import Row, carried, known, text
from flows.cli.commands.options import as_of_option
from flows.cli.output import out
from flows.state_asked import as_asked
from flows.stderr import say
from sayso.desk.carriers import Carried
from sayso.desk.claim_search import nearest, with_words
from sayso.desk.opening import opened
from sayso.errors import UsageError
from sayso.present.numbers import count as counted
from sayso.settings import settings
from schemas import Dossier


@click.command(name="find")
@click.argument("words", required=False)
@click.option(
    "--like", metavar="TEXT", help="Print the claims nearest to TEXT in meaning and words instead, the best first."
)
@click.option("--top", type=click.IntRange(min=1), default=10, metavar="N", help="With --like: how many claims.  [10]")
@as_of_option
def command(words: str | None, like: str | None, top: int, as_of: str | None) -> None:
    """Print every claim with these WORDS: its paragraph, who says so, the version, capture and entry it comes from.

    Upper and lower case are the same, and so are all spaces between words. Decisions about a claim are shown with it.
    From four words on, WORDS may be a whole sentence, with other quotation marks: then follows which articles have it,
    and, where there are some, other versions of these pages and articles that share their text. With --as-of, --like
    looks among the readings that count now.

    \b
    Examples: sayso find "missile defence"
              sayso find "The minister said that the bridge was unsafe."
              sayso find --like "Both sides agreed to talk about missile defence" --top 3
    """
    if (words is None) == (like is None):
        given = "neither" if words is None else "both"
        raise UsageError(f"expected either words to find or --like with a text, found {given}; give one of them")
    if like is not None and not like.strip():
        raise UsageError("expected a text for --like, found none")
    with opened(write=False) as ledger:
        with as_asked(ledger, as_of) as snapshot:
            entry = snapshot.as_of
        if like is None:
            carried_by = Carried()
            count = _printed(((), one) for one in carried_by.noted(with_words(ledger, words or "", entry)))
            out(text(*carried(carried_by.carriers(ledger, words or "", entry))))
        else:
            found = nearest(ledger, settings().indexes, like, top, say, None if as_of is None else entry)
            count = _printed(([("score", f"{score:.2f}")], dossier) for score, dossier in found)
    say(f"{counted(count, 'claim')} {'with these words' if like is None else 'nearest to this'}")


def _printed(found: Iterable[tuple[Iterable[Row], Dossier]]) -> int:
    """Print each claim, with what else is to be said of it before; how many there were."""
    count = 0
    for count, (rows, dossier) in enumerate(found, start=1):  # noqa: B007
        out(text([*rows, *known(dossier)]))
    return count
