"""Plain text: the article's text is the decoded file, and unreadable files cost one sentence each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ingest import Ingested, ingest, locate, read

NEWS = "Putin met Bennett.\r\n\r\nHe said: “Ties matter.”\n"


def _read(folder: Path, data: bytes, name: str = "a.txt") -> Ingested:
    path = folder / name
    path.write_bytes(data)
    [one] = ingest(path)
    return one


def _bytes_back(one: Ingested, data: bytes) -> bool:
    assert one.article
    assert one.capture.encoding
    return (one.capture.raw or one.article.text).encode(one.capture.encoding) == data


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (NEWS.encode(), NEWS, "utf-8"),
        (NEWS.encode("utf-8-sig"), NEWS, "utf-8-sig"),
        (NEWS.encode("utf-16"), NEWS, "utf-16"),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), NEWS, "latin-1"),
        (NEWS.encode("cp1252"), NEWS, "cp1252"),
        (("“Да”, сказал он. " * 20).encode("cp1251"), "“Да”, сказал он. " * 20, "cp1251"),
        ("“One” — and ".encode() + b"\x93two\x94.", "“One” — and “two”.", "latin-1"),
        ("“One”, ".encode() + "“déjà vu”.".encode("cp1252"), "“One”, “déjà vu”.", "latin-1"),
        (b"A NUL \x00 in it.", "A NUL \x00 in it.", "utf-8"),
        ("👩‍👩‍👧 שלום \u202eabc".encode(), "👩‍👩‍👧 שלום \u202eabc", "utf-8"),
    ],
    ids=[
        "UTF-8",
        "BOM",
        "UTF-16",
        "UTF-16 BE",
        "Windows-1252",
        "Windows-1251",
        "mixed",
        "mixed, half and half",
        "NUL",
        "emoji and right to left",
    ],
)
def test_the_text_is_the_decoded_file(tmp_path: Path, data: bytes, text: str, encoding: str) -> None:
    one = _read(tmp_path, data)
    assert one.article
    assert (one.article.text, one.capture.encoding, one.capture.problem) == (text, encoding, None)
    assert (one.capture.article, one.capture.size) == (one.article.id, len(data))
    assert _bytes_back(one, data)


def test_a_byte_order_mark_makes_no_other_article(tmp_path: Path) -> None:
    plain, marked = _read(tmp_path, NEWS.encode()), _read(tmp_path, NEWS.encode("utf-8-sig"))
    assert plain.article == marked.article


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "expected an article, found no text in it; save it again, or take the file away"),
        (b" \n\t \n", "expected an article, found no text in it; save it again, or take the file away"),
        (b"%PDF-1.7 \xe2\xe3", "expected text, found a PDF document; convert it to text first"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "expected text, found a picture; convert it to text first"),
        (bytes(range(256)) * 40, "expected text, found binary data; convert it to text first"),
        (b"\x00" * 100, "expected text, found binary data; convert it to text first"),
        (b"word " * 4_000_000, "expected an article of at most 5 MB, found a larger one; split it"),
    ],
    ids=["empty", "white space", "PDF", "picture", "binary", "NULs", "20 MB of one line"],
)
def test_what_is_no_article_costs_one_sentence(tmp_path: Path, data: bytes, problem: str) -> None:
    one = _read(tmp_path, data)
    assert (one.article, one.capture.problem) == (None, problem)
    assert "\n" not in problem


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"One."), ("b.txt", b""), ("c.txt", b"Three.")):
        (tmp_path / name).write_bytes(data)
    assert [one.article.text if one.article else None for one in ingest(tmp_path)] == ["One.", None, "Three."]


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"expected a file or folder at .*gone.*, found nothing; check the path"):
        list(ingest(tmp_path / "gone"))


def test_a_file_gone_since_it_was_listed_costs_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    [source] = locate([tmp_path]).articles
    (tmp_path / "a.txt").unlink()
    one = read(source)
    assert one.article is None
    assert one.capture.problem == (
        f"expected to read {source.file!r}, found that this is not possible (No such file or directory); "
        "check its permissions"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_a_file_without_permission_costs_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.")
    path.chmod(0)
    [one] = ingest(path)
    assert "Permission denied" in (one.capture.problem or "")


def test_the_same_bytes_are_the_same_capture_wherever_and_whenever(tmp_path: Path) -> None:
    first, again = _read(tmp_path, b"One."), _read(tmp_path, b"One.", "b.txt")
    assert (first.capture.id, first.article) == (again.capture.id, again.article)


@pytest.mark.parametrize(
    ("text", "outlet", "published", "byline"),
    [
        ("date 2022-08-09 Putin met Bennett.", None, "2022-08-09", None),
        (" date 2021-10-22 Putin met Bennett.\n\nHe left.", None, "2021-10-22", None),
        ("Putin met\n\nBy World Israel News Staff \n\nHe said.", "World Israel News", None, "World Israel News Staff"),
        ("Putin met\nBy Jane Doe, Reuters\nHe said.", None, None, "Jane Doe, Reuters"),
        ("Putin met\nPublished: 9 August 2022, 14:05 GMT\nHe said.", None, "2022-08-09", None),
        ("Putin met\nAugust 9, 2022\nHe said.", None, "2022-08-09", None),
        ("He met him on August 9, 2022.\n\nBy Friday all was over.", None, None, None),
        ("The date 2022-08-09 stands here.\n\nBy the sea\n\n08/09/2022", None, None, None),
        (
            "Bill passes\nUpdated 9 Mar 2023\nPublished 8 Mar 2023, 16:05 GMT | Modified 9 Mar 2023",
            None,
            "2023-03-08",
            None,
        ),
        ("Bill passes\nUpdated 3 hours ago\nMarch 8, 2023 / 4:05 PM EST / CBS News\nIt did.", None, "2023-03-08", None),
        ("Bill passes\nLast updated on March 8, 2023 at 4:05 pm\nIt did.", None, "2023-03-08", None),
        (
            "Bill passes\nPUBLISHED: 21:04, 8 March 2023 | UPDATED: 22:10, 9 March 2023\nIt did.",
            None,
            "2023-03-08",
            None,
        ),
        (
            "Bill passes\nBy ABBY GOODBY, TOM KAPLAN and ROBERTA BYRNE\nIt did.",
            None,
            None,
            "ABBY GOODBY, TOM KAPLAN and ROBERTA BYRNE",
        ),
        ("date 2022-13-45 Putin met Bennett.", None, None, None),
    ],
)
def test_what_the_first_lines_show(
    tmp_path: Path, text: str, outlet: str | None, published: str | None, byline: str | None
) -> None:
    article = _read(tmp_path, text.encode()).article
    assert article
    assert (article.outlet, article.published, article.byline) == (outlet, published, byline)
    assert (article.title, article.url, article.key, article.story) == (None, None, None, None)
