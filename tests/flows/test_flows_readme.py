"""What the README shows of a run is what a newcomer gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from flows_world import Sayso, Shared
from write_readme import README, ROOT, SAMPLE, same, shown


def test_the_run_in_the_readme_is_what_it_prints(
    sayso: Sayso, home: Path, prefect_server: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = sayso("run", "seeds/articles", **prefect_server.environment)
    assert (done.returncode, done.stderr) == (0, "")
    (sample,) = SAMPLE.finditer(README.read_text("utf-8"))
    assert same(shown(done.stdout, home)) == same(sample[2]), (
        "expected what README.md shows; `uv run python tests/write_readme.py` writes it anew"
    )
