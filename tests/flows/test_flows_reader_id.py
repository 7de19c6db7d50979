"""Who reads is known by all that decides what is read, and what an article may cost."""

from __future__ import annotations

from importlib.resources import files

import pytest

from flows.workers import reader_id


def test_it_is_known_by_what_makes_text_of_bytes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reader_id.reader_id()
    reader_id._reader_id.cache_clear()
    assert reader_id.reader_id() == before
    reader_id._reader_id.cache_clear()
    monkeypatch.setattr(reader_id, "version", lambda name: "another")
    assert reader_id.reader_id() != before
    reader_id._reader_id.cache_clear()


def test_it_is_known_by_the_limits_too() -> None:
    modules = [name for name, _ in reader_id._code()]
    assert {"limits.py", "extracting.py", "read.py"} <= {*modules}
    assert all((files(package) / module).is_file() for package, module in reader_id.LIMITS)
