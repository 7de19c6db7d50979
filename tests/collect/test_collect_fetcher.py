"""Fetching over real HTTP: what is kept of an answer, and what every bad one is called. None of them hangs."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from newsroom import ALLOWED, HERE, QUICK, Handler, Newsroom, Quick, drip, fetcher

from sayso.collect import Exchange, Fetcher, Validators
from sayso.errors import FetchError
from schemas import Fetch, Header

HEAD = b"HTTP/1.1 200 OK\r\n"


def said(address: str, by: Fetcher | None = None) -> str:
    with pytest.raises(FetchError) as error:
        (by or fetcher()).fetch(address)
    return str(error.value)


def test_a_page_is_kept_as_it_came_with_its_way(news: Newsroom) -> None:
    clock = Quick()
    page = news.publish("post.example/news/1", "<p>Zoë</p>", ETag='"a"', Set_Cookie="who=you", Server="nginx")
    moved = news.redirect("old.example/1", page)
    found = fetcher(clock).fetch(moved)
    assert found.body == "<p>Zoë</p>".encode()
    assert found.fetch == Fetch(
        asked=moved,
        address=page,
        redirects=(moved,),
        at=clock.time,
        status=200,
        headers=(
            Header(name="content-type", value="text/html; charset=utf-8"),
            Header(name="etag", value='"a"'),
            Header(name="server", value="nginx"),
        ),
    )
    assert found.validators == Validators('"a"', None)
    sent = {name: value for _, headers in news.asked for name, value in headers.items()}
    assert {"User-Agent": "Sayso/test", "Accept-Encoding": "gzip"}.items() <= sent.items()
    assert "Cookie" not in sent


def test_what_is_known_is_not_sent_again(news: Newsroom) -> None:
    page = news.publish("post.example/", "<p>words</p>")
    known = fetcher().fetch(page).validators
    assert fetcher().fetch(page, known).body is None
    news.publish("post.example/", "<p>other words</p>")
    assert fetcher().fetch(page, known).body == b"<p>other words</p>"


def test_packed_answers_are_unpacked(news: Newsroom) -> None:
    for coding, body in {"gzip": gzip.compress(b"a" * 500), "deflate": zlib.compress(b"a" * 500)}.items():
        page = news.publish(f"post.example/{coding}", body, Content_Encoding=coding)
        assert fetcher().fetch(page).body == b"a" * 500
    assert fetcher().fetch(news.publish("post.example/map.xml.gz", gzip.compress(b"<a/>") * 2)).body == b"<a/><a/>"


BOMB = gzip.compress(b"0" * 5_000_000)


HOSTILE: dict[str, tuple[Callable[[Handler], None], str]] = {
    "says nothing": (
        lambda handler: drip(handler, b"", 8),
        "expected an answer from it.example, found none in time; try again later",
    ),
    "drips its head": (
        lambda handler: (handler.raw(HEAD), drip(handler, b"X-A: b\r\n"))[0],
        "expected an answer from it.example, found none in time; try again later",
    ),
    "drips its body": (
        lambda handler: (handler.raw(HEAD + b"\r\n"), drip(handler, b"a"))[0],
        "expected an answer from it.example, found none in time; try again later",
    ),
    "has no end": (
        lambda handler: (handler.raw(HEAD + b"\r\n"), [handler.raw(b"a" * 50_000) for _ in range(100)])[0],
        "expected at most 0.2 MB, found more; name another address",
    ),
    "says that it is large": (
        lambda handler: handler.raw(HEAD + b"Content-Length: 9999999999\r\n\r\n"),
        "expected at most 0.2 MB, found more; name another address",
    ),
    "has a head without end": (
        lambda handler: (handler.raw(HEAD), [handler.raw(b"X-A: " + b"b" * 9000 + b"\r\n") for _ in range(99)])[0],
        "expected a whole answer from it.example, found that it broke off or is none of HTTP (RemoteProtocolError); "
        "try again later",
    ),
    "breaks off": (
        lambda handler: handler.raw(HEAD + b"Content-Length: 100\r\n\r\nhalf"),
        "expected a whole answer from it.example, found that it broke off or is none of HTTP (RemoteProtocolError); "
        "try again later",
    ),
    "speaks no HTTP": (
        lambda handler: handler.raw(b"220 mail ready\r\n\x1b[31m\r\n"),
        "expected a whole answer from it.example, found that it broke off or is none of HTTP (RemoteProtocolError); "
        "try again later",
    ),
    "is a bomb": (
        lambda handler: handler.send(200, BOMB, Content_Encoding="gzip"),
        "expected at most 0.2 MB when unpacked, found more; name another address",
    ),
    "is half of what was packed": (
        lambda handler: handler.send(200, gzip.compress(b"words" * 99)[:-9], Content_Encoding="gzip"),
        "expected a whole packed answer, found a part; try again later",
    ),
    "is not packed as it says": (
        lambda handler: handler.send(200, b"words", Content_Encoding="gzip"),
        "expected a packed answer, found a damaged one; try again later",
    ),
    "is packed as nobody asked": (
        lambda handler: handler.send(200, b"words", Content_Encoding="br"),
        "expected an answer as it is or packed by gzip, found 'br'; tell the site",
    ),
    "says that it is known, unasked": (
        lambda handler: handler.send(304, b""),
        "expected a page at '{}', found another answer (status 304); check the address, or try later",
    ),
    "redirects to nowhere": (
        lambda handler: handler.send(302, b""),
        "expected a page at '{}', found a redirect to nowhere; tell the site",
    ),
    "redirects to itself": (
        lambda handler: handler.send(302, b"", Location="/a"),
        "expected a page at '{}', found a redirect in a circle; tell the site",
    ),
    "redirects without end": (
        lambda handler: handler.send(302, b"", Location=f"{handler.path}a"),
        "expected a page at '{}', found more than 4 redirects; name the last",
    ),
    "redirects to a file": (
        lambda handler: handler.send(302, b"", Location="file:///etc/passwd"),
        "expected an address with http or https, found 'file:///etc/passwd'; name the page",
    ),
    "redirects into the machine": (
        lambda handler: handler.send(302, b"", Location="http://0x7f.1/"),
        "expected an address of four numbers, found 'http://0x7f.1/'; name the page",
    ),
}


@pytest.mark.parametrize("server", HOSTILE)
def test_a_hostile_server_is_refused_in_one_sentence(news: Newsroom, server: str) -> None:
    serve, expected = HOSTILE[server]
    page = news.serve("it.example/a", serve)
    if server == "redirects without end":
        for times in range(2, 9):
            news.serve(f"it.example/{'a' * times}", serve)
    assert said(page) == expected.format(page)


STATUSES = {
    401: "that it is only for those who log in",
    402: "that it is only for those who pay",
    403: "that the site does not give it to us",
    404: "no such page",
    410: "that it was taken away for good",
    451: "that it was taken away for legal reasons",
    500: "that the site is at fault",
    206: "another answer",
}


@pytest.mark.parametrize(("status", "found"), STATUSES.items())
def test_every_other_status_is_called_what_it_is(news: Newsroom, status: int, found: str) -> None:
    page = news.status("post.example/a", status)
    assert said(page) == (
        f"expected a page at '{page}', found {found} (status {status}); check the address, or try later"
    )


INSIDE = {
    "10.0.0.1": "private use",
    "169.254.169.254": "link local, where clouds keep credentials",
    "64:ff9b::7f00:1": "NAT64",
    "::ffff:127.0.0.1": "IPv4-mapped",
    "fec0::1": "site local",
    "fe80::1%lo": "link local",
}


@pytest.mark.parametrize(("address", "what"), INSIDE.items())
def test_a_name_that_leads_inside_is_never_connected_to(address: str, what: str) -> None:
    by = Fetcher(Exchange("Sayso/test", QUICK, (), lambda host, port: ["1.1.1.1", address]), Quick())
    assert said("http://post.example/", by) == (
        "expected the robots.txt of post.example, could not get it: expected a site of the public Internet, found that "
        f"'post.example' is at {address} ({what}); name its network in [collect] networks if you trust whoever gives "
        "addresses"
    )


def test_a_redirect_inside_is_refused_though_its_first_site_is_public(news: Newsroom) -> None:
    def here_or_inside(host: str, port: int) -> list[str]:
        return ["192.168.1.1" if host == "router.example" else HERE]

    by = Fetcher(Exchange("Sayso/test", QUICK, ALLOWED, here_or_inside), Quick())
    page = news.redirect("post.example/a", "http://router.example/admin")
    assert "'router.example' is at 192.168.1.1 (private use)" in said(page, by)
    assert news.paths("router.example") == []


def test_a_name_is_looked_up_once_for_each_connection(news: Newsroom) -> None:
    asked: list[str] = []

    def first_here_then_inside(host: str, port: int) -> list[str]:
        asked.append(host)
        return [HERE] if len(asked) < 3 else ["10.0.0.1"]

    by = Fetcher(Exchange("Sayso/test", QUICK, ALLOWED, first_here_then_inside), Quick())
    page = news.publish("post.example/a", "<p>words</p>")
    assert by.fetch(page).body == b"<p>words</p>"
    assert asked == ["post.example"] * 2  # once for its robots.txt, once for the page
    assert "is at 10.0.0.1" in said(page, by)


def test_a_name_that_nobody_has_and_a_door_that_is_closed() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError

    by = Fetcher(Exchange("Sayso/test", QUICK, ALLOWED, nobody), Quick())
    assert said("http://post.example/", by).endswith(
        "expected a site called 'post.example', found none; check the address"
    )
    assert said("http://post.example:1/", fetcher()).startswith("expected a port for web pages")
    assert "found none that answers (Connection refused)" in said(f"http://post.example:{_closed()}/")


def _closed() -> int:
    import socket

    with socket.socket() as door:
        door.bind((HERE, 0))
        port: int = door.getsockname()[1]
        return port


def test_what_is_no_tls_is_no_certificate(news: Newsroom) -> None:
    assert "expected a certificate of post.example that holds" in said(f"https://post.example:{news.port}/")


def test_robots_txt_is_asked_once_and_followed(news: Newsroom) -> None:
    news.publish("post.example/robots.txt", "User-agent: *\nCrawl-delay: 20\n\nUser-agent: sayso\nDisallow: /private\n")
    page, private = news.publish("post.example/a", "<p>a</p>"), news.publish("post.example/private/b", "<p>b</p>")
    by = fetcher()
    assert by.fetch(page).body == b"<p>a</p>"
    assert said(private, by) == (
        f"expected to be allowed to fetch '{private}', found that the robots.txt of post.example does not want it; "
        "ask the site, or save the page as a file"
    )
    assert [path for path, _ in news.asked] == ["post.example/robots.txt", "post.example/a"]


def test_a_redirect_asks_the_robots_txt_of_the_other_site(news: Newsroom) -> None:
    news.publish("other.example/robots.txt", "User-agent: *\nDisallow: /")
    page = news.redirect("post.example/a", news.publish("other.example/a", "<p>a</p>"))
    assert "found that the robots.txt of other.example does not want it" in said(page)
    assert news.paths("other.example") == []


@pytest.mark.parametrize("status", [500, 503, 429])
def test_without_an_answer_of_robots_txt_nothing_is_fetched(news: Newsroom, status: int) -> None:
    news.status("post.example/robots.txt", status)
    page = news.publish("post.example/a", "<p>a</p>")
    assert said(page) == (
        f"expected the robots.txt of post.example, could not get it (status {status}), so nothing is fetched there; "
        "try again later"
    )
    assert news.paths("post.example") == []


def test_a_host_is_asked_every_five_seconds_and_others_meanwhile(news: Newsroom) -> None:
    clock = Quick()
    by = fetcher(clock)
    one, two = news.publish("post.example/a", "a"), news.publish("other.example/a", "a")
    for page in (one, two, one, two, one):
        by.fetch(page)
    assert clock.slept == [5.0, 5.0]


def test_the_delay_that_robots_txt_names_is_kept(news: Newsroom) -> None:
    clock = Quick()
    by = fetcher(clock)
    news.publish("post.example/robots.txt", "User-agent: *\nCrawl-delay: 20\n")
    page = news.publish("post.example/a", "a")
    by.fetch(page)
    by.fetch(page)
    assert clock.slept == [20.0]


WAITS = {"": 30, "7": 30, "45": 45, "Mon, 30 Nov 2026 12:00:50 GMT": 50, "soon": 30, "9" * 30: 86_400}


@pytest.mark.parametrize(("header", "seconds"), WAITS.items())
def test_who_has_had_too_many_requests_is_left_alone(news: Newsroom, header: str, seconds: int) -> None:
    clock = Quick()
    by = fetcher(clock)
    page = news.status("post.example/a", 429, **({"Retry-After": header} if header else {}))
    with pytest.raises(FetchError) as error:
        by.fetch(page)
    assert (error.value.status, error.value.wait, by.wait(page)) == (429, seconds, seconds)
    assert str(error.value) == (
        f"expected a page at '{page}', found that post.example takes no more requests for {seconds} seconds "
        "(status 429); run it again then"
    )


def test_a_long_rest_is_left_for_the_next_run(news: Newsroom) -> None:
    clock = Quick()
    by = fetcher(clock)
    page = news.status("post.example/a", 429, Retry_After="3600")
    said(page, by)
    assert said(page, by) == (
        "expected post.example to take requests, found that it wants to be left alone for another 60 minutes; run it "
        "again then"
    )
    clock.time += timedelta(hours=1)
    news.publish("post.example/a", "a")
    assert by.fetch(page).body == b"a"
    assert clock.slept == []
