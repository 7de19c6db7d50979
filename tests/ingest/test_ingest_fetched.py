"""A page with a note of how it was fetched: what the capture knows, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from sayso.ingest import FetchedPage, ingest, locate
from sayso.ledger import Ledger
from schemas import Fetch, Header

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)
SAID = "Zoë Holm said that the café would open. " * 5
PAGE = f"<html><head><title>Zoë</title></head><body><p>{SAID}</p></body></html>"
FETCH = Fetch(
    asked="http://post.example/1?utm_source=a",
    address="https://post.example/1",
    redirects=("http://post.example/1?utm_source=a",),
    at=AT,
    status=200,
    headers=(Header(name="content-type", value="text/html; charset=windows-1252"),),
    feed="https://post.example/rss",
    source="The Wire",
    source_url="https://wire.example/",
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page whose encoding only its server has named, with its note."""
    file, body = tmp_path / "page.html", PAGE.encode("cp1252")
    file.write_bytes(body)
    note = FetchedPage(sha256=sha256(body).hexdigest(), url="https://post.example/one", outlet="The Post", fetch=FETCH)
    (tmp_path / "page.html.fetch.json").write_text(note.model_dump_json(), "utf-8")
    return file


def test_a_capture_knows_how_the_page_came(page: Path) -> None:
    assert [one.name for one in locate([page.parent]).articles] == [str(page)]
    assert locate([page.parent]).passed_over == ()
    for given in (page, page.parent):
        [(capture, article)] = ingest([given])
        assert article is not None
        assert (article.url, article.outlet, article.title) == ("https://post.example/one", "The Post", "Zoë")
        assert "Zoë Holm said that the café would open." in article.text
        assert (capture.captured, capture.encoding, capture.fetched) == (AT, "windows-1252", FETCH)


def test_the_ledger_keeps_it_whole(page: Path, blank: Path, tmp_path: Path) -> None:
    [(capture, _)] = ingest([page])
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        ledger.append_problem(capture.model_copy(update={"article": None, "problem": "expected words, found none"}))
        with ledger.snapshot() as snapshot:
            [held] = snapshot.held([capture.sha256])
    assert held.capture.fetched == FETCH


def test_what_was_changed_since_is_no_longer_what_was_fetched(page: Path) -> None:
    page.write_bytes(page.read_bytes().replace(b"open", b"shut"))
    [location] = locate([page.parent]).articles
    assert location.problem == (
        f"expected '{page}' as it was fetched, found that it was changed since; take its .fetch.json away"
    )


@pytest.mark.parametrize("content", ["", "{}", "[" * 5000, '{"sha256": 5}'])
def test_a_note_that_cannot_be_read_is_named(page: Path, content: str) -> None:
    note = Path(f"{page}.fetch.json")
    note.write_text(content)
    [location] = locate([page.parent]).articles
    assert location.problem == (f"expected in '{note}' how the page was fetched, found something else; take it away")


def test_a_note_without_its_page_is_passed_over_in_words(page: Path) -> None:
    page.unlink()
    found = locate([page.parent])
    assert (found.articles, found.passed_over) == ((), (f"{page}.fetch.json",))
