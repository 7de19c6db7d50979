"""Who reads is known by all that decides what is read, and what an article may cost."""

from __future__ import annotations

from importlib.resources import files

import pytest

from flows.workers import identity


def test_it_is_known_by_what_makes_text_of_bytes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = identity.reader_id()
    identity.reader_id.cache_clear()
    assert identity.reader_id() == before
    identity.reader_id.cache_clear()
    monkeypatch.setattr(identity, "version", lambda name: "another")
    assert identity.reader_id() != before
    identity.reader_id.cache_clear()


def test_it_is_known_by_the_limits_too() -> None:
    modules = [name for name, _ in identity._code()]
    assert {"limits.py", "extracting.py", "read.py"} <= {*modules}
    assert all((files(package) / module).is_file() for package, module in identity.LIMITS)
