"""Which articles feeds of every kind list, and what a list of feeds or a feed that means no good is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.collect import FeedEntry, FeedListing, ListedFeed, canonical, feed_list, is_feed, read_feed
from sayso.errors import UnreadableError, UsageError

FEED = "https://post.example/feeds/news"
DATE = "Mon, 30 Nov 2026 10:00:00 GMT"

RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post &amp; Co</title>
<item><title>One</title><link>https://post.example/1?a=1&amp;b=2</link><pubDate>{DATE}</pubDate>
<source url="https://wire.example/rss">The Wire</source></item>
<item><title>Two</title><link>/2</link></item>
<item><title>Two again</title><link>https://post.example/2</link></item>
<item><title>By its number</title><guid isPermaLink="true">https://post.example/3</guid></item>
<item><title>A note without an address</title></item>
<item><title>Inside</title><link>http://0x7f.1/</link></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title>
<entry><title>One</title><link rel="self" href="/self"/><link rel="alternate" href="/1"/>
<updated>2026-11-30T10:00:00Z</updated><published>2026-11-29T10:00:00Z</published>
<source><title>The Wire</title><link href="https://wire.example/"/></source></entry></feed>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "items": [
{"id": "1", "url": "https://post.example/1", "date_published": "2026-11-30T10:00:00Z"},
{"id": "2", "external_url": "https://wire.example/2"}, {"id": "3"}, 4]}"""

SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://post.example/1</loc><news:news><news:publication><news:name>The Post</news:name></news:publication>
<news:publication_date>2026-11-30</news:publication_date><news:title>One</news:title></news:news></url>
<url><loc>https://post.example/about</loc></url></urlset>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://post.example/"><title>The Post</title></channel>
<item rdf:about="https://post.example/1"><title>One</title><link>https://post.example/1</link></item></rdf:RDF>"""

LISTED: dict[str, tuple[str | bytes, FeedListing]] = {
    "RSS": (
        RSS,
        FeedListing(
            "The Post & Co",
            (
                FeedEntry("https://post.example/1?a=1&b=2", DATE, "The Wire", "https://wire.example/rss"),
                FeedEntry("https://post.example/2"),
                FeedEntry("https://post.example/3"),
            ),
            (
                f"an entry of the feed '{FEED}': expected an address of four numbers, found 'http://0x7f.1/'; name the "
                "page",
                f"an entry of the feed '{FEED}': expected an address with http or https, found 'javascript:alert(1)'; "
                "name the page",
            ),
        ),
    ),
    "Atom": (
        ATOM,
        FeedListing(
            "The Post",
            (FeedEntry("https://post.example/1", "2026-11-30T10:00:00Z", "The Wire", "https://wire.example/"),),
        ),
    ),
    "JSON Feed": (
        JSON,
        FeedListing(
            "The Post",
            (FeedEntry("https://post.example/1", "2026-11-30T10:00:00Z"), FeedEntry("https://wire.example/2")),
        ),
    ),
    "a sitemap for news": (SITEMAP, FeedListing(None, (FeedEntry("https://post.example/1", "2026-11-30"),))),
    "RSS 1.0": (RDF, FeedListing("The Post", (FeedEntry("https://post.example/1"),))),
    "RSS in another encoding": (
        (
            '<?xml version="1.0" encoding="windows-1252"?>'
            '<rss version="2.0"><channel><title>Café</title></channel></rss>'
        ).encode("cp1252"),
        FeedListing("Café", ()),
    ),
    "RSS that is cut off": (
        RSS[: RSS.index("<item><title>Two")],
        FeedListing(
            "The Post & Co",
            (FeedEntry("https://post.example/1?a=1&b=2", DATE, "The Wire", "https://wire.example/rss"),),
        ),
    ),
}


def as_bytes(body: str | bytes) -> bytes:
    return body.encode() if isinstance(body, str) else body


@pytest.mark.parametrize("kind", LISTED)
def test_a_feed_lists_its_articles(kind: str) -> None:
    body, listed = LISTED[kind]
    assert is_feed(as_bytes(body))
    assert read_feed(as_bytes(body), FEED) == listed


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lolololololololol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8))
    + "]>"
)
NO = "expected a feed (RSS, Atom, JSON Feed or a sitemap for news), found something else"
NO_FEED = {
    "": f"{NO} (none); name another",
    "<p>words</p>": f"{NO} (none); name another",
    "https://evil.example/feed": f"{NO} (none); name another",
    "/etc/passwd": f"{NO} (none); name another",
    '{"items": 5}': f"{NO} (no items); name another",
    '{"items": [': f"{NO} (JSONDecodeError); name another",
    '{"a":' * 50_000: f"{NO} (RecursionError); name another",
    "<urlset>": "expected a sitemap, found XML that cannot be read; name another",
    "<sitemapindex/>": "expected a sitemap, found a list of sitemaps; name the one for news",
    f"{BOMB}<urlset>&i;</urlset>": "expected a sitemap, found XML that cannot be read; name another",
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset>&x;</urlset>': "expected a sitemap, found one that "
    "declares entities; name another",
}


@pytest.mark.parametrize(("body", "said"), NO_FEED.items(), ids=[body[:30] for body in NO_FEED])
def test_what_is_no_feed_is_refused_in_one_sentence(body: str, said: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read_feed(body.encode(), FEED)
    assert str(error.value) == said


def test_a_feed_that_would_grow_does_not() -> None:
    found = read_feed(f"{BOMB}<rss version='2.0'><channel><title>&i;</title></channel></rss>".encode(), FEED)
    assert len(found.title or "") <= 500


def test_a_page_is_no_feed() -> None:
    assert not any(map(is_feed, (b"<!doctype html><p>an rss <rss></p>", b"<html><rss/>", b"words", b"", b'{"a": 1}')))


LISTS = {
    '[[feed]]\naddress = "https://POST.example/rss"\noutlet = "The Post"\n[[feed]]\naddress = "http://b.example/"': (
        ListedFeed("https://post.example/rss", "The Post"),
        ListedFeed("http://b.example/"),
    ),
    '<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="News"><outline text="The Post" type="rss" '
    'xmlUrl="https://post.example/rss"/></outline><outline xmlUrl="https://post.example/rss"/></body></opml>': (
        ListedFeed("https://post.example/rss"),
    ),
}


@pytest.mark.parametrize(("content", "listed"), LISTS.items(), ids=["TOML", "OPML"])
def test_a_list_names_feeds_each_once(tmp_path: Path, content: str, listed: tuple[ListedFeed, ...]) -> None:
    (tmp_path / "feeds").write_text(content, "utf-8")
    assert feed_list(tmp_path / "feeds") == listed


def test_the_list_that_comes_with_sayso_can_be_read() -> None:
    assert [feed.outlet for feed in feed_list(Path(__file__).parents[2] / "seeds" / "feeds.toml")] == [
        "BBC News",
        "The Guardian",
    ]


WRONG_LISTS = {
    "": "expected a list of feeds, found none in it; add a [[feed]] with an address",
    "feed = 5": "expected a list of [[feed]], found 'feed'; correct the file",
    '[[feeds]]\naddress = "a"': "expected a list of [[feed]], found 'feeds'; correct the file",
    "[[feed]]\nurl = 'a'": "expected an address, and perhaps an outlet, in [[feed]] 1, found {'url': 'a'}",
    "[[feed]]\naddress = 'a'": "[[feed]] 1: expected an address with http or https, found 'a'; name the page",
    "[[feed]]\naddress = 'http://a.example'\noutlet = ' '": "expected a name as the outlet of [[feed]] 1, found ' '",
    "a =": "expected TOML in UTF-8 or OPML, found something else: Invalid value (at end of document); correct the file",
    "<opml": "expected OPML, found XML that cannot be read; name another",
    "<rss/>": "expected OPML, found 'rss'; name another file",
    "<opml><body/></opml>": "expected a list of feeds, found none in it; add a [[feed]] with an address",
    '<opml><outline xmlUrl="ftp://a.example"/></opml>': "an outline: expected an address with http or https, found "
    "'ftp://a.example'; name the page",
    f"{BOMB}<opml>&i;</opml>": "expected OPML, found XML that cannot be read; name another",
    "<!DOCTYPE a [<!ENTITY x 'y'>]><opml>&x;</opml>": "expected OPML, found one that declares entities; name another",
}


@pytest.mark.parametrize(("content", "said"), WRONG_LISTS.items(), ids=[content[:30] for content in WRONG_LISTS])
def test_a_wrong_list_is_refused_in_one_sentence(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "feeds"
    file.write_text(content, "utf-8")
    with pytest.raises(UsageError) as error:
        feed_list(file)
    assert str(error.value) == f"{file}: {said}"


ONE = "https://post.example/news/1"
CANONICAL: list[tuple[str, str | None, str]] = [
    (ONE, None, ONE),
    (f"{ONE}?utm_source=a&utm_medium=b#top", None, ONE),
    (f"{ONE}?cid=5&fbclid=x&page=2", None, f"{ONE}?cid=5&page=2"),
    (f"{ONE}?a=", None, f"{ONE}?a="),
    ("https://amp.post.example/news/1", ONE, ONE),
    ("https://www.post.example/news/1", "https://post.example/news/1?utm_x=1", ONE),
    (ONE, "https://other.example/news/9", ONE),
    (ONE, "https://post.example/", ONE),
    (ONE, "/news/2", "https://post.example/news/2"),
    (ONE, "javascript:1", ONE),
]


@pytest.mark.parametrize(("address", "said", "expected"), CANONICAL)
def test_one_article_has_one_address(address: str, said: str | None, expected: str) -> None:
    assert canonical(address, said) == expected
