"""A home with a large ledger, in SQLite or in PostgreSQL, for what measures `sayso review`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "ledger")]

import postgresql
from factories import make_capture
from worklist_of_many import ROOT, filled

from sayso.desk.linking import linker
from sayso.engine import Engine
from sayso.errors import NoLedgerError
from sayso.ingest import ingest
from sayso.ledger import Ledger
from sayso.registry import Registry
from sayso.settings import settings
from schemas import Article, Link, Linking

RELATIONS = ("repeats", "corroborates", "corroborates", "qualifies", "conflicts")
AT_ONCE = 500
LONG, LONG_URL = 20_000, "https://long.example/read"
"""Words of the one long article, and its address."""
OWN = "postgresql"


def asked(description: str | None) -> argparse.ArgumentParser:
    """What every such measurement is asked with."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="articles in a new ledger; some 14.5 claims each")
    parser.add_argument("--home", type=Path, help="the home, made where it is not there; without it, one for now")
    parser.add_argument("--database", help=f"the URL of a ledger's database; {OWN!r}: in a server for now")
    return parser


@contextmanager
def home_of(articles: int, home: Path | None, database: str | None) -> Iterator[str]:
    """A home with a ledger, which is filled where there is none; gives the id of the long article."""
    with ExitStack() as stack:
        place = home or Path(stack.enter_context(TemporaryDirectory()))
        place.mkdir(parents=True, exist_ok=True)
        os.environ["SAYSO_HOME"] = str(place)
        if database == OWN:
            database = postgresql.database(stack.enter_context(postgresql.server()), "desk")
        if database:
            os.environ["SAYSO_DATABASE_URL"] = database
        url = settings().database_url
        try:
            Ledger.open(url, make=False).close()
        except NoLedgerError:
            filled(url, articles).close()
            with Ledger.open(url) as ledger:
                linked(ledger)
        with Ledger.open(url) as ledger:
            long = _long(ledger)
        yield long


def linked(ledger: Ledger) -> None:
    """Link claims of neighbouring articles with each other."""
    articles: dict[str, list[str]] = {}
    with ledger.snapshot() as snapshot:
        for _, claim in snapshot.claims():
            articles.setdefault(claim.claim.article, []).append(claim.id)
    links = list(between(list(articles.values())))
    print(f"{len(articles)} articles, {sum(map(len, articles.values()))} claims, {len(links)} links", flush=True)
    for start in range(0, len(links), AT_ONCE):
        some = tuple(links[start : start + AT_ONCE])
        ledger.append_linking(Linking(linker=linker(Registry.installed()), links=some))


def between(articles: Sequence[Sequence[str]]) -> Iterator[Link]:
    """Links between the claims of groups of one to four articles."""
    chance, first = Random(1), 0
    while first < len(articles):
        group = articles[first : first + chance.choice((1, 2, 3, 4))]
        first += len(group)
        for number, one in enumerate(group):
            for other in group[number + 1 :]:
                pairs = (pair for pair in zip(one, other, strict=False) if chance.random() < 0.4)
                for a, b in pairs:
                    yield Link(a=a, b=b, relation=chance.choice(RELATIONS), confidence=0.8)  # type: ignore[arg-type]


def _long(ledger: Ledger) -> str:
    """The id of the long article, which is read where the ledger does not have it yet."""
    with ledger.snapshot() as snapshot:
        if known := snapshot.versions_of([LONG_URL]):
            return known[0]
    texts = [article.text for _, article in ingest(ROOT / "seeds" / "articles") if article]
    parts: list[str] = []
    for number in count():
        if sum(len(one.split()) for one in parts) >= LONG:
            break
        parts.append(texts[number % len(texts)])
    article = Article(text="\n\n".join(parts), url=LONG_URL, outlet="Long Reads", title="All of it")
    ledger.append(make_capture(article, "long.txt"), article, Engine().extract(article))
    return _long(ledger)
