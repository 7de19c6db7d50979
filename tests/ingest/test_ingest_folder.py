"""Folders: sorted, with all below; notes in `articles.csv`; nothing is left out without being reported."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sayso.ingest import ArticleLocations, ingest, locate


def _put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def _names(folder: Path, paths: tuple[str, ...]) -> list[str]:
    return [os.path.relpath(path, folder) for path in paths]


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    _put(
        tmp_path,
        {"b.txt": "B", "a.TXT": "A", "c/d.txt": "D", ".git/x.txt": "X", ".hid.txt": "H", "e.pdf": "E", "f": "F"},
    )
    found = locate([tmp_path])
    assert _names(tmp_path, tuple(one.file for one in found.articles)) == ["a.TXT", "b.txt", "c/d.txt"]
    assert (_names(tmp_path, found.passed_over), found.waiting) == (["e.pdf", "f"], ())


def test_a_file_named_by_itself_is_read_whatever_its_ending(tmp_path: Path) -> None:
    _put(tmp_path, {"one": "Plain.", "two.json": '{"text": "A line."}', "three.page": "<!DOCTYPE html><html></html>"})
    found = locate([tmp_path / "one", tmp_path / "two.json", tmp_path / "three.page"])
    assert [one.media for one in found.articles] == ["text", "jsonl", "html"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    _put(tmp_path, {"a.txt": "A"})
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert len(locate([tmp_path / "a.txt", tmp_path, tmp_path / "link.txt"]).articles) == 1


def test_a_file_still_being_written_waits_for_the_next_time(tmp_path: Path) -> None:
    _put(tmp_path, {"old.txt": "Old.", "new.txt": "New."})
    os.utime(tmp_path / "old.txt", (time.time() - 60, time.time() - 60))
    found = locate([tmp_path], settle=5)
    assert _names(tmp_path, tuple(one.file for one in found.articles)) == ["old.txt"]
    assert _names(tmp_path, found.waiting) == ["new.txt"]
    assert len(locate([tmp_path]).articles) == 2


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert locate([tmp_path]) == ArticleLocations((), (), ())


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_a_folder_without_permission_costs_one_sentence(tmp_path: Path) -> None:
    _put(tmp_path, {"a.txt": "A", "shut/b.txt": "B"})
    (tmp_path / "shut").chmod(0)
    try:
        problems = [one.capture.problem for one in ingest(tmp_path)]
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert problems[0] is None
    assert "Permission denied" in (problems[1] or "")


def test_a_broken_link_costs_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    [one] = ingest(tmp_path)
    assert "No such file or directory" in (one.capture.problem or "")


NOTES = (
    "file,url,outlet,published,captured,story\n"
    'a.txt,https://example.org/a,"Times, The",2022-08-09,2022-08-10T07:00:00+00:00,talks\n'
    "b.txt,,Post,,,\n"
)


def test_notes_say_what_the_files_do_not(tmp_path: Path) -> None:
    _put(
        tmp_path, {"articles.csv": NOTES, "a.txt": "date 2020-01-01 Putin met Bennett.", "b.txt": "date 2020-01-01 So."}
    )
    a, b = ingest(tmp_path)
    assert a.article
    assert b.article
    assert (a.article.url, a.article.outlet, a.article.published, a.article.story) == (
        "https://example.org/a",
        "Times, The",
        "2022-08-09",
        "talks",
    )
    assert a.capture.captured
    assert a.capture.captured.isoformat() == "2022-08-10T07:00:00+00:00"
    assert (b.article.url, b.article.outlet, b.article.published, b.capture.captured) == (
        None,
        "Post",
        "2020-01-01",
        None,
    )


def test_notes_hold_for_a_file_named_by_itself(tmp_path: Path) -> None:
    _put(tmp_path, {"articles.csv": NOTES, "a.txt": "One.", "b.txt": "Two."})
    [alone] = ingest(tmp_path / "a.txt")
    assert alone.article == next(ingest(tmp_path)).article


@pytest.mark.parametrize(
    ("notes", "problems"),
    [
        ("name,url\na.txt,x\n", ["expected a column `file` in the first line of articles.csv, found none"]),
        ("file,url\ngone.txt,x\n", ["line 2 of articles.csv: expected the name of a file, found 'gone.txt'"]),
        (
            "file,published\na.txt,soon\n",
            ["line 2 of articles.csv: expected an ISO 8601 date in `published`, found 'soon'; taken as not known"],
        ),
        ("", ["expected a column `file` in the first line of articles.csv, found none"]),
    ],
    ids=["no file column", "no such file", "no date", "empty"],
)
def test_a_bad_note_costs_one_sentence_and_no_article(tmp_path: Path, notes: str, problems: list[str]) -> None:
    _put(tmp_path, {"articles.csv": notes, "a.txt": "One."})
    found = list(ingest(tmp_path))
    assert [one.capture.problem for one in found if one.capture.problem] == problems
    assert [one.article.text for one in found if one.article] == ["One."]
