"""Live blogs: every entry is an article of its own, with its time and the bytes that it was read from."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.ingest import Ingested, ingest
from sayso.ingest.live_blog import live_parts

HEAD = (
    '<head><title>Storm live</title><meta property="og:site_name" content="Cape Daily">'
    '<link rel="canonical" href="https://cape.example.org/storm"></head>'
)
TIMES = ("2024-10-03T15:20:00+00:00", "2024-10-03T14:05:00+00:00")
SAID = ("All trains north of Calder are stopped, Norrail says.", "Two anglers are missing, the coast guard says.")


def _page(entry: str, head: str = HEAD, before: str = "") -> str:
    """A page with two entries of this form, in which $T, $S and $N stand for what differs."""
    entries = [
        entry.replace("$T", time).replace("$N", str(number)).replace("$S", said)
        for number, (time, said) in enumerate(zip(TIMES, SAID, strict=True), 1)
    ]
    body = f"<main><h1>Storm</h1>{before}{''.join(entries)}</main><footer>x</footer>"
    return f"<!doctype html><html>{head}<body>{body}</body></html>"


def _read(folder: Path, page: str) -> list[Ingested]:
    (folder / "page.html").write_text(page, "utf-8")
    return list(ingest(folder))


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="live-entry"><time datetime="$T">7 minutes ago</time><h2>Head</h2><p>$S</p></div>',
        '<article class="liveblog-entry"><time datetime="$T"></time><div><div><p>$S</p></div></div></article>',
        "<section class='block live_update'><time datetime='$T'>now</time><p>$S</p></section>",
        '<li class="live-blog-post"><span><time datetime="$T">x</time></span><p>$S</p></li>',
        '<div itemprop="liveBlogUpdate"><meta itemprop="datePublished"><time datetime=$T>x</time><p>$S</p></div>',
        '<div class="LiveBlogUpdate"><time datetime="$T">x</time><p>$S</p></div>',
        '<div class="c-live-post" id="p$N"><p>$S</p><div class="x"><time datetime="$T">x</time></div></div>',
        '<article class="live-ticker-entry"><script>a<b</script><time datetime="$T">x</time><p>$S</p></article>',
        '<div class="live-feed-item x"><time datetime="$T">x</time><p>$S</p><p>Posted by Mina Sol</p></div>',
        '<DIV CLASS="live-item"><TIME DATETIME="$T">x</TIME><P>$S</P></DIV>',
    ],
)
def test_an_entry_is_an_article_with_its_time(tmp_path: Path, entry: str) -> None:
    found = _read(tmp_path, _page(entry))
    assert [one.article.published for one in found if one.article] == [*TIMES]
    for (capture, article), said in zip(found, SAID, strict=True):
        assert article
        assert said in article.text
        assert (article.outlet, capture.size) == ("Cape Daily", len(capture.raw or article.text))


def test_the_bytes_of_an_entry_are_kept_and_its_number_is_shown(tmp_path: Path) -> None:
    entry = '<div class="live-entry"><time datetime="$T">é</time><h2>Häd $N</h2><p>$S</p></div>'
    page = _page(entry)
    found = _read(tmp_path, page)
    assert [Path(one.capture.file).name for one in found] == ["page.html:1", "page.html:2"]
    assert [one.article.title for one in found if one.article] == ["Häd 1", "Häd 2"]
    for capture, _ in found:
        assert capture.raw
        assert capture.raw.encode(capture.encoding or "") in page.encode()


def test_only_an_address_of_its_own_makes_an_entry_a_version_of_an_earlier_one(tmp_path: Path) -> None:
    entry = '<div class="live-entry"><time datetime="$T">x</time><p>$S</p></div>'
    assert [one.article.url for one in _read(tmp_path, _page(entry)) if one.article] == [None, None]
    named = entry.replace("<div", '<div id="e$N"')
    urls = [one.article.url for one in _read(tmp_path, _page(named)) if one.article]
    assert urls == ["https://cape.example.org/storm#e1", "https://cape.example.org/storm#e2"]


def test_what_stands_before_the_entries_is_an_article_too(tmp_path: Path) -> None:
    entry = '<div class="live-entry"><time datetime="$T">x</time><p>$S</p></div>'
    summary = (
        "<p>The storm has reached the coast, and the mayor has told all who live by the pier to leave it tonight.</p>"
    )
    first, *entries = _read(tmp_path, _page(entry, before=summary))
    assert first.article
    assert "the mayor has told all" in first.article.text
    assert (Path(first.capture.file).name, first.article.url) == ("page.html", "https://cape.example.org/storm")
    assert len(entries) == len(SAID)


def test_a_live_blog_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page('<div class="live-entry"><time datetime="$T">x</time><p>$S</p></div>')
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(page.encode())))
    assert [said in one.article.text for one, said in zip(ingest("-"), SAID, strict=True) if one.article] == [
        True,
        True,
    ]


NAMED_LIVE = HEAD.replace("Storm live", "Storm: live updates")


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="b7"><span class="t">15:2$N</span><b>Mina Sol</b><p>$S</p></div>',
        '<section id="s$N"><div>15.2$N GMT</div><h2>Head</h2><p>$S</p></section>',
        '<article class="block"><p>$S</p><footer><time datetime="$T">x</time></footer></article>',
        '<div class="x"><div class="y"><h3><i>3:2$N pm</i> Head</h3><p>$S</p></div></div>',
        "<h4>8.5$Npm: Head</h4><p>$S</p>",
        "<h3>Head</h3><div><p>By Mina Sol <span>$Nm ago</span></p><p>$S</p></div>",
        "<tr><td>67’</td><td><p>$S</p></td></tr>",
        "<li><b>an hour ago</b><p>$S</p></li>",
    ],
)
def test_entries_without_a_class_for_them_begin_with_a_time(tmp_path: Path, entry: str) -> None:
    found = _read(tmp_path, _page(entry, NAMED_LIVE))
    assert len(found) == len(SAID)
    for (_, article), said in zip(found, SAID, strict=True):
        assert article
        assert said in article.text


def test_paragraphs_that_begin_with_a_minute_are_entries(tmp_path: Path) -> None:
    match = "".join(f"<p><b>{minute}'</b> Number {minute} shoots over the bar.</p>" for minute in (12, 47, 90))
    found = _read(tmp_path, f"<html>{NAMED_LIVE}<body><main><h1>Storm</h1>{match}<hr><p>x</p></main></body></html>")
    assert [one.article.text.split(" ", 1)[1].strip() for one in found if one.article] == [
        f"Number {minute} shoots over the bar." for minute in (12, 47, 90)
    ]


def test_an_entry_has_the_day_of_its_page_and_its_heading_without_the_time(tmp_path: Path) -> None:
    head = NAMED_LIVE.replace("<title>", '<meta property="article:published_time" content="2024-10-03T06:00Z"><title>')
    found = _read(tmp_path, _page("<h4>8.5$Npm – Trains <i>stop</i></h4><p>$S</p>", head))
    about = [(one.article.title, one.article.published) for one in found if one.article]
    assert about == [("Trains stop", "2024-10-03")] * 2


def test_a_ticker_beside_an_article_is_no_live_blog() -> None:
    prose = "<p>The storm has reached the coast, and all trains are stopped until noon tomorrow.</p>" * 5
    ticker = '<div class="live-feed-item"><time datetime="$T">x</time><p>$S</p></div>'
    assert live_parts(_page(ticker, HEAD, prose).encode()) == []


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="card"><time datetime="$T">x</time><p>$S</p></div>',
        "<aside><div>15:2$N<p>$S</p></div></aside>",
        '<div class="comments"><div>15:2$N<p>$S</p></div></div>',
    ],
)
def test_teasers_of_a_live_page_are_no_entries(beside: str) -> None:
    prose = "<p>The storm has reached the coast, and all trains are stopped until noon tomorrow.</p>" * 5
    assert live_parts(_page(beside, NAMED_LIVE, prose).encode()) == []


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="live-entry"><p>$S</p></div>',
        '<div class="story"><time datetime="$T">x</time><p>$S</p></div>',
        '<div class="live-entry"><time datetime="$T">x</time></div><p>$S</p>',
        '<div class="comment"><time datetime="$T">live-entry</time><p>$S</p></div>',
    ],
    ids=["no times", "no entries", "no words", "comments"],
)
def test_what_is_no_live_blog_is_one_article(entry: str) -> None:
    assert live_parts(_page(entry).encode()) == []


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<div class=live-entry>",
            "<!-- live-entry ",
            "<time datetime='",
            "</div>",
            "<",
            "<div class=live-entry><p>a ",
        ),
        *("<h1>", "<title>LIVE: ", "<p>1", "<li>12:30 <p>", "og:title content='"),
    ],
)
def test_time_grows_with_the_length_of_a_page(piece: str) -> None:
    assert live_parts(f"<h1>Live: live-entry {piece * 20_000}".encode()) == []
