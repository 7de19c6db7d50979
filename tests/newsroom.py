"""A newsroom on this machine that publishes, corrects and deletes, over real HTTP; and servers that mean no good.

Every site has a name of its own at the same port; `resolve` says that all of them are on this machine.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

from sayso.collect import Exchange, Fetcher, Limits, WallClock

HERE = "127.0.0.1"
ALLOWED = (ip_network("127.0.0.0/8"),)
QUICK = Limits(size=200_000, whole=0.25, idle=0.1, redirects=4)
"""What hostile servers get: none of them is waited for long."""

Serve = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by what is published at the host and path; everything else is not found."""

    protocol_version = "HTTP/1.1"
    newsroom: Newsroom

    def do_GET(self) -> None:
        site = self.headers.get("Host", "").partition(":")[0]
        self.newsroom.asked.append((f"{site}{self.path}", dict(self.headers)))
        serve = self.newsroom.published.get(f"{site}{self.path}")
        with suppress(OSError):  # the other side has had enough
            serve(self) if serve else self.send(404, b"")
        self.close_connection = True

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response_only(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def raw(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, *said: object) -> None:
        pass


class Newsroom:
    """What is published where, and what was asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.published: dict[str, Serve] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def at(self, place: str) -> str:
        """The address of a place such as "post.example/news"."""
        site, slash, path = place.partition("/")
        return f"http://{site}:{self.port}{slash}{path}"

    def serve(self, place: str, serve: Serve) -> str:
        """Let `serve` answer at a place; its address."""
        self.published[place] = serve
        return self.at(place)

    def publish(self, place: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Publish something, with a validator; its address."""
        data = body.encode() if isinstance(body, str) else body
        etag = headers.pop("ETag", f'"{sha256(data).hexdigest()[:8]}"')

        def answer(handler: Handler) -> None:
            if handler.headers.get("If-None-Match") == etag:
                handler.send(304, b"", ETag=etag)
            else:
                handler.send(200, data, Content_Type=kind, ETag=etag, **headers)

        return self.serve(place, answer)

    def status(self, place: str, status: int, **headers: str) -> str:
        """Let a place answer with a status; its address."""
        return self.serve(place, lambda handler: handler.send(status, b"", **headers))

    def redirect(self, place: str, to: str, status: int = 302) -> str:
        return self.status(place, status, Location=to)

    def paths(self, site: str) -> list[str]:
        """What a site was asked for, but its robots.txt, in order."""
        return [path for path, _ in self.asked if path.startswith(f"{site}/") and not path.endswith("/robots.txt")]


@contextmanager
def newsroom() -> Iterator[Newsroom]:
    """A newsroom for as long as the context lasts."""
    server = ThreadingHTTPServer((HERE, 0), type("Its", (Handler,), {}))
    server.daemon_threads = True
    made = server.RequestHandlerClass.newsroom = Newsroom(server.server_port)  # type: ignore[attr-defined]
    running = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    running.start()
    yield made
    server.shutdown()
    server.server_close()
    running.join()


class Quick(WallClock):
    """A clock on which waiting takes no time."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 30, 12, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 1))
        self.time += timedelta(seconds=seconds)


def everybody_is_here(host: str, port: int) -> list[str]:
    return [HERE]


def fetcher(clock: WallClock | None = None, limits: Limits = QUICK) -> Fetcher:
    return Fetcher(Exchange("Sayso/test", limits, ALLOWED, everybody_is_here), clock or Quick())


def drip(handler: Handler, piece: bytes, times: int = 1000) -> None:
    """Send a piece every so often, each in time."""
    for _ in range(times):
        handler.raw(piece)
        time.sleep(0.03)
