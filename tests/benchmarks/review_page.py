"""How long a page of `sayso review` takes: `python tests/benchmarks/review_page.py [ARTICLES [HOME]]`.

A home is filled with so many articles (1000, unless told otherwise), `seeds/articles` told anew, of which up to four
neighbours are linked claim by claim; a HOME that is there already is taken as it is. Each kind of page is then asked
for a hundred times, different ones, from a server in this process; every tenth time something is decided first. Printed
are the median and the 95th percentile of the milliseconds until the whole page is there, by the clock and of
processor time.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from review_world import RULES, Visitor
from starlette.testclient import TestClient
from worklist_of_many import filled

from sayso.desk.linking import linker
from sayso.desk.open_desk import OpenDesk
from sayso.ledger import Ledger
from sayso.registry import Registry
from sayso.review import application
from sayso.settings import settings
from schemas import Link, Linking

TIMES = 100
RELATIONS = ("repeats", "corroborates", "corroborates", "qualifies", "conflicts")
AT_ONCE = 500


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


def timed(client: TestClient, addresses: Sequence[str], visitor: Visitor, decided: Sequence[str]) -> str:
    """The percentiles of asking for each of these addresses."""
    took: list[tuple[float, float]] = []
    for number, address in enumerate(addresses):
        if number % 10 == 9:
            visitor.decide(decided[number // 10], "note", why="looked at")
        begin = time.perf_counter(), time.process_time()
        client.get(address).raise_for_status()
        took.append((1000 * (time.perf_counter() - begin[0]), 1000 * (time.process_time() - begin[1])))
    clock, processor = (sorted(one[kind] for one in took) for kind in (0, 1))
    at = [len(took) // 2, int(len(took) * 0.95) - 1]
    return "median {:.0f} ms, p95 {:.0f} ms; of processor {:.0f}, {:.0f}".format(
        *(clock[one] for one in at), *(processor[one] for one in at)
    )


def main() -> None:
    """Print a line a kind of page."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with TemporaryDirectory() as folder:
        home = Path(sys.argv[2] if len(sys.argv) > 2 else folder)
        if not (home / "ledger.db").exists():
            home.mkdir(parents=True, exist_ok=True)
            with filled(home, count) as ledger:
                linked(ledger)
        os.environ["SAYSO_HOME"] = str(home)
        with OpenDesk(settings()) as desk, TestClient(application(desk, RULES), follow_redirects=False) as client:
            begin = time.perf_counter()
            with desk.now() as now:
                print(f"{len(now.rows.rows)} items, opened in {time.perf_counter() - begin:.1f} s", flush=True)
            visitor = Visitor(client.app)
            visitor.client = client
            client.get("/?token=token-of-ana")
            pages = [f"/?page={number}" for number in range(1, TIMES + 1)]
            items = [item for page in pages[:4] for item in visitor.items(page)][:TIMES]
            claims = [f"/claim/{item.partition('s-')[2].partition('?')[0]}" for item in items if "/s-" in item]
            articles = [re.findall(r'href="(/article/[0-9a-f]+)"', visitor.page(item))[0] for item in items]
            for name, asked in (("queue", pages), ("item", items), ("article", articles), ("claim", claims)):
                print(f"{name:<8} {timed(client, asked, visitor, items)}", flush=True)
            print(f"{'record':<8} {timed(client, ['/record'] * 20, visitor, items)}", flush=True)


if __name__ == "__main__":
    main()
