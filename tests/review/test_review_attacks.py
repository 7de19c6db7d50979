"""Attacks as bytes on a socket, and what a client does that never ends: a line for each, and what is answered."""

from __future__ import annotations

import re
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from review_world import PEOPLE, RULES

from sayso.desk.open_desk import OpenDesk
from sayso.review import PageServer, application, listening
from sayso.review.access import form_fields
from sayso.review.access.rules import AccessRules
from sayso.settings import settings

BASE = "/review"
OURS = "Sec-Fetch-Site: same-origin\r\nCookie: COOKIE\r\n"


class Served(NamedTuple):
    """A page that is served under a prefix, and the cookie of Ana."""

    desk: OpenDesk
    server: PageServer
    port: int
    cookie: str

    def answer(self, raw: bytes) -> tuple[int, dict[str, str], str]:
        """What is answered to these bytes, in which HOST and COOKIE are put in: status, headers, body."""
        got = read(self.sent(raw))
        head, _, body = got.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        return (
            int(lines[0].split()[1]),
            {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])},
            body.decode(),
        )

    def sent(self, raw: bytes) -> socket.socket:
        """A connection on which these bytes were sent."""
        there = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        host = f"127.0.0.1:{self.port}".encode()
        there.sendall(raw.replace(b"HOST", host).replace(b"COOKIE", self.cookie.encode()))
        return there


def read(there: socket.socket) -> bytes:
    """What comes until the other side closes."""
    with there:
        return b"".join(iter(lambda: there.recv(65536), b""))


@pytest.fixture(scope="module")
def served(day_of_review: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all; it waits for half a second."""
    place = tmp_path_factory.mktemp("attacks") / "home"
    shutil.copytree(day_of_review, place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_HOME", str(place))
        patch.setattr(form_fields, "PATIENCE", 0.5)
        with OpenDesk(settings()) as desk, listening("127.0.0.1", 0) as at:
            port = at.getsockname()[1]
            rules = AccessRules(frozenset([f"127.0.0.1:{port}"]), PEOPLE, readers=RULES.readers)
            server = PageServer(application(desk, rules, BASE, port))
            thread = Thread(target=server.run, kwargs={"sockets": [at]})
            thread.start()
            made = Served(desk, server, port, "")
            _, headers, _ = made.answer(get("/review/?token=token-of-ana", ""))
            yield made._replace(cookie=headers["set-cookie"].partition(";")[0])
            server.stop()
            thread.join()


def get(path: str, more: str = "Cookie: COOKIE\r\n", host: str = "Host: HOST\r\n") -> bytes:
    return f"GET {path} HTTP/1.1\r\n{host}Connection: close\r\n{more}\r\n".encode("latin-1")


def post(path: str, body: str, more: str = OURS) -> bytes:
    kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return f"POST {path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n{kind}{more}\r\n{body}".encode("latin-1")


ASKED: dict[str, tuple[bytes, int]] = {
    "the list": (get("/review/"), 200),
    "without the cookie": (get("/review/", ""), 401),
    "a guessed session": (get("/review/", "Cookie: sayso-review-1=abc\r\n"), 401),
    "the token as a session": (get("/review/", "Cookie: sayso-review-1=token-of-ana; x=y\r\n"), 401),
    "no Host": (get("/review/", host=""), 400),
    "no Host in HTTP/1.0": (b"GET /review/ HTTP/1.0\r\nCookie: COOKIE\r\n\r\n", 400),
    "another Host": (get("/review/", host="Host: evil.example\r\n"), 400),
    "two Hosts": (get("/review/", host="Host: HOST\r\nHost: evil.example\r\n"), 400),
    "an address that names another Host": (get("http://evil.example/review/", host="Host: evil.example\r\n"), 400),
    "a Host that is forwarded": (get("/review/", "X-Forwarded-Host: HOST\r\n", "Host: evil.example\r\n"), 400),
    "a prefix that is forwarded": (get("/", "X-Forwarded-Prefix: //evil.example\r\nCookie: COOKIE\r\n"), 200),
    "another address by a header": (get("/review/nowhere", "X-Original-URL: /\r\nCookie: COOKIE\r\n"), 404),
    "a name without a proxy": (get("/review/", "X-Forwarded-User: Ana Lind\r\nX-Forwarded-For: 127.0.0.1\r\n"), 401),
    "up": (get("/review/../review/static/../app.py"), 404),
    "up in code": (get("/review/static/..%2fapp.py"), 404),
    "up in code of code": (get("/review/static/%252e%252e%252fapp.py"), 404),
    "up with other strokes": (get("/review/static/..\\app.py"), 404),
    "a whole path": (get("/review/static//etc/passwd"), 404),
    "a NUL": (get("/review/static/review.css%00.html"), 404),
    "an item above": (get("/review/item/..%2f..%2frecord"), 404),
    "not Unicode": (get("/review/item/%ff%fe"), 404),
    "a line in the path": (get("/review/record%0d%0aSet-Cookie:%20x=y"), 404),
    "a stroke too many": (get("/review/record/"), 404),
    "a prefix that begins alike": (get("/reviews/"), 404),
    "two lengths": (post("/review/decide", "action=note", "Content-Length: 3\r\nCookie: COOKIE\r\n"), 400),
    "a length and pieces": (post("/review/decide", "a=1", f"Transfer-Encoding: chunked\r\n{OURS}"), 408),
    "another method by a header": (post("/review/decide", "x=1", "X-HTTP-Method-Override: GET\r\n"), 403),
    "a token in a form's address": (post("/review/decide?token=token-of-ana", "action=note", ""), 403),
    "an origin that is none": (post("/review/decide", "action=note", "Origin: null\r\nCookie: COOKIE\r\n"), 403),
    "no origin": (post("/review/decide", "action=note", "Cookie: COOKIE\r\n"), 403),
    "another port": (post("/review/undo", "x=1", "Origin: http://127.0.0.1:1\r\nCookie: COOKIE\r\n"), 403),
    "only a Referer": (post("/review/undo", "x=1", "Referer: http://HOST/review/\r\nCookie: COOKIE\r\n"), 403),
    "no HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
    "a web socket": (get("/review/", "Upgrade: websocket\r\nConnection: Upgrade\r\n"), 401),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_what_is_answered_to(served: Served, name: str) -> None:
    raw, expected = ASKED[name]
    size = served.desk.ledger.head.size
    status, headers, body = served.answer(raw)
    assert (status, "root:" in body, "x=y" in headers.get("set-cookie", "")) == (expected, False, False)
    assert served.desk.ledger.head.size == size


LEADS = {
    "the prefix alone": (get("/review?kind=fact"), "/review/?kind=fact"),
    "a token, elsewhere": (get("/review//evil.example/?token=token-of-ana"), "/review/evil.example/"),
    "a token, a line": (get("/review/%0d%0aX:%20y?token=token-of-ana"), "/review/%0D%0AX%3A%20y"),
    "a token, a query": (get("/review/?next=//evil.example&token=token-of-ana"), "/review/?next=%2F%2Fevil.example"),
    "a token, twice": (get("/review/?token=token-of-ana&token=x"), None),
    "signing in": (post("/review/enter?next=//evil.example", "token=token-of-ana"), "/review/?next=%2F%2Fevil.example"),
}


@pytest.mark.parametrize("name", LEADS)
def test_where_it_leads(served: Served, name: str) -> None:
    raw, expected = LEADS[name]
    assert served.answer(raw)[1].get("location") == expected


ELSEWHERE = {
    "an id that leads out": {"id": "../../../evil"},
    "a host": {"id": "//evil.example"},
    "a line": {"id": "x\r\nSet-Cookie: x=y"},
    "a page": {"page": "//evil.example"},
    "a list": {"query": "next=//evil.example&outlet=%0d%0aX: y"},
    "another's number": {"seen": "²"},
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_form_leads_nowhere_else(served: Served, name: str) -> None:
    from urllib.parse import urlencode

    listed = served.answer(get("/review/"))[2]
    [item, *_] = re.findall(r'href="/review/item/(s-[^"?]+)', listed)
    form = {"page": "claim", "id": item, "about": item, "action": "note", "why": name, "query": "", **ELSEWHERE[name]}
    status, headers, _ = served.answer(post("/review/decide", urlencode(form)))
    assert status in (303, 404, 422)
    assert headers.get("location", "/review/").startswith(("/review/item/", "/review/claim/", "/review/"))
    assert "evil.example" not in re.sub(r"^/review/(claim|item)/[^?]*", "", headers.get("location", ""))
    assert "set-cookie" not in headers


def test_whoever_never_ends_keeps_nobody_else_out(served: Served) -> None:
    slow = [served.sent(b"GET /review/ HTTP/1.1\r\nHost: HOST\r\nX: ") for _ in range(100)]
    slow += [served.sent(b"") for _ in range(20)]
    forms = [served.sent(post("/review/decide", "a" * 50)[:-20]) for _ in range(20)]
    begin = time.monotonic()
    assert served.answer(get("/review/"))[0] == 200
    assert time.monotonic() - begin < 5  # not the patience of any of them, and what a busy machine takes besides
    assert {read(one) for one in slow} == {b""}
    assert {read(one).split(b"\r\n")[0] for one in forms} == {b"HTTP/1.1 408 Request Timeout"}


def test_forms_that_wait_keep_no_reader_out(served: Served) -> None:
    listed = served.answer(get("/review/"))[2]
    [item, *_] = re.findall(r'href="/review/item/(s-[^"?]+)', listed)
    form = post("/review/decide", f"page=item&id={item}&action=note&why=waits")
    with served.desk.ledger._database.writing():
        waiting = [served.sent(form) for _ in range(5)]
        assert served.answer(get("/review/"))[0] == 200
    assert {read(one).split(b"\r\n")[0] for one in waiting} == {b"HTTP/1.1 303 See Other"}


def test_whoever_leaves_amid_a_form_is_no_error(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    size = served.desk.ledger.head.size
    for _ in range(3):
        served.sent(post("/review/decide", "a" * 50)[:-20]).close()
    assert served.answer(get("/review/"))[0] == 200
    assert (caplog.messages, served.desk.ledger.head.size) == ([], size)
