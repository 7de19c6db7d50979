"""Hostile articles show text, and no request is answered with an error page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_world import HOST, OWN, Visitor, filled, opened_page
from starlette.testclient import TestClient
from starlette.types import ASGIApp
from worklist_world import Said, told

HOSTILE = (
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "{{ 1234*5678 }}{% for x in y %}",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "</textarea></style><img src=x onerror=alert(1)>",
    "&lt;b&gt;\u202e\x1b[31m",
)
EXAMPLES = 500 if "CI" in os.environ else 40


ADDRESSES = (
    "https://post.example/{}",
    "javascript:alert('{}')",
    "//evil.example/{}",
    " \tjavascript:alert('{}')",
    "data:text/html,{}",
    "https:evil.example/{}",
    "java\nscript:alert('{}')",
)


def hostile_article(number: int, words: str) -> object:
    """An article with these words in every field that a file can have, in its sentences, and in a source's name."""
    name = f"Joan {words} Pryce"
    capture, article, extraction = told(
        f"Row {number} {words}",
        Said(
            f"{name} said that Tom Hale{number} {words} had stolen the money.",
            f"Tom Hale{number} {words} had stolen the money",
            name,
        ),
        f"\U0001f4a3 Tom Berg{number} was drunk when the ferry sank {words}.",
        outlet=f"Post {words}",
        url=ADDRESSES[number].format(words),
        byline=words,
        published=f"2026-11-30 {words}",
    )
    return capture.model_copy(update={"file": f"inbox/{words}/../{words}.txt"}), article, extraction


@pytest.fixture(scope="module", autouse=True)
def home(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("hostile") / "home"
    filled(place, blank, [hostile_article(number, words) for number, words in enumerate(HOSTILE)])  # type: ignore[misc]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_HOME", str(place))
        yield place


@pytest.fixture(scope="module")
def app(home: Path) -> Iterator[ASGIApp]:
    desk, app = opened_page()
    with desk:
        yield app


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def expect_harmless(page: str) -> None:
    elements = Elements(page).found
    assert [one for tag, one in elements if tag == "script"] == [{"src": "/static/review.js", "defer": None}]
    assert {tag for tag, _ in elements}.isdisjoint({"img", "iframe", "object", "embed", "style", "base"})
    assert all(one.get("role") == "img" for tag, one in elements if tag == "svg")  # a picture of the page's own
    for tag, attributes in elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (tag, attributes)
        for name in ("href", "action", "src"):
            assert (attributes.get(name) or "/").startswith(("/", "#", "?", "https://post.example/"))
    assert "7006652" not in page


def test_every_page_of_a_hostile_article_shows_text(app: ASGIApp) -> None:
    ana = Visitor(app)
    listed = ana.page("/")
    expect_harmless(listed)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in listed
    items = ana.items()
    assert len(items) >= len(HOSTILE)
    for item in items if EXAMPLES > 100 else items[::4]:
        page = ana.page(item)
        expect_harmless(page)
        for address in {*re.findall(r'href="(/(?:article|claim)/[0-9a-f]+)"', page)}:
            expect_harmless(ana.page(address))


def test_what_people_type_shows_text_too(app: ASGIApp) -> None:
    ana = Visitor(app)
    for item, words in zip(ana.items(), HOSTILE, strict=False):
        to = ana.decide(item, "note", why=words)
        page = ana.page(to)
        expect_harmless(page)
        expect_harmless(ana.page(f"/?person={words}&outlet=" if "&" not in words else "/"))
        wrong = ana.send("/decide", **ana.form(item), action="accept", reference=words)
        assert wrong.status_code == 422
        expect_harmless(wrong.text)
    expect_harmless(ana.page("/record"))


def test_an_emoji_moves_no_mark(app: ASGIApp) -> None:
    ana = Visitor(app)
    [item] = [one for one in ana.items() if "Tom Berg0 was drunk" in ana.page(one)][:1] or [ana.items()[0]]
    said = re.findall(r'class="[^"]*\bsaid\b[^"]*"[^>]*>([^<]*)', ana.page(item))
    assert any(words.startswith(("\U0001f4a3 Tom Berg", "Tom Hale")) for words in said)


WORDS = st.one_of(
    st.text(max_size=30), st.sampled_from(("", "0", "s-", "c-", "..", "%00", "a" * 3000, "9" * 30, *HOSTILE))
)
PATHS = st.one_of(
    st.sampled_from(("/", "/record", "/sources", "/decide", "/undo", "/enter", "/static/review.css")),
    st.builds("/{}/{}".format, st.sampled_from(("item", "claim", "article", "static", "x")), WORDS),
    st.builds("/{}".format, WORDS),
)
NAMES = "kind state outlet person assignee since until story due page q done seen token".split()
FIELDS = "page id about query seen once action why to until reference chain decision token".split()


@pytest.fixture(scope="module")
def client(app: ASGIApp) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as client:
        client.get("/?token=token-of-ana")
        yield client


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    path=PATHS,
    method=st.sampled_from(("GET", "GET", "HEAD", "POST", "POST", "PUT")),
    query=st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=4),
    form=st.dictionaries(st.sampled_from(FIELDS), WORDS, max_size=8),
    item=st.integers(0, 20),
)
def test_no_request_ends_in_an_error(
    client: TestClient, path: str, method: str, query: dict[str, str], form: dict[str, str], item: int
) -> None:
    items = _items(client)
    known = {**form, "id": items[item % len(items)]} if item < 12 else form
    query = {name: value.encode("utf-8", "replace").decode() for name, value in query.items() if name != "token"}
    known = {name: value.encode("utf-8", "replace").decode() for name, value in known.items() if name != "token"}
    from urllib.parse import quote

    address = f"http://{HOST}{quote(path.encode('utf-8', 'replace'), safe='/%')}"
    got = client.request(method, address, params=query, data=known if method in ("POST", "PUT") else None, headers=OWN)
    assert got.status_code < 500, got.text
    if got.status_code == 200 and "html" in got.headers["content-type"] and method == "GET":
        expect_harmless(got.text)


_KNOWN: list[str] = []


def _items(client: TestClient) -> list[str]:
    """Ids of items, asked for once."""
    if not _KNOWN:
        _KNOWN.extend(re.findall(r'href="/item/([^"?]+)', client.get("/").text))
    return _KNOWN
