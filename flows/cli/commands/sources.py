"""`sayso sources`: the newsroom's registry of sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import click

from flows.cli.output import out
from flows.cli.source_rows import described, listed_line
from flows.stderr import tell
from sayso.desk.changing_registry import (
    NewsroomSources,
    Reason,
    RecordedSource,
    add_alias,
    add_source,
    changes_of,
    found,
    merge,
    newsroom,
)
from sayso.desk.loading_registry import base_registry
from sayso.desk.opening import ledger_address
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Source, SourceKind

_WHY = click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")
_BY = click.option("--by", metavar="NAME", help="Who decides.  [the login name, or SAYSO_ACTOR]")


@click.group(name="sources")
def command() -> None:
    """List the sources that names in texts are taken for; add one, a further name, or merge two.

    Each change is an entry of the ledger, with who made it and why. Articles that are read from now on are read with
    it; `sayso retrace` reads those again that were read before. `sayso undo` takes a change back.

    \b
    Example: sayso sources add "Harbour Wire" --kind news_agency --why "the agency of our ports"
    """


@command.command(name="list")
@click.argument("words", required=False, default="", metavar="[WORDS]")
@click.option("--all", "every", is_flag=True, help="Also those that come with Sayso.")
def list_(words: str, every: bool) -> None:
    """Print the sources that the newsroom added or changed, one on each line: key, name, kind, owner, by whom, why.

    \b
    Example: sayso sources list --all "harbour"
    """
    known = _known()
    shown = sorted(known.registry.sources.values(), key=lambda source: source.key)
    for source in shown:
        made = changes_of(known, source)
        if (every or made) and words.lower() in f"{source.key} {source.name} {' '.join(source.aliases)}".lower():
            out(f"{listed_line(source, known.registry, made)}\n")


@command.command()
@click.argument("source", metavar="SOURCE")
def show(source: str) -> None:
    """Print what is known of a source, given by its key or name: its names, what it is, whose, who changed it and why.

    \b
    Example: sayso sources show TASS
    """
    known = _known()
    one = found(known, source)
    out("".join(f"{line}\n" for line in described(one, known.registry, changes_of(known, one))))


@command.command()
@click.argument("name", metavar="NAME")
@click.option("--kind", required=True, type=click.Choice(get_args(SourceKind)), metavar="KIND", help="What it is.")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="A further form of its name; repeatable.")
@click.option("--alone", multiple=True, metavar="NAME", help="A form that is also a common word; repeatable.")
@click.option("--country", metavar="CC", help="Two capital letters, as in ISO 3166.")
@click.option("--owner", metavar="SOURCE", help="The key or name of its owner, or of the body it belongs to.")
@click.option("--state", is_flag=True, help="A state or its ruling party owns or runs it.")
@click.option("--key", default="", metavar="KEY", help="Its key.  [made of its name]")
@_WHY
@_BY
def add(
    name: str,
    kind: SourceKind,
    aliases: tuple[str, ...],
    alone: tuple[str, ...],
    country: str | None,
    owner: str | None,
    state: bool,
    key: str,
    why: str,
    by: str | None,
) -> None:
    """Add a source.

    KIND is one of person, group, organisation, government, news_outlet, news_agency, document, social_media, unknown.

    \b
    Example: sayso sources add "Harbour Wire" --kind news_agency --alias HW --why "the agency of our ports"
    """
    if country is not None and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise UsageError(f"expected two capital letters for --country, such as NO, found {country!r}")
    source = Source(
        key=key, name=name, aliases=aliases, alone=alone, kind=kind, country=country, parent=owner, state=state
    )
    _changed(lambda ledger, known: add_source(ledger, known, source, _reason(why, by)))


@command.command()
@click.argument("source", metavar="SOURCE")
@click.argument("name", metavar="NAME")
@click.option("--alone", is_flag=True, help="It is also a common word: known only where it is a whole mention.")
@_WHY
@_BY
def alias(source: str, name: str, alone: bool, why: str, by: str | None) -> None:
    """Let NAME be a further form of the name of a SOURCE, given by its key or name.

    \b
    Example: sayso sources alias reuters "Thomson Reuters News" --why "as their bylines have it"
    """
    _changed(lambda ledger, known: add_alias(ledger, known, source, name, _reason(why, by), alone=alone))


@command.command(name="merge")
@click.argument("source", metavar="SOURCE")
@click.argument("into", metavar="INTO")
@_WHY
@_BY
def merge_(source: str, into: str, why: str, by: str | None) -> None:
    """Let SOURCE be the same as INTO: its names mean that one from now on.

    \b
    Example: sayso sources merge port-of-sund sund-harbour --why "renamed in May"
    """
    _changed(lambda ledger, known: merge(ledger, known, source, into, _reason(why, by)))


def _known() -> NewsroomSources:
    address, base = ledger_address(), base_registry(settings().sources.registry)
    if address.files and not address.files[0].exists():
        return NewsroomSources(base, base.sources.keys(), base.sources, ())
    with address.open(write=False) as ledger:
        return newsroom(ledger, base)


def _reason(why: str, by: str | None) -> Reason:
    return Reason(by or settings().actor, why)


def _changed(change: Callable[[Ledger, NewsroomSources], RecordedSource]) -> None:
    base = base_registry(settings().sources.registry)
    with ledger_address().open() as ledger:
        made = change(ledger, newsroom(ledger, base))
    tell(
        f"recorded as entry {made.entry}: it holds for what is read from now on, `sayso retrace` reads again what was "
        f"read before, and `sayso undo d-{made.decision.id[:12]}` takes it back"
    )
