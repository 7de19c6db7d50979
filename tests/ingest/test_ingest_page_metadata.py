"""What pages say of themselves, as they are found: nearly JSON, in lists and graphs, escaped twice, with no dates."""

from __future__ import annotations

import json

import pytest
from lxml import html

from sayso.ingest.dates import iso_date, page_date
from sayso.ingest.location import About
from sayso.ingest.page_metadata import page_about

ARTICLE = {
    "@type": ["NewsArticle", "WebPage"],
    "headline": "Mill to close in May",
    "datePublished": "2024-03-05T09:00:00+01:00",
    "publisher": {"@type": "Organization", "name": "Fell Valley News"},
    "author": [{"@type": "Person", "name": "Abby Goodby"}, None],
}
JSON = json.dumps(ARTICLE)
KNOWN = About(
    title="Mill to close in May",
    outlet="Fell Valley News",
    published="2024-03-05T09:00:00+01:00",
    byline="Abby Goodby",
)


def _about(head: str, body: str = "") -> About:
    return page_about(html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>"))


def _script(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


@pytest.mark.parametrize(
    "content",
    [
        JSON,
        f"\n<!-- seo -->\n{JSON}",
        f"<!--\n{JSON}\n-->",
        f"//<![CDATA[\n{JSON}\n//]]>",
        f"/* metadata */ {JSON};",
        JSON.replace('"headline"', '"description": "It\ncloses\tsoon", "headline"'),
        JSON.replace('"headline"', '"description": "It\x0bcloses", "headline"'),
        JSON[:-1] + ",}",
        JSON.replace("null]", "null,]"),
        JSON.replace('"', "&quot;"),
        f"[{JSON}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "Site"}}, {JSON}]}}',
        f'{{"@type": "WebPage", "mainEntity": {JSON}}}',
        f'{{"@type": "WebPage", "name": "Site"}}\n{JSON}',
        f'{{"@graph": [{JSON.replace(json.dumps(ARTICLE["publisher"]), json.dumps({"@id": "#us"}))}, '
        '{"@id": "#us", "@type": "Organization", "name": "Fell Valley News"}]}',
    ],
    ids=[
        *("JSON", "a comment before it", "in a comment", "CDATA", "a comment of a script", "a line break in a string"),
        *(
            "a control character",
            "a comma too many",
            "a comma in a list",
            "escaped",
            "a list",
            "a graph",
            "main entity",
        ),
        *("two values", "a reference"),
    ],
)
def test_json_ld_as_it_is_found(content: str) -> None:
    assert _about(_script(content)) == KNOWN


def test_of_several_articles_the_one_with_the_pages_title_counts() -> None:
    other = json.dumps({"@type": "NewsArticle", "headline": "Bakery opens", "datePublished": "2020-01-02"})
    assert _about(_script(f"[{other}, {JSON}]"), "<h1>Mill to close in May</h1>") == KNOWN
    assert _about(_script(other) + _script(JSON), "<h1>Mill to close in May</h1>") == KNOWN


def test_one_element_that_cannot_be_read_hides_no_other() -> None:
    assert _about(_script('{"@type": "NewsArticle", "headline') + _script(JSON)) == KNOWN


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Mill to close</title>", "", "Mill to close"),
        ("<title>Mill to close | Fell News</title>", "<h1>Mill to close</h1>", "Mill to close"),
        (
            '<title>Mill to close - Fell News</title><meta property="og:site_name" content="Fell News">',
            "",
            "Mill to close",
        ),
        ("<title>Mill - a history</title>", "", "Mill - a history"),
        ("", "<h1>Mill to\n close</h1>", "Mill to close"),
        ("", "<h1>Mill</h1><h1>Bakery</h1>", None),
        ('<meta property="og:title" content="Mill &amp;quot;to close&amp;quot;">', "", 'Mill "to close"'),
        ('<meta property="og:title" content="Mill &amp;amp; Sons">', "", "Mill & Sons"),
        ('<meta property="og:title" content="Mill&#39;s end">', "", "Mill's end"),
        ('<meta property="og:title" content="The mill\u00c3\u00a9">', "", "The mill\u00e9"),
        ('<meta property="og:title" content="Ober\u00admeier\u00a0wins">', "", "Obermeier wins"),
        ('<meta property="og:title" content=" "><title>Mill</title>', "", "Mill"),
    ],
)
def test_titles(head: str, body: str, title: str | None) -> None:
    assert _about(head, body).title == title


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Abby Goodby">', "Abby Goodby"),
        ('<meta property="article:author" content="https://social.example.org/abby">', None),
        ('<meta name="author" content="https://x.example.org"><meta name="byl" content="By Byron Hall">', "Byron Hall"),
        (_script('{"@type": "NewsArticle", "author": "Metro reporters, and Reuters"}'), "Metro reporters, and Reuters"),
        (_script('{"@type": "NewsArticle", "author": {}}'), None),
    ],
)
def test_bylines(head: str, byline: str | None) -> None:
    assert _about(head).byline == byline


@pytest.mark.parametrize(
    "none",
    [
        *("0001-01-01T00:00:00Z", "1970-01-01", "1970-01-01T01:00:00+01:00", "1969-12-31T19:00:00-05:00", "0", ""),
        *("1900-01-01", "9999-12-31T23:59:59", "2999-01-01", "2099-12-31", "0000-00-00 00:00:00", "null", "2024-13-01"),
    ],
)
def test_what_programs_write_for_an_unknown_date_gives_way_to_what_else_the_page_says(none: str) -> None:
    content = json.dumps({"@type": "NewsArticle", "datePublished": none})
    meta = '<meta property="article:published_time" content="2024-11-28T05:36:00Z">'
    assert _about(_script(content) + meta).published == "2024-11-28T05:36:00+00:00"
    assert _about(
        f'<meta property="article:published_time" content="{none}"><meta name="date" content="2024-11-28">'
    ) == (About(published="2024-11-28"))
    assert _about(_script(content)).published is None


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2024-11-28 05:36:00.000000", "2024-11-28T05:36:00"),
        ("2024-11-28T05:36:00.0000000Z", "2024-11-28T05:36:00+00:00"),
        ("2024-11-28T05:36:00 +0100", "2024-11-28T05:36:00+01:00"),
        ("2024-11-28 05:36:00 UTC", "2024-11-28T05:36:00+00:00"),
        ("20241128", "2024-11-28"),
        ("2024/11/28", "2024-11-28"),
        ("28.11.2024", "2024-11-28"),
        ("Nov 28, 2024 5:36 pm", "2024-11-28"),
        ("28 November 2024 - 05:36", "2024-11-28"),
        ("Thursday 28 November 2024 05:36 EST", "2024-11-28"),
        ("1732772160", "2024-11-28T05:36:00+00:00"),
        ("1732772160000", "2024-11-28T05:36:00+00:00"),
        ("03/04/2015", None),
        ("12345", None),
    ],
)
def test_forms_of_dates(words: str, date: str | None) -> None:
    assert page_date(words) == date


def test_seconds_are_a_date_only_in_a_page() -> None:
    assert iso_date("1732772160") is None


def test_a_date_that_is_marked_in_the_text() -> None:
    assert _about("", '<time itemprop="datePublished" datetime="2024-11-28">today</time>').published == "2024-11-28"
    assert _about("", '<time datetime="2024-11-28">today</time>').published is None
