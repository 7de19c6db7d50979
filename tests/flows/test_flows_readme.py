"""What the README shows of a run, of a claim and of a report is what a newcomer gets."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from flows_world import Sayso
from write_readme import EXCERPT, README, ROOT, SAMPLE, same, shown


def test_the_run_in_the_readme_is_what_it_prints(here: Sayso, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = README.read_text("utf-8")
    done = here("run", "seeds/articles")
    assert (done.returncode, done.stderr) == (0, "")
    (sample,) = SAMPLE.finditer(page)
    assert same(shown(done.stdout, home)) == same(sample[2]), (
        "expected what README.md shows; `uv run python tests/write_readme.py` updates it"
    )
    excerpts = list(EXCERPT.finditer(page))
    assert len(excerpts) == 2
    for excerpt in excerpts:
        assert same(excerpt[2]) in same(here(*shlex.split(excerpt[1])).stdout)
