"""Hostile files, names and notes: each article is read or has a problem, and can be recorded."""

from __future__ import annotations

import builtins
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from factories import make_extraction

from sayso.ingest import ArticleLocation, Ingested, ingest, loaded, locate, read
from sayso.ingest.dates import iso_date, iso_moment
from sayso.ingest.text_limits import LONGEST
from sayso.ledger import Ledger, files_of

WORDS = "The bridge will close, Anna Berg said."
PAGE = "<html><head>{head}</head><body><article><p>" + f"{WORDS} " * 8 + "</p></article></body></html>"

NO_DATES = {
    "a year of twenty digits": "Mon, 01 Jan 99999999999999999999 00:00:00 +0000",
    "a day of twenty digits": "Mon, 99999999999999999999 Jan 2022 00:00:00 +0000",
    "an hour of twenty digits": "Mon, 01 Jan 2022 99999999999999999999:00:00 +0000",
    "a zone of twenty digits": "Mon, 01 Jan 2022 00:00:00 +99999999999999999999",
    "a zone that no clock has": "Mon, 01 Jan 2022 00:00:00 +9999",
    "an ISO zone that no clock has": "2022-01-01T00:00:00+99:99",
    "an ISO zone nearly a day away": "2022-01-01T00:00:00+23:59",
    "an ISO zone with seconds": "2022-01-01T00:00:00+00:00:30",
    "an ISO zone with parts of a second": "2022-01-01T00:00:00+01:00:00.000001",
    "the year 0": "0000-01-01",
    "the first year, as programs write it": "0001-01-01T00:00:00Z",
    "the last year": "9999-12-31T23:59:59-12:00",
    "before there were papers": "3 May 1066",
    "month 13": "2022-13-01",
    "30 February": "2022-02-30",
    "an hour 25": "2022-01-01T25:00",
    "digits of no alphabet": "²⁰²²-01-01",
    "no month": "3 Foo 2022",
    "a mile of digits": "1" * 100_000,
    "a mile of blanks": "2022" + " " * 100_000 + "x",
    "a mile of words": "Monday " * 20_000,
    "NUL": "2022-01-01\0",
    "half a surrogate": "2022-01-01\ud800",
    "markup": "[/red]2022-01-01",
    "marks alone": ",,, ::: ///",
}
DATES = {
    "2022-08-09": "2022-08-09",
    " 2022-08-09T07:00+02:00 ": "2022-08-09T07:00:00+02:00",
    "2024-11-28 05:36:00.000000": "2024-11-28T05:36:00",
    "Mon, 01 Jan 2022 00:00:00 +1400": "2022-01-01T00:00:00+14:00",
    "2022-01-01T00:00:00-12:00": "2022-01-01T00:00:00-12:00",
    "9 August 2022": "2022-08-09",
    "Aug. 9th, 2022": "2022-08-09",
    "12 March 1848": "1848-03-12",
}


@pytest.mark.parametrize("words", NO_DATES.values(), ids=NO_DATES)
def test_what_is_no_date_is_not_known(words: str) -> None:
    assert (iso_date(words), iso_moment(words)) == (None, None)


@pytest.mark.parametrize(("words", "date"), DATES.items())
def test_what_is_a_date_is_known(words: str, date: str) -> None:
    assert iso_date(words) == date


SURROGATES = "half \ud800, \udfff, \udcff and \ud83d of a sign"
LONG = "k" * 5000
ODD = {
    "half surrogates": SURROGATES,
    "markup": "[/red] Bridge [link=http://evil.example]closed[/link]",
    "control characters": "\x1b[2J\x1b]0;title\x07\r\b\x00",
    "other directions": "\u202eegdirb\u202c",
    "no characters": "\ufffe\uffff\U0010ffff",
    "line separators": "a\u2028b\u2029c\x85d",
    "only blanks": " \t\u00a0 ",
    "a path": "../../../etc/passwd",
    "combining": "e" + "\u0301" * 1000,
    "emoji": "👩‍👩‍👧" * 100,
    "too long": LONG,
}
FIELDS = ("title", "url", "outlet", "byline", "story", "published", "captured", "id", "text", "html")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Ingested], None]]:
    """Records what was read in a real ledger, and looks whether it comes out as it went in."""
    with Ledger.open(f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.db'}") as ledger:

        def recorded(one: Ingested) -> None:
            assert (one.article is None) == (one.capture.problem is not None)
            ledger.append_many([(*one, make_extraction(one.article) if one.article else None)])

        yield recorded
        ledger.rebuild()
        assert ledger.verify().ok


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_any_field_of_a_line_can_be_recorded(words: str, field: str, record: Callable[[Ingested], None]) -> None:
    line = json.dumps({"text": WORDS, field: words} if field != "html" else {"html": words})
    record(read(ArticleLocation("a.jsonl", "jsonl", content=line.encode())))


@pytest.mark.parametrize("field", ["id", "url", "title", "outlet", "byline", "story"])
def test_a_field_that_is_too_long_is_a_sentence(field: str) -> None:
    capture, article = read(
        ArticleLocation("a.jsonl", "jsonl", content=json.dumps({"text": WORDS, field: LONG}).encode())
    )
    assert article is None
    assert capture.problem == f"expected at most {LONGEST} characters in `{field}`, found 5000; mend the line"


def _deep(levels: int, inner: str = "1") -> str:
    return "[" * levels + inner + "]" * levels


HEADS = {
    "half a surrogate": '{"@type":"NewsArticle","headline":"half \\ud800 surrogate"}',
    "deep lists": _deep(100_000),
    "a deep headline": f'{{"@type":"NewsArticle","headline":{_deep(900)}}}',
    "a deep graph": '{"@graph":' * 900 + "1" + "}" * 900,
    "a deep type": f'{{"@type":{_deep(900)}}}',
    "a deep author": '{"@type":"NewsArticle","author":' + '{"name":' * 900 + '"Anna"' + "}" * 901,
    "an endless year": f'{{"@type":"Report","datePublished":"{NO_DATES["a year of twenty digits"]}"}}',
    "an endless number": '{"@type":"Report","datePublished":' + "9" * 100_000 + "}",
    "a type that is none": '{"@type":{"@type":"NewsArticle"},"headline":7}',
    "a headline that is too long": f'{{"@type":"NewsArticle","headline":"{LONG}"}}',
    "many authors": '{"@type":"NewsArticle","author":[' + ",".join(['"A"'] * 50_000) + "]}",
    "no JSON": "{{{{" * 10_000,
    "NaN": '{"@type":"Report","headline":NaN,"author":Infinity}',
}


@pytest.mark.parametrize("script", HEADS.values(), ids=HEADS)
def test_any_metadata_of_a_page_can_be_recorded(script: str, record: Callable[[Ingested], None]) -> None:
    page = PAGE.format(head=f'<script type="application/ld+json">{script}</script>')
    one = read(ArticleLocation("a.html", "html", content=page.encode()))
    assert one.article
    assert "Anna Berg said" in one.article.text
    record(one)


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_any_meta_element_can_be_recorded(words: str, record: Callable[[Ingested], None]) -> None:
    names = ("og:title", "og:site_name", "author", "og:url", "article:published_time")
    head = "".join(f'<meta property="{name}" content="{words}">' for name in names)
    record(read(ArticleLocation("a.html", "html", content=PAGE.format(head=head).encode("utf-8", "replace"))))


@pytest.mark.parametrize(
    "charset",
    [
        *("unicode_escape", "raw_unicode_escape", "utf-7", "punycode", "idna", "undefined", "rot13", "hex", "zlib"),
        *("mbcs", "utf-16", "utf-32", "utf8-sig", "none", "x" * 200, "..", "string_escape", "base64", "palmos"),
    ],
)
def test_any_charset_can_be_declared(charset: str, record: Callable[[Ingested], None]) -> None:
    page = PAGE.format(head=f'<meta charset="{charset}">').encode() + b"\\ud800 \xff\xfe +2AA-"
    record(read(ArticleLocation("a.html", "html", content=page)))


DEEP = {
    "quotations": ("<blockquote>Anna Berg said that ", "</blockquote>"),
    "boxes": ("<div>", "</div>"),
    "boxes that are never closed": ("<div>Anna Berg said that ", ""),
    "lists": ("<ul><li>", "</li></ul>"),
    "letters that are never bold enough": ("<b>Anna Berg said ", ""),
    "fonts among other mistakes": ("</i><<p a=1 a=2></q><font>", ""),
    "marks": ("<span>Anna Berg said that ", "</span>"),
    "quotations in a line": ("<q>Anna Berg said that ", "</q>"),
    "tables": ("<table><tr><td>", "</td></tr></table>"),
    "unknown elements": ("<x-y>", "</x-y>"),
}


@pytest.mark.parametrize(("begins", "ends"), DEEP.values(), ids=DEEP)
@pytest.mark.parametrize("deep", [100, 300, 2_000, 20_000])
def test_elements_within_elements_are_read_to_the_end_or_not_at_all(begins: str, ends: str, deep: int) -> None:
    page = PAGE.format(head="").replace(
        "</p></article>", f"</p>{begins * deep}It rained.{ends * deep}<p>LAST</p></article>"
    )
    capture, article = read(ArticleLocation("a.html", "html", content=page.encode()))
    if article is None:
        assert capture.problem is not None
        assert capture.problem.startswith("expected a page that can be read to its end, found some 250 elements within")
    else:
        assert deep == 100
        assert article.text.endswith("LAST")


ESCAPES = {
    "a number without end": f"&#{'9' * 5_000};",
    "one that does not end": f"&#{'9' * 5_000}",
    "of zeros": f"&#{'0' * 5_000}65;",
    "in digits of another alphabet": f"&#{'٩' * 5_000};",
    "hexadecimal": f"&#x{'f' * 5_000};",
    "negative": f"&#-{'9' * 5_000};",
    "many": "&#9999;" * 5_000,
    "escaped again": f"&amp;#{'9' * 5_000};",
    "escaped in other ways": f"&#38;#{'9' * 5_000}; &#x26;#{'9' * 5_000} &amp;amp;#{'9' * 5_000};",
    "beside control characters": f"&amp;#{'9' * 5_000};\x13\x00\x1b[31m\ufffe &amp;#{'9' * 5_000}\x7f",
    "in marks": f"<b>&amp;#{'9' * 5_000};</b>&amp;#{'9' * 5_000};<i>x</i>",
    "no sign": "&#0;&#xd800;&#x110000;&#4294967296;",
    "a name without end": f"&{'a' * 5_000};",
    "an escape in an escape": "&" + "amp;" * 5_000,
}


@pytest.mark.parametrize("escape", ESCAPES.values(), ids=ESCAPES)
def test_any_escape_can_stand_in_a_page_and_in_a_live_blog(
    escape: str, tmp_path: Path, record: Callable[[Ingested], None]
) -> None:
    said = f'{{"@type": &quot;NewsArticle&quot;, "headline": "{escape}"}}'
    head = f'<title>Live: {escape}</title><script type="application/ld+json">{said}</script>'
    entry = '<div class="live-entry"><time datetime="2024-10-03T15:20Z">x</time><h2>{0}</h2><p>{1} {0}</p></div>'
    page = PAGE.format(head=head)
    (tmp_path / "a.html").write_text(page.replace("<p>", f"<h1>{escape}</h1><p>{escape} "), "utf-8")
    (tmp_path / "b.html").write_text(page.replace("<p>", entry.format(escape, WORDS) * 2 + "<p>"), "utf-8")
    found = list(ingest(tmp_path))
    assert [Path(one.capture.file).name for one in found] == ["a.html", "b.html:1", "b.html:2"]
    for one in found:
        assert one.article
        assert "Anna Berg said" in one.article.text
        record(one)


FAILURES = [RecursionError("deep"), MemoryError(), KeyError("x"), ValueError("4300 digits"), AssertionError()]


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_whatever_goes_wrong_in_listing_a_file_is_that_files_problem(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_text(PAGE.format(head=f"<title>{name}</title>"), "utf-8")

    def failing(page: bytes) -> list[Any]:
        if b"<title>b" in page:
            raise error
        return []

    monkeypatch.setattr(sys.modules["sayso.ingest.locate"], "live_parts", failing)
    found = locate([tmp_path, tmp_path / "b.html"]).articles
    problem = f"expected to list '{tmp_path}/b.html', found {type(error).__name__}; please report it"
    assert [(Path(one.file).name, one.problem) for one in found] == [
        ("a.html", None),
        ("b.html", problem),
        ("c.html", None),
    ]


LINES = {
    "no name": ",https://example.org",
    "a name without end": "x" * 5_000,
    "no date": "a.txt,2024-02-30",
    "no time": "a.txt,,yesterday",
    "both": "a.txt,never,never",
    "an address without end": f"a.txt,,,{'x' * 5_000}",
    "a mark that opens nothing": 'a.txt,"2024" ,',
    "half a surrogate": "a.txt,\udcff",
    "a carriage return": "a.txt,2024\r,",
    "a name of spaces": "   ,2024-02-30",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_is_wrong_with_a_catalogue_is_told_in_a_few_sentences_of_one_kind(line: str, tmp_path: Path) -> None:
    text = "file,published,captured,url\n" + f"{line}\n" * 60
    (tmp_path / "articles.csv").write_bytes(text.encode("utf-8", "surrogateescape"))
    told = [one.problem or "" for one in locate([str(tmp_path)]).articles]
    assert 0 < len(told) <= 21
    assert all("expected " in one and "\n" not in one for one in told)


CELLS = {
    **NO_DATES,
    **ODD,
    "an open quotation": '"',
    "a mile": "x" * 200_000,
    "many lines": "a\nb" * 100,
}


@pytest.mark.parametrize("words", CELLS.values(), ids=CELLS)
def test_any_note_can_stand_in_a_catalogue(words: str, tmp_path: Path, record: Callable[[Ingested], None]) -> None:
    cell = '"' + words.encode("utf-8", "replace").decode().replace('"', '""') + '"'
    rows = ["file,url,outlet,published,captured,story,id,title,byline", ",".join(["a.txt", *[cell] * 8])]
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text(WORDS, "utf-8")
    (folder / "b.txt").write_text(f"{WORDS} So did Ben.", "utf-8")
    (folder / "articles.csv").write_text("\n".join([*rows, f"{cell},x", "b.txt,,Echo"]), "utf-8")
    found = list(ingest(folder))
    articles = {Path(one.capture.file).name: one.article for one in found if one.article}
    assert {name: article.text[: len(WORDS)] for name, article in articles.items()} == {"a.txt": WORDS, "b.txt": WORDS}
    is_text = not any("found binary data" in (one.capture.problem or "") for one in found)
    assert articles["b.txt"].outlet == ("Echo" if is_text else None)
    for one in found:
        assert len(one.capture.problem or "") < 400
        record(one)


def _is_none(folder: Path) -> None:
    return None


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "articles.csv")


def _folder(folder: Path) -> None:
    (folder / "articles.csv").mkdir()


def _device(folder: Path) -> None:
    (folder / "articles.csv").symlink_to("/dev/zero")


def _broken_link(folder: Path) -> None:
    (folder / "articles.csv").symlink_to("gone")


def _binary(folder: Path) -> None:
    (folder / "articles.csv").write_bytes(bytes(range(256)) * 4000)


def _huge(folder: Path) -> None:
    with (folder / "articles.csv").open("wb") as file:
        file.truncate(10**11)


def _many_columns(folder: Path) -> None:
    head = ",".join(f"c{number}" for number in range(50_000))
    (folder / "articles.csv").write_text(f"{head}\n" + "x\n" * 50_000, "utf-8")


def _many_files(folder: Path) -> None:
    (folder / "articles.csv").write_text("file\n" + "gone.txt\n" * 50_000, "utf-8")


@pytest.mark.parametrize(
    ("laid", "problems"),
    [
        (_is_none, 0),
        (_pipe, 1),
        (_folder, 0),
        (_device, 1),
        (_broken_link, 0),
        (_binary, 1),
        (_huge, 1),
        (_many_columns, 1),
        (_many_files, 21),
    ],
    ids=lambda one: one.__name__.strip("_").replace("_", " ") if callable(one) else None,
)
def test_whatever_is_named_as_a_catalogue(laid: Callable[[Path], None], problems: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, "utf-8")
    laid(tmp_path)
    begun = time.process_time()
    found = list(ingest(tmp_path))
    assert time.process_time() - begun < 20
    assert len([one for one in found if one.capture.problem]) == problems
    assert [one.article.text for one in found if one.article] == [WORDS]


def test_whatever_stands_in_a_folder_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, away = tmp_path / "inbox", tmp_path / "away"
    inbox.mkdir()
    away.mkdir()
    (away / "secret.txt").write_text("Secret.", "utf-8")
    (inbox / "a.txt").write_text(WORDS, "utf-8")
    (inbox / "within.txt").symlink_to(inbox / "a.txt")
    (inbox / "file.txt").symlink_to(away / "secret.txt")
    (inbox / "folder").symlink_to(away)
    (inbox / "zero.html").symlink_to("/dev/zero")
    (inbox / "terminal.txt").symlink_to("/dev/tty")
    (inbox / "circle.txt").symlink_to("circle.txt")
    (inbox / "above").symlink_to(inbox)
    os.mkfifo(inbox / "pipe.jsonl")
    os.mkfifo(inbox / "other")
    (inbox / ("n" * 251 + ".txt")).write_text(f"{WORDS} Long.", "utf-8")
    (Path(os.fsdecode(os.fsencode(inbox) + b"/\xff\xfe.txt"))).write_text(f"{WORDS} No UTF-8.", "utf-8")
    (inbox / "\x1b[2J\n.txt").write_text(f"{WORDS} Clears.", "utf-8")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(inbox)
        listening.bind("socket.txt")
        found = list(ingest(inbox))
    told = {Path(one.capture.file).name: one.capture.problem for one in found if one.capture.problem}
    assert {name: problem.split("found ")[1].split(";")[0] for name, problem in told.items() if problem} == {
        "file.txt": "a link out of the folder",
        "folder": "a link out of the folder",
        "zero.html": "a link out of the folder",
        "terminal.txt": "a link out of the folder",
        "circle.txt": "that this is not possible (Too many levels of symbolic links)",
        "pipe.jsonl": "a pipe",
        "socket.txt": "a socket",
    }
    texts = sorted(one.article.text for one in found if one.article)
    assert texts == sorted([WORDS, f"{WORDS} Long.", f"{WORDS} No UTF-8.", f"{WORDS} Clears."])
    assert [Path(one).name for one in locate([inbox]).passed_over] == ["other"]


def test_a_catalogue_that_lies_elsewhere_is_told_and_not_read(tmp_path: Path) -> None:
    inbox, away = tmp_path / "inbox", tmp_path / "away"
    (inbox / "below").mkdir(parents=True)
    away.mkdir()
    (away / "notes.csv").write_text("file,title\na.txt,Secret\nanother secret,Secret\n", "utf-8")
    (inbox / "articles.csv").symlink_to(away / "notes.csv")
    (inbox / "within.csv").write_text("file,title\na.txt,Known\n", "utf-8")
    (inbox / "below" / "articles.csv").symlink_to(inbox / "within.csv")
    for folder in (inbox, inbox / "below"):
        (folder / "a.txt").write_text(WORDS, "utf-8")
    found = locate([inbox]).articles
    assert [(one.name, one.about.title, one.problem) for one in found] == [
        (
            f"{inbox}/articles.csv",
            None,
            f"expected notes in '{inbox}/articles.csv', found a link out of the folder; copy it into the folder",
        ),
        (f"{inbox}/a.txt", None, None),
        (f"{inbox}/below/a.txt", "Known", None),
    ]


NAMES_OF_A_LEDGER = {
    "its own": lambda file, _: file,
    "its log's": lambda file, _: file.with_name("ledger.db-wal"),
    "its index's": lambda file, _: file.with_name("ledger.db-shm"),
    "a link's": lambda file, folder: _named(folder / "a.txt", lambda place: place.symlink_to(file)),
    "another": lambda file, folder: _named(folder / "b.jsonl", lambda place: place.hardlink_to(file)),
    "its log's other": lambda file, folder: _named(
        folder / "c.html", lambda place: place.hardlink_to(file.with_name("ledger.db-wal"))
    ),
    "another in a folder": lambda file, folder: _named(folder / "d.txt", lambda place: place.hardlink_to(file)).parent,
    "a link's in a folder of both": lambda file, folder: (
        _named(folder / "e.html", lambda place: place.symlink_to(file)).parent.parent
    ),
    "a link's to a link": lambda file, folder: _named(
        folder / "g.txt", lambda place: place.symlink_to(_named(folder / "f", lambda to: to.symlink_to(file)))
    ),
    "a path's with dots": lambda file, folder: Path(f"{folder}/../{file.name}"),
}
"""Makes a name of a ledger's file in a folder beside it; what is then given to `sayso run`."""


def _noting(function: Callable[..., Any], opened: list[str]) -> Callable[..., Any]:
    """The same function, which notes what it is called with."""

    def noting(path: Any, *args: Any, **how: Any) -> Any:
        opened.append(str(path))
        return function(path, *args, **how)

    return noting


def _named(place: Path, name: Callable[[Path], None]) -> Path:
    name(place)
    return place


@pytest.mark.parametrize("named", NAMES_OF_A_LEDGER.values(), ids=NAMES_OF_A_LEDGER)
def test_a_file_of_the_ledger_is_told_and_not_opened_whatever_its_name(
    named: Callable[[Path, Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To open and close it would drop the locks of the program that reads."""
    url, folder = f"sqlite:///{tmp_path / 'ledger.db'}", tmp_path / "inbox"
    folder.mkdir()
    with Ledger.open(url):
        opened: list[str] = []
        for where in (os, builtins):
            monkeypatch.setattr(where, "open", _noting(where.open, opened))
        place = named(tmp_path / "ledger.db", folder)
        found = locate([place], never=files_of(url)).articles
        assert [loaded(one).problem for one in found] == [
            f"expected an article at {one.file!r}, found a file of the ledger; name others" for one in found
        ]
        assert found
        assert opened == []


def test_a_file_that_became_a_pipe_after_it_was_listed_is_told(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text(WORDS, "utf-8")
    [source] = locate([place]).articles
    place.unlink()
    os.mkfifo(place)
    problem = read(source).capture.problem or ""
    assert problem.startswith(f"expected a file at '{place}', found a pipe")


def test_folders_may_stand_in_each_other_as_deep_as_names_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text(WORDS, "utf-8")
    monkeypatch.chdir(tmp_path)
    try:
        assert [one.article.text for one in ingest(tmp_path) if one.article] == [WORDS]
    finally:
        subprocess.run(["rm", "-r", "d"], check=True)  # deeper than Python takes folders away


def test_a_pipe_that_is_named_is_read_and_one_without_a_writer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.write(writing, WORDS.encode())
    os.close(writing)
    [one] = ingest(f"/proc/self/fd/{reading}")
    os.close(reading)
    assert one.article
    assert one.article.text == WORDS
    monkeypatch.setattr("sayso.ingest.bounded_read.SILENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    [one] = ingest(tmp_path / "pipe")
    assert (one.capture.problem or "").startswith("expected articles from the pipe")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full", "/dev/urandom"])
def test_a_device_that_is_named_is_told(device: str) -> None:
    [one] = ingest(device)
    assert one.capture.problem == f"expected a file at '{device}', found a device; name a file"


def test_a_file_without_end_costs_no_more_than_is_read_of_one(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.jsonl"):
        with (tmp_path / name).open("wb") as file:
            file.write(b'{"')
            file.truncate(3 * 10**8)
    found = [loaded(source) for source in locate([tmp_path]).articles]
    assert [len(one.content or b"") for one in found] == [10_000_001] * 3
    problems = [read(one).capture.problem or "" for one in found]
    assert [problem.split(",")[0] for problem in problems] == ["expected an article of at most 10 MB"] + [
        "expected an article of at most 5 MB"
    ] * 2


def test_more_lines_than_anybody_has_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["sayso.ingest.locate"], "MOST_LINES", 3)
    (tmp_path / "a.jsonl").write_text("1\n\n2\n3\n4\n", "utf-8")
    found = locate([tmp_path]).articles
    assert [(one.line, one.problem) for one in found] == [
        (1, None),
        (3, None),
        (None, "expected at most 3 lines, found more; split the file"),
    ]


BEGINNINGS = {
    "comments": b"<!---->" * 40 + b"x",
    "comments without end": b"<!--" * 1000,
    "half comments": b"<!-- -" * 600 + b"->",
    "comments and blanks": b"<!-- --> \n" * 400,
    "blanks": b" \n\t" * 1300,
    "blanks and braces": b" {" * 2000,
    "brackets": b"<" * 4000,
    "doctypes": b"<!doctype " * 400,
    "dashes": b"<!" + b"-" * 4000 + b">",
    "marks": b"-->" * 1300,
}


@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=BEGINNINGS)
def test_what_a_file_is_is_told_at_once(beginning: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(beginning)
    begun = time.process_time()
    assert len(locate([tmp_path / "a.bin"]).articles) == 1
    assert time.process_time() - begun < 1


def test_a_page_after_comments_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_text("<!-- a --><!-- b -->\n<!DOCTYPE html>" + PAGE, "utf-8")
    assert [one.media for one in locate([tmp_path / "a.bin"]).articles] == ["html"]
