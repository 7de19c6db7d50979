"""No file, however damaged, and nothing noted beside it ends a run, or takes longer than its size allows.

Pages, JSON lines, texts, lists of files and their names are damaged byte by byte and go the way that `sayso run` takes
them, Prefect left out: listed, made text of and read in processes of their own, recorded. `SAYSO_FUZZ=20000 pytest
tests/test_fuzz_files.py` tries that many folders, other ones each time; without it a few, always the same.
"""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from flows.workers.limits import to_extract, to_ingest
from flows.workers.pool import WorkerPool
from flows.workers.reader_id import reader_id
from flows.workers.reading import extracted
from sayso.desk.recalling import recalled
from sayso.desk.recording import Recorder
from sayso.ingest import locate, read
from sayso.ledger import Ledger

SLOW = 60.0
"""Seconds by the clock for a folder of some kilobytes, on a machine that does other things too."""

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
def folders(draw: st.DrawFn) -> dict[str, bytes]:
    """Files by name, one or two, and perhaps a list of them."""
    lines = b"\n".join([json.dumps(LINE).encode()] * 2)
    kinds = [PAGE.encode(), lines, TEXT.encode(), f"date 2024-01-02\n{TEXT}".encode()]
    files = {
        draw(NAMES) + draw(ENDS): draw(damaged(draw(st.sampled_from(kinds)))) for _ in range(draw(st.integers(1, 2)))
    }
    return files | ({"articles.csv": draw(damaged(listed([*files])))} if draw(st.booleans()) else {})


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorder]:
    """A ledger, and two processes that read, as a run has them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'ledger.db'}"
    with (
        Ledger.open(url, actor="fuzz") as ledger,
        WorkerPool(read, 1, to_ingest) as ingesting,
        WorkerPool(extracted, 1, to_extract) as reading,
    ):
        yield Recorder(ledger, ingesting, reading, reader_id)


def written(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files there."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


@examples(12)
@given(folders())
def test_no_file_ends_a_run_or_takes_too_long(recorder: Recorder, files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        written(Path(folder), files)
        began = time.monotonic()
        found = locate([folder]).articles
        with recorder.ledger.snapshot() as now:
            new = [source for source, outcome in recalled(now, found, reader_id) if outcome is None]
        outcomes = [recorder.record(source) for source in new]
        assert time.monotonic() - began < SLOW
    for outcome in outcomes:
        assert (outcome.fate == "unreadable") == (outcome.article is None) == (outcome.problem is not None)
        if outcome.problem:
            assert "expected " in outcome.problem
            assert "\n" not in outcome.problem
            assert "please report it" not in outcome.problem  # what goes wrong is foreseen


def test_the_record_of_all_that_verifies(recorder: Recorder) -> None:
    assert recorder.ledger.verify().findings == ()
