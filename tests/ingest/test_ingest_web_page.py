"""Pages: the article's text, and only what the page's metadata says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.ingest import Ingested, ingest

BODY = (
    "<article><h1>A meeting</h1>"
    "<p>Prime Minister Naftali Bennett met with Russian President Vladimir Putin on Friday in the resort of Sochi.</p>"
    "<p>“We regard you to be a true friend,” Bennett told Putin at the start of their long conversation &amp; left.</p>"
    "</article>"
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Site"},
        {
            "@type": "NewsArticle",
            "headline": "A meeting in Sochi",
            "datePublished": "2021-10-22T10:00:00+03:00",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}],
            "publisher": {"@type": "Organization", "name": "Example News"},
        },
    ],
}


def _page(folder: Path, head: str, body: str = BODY, encoding: str = "utf-8") -> Ingested:
    path = folder / "page.html"
    path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    [one] = ingest(path)
    return one


def _said(one: Ingested) -> tuple[str | None, ...]:
    assert one.article
    return one.article.title, one.article.outlet, one.article.published, one.article.byline, one.article.url


def test_the_text_is_the_article_without_the_page(tmp_path: Path) -> None:
    one = _page(tmp_path, "", f"<nav><a href='/'>Home</a></nav>{BODY}<footer>Cookies</footer>")
    assert one.article
    assert "“We regard you to be a true friend,” Bennett told Putin" in one.article.text
    assert "conversation & left." in one.article.text
    assert "Cookies" not in one.article.text
    assert (one.capture.media, one.capture.extractor) == ("html", "trafilatura")
    assert one.capture.raw
    assert one.capture.raw.encode("utf-8") == (tmp_path / "page.html").read_bytes()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="og:title" content="A meeting"><meta property="og:site_name" content="Example News">'
            '<meta property="article:published_time" content="2021-10-22T10:00:00Z">'
            '<meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.org/a">'
            '<meta property="og:url" content="https://example.org/b">',
            ("A meeting", "Example News", "2021-10-22T10:00:00+00:00", "Jane Doe", "https://example.org/a"),
        ),
        (
            f'<script type="application/ld+json">{json.dumps(LD)}</script>',
            ("A meeting in Sochi", "Example News", "2021-10-22T10:00:00+03:00", "Jane Doe, John Roe", None),
        ),
        ('<script type="application/ld+json">{"broken"</script>', ("A meeting", None, None, None, None)),
        (
            '<title>A meeting | Example News</title><link rel="canonical" href="/a">',
            ("A meeting", None, None, None, None),
        ),
    ],
    ids=["meta and link", "JSON-LD", "broken JSON-LD", "only its title is known"],
)
def test_what_the_page_says_of_itself(tmp_path: Path, head: str, expected: tuple[str | None, ...]) -> None:
    assert _said(_page(tmp_path, head)) == expected


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    body = BODY.replace("Sochi", "Сочи" * 9)
    one = _page(tmp_path, '<meta charset="windows-1251">', body, "windows-1251")
    assert one.article
    assert "Сочи" in one.article.text
    assert one.capture.encoding == "windows-1251"


def test_broken_html_is_read(tmp_path: Path) -> None:
    one = _page(tmp_path, "<meta <<<", BODY.replace("</p>", "").replace("</article>", "<div><b></i>"))
    assert one.article
    assert "met with Russian President" in one.article.text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>x()</script></body></html>", "<<<>>>", "\x01<p>"]
)
def test_a_page_without_an_article_costs_one_sentence(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    [one] = ingest(path)
    assert one.article is None
    assert (
        one.capture.problem == "expected an article in the page, found no text in it; save the page again, or as text"
    )


def test_a_page_too_large_for_the_parser_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{'He said so. ' * 900_000}</p></body></html>", "utf-8")
    (one,) = ingest(tmp_path / "a.html")
    assert one.article is None
    assert one.capture.problem == "expected an article of at most 10 MB, found a larger one; split it"
