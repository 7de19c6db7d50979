"""A desk at once on `sayso review`: `python tests/benchmarks/review_load.py [--readers 20] [--reviewers 5] ...`.

The home is one of `review_homes`; `sayso review` runs as a process of its own. Readers look at pages of the list, at
items, articles and claims; reviewers decide one item after the other. All go on for so many seconds, and each waits so
long between two pages (on average; 0: a page after the other, as fast as the server is). Printed are the milliseconds
of each kind of page, what was answered with anything but a page, and whether each decision that was acknowledged is in
the ledger exactly once.
"""

from __future__ import annotations

import re
import secrets
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from threading import Lock

from review_homes import asked, home_of  # isort: skip: it puts the folders of the others on the path
import httpx
from review_world import OWN, hidden

from sayso.ledger import Ledger
from sayso.settings import settings

SAYSO = (sys.executable, "-c", "from flows.cli.main import main; main()")
RUN = secrets.token_hex(4)
"""Tells the decisions of this run from those of others in the same ledger."""
ACTIONS = ("note", "query", "misread", "accept", "lawyer", "answered")


class Measured:
    """What was asked, how long that took, and what was acknowledged; any number of threads may add."""

    def __init__(self) -> None:
        self.took: dict[str, list[float]] = defaultdict(list)
        self.wrong: Counter[str] = Counter()
        self.decided: dict[str, int] = {}
        self._lock = Lock()

    def add(self, kind: str, milliseconds: float, got: httpx.Response | Exception, fine: tuple[int, ...]) -> None:
        """Add an answer."""
        with self._lock:
            self.took[kind].append(milliseconds)
            if isinstance(got, Exception):
                self.wrong[f"{kind}: {type(got).__name__}"] += 1
            elif got.status_code not in fine:
                self.wrong[f"{kind}: {got.status_code}"] += 1


class Person:
    """Somebody at the desk with a browser of their own."""

    def __init__(self, address: str, number: int, measured: Measured, pause: float) -> None:
        self._client = httpx.Client(base_url=address.partition("/?")[0], timeout=60)
        self._client.get(address)  # its token becomes a cookie
        self._chance, self._measured, self._pause, self._number = Random(number), measured, pause, number

    def read(self, until: float) -> None:
        """Look at one page after the other."""
        while time.monotonic() < until:
            listed = self._asked("list", f"/?page={self._chance.randint(1, 60)}")
            items = re.findall(r'<a href="([^"]+)" data-row', listed)
            for address in self._chance.sample(items, min(4, len(items))):
                page = self._asked("item", address.replace("&amp;", "&"))
                for kind, pattern in (("article", r'href="(/article/[0-9a-f]+)"'), ("claim", r'href="(/claim/[^"]+)"')):
                    if (found := re.search(pattern, page)) and self._chance.random() < 0.3:
                        self._asked(kind, found[1])

    def decide(self, until: float) -> None:
        """Decide one item after the other; several decide about the same ones."""
        address, made = "/", 0
        while time.monotonic() < until:
            page = self._asked("item" if "/item/" in address else "list", address)
            if "/item/" not in address:
                items = re.findall(r'<a href="([^"]+)" data-row', page)
                address = self._chance.choice(items).replace("&amp;", "&")
                continue
            form = re.search(r'<form class="decide".*?</form>', page, re.DOTALL)
            if form is None:
                address = "/"
                continue
            why, made = f"load {RUN} {self._number}-{made}", made + 1
            fields = {**hidden(form[0]), "action": self._chance.choice(ACTIONS), "why": why}
            sent = self._timed(
                "decide", lambda fields=fields: self._client.post("/decide", data=fields, headers=OWN), (303,)
            )
            if sent is not None and sent.status_code == 303:
                self._measured.decided[why] = 1
                address = sent.headers["location"]
            if self._chance.random() < 0.3:
                address = f"/?page={self._chance.randint(1, 20)}"

    def _asked(self, kind: str, address: str) -> str:
        got = self._timed(kind, lambda: self._client.get(address), (200,))
        return got.text if got is not None else ""

    def _timed(self, kind: str, ask: Callable[[], httpx.Response], fine: tuple[int, ...]) -> httpx.Response | None:
        if self._pause:
            time.sleep(self._chance.expovariate(1 / self._pause))
        begin = time.perf_counter()
        try:
            got: httpx.Response | Exception = ask()
        except httpx.HTTPError as error:
            got = error
        self._measured.add(kind, 1000 * (time.perf_counter() - begin), got, fine)
        return None if isinstance(got, Exception) else got


@contextmanager
def serving(people: int) -> Iterator[list[str]]:
    """The addresses that `sayso review` prints for so many people."""
    names = [part for number in range(people) for part in ("--by", f"Person {number}")]
    with subprocess.Popen([*SAYSO, "review", "--port", "0", *names], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield [process.stdout.readline().strip().partition(": ")[2] for _ in range(people)]
        finally:
            process.send_signal(signal.SIGTERM)
    print(f"ended with {process.returncode}")


def told(measured: Measured) -> Iterator[str]:
    """A line for each kind of page, and one for all."""
    for kind, took in {**measured.took, "all": [one for every in measured.took.values() for one in every]}.items():
        some = sorted(took)
        at = {share: some[min(len(some) - 1, int(len(some) * share))] for share in (0.5, 0.95)}
        yield f"{kind:<8} {len(some):5}  median {at[0.5]:.0f} ms, p95 {at[0.95]:.0f} ms, longest {some[-1]:.0f} ms"
    yield f"answered with something else: {dict(measured.wrong) or 'nothing'}"


def recorded(measured: Measured) -> str:
    """Whether what was acknowledged is in the ledger exactly once; a sentence's claims are decided on one by one."""
    found: dict[str, list[str]] = defaultdict(list)
    with Ledger.open(settings().database_url) as ledger, ledger.snapshot() as snapshot:
        for about in batches_of(sorted(snapshot.decided())):
            for one in snapshot.decisions(*about):
                found[one.why].append(one.about)
    lost = [why for why in measured.decided if why not in found]
    twice = [why for why in measured.decided if len(found[why]) != len({*found[why]})]
    return f"{len(measured.decided)} decisions acknowledged, {len(lost)} not in the ledger, {len(twice)} there twice"


def batches_of(things: list[str], many: int = 500) -> Iterator[list[str]]:
    """These, so many at a time."""
    return (things[at : at + many] for at in range(0, len(things), many))


def main() -> None:
    """Print what the desk saw."""
    parser = asked(__doc__)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--reviewers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between two pages of a person")
    given = parser.parse_args()
    measured = Measured()
    with home_of(given.articles, given.home, given.database):
        with serving(given.readers + given.reviewers) as addresses:
            people = [Person(one, number, measured, given.pause) for number, one in enumerate(addresses)]
            until = time.monotonic() + given.seconds
            with ThreadPoolExecutor(len(people)) as pool:
                works = [
                    pool.submit(one.decide if number < given.reviewers else one.read, until)
                    for number, one in enumerate(people)
                ]
                for work in works:
                    work.result()
        print("\n".join(told(measured)))
        print(recorded(measured))


if __name__ == "__main__":
    main()
