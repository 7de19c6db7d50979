"""`sayso retrace`: what the installed engine reads differently from the one that read first."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from flows.cli.commands.link import linked
from flows.cli.output import out
from flows.cli.spec_text import retraced_lines
from flows.stderr import say, tell
from flows.workers.limits import to_extract
from flows.workers.pool import WorkerPool, in_order
from flows.workers.reading import engine, extracted
from sayso.desk.opening import opened
from sayso.desk.retracing import ChangeExample, ReadingChanges, adopt, changes, read_again
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.present.decisions import orphan_in_words
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.settings import settings
from schemas import Article, Decision, Extraction

WIDTH = 100
"""Characters of an example's words that are printed."""


@click.command(name="retrace")
@click.option("--adopt", "adopting", is_flag=True, help="Let what this engine reads count from now on.")
@click.option("--why", metavar="TEXT", help="With --adopt: the reason, for those who read it later.")
@click.option("--by", metavar="NAME", help="Who adopts.  [the login name, or SAYSO_ACTOR]")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    metavar="N",
    help="How many processes read articles.  [one for each core]",
)
def command(adopting: bool, why: str | None, by: str | None, workers: int) -> int:
    """Read again, with the installed engine, what others have read; print what changes, by kind and with examples.

    The new readings are recorded beside those that count, and change no report until --adopt. If the words of a
    decision are then read differently, the decision follows them by their place; if they are not found, it is listed
    as orphaned. You can stop at any time: the next retrace continues.

    The newsroom's specs (the setting [specs] folder) are run on both readings. An engine by which a scenario is wrong
    that was right before is not adopted, unless the scenario has the tag @corrected.

    \b
    Examples: sayso retrace
              sayso retrace --adopt --why "chains over two relays are read right"
    """
    ours = settings()
    if adopting and not (why or "").strip():
        raise UsageError("expected a reason for --adopt, found none; give --why TEXT")
    with opened(make=False) as ledger:
        version = engine().version
        unread = _read(ledger, version.id, workers)
        with ledger.snapshot() as snapshot:
            found, orphans = changes(snapshot.readings(version.id)), snapshot.orphaned(version.id)
            out("".join(_told(found, orphans)))
            lost = _specs(snapshot, ours.specs.folder)
        if adopting and lost:
            say(
                f"not adopted: {count(lost, 'scenario')} right before and wrong now; give the tag @corrected to each "
                "that you put up with, and adopt again"
            )
            return 1
        if adopting and found.articles:
            (number,) = adopt(ledger, version, why or "", by or ours.actor).numbers
            read = count(found.articles, "article")
            tell(f"recorded as entry {number}: from now on, {read} count as this engine reads")
            tell(f"`sayso decide {version.id[:12]} reject` takes that back")
    unlinked = adopting and found.articles and linked(again=False)
    return 3 if unread or unlinked else 0


def _read(ledger: Ledger, engine: str, workers: int) -> int:
    """Read what the engine with this id has left to read; how many articles could not be."""
    with ledger.snapshot() as snapshot:
        numbers, unread = snapshot.unread_by(engine), 0
    with WorkerPool(extracted, workers, to_extract) as readers:

        def read(articles: Sequence[Article]) -> Iterator[Callable[[], Extraction]]:
            return in_order(readers, ((one,) for one in articles), workers)

        done = read_again(ledger, numbers, read)
        with click.progressbar(length=len(numbers), label="reading", file=sys.stderr) as bar:
            for file, problem in done:
                bar.update(1)
                if problem is not None:
                    unread += 1
                    say(f"{file}: {problem}")
    return unread


def _specs(snapshot: Snapshot, folder: Path) -> int:
    """Print how the newsroom's specs come out before and after; how many were right and are not now."""
    if not folder.is_dir() or not any(folder.rglob("*.feature")):
        return 0
    from sayso.desk.retraced_specs import retraced_specs
    from sayso.testing.spec_folder import spec_folder

    specs = spec_folder(folder)
    for problem in specs.problems:
        say(f"{folder}: {problem}")
    found = retraced_specs(specs, snapshot, engine())
    for outcome in found.after.of("unfit"):
        say(f"{folder}: {outcome.unfit}")
    out("".join(retraced_lines(specs, found)))
    return len(found.lost)


def _told(found: ReadingChanges, orphans: Iterable[Decision]) -> Iterator[str]:
    yield f"{count(found.articles, 'article')} first read by another engine, {found.changed} of them differently\n"
    for kind, many in found.kinds.most_common():
        yield f"\n{many:>6}  {kind}\n"
        for one in found.examples[kind]:
            yield from _shown(one)
    for decision in orphans:
        yield f"\norphaned: {printable(orphan_in_words(decision))}\n"


def _shown(one: ChangeExample) -> Iterator[str]:
    yield f"        {printable(one.file)}: {_short(one.words)}\n"
    yield f"          was {_short(one.before) or 'nothing'}\n          is  {_short(one.after) or 'nothing'}\n"


def _short(words: str) -> str:
    return printable(words if len(words) <= WIDTH else f"{words[: WIDTH - 4]} ...")
