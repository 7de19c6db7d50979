"""Where a worklist is written: a file, or a dated file in a folder."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.desk.worklist_files import write
from sayso.worklist import Worklist

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
MADE = Worklist(made=NOON, scope=(), articles=0, open=0, matching=0, accusations=0, items=())
DATED = f"worklist-{NOON.astimezone():%Y-%m-%d}"

WRITTEN = {
    "lists": f"lists/{DATED}.html",
    "lists/": f"lists/{DATED}.html",
    "a/b": f"a/b/{DATED}.html",
    "a.b/": f"a.b/{DATED}.html",
    "old": f"old/{DATED}.html",
    "old.d": f"old.d/{DATED}.html",
    ".": f"{DATED}.html",
    "today.html": "today.html",
    "a/today.htm": "a/today.htm",
    "kept": "kept",
}


@pytest.mark.parametrize("out", WRITTEN)
def test_what_has_no_ending_is_a_folder(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("old", "old.d"):
        Path(folder).mkdir()
    Path("kept").touch()
    assert os.fspath(write(MADE, out, "html")) == WRITTEN[out]
    assert "0 items" in Path(WRITTEN[out]).read_text("utf-8")


def test_a_folder_has_a_file_for_each_list(tmp_path: Path) -> None:
    out = str(tmp_path / "lists")
    assert [write(MADE, out, "text").name for _ in range(2)] == [f"{DATED}.txt", f"{DATED}-2.txt"]
