"""No file, however damaged, and nothing noted beside it ends a run, or takes longer than its size allows.

Pages, live blogs, JSON lines, texts, lists of files, their names and the folders, links and pipes among which they
stand are damaged and go the way that `sayso run` takes them, Prefect left out: listed, made text of and read in
processes of their own, recorded. `SAYSO_FUZZ=20000 pytest tests/test_fuzz_files.py` tries that many folders, other ones
each time; without it a few, always the same. Work is measured, not the clock: the machine does other things too.
"""

from __future__ import annotations

import csv
import io
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from flows.workers.limits import to_ingest
from flows.workers.pool import WorkerPool
from flows.workers.reader_id import reader_id
from flows.workers.reading import extracted
from sayso.desk.recalling import recalled
from sayso.desk.recording import Recorder
from sayso.ingest import locate, read
from sayso.ledger import Ledger

SLOW = 30.0
"""Seconds of work for an article of some kilobytes; the first has the engine's start."""

LISTED = 5.0
"""Seconds of work for listing and recording a folder."""

TEXT = "The mayor of Brenmouth, Ada Holt, said on Tuesday that the bridge was closed. “It is a scandal,” said Mr Lund."
LINKED = {
    "@context": "https://schema.org",
    "@graph": [{"@type": ["NewsArticle"], "headline": "Bridge closed", "datePublished": "2024-01-02T03:04:05+01:00"}],
}
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bridge closed</title>
<meta property="og:site_name" content="Coast Herald"><meta name="date" content="2024-01-02">
<link rel="canonical" href="https://example.org/bridge"><!-- a comment -->
<script type="application/ld+json">{json.dumps(LINKED)}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>
"""
ENTRY = f"""<div class="live-entry"><time datetime="2024-01-02T09:05Z">9.05</time><h2>Closed</h2><p>{TEXT}</p></div>"""
LIVE = PAGE.replace("Bridge closed</t", "Bridge closed: live updates</t").replace(f"<p>{TEXT}</p>", ENTRY)
LINE = {"id": "a1", "title": "Bridge closed", "text": TEXT, "url": "https://example.org", "published": "2024-01-02"}
COLUMNS = ("file", "url", "outlet", "published", "captured", "story")

HOSTILE = st.sampled_from(
    [
        *(
            b"<",
            b">",
            b"&",
            b'"',
            b"'",
            b"{",
            b"}",
            b"[",
            b"]",
            b",",
            b":",
            b"\\",
            b"\n",
            b"\r",
            b"\x00",
            b"\xff",
            b"\xfe",
        ),
        *(b"<!--", b"-->", b"<span>" * 200, b"<div " + b"a=1 " * 300, b"</p>", b"<table><tr><td>" * 50, b"<![CDATA["),
        *(
            b"&#x110000;",
            b"&#0;",
            b"&amp" * 99,
            b"\xef\xbb\xbf",
            b"\xed\xa0\x80",
            b"\\ud800",
            b"\\u0000",
            b"\x1b]8;;x\x07",
        ),
        *(
            b"9" * 400,
            b"&#" + b"9" * 5000 + b";",
            b"&amp;#" + b"9" * 5000,
            b", \xc2\xb2, ",
            b" 5 May 0000 ",
            b'<div class="live-entry"><time datetime="2024-01-02T09:05Z">',
            b"1e999",
            b"-1",
            b"null",
            b"[" * 500,
            b'{"a":' * 500,
            b"NaN",
            b"0000-00-00",
            b"99999999999-01-01",
        ),
        *(b"+99:99", b"2024-02-30T25:61", b"\xe2\x80\xae", b"charset=utf-7", b"charset=" + b"x" * 300, b"<?xml?>"),
        *(
            b"<svg><script>",
            b"<base href=//x>",
            b"http://[",
            b"https://" + b"a" * 5000,
            b"\x85\xe2\x80\xa8",
            b" " * 2000,
        ),
    ]
)
NAMES = st.sampled_from(
    ["a", "é", " ", "-", "x" * 200, "\x1b[31m", "a\nb", "\udcff", "‮gpj", "articles", "CON", "a;b,c", "~", "%s"]
)
BELOW = st.sampled_from(["", "", "", "b/", "b/c/", ".hidden/", "x.txt/"])

Other = Callable[[Path], object]
"""Makes something that is no file at a path."""


def _link(to: str) -> Other:
    return lambda place: place.symlink_to(to)


OTHERS: st.SearchStrategy[Other] = st.sampled_from(
    [os.mkfifo, Path.mkdir, *map(_link, ["..", ".", "gone", "/dev/zero", "/etc/passwd", "a.txt", "b", "articles.csv"])]
)
ENDS = st.sampled_from([".txt", ".html", ".jsonl", ".htm", ".ndjson", ".xhtml", ".TXT", "", ".pdf"])


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """`whole` with up to six injuries."""
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(whole)))
        end = min(len(whole), at + draw(st.sampled_from([0, 0, 1, 3, 20, 200])))
        new = draw(st.one_of(HOSTILE, st.binary(max_size=3), st.just(whole[at:end] * 3)))
        whole = whole[:at] + new + whole[end:]
    return whole


def listed(names: list[str]) -> bytes:
    """An `articles.csv` that says something of each."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(
        (name, "https://example.org/a", "Herald", "2024-01-02", "2024-01-02T10:00Z", "s") for name in names
    )
    return out.getvalue().encode("utf-8", "surrogateescape")


@st.composite
def folders(draw: st.DrawFn) -> dict[str, bytes | Other]:
    """Files by name, one or two, perhaps a list of them, and perhaps something that is no file."""
    lines = b"\n".join(json.dumps(line).encode() for line in (LINE, {**LINE, "text": None, "html": PAGE}))
    kinds = [PAGE.encode(), LIVE.encode(), lines, TEXT.encode(), f"date 2024-01-02\n{TEXT}".encode()]
    files: dict[str, bytes | Other] = {
        draw(BELOW) + draw(NAMES) + draw(ENDS): draw(damaged(draw(st.sampled_from(kinds))))
        for _ in range(draw(st.integers(1, 2)))
    }
    if draw(st.booleans()):
        files[draw(BELOW) + "articles.csv"] = draw(damaged(listed([Path(name).name for name in files])))
    if draw(st.booleans()):
        files.setdefault(draw(BELOW) + draw(NAMES) + draw(ENDS), draw(OTHERS))
        files.setdefault("articles.csv", draw(OTHERS))
    return files


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorder]:
    """A ledger, and two processes that read, as a run has them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'ledger.db'}"
    with (
        Ledger.open(url, actor="fuzz") as ledger,
        WorkerPool(read, 1, to_ingest) as ingesting,
        WorkerPool(extracted, 1, lambda article: SLOW) as reading,
    ):
        yield Recorder(ledger, ingesting, reading, reader_id)


def written(folder: Path, files: dict[str, bytes | Other]) -> None:
    """Put the files there, where the names of others leave room."""
    for name, content in files.items():
        place = folder / name
        with suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
            place.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                with place.open("xb") as file:  # never through a link
                    file.write(content)
            else:
                content(place)


@examples(12)
@given(folders())
def test_no_file_ends_a_run_or_takes_too_long(recorder: Recorder, files: dict[str, bytes | Other]) -> None:
    with TemporaryDirectory() as folder:
        written(Path(folder), files)
        began = time.process_time()
        found = locate([folder]).articles
        with recorder.ledger.snapshot() as now:
            new = [source for source, outcome in recalled(now, found, reader_id) if outcome is None]
        outcomes = [recorder.record(source) for source in new]
        assert time.process_time() - began < LISTED
    for outcome in outcomes:
        assert (outcome.fate == "unreadable") == (outcome.article is None) == (outcome.problem is not None)
        if outcome.problem:
            assert "expected " in outcome.problem
            assert "\n" not in outcome.problem
            assert "please report it" not in outcome.problem  # what goes wrong is foreseen


def test_the_record_of_all_that_verifies(recorder: Recorder) -> None:
    assert recorder.ledger.verify().findings == ()
