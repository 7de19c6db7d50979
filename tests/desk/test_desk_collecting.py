"""A newsroom publishes, corrects and deletes; what is collected of that, into which files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import newsroom as world
import pytest
from newsroom import Newsroom, Quick

from sayso.collect import Limits, collection_record
from sayso.desk.collecting import Collected, collect
from sayso.errors import UsageError
from sayso.ingest import ingest, locate
from sayso.settings import settings
from schemas import Article, Capture

WORDS = "The harbour wall will be raised by two metres, the mayor Ida Holm said on Monday at a council meeting. "


@pytest.fixture(scope="module")
def serving() -> Iterator[Newsroom]:
    with world.newsroom() as made:
        yield made


class Desk:
    """A desk that collects from a newsroom, with a clock of its own."""

    def __init__(self, news: Newsroom, folder: Path) -> None:
        self.news, self.folder, self.clock = news, folder, Quick()

    def collect(self, *named: str) -> Collected:
        by = world.fetcher(self.clock, Limits(size=500_000, whole=5.0, idle=5.0))
        return collect(named, self.folder, settings(), by)

    def article(self, place: str, words: str = WORDS * 4, head: str = "") -> str:
        return self.news.publish(
            place, f"<html><head><title>Wall</title>{head}</head><body><p>{words}</p></body></html>"
        )

    def feed(self, *items: str) -> str:
        listed = "".join(f"<item>{item}</item>" for item in items)
        return self.news.publish(
            "post.example/rss", f"<rss version='2.0'><channel><title>Post</title>{listed}</channel></rss>"
        )

    def list(self, *feeds: str, outlet: str = "The Post") -> str:
        file = self.folder.parent / "feeds.toml"
        file.write_text("".join(f'[[feed]]\naddress = "{feed}"\noutlet = "{outlet}"\n' for feed in feeds))
        return str(file)


@pytest.fixture
def desk(serving: Newsroom, tmp_path: Path) -> Desk:
    serving.published.clear()
    serving.asked.clear()
    return Desk(serving, tmp_path / "inbox")


def shape(made: Collected) -> SimpleNamespace:
    return SimpleNamespace(
        saved=len(made.saved), unchanged=made.unchanged, failed=len(made.failed), waiting=made.waiting
    )


def counts(saved: int = 0, unchanged: int = 0, failed: int = 0, waiting: int = 0) -> SimpleNamespace:
    return SimpleNamespace(saved=saved, unchanged=unchanged, failed=failed, waiting=waiting)


def read(desk: Desk) -> list[tuple[Capture, Article | None]]:
    return [(one.capture, one.article) for one in ingest([desk.folder])]


def test_a_page_of_a_feed_becomes_an_article_that_knows_whence_it_came(desk: Desk) -> None:
    page = desk.article("post.example/news/wall?utm_source=rss")
    feed = desk.feed(f"<link>{page}</link><source url='https://wire.example/rss'>The Wire</source>")
    made = desk.collect(desk.list(feed))
    assert shape(made) == counts(saved=1)
    [(file, address)] = made.saved
    assert address == desk.news.at("post.example/news/wall")
    assert (file.parent.name, file.name[:5], file.suffix) == ("post.example", "wall-", ".html")
    [(capture, article)] = read(desk)
    assert article is not None
    assert (article.url, article.outlet) == (address, "The Post")
    assert capture.captured == desk.clock.time
    fetched = capture.fetched
    assert fetched is not None
    assert (fetched.asked, fetched.address, fetched.status, fetched.feed) == (page, page, 200, feed)
    assert (fetched.source, fetched.source_url) == ("The Wire", "https://wire.example/rss")
    assert fetched.header("content-type") == "text/html; charset=utf-8"
    found = locate([desk.folder])
    assert (found.passed_over, found.waiting) == ((), ())


def test_what_is_known_is_asked_for_once_and_what_changed_is_saved_as_a_version(desk: Desk) -> None:
    page = desk.article("post.example/wall")
    feeds = desk.list(desk.feed(f"<link>{page}</link><pubDate>Mon, 30 Nov 2026 10:00:00 GMT</pubDate>"))
    assert shape(desk.collect(feeds)) == counts(saved=1)
    assert shape(desk.collect(feeds)) == counts()
    assert desk.news.paths("post.example") == ["post.example/rss", "post.example/wall", "post.example/rss"]
    desk.article("post.example/wall", WORDS * 4 + "Correction: one metre.")
    desk.feed(f"<link>{page}</link><pubDate>Mon, 30 Nov 2026 11:00:00 GMT</pubDate>")
    assert shape(desk.collect(feeds)) == counts(saved=1)
    articles = [article for _, article in read(desk) if article]
    assert len({article.work for article in articles}) == 1
    assert sorted("Correction" in article.text for article in articles) == [False, True]


def test_a_page_that_is_named_is_fetched_each_time_and_saved_once(desk: Desk) -> None:
    page = desk.article("post.example/wall")
    assert shape(desk.collect(page)) == counts(saved=1)
    again = desk.collect(page)
    assert shape(again) == counts(unchanged=1)
    assert again.files == [file.absolute() for file in desk.folder.rglob("*.html")]
    assert [headers.get("If-None-Match") is not None for path, headers in desk.news.asked if path.endswith("wall")] == [
        False,
        True,
    ]


def test_two_addresses_of_one_article_are_one(desk: Desk) -> None:
    canonical = f"<link rel='canonical' href='{desk.news.at('post.example/wall')}'>"
    pages = [desk.article(place, head=canonical) for place in ("post.example/wall", "amp.post.example/wall")]
    assert shape(desk.collect(*pages)) == counts(saved=1, unchanged=1)


def test_a_page_that_says_it_is_anothers_stays_its_own(desk: Desk) -> None:
    theirs = desk.article("post.example/wall")
    head = f"<link rel='canonical' href='{theirs}'>"
    ours = desk.article("copy.example/wall", WORDS * 4 + "It was never built.", head)
    made = desk.collect(theirs, ours)
    assert sorted(address for _, address in made.saved) == sorted([theirs, ours])
    assert sorted(article.url or "" for _, article in read(desk) if article) == sorted([theirs, ours])


def test_a_stub_does_not_replace_what_was_there_nor_does_a_deletion(desk: Desk) -> None:
    page = desk.article("post.example/wall")
    desk.collect(page)
    desk.article("post.example/wall", "Subscribe now to go on reading this story about the harbour wall.")
    stub = desk.collect(page)
    assert shape(stub) == counts(failed=1)
    assert stub.failed[0].startswith(f"expected the article at '{page}', found ")
    assert stub.failed[0].endswith("a paywall, or most of it was taken away; what was there is kept")
    desk.news.status("post.example/wall", 410)
    assert desk.collect(page).failed == [
        f"expected a page at '{page}', found that it was taken away for good (status 410); check the address, or try "
        "later; the article that was there is kept"
    ]
    assert len(read(desk)) == 1


NO_PAGE = "expected a web page at '{}', found '%s'; save it, and read the file"
NO_TEXT = "expected an article in the page, found no text in it; save the page again, or as text ('{}')"
BAD = {
    "a picture": (b"\x89PNG", "image/png", NO_PAGE % "image/png"),
    "nothing": (b"", "text/html", NO_TEXT),
    "no kind": (b"\0\1", "", NO_PAGE % "no kind"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_article_is_not_saved(desk: Desk, kind: str) -> None:
    body, said, sentence = BAD[kind]
    page = desk.news.publish("post.example/a", body, said)
    made = desk.collect(page)
    assert (made.failed, made.saved) == ([sentence.format(page)], [])
    assert not desk.folder.exists()


def test_one_failure_stops_nothing_and_is_tried_again_later(desk: Desk) -> None:
    good, bad = desk.article("post.example/good"), desk.news.status("post.example/bad", 500)
    feeds = desk.list(desk.feed(f"<link>{bad}</link>", f"<link>{good}</link>"), desk.news.at("gone.example/rss"))
    assert shape(desk.collect(feeds)) == counts(saved=1, failed=2, waiting=1)
    assert shape(desk.collect(feeds)) == counts(waiting=1)  # not yet due
    desk.article("post.example/bad")
    desk.clock.time += timedelta(hours=1)
    assert shape(desk.collect(feeds)) == counts(saved=1, failed=1)


def test_a_feed_rests_after_thirty_failures_until_it_is_named(desk: Desk) -> None:
    feed = desk.news.status("post.example/rss", 404)
    feeds = desk.list(feed)
    for _ in range(30):
        assert len(desk.collect(feeds).failed) == 1
        desk.clock.time += timedelta(hours=13)
    asked = len(desk.news.asked)
    assert desk.collect(feeds).failed == [
        f"the feed '{feed}' rests after 30 failures in a row, the last: expected a page at '{feed}', found no such "
        "page (status 404); check the address, or try later; name it to try again"
    ]
    assert len(desk.news.asked) == asked
    page = desk.article("post.example/wall")
    desk.feed(f"<link>{page}</link>")
    assert shape(desk.collect(feed)) == counts(saved=1)
    assert shape(desk.collect(feeds)) == counts()


def test_a_feed_is_fetched_whole_once_a_day_though_it_says_that_nothing_changed(desk: Desk) -> None:
    def lying(items: str) -> str:
        body = f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
        return desk.news.publish("post.example/rss", body, ETag='"always"')

    one, two = desk.article("post.example/1"), desk.article("post.example/2", WORDS * 5)
    feeds = desk.list(lying(f"<item><link>{one}</link></item>"))
    assert shape(desk.collect(feeds)) == counts(saved=1)
    lying(f"<item><link>{two}</link></item>")
    assert shape(desk.collect(feeds)) == counts()
    desk.clock.time += timedelta(days=1)
    assert shape(desk.collect(feeds)) == counts(saved=1)


def test_a_long_feed_is_fetched_over_several_runs_newest_first(desk: Desk, home: Path) -> None:
    home.mkdir()
    (home / "sayso.toml").write_text("[collect]\narticles = 2\n")
    pages = [desk.article(f"post.example/{number}", WORDS * 4 + f"Part {number}.") for number in range(3)]
    feeds = desk.list(desk.feed(*(f"<link>{page}</link>" for page in pages)))
    assert shape(desk.collect(feeds)) == counts(saved=2, waiting=1)
    assert desk.news.paths("post.example")[1:] == ["post.example/0", "post.example/1"]
    assert shape(desk.collect(feeds)) == counts(saved=1)


def test_hosts_are_asked_in_turn(desk: Desk) -> None:
    pages = [desk.article(f"{site}.example/{n}", WORDS * 4 + f"{site} {n}.") for site in "ab" for n in (1, 2)]
    desk.collect(desk.list(desk.feed(*(f"<link>{page}</link>" for page in pages))))
    assert [path for path, _ in desk.news.asked if path[0] in "ab" and "robots" not in path] == [
        "a.example/1",
        "b.example/1",
        "a.example/2",
        "b.example/2",
    ]


def test_without_a_list_or_with_another_at_work_nothing_is_fetched(desk: Desk, home: Path) -> None:
    with pytest.raises(UsageError, match=r"expected an address, or a list of feeds at .*, found none; name one"):
        desk.collect()
    with pytest.raises(UsageError, match="expected to read the list of feeds 'nowhere', could not"):
        desk.collect("nowhere")
    page = desk.article("post.example/wall")
    with collection_record(home / "collect"), pytest.raises(UsageError, match="found another `sayso collect` at work"):
        desk.collect(page)
    assert shape(desk.collect(page)) == counts(saved=1)


def test_a_record_of_another_version_or_none_is_no_obstacle_and_a_damaged_one_is_named(desk: Desk, home: Path) -> None:
    page = desk.article("post.example/wall")
    (home / "collect").mkdir(parents=True)
    (home / "collect" / "collected.db").write_bytes(b"no database" * 500)
    with pytest.raises(UsageError, match=r"collected.db', could not \(file is not a database\); delete the file"):
        desk.collect(page)


def test_a_folder_that_cannot_be_written_is_named(desk: Desk) -> None:
    desk.folder.write_text("a file")
    with pytest.raises(UsageError, match=r"expected to write .*, could not \(Not a directory\); name another folder"):
        desk.collect(desk.article("post.example/wall"))
