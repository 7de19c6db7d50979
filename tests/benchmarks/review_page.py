"""How long a page of `sayso review` takes: `python tests/benchmarks/review_page.py [--articles N] [--home DIR] ...`.

A home is filled with so many articles (1000, unless told otherwise), `seeds/articles` told anew, of which up to four
neighbours are linked claim by claim, and one of 20,000 words; a ledger that is there already is taken as it is.
`--database` names a database in PostgreSQL, or `postgresql` a server for now. Each kind of page is then asked for a
hundred times, different ones, from a server in this process; every tenth time something is decided first. Printed are
the median and the 95th percentile of the milliseconds until the whole page is there, by the clock and of processor
time; of the long article, until its first byte is there and until all of it is.
"""

from __future__ import annotations

import asyncio
import gc
import re
import time
from collections.abc import Sequence

from review_homes import asked, home_of  # isort: skip: it puts the folders of the others on the path
from review_world import HOST, RULES, Visitor
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message

from flows.process_setup import COLLECTIONS
from sayso.desk.open_desk import OpenDesk
from sayso.review import application
from sayso.settings import settings

TIMES = 100


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


def first_byte(app: ASGIApp, path: str, cookie: str) -> tuple[float, float]:
    """Milliseconds until the first byte of the page's body is there, and until all of it is."""
    begin, came = time.perf_counter(), []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body" and message.get("body"):
            came.append(1000 * (time.perf_counter() - begin))

    headers = [(b"host", HOST.encode()), (b"cookie", cookie.encode())]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    asyncio.run(app({**scope, "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http"}, receive, send))
    return came[0], 1000 * (time.perf_counter() - begin)


def main() -> None:
    """Print a line a kind of page."""
    given = asked(__doc__).parse_args()
    gc.set_threshold(*COLLECTIONS)  # as `sayso` does
    with home_of(given.articles, given.home, given.database) as long, OpenDesk(settings()) as desk:
        app = application(desk, RULES)
        with TestClient(app, follow_redirects=False) as client:
            begin = time.perf_counter()
            with desk.now() as now:
                print(f"{len(now.rows.rows)} items, opened in {time.perf_counter() - begin:.1f} s", flush=True)
            visitor = Visitor(app)
            visitor.client = client
            client.get("/?token=token-of-ana")
            pages = [f"/?page={number}" for number in range(1, TIMES + 1)]
            items = [item for page in pages[:4] for item in visitor.items(page)][:TIMES]
            claims = [f"/claim/{item.partition('s-')[2].partition('?')[0]}" for item in items if "/s-" in item]
            articles = [re.findall(r'href="(/article/[0-9a-f]+)"', visitor.page(item))[0] for item in items]
            for name, asked_for in (("queue", pages), ("item", items), ("article", articles), ("claim", claims)):
                print(f"{name:<8} {timed(client, asked_for, visitor, items)}", flush=True)
            print(f"{'record':<8} {timed(client, ['/record'] * 20, visitor, items)}", flush=True)
            cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        took = [first_byte(app, f"/article/{long}", cookie) for _ in range(5)]
        first, whole = (sorted(one[at] for one in took)[2] for at in (0, 1))
        print(f"{'20,000 words':<8} first byte {first:.0f} ms, whole {whole:.0f} ms")


if __name__ == "__main__":
    main()
