"""How well attribution works on real news, as pinned numbers: raised when the engine gets better, never lowered."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CORPUS_SHA256 = "c53da28003350aeddbf72e1692401614927da50bdf3151b094361ad00b770727"
"""Over the names and bytes of dev's texts and annotations and of the chains' gold, in name order."""

ATTRIBUTION = {"attribution": 0.66, "content": 0.80, "cue": 0.70, "span source": 0.77}
CHAINS = {"multi": 0.40, "single": 0.80, "anonymous": 0.85}


@pytest.fixture(scope="module")
def extracted(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with dev as `extract` reads it: `dev.jsonl`, and `brat/STEM.ann`."""
    out = tmp_path_factory.mktemp("dev")
    texts = str(corpora / "polnear" / "dev" / "text")
    with (out / "dev.jsonl").open("wb") as lines:
        _sayso("extract", texts, "--format", "jsonl", "--workers", "2", stdout=lines)
    _sayso("extract", texts, "--format", "brat", "--out", str(out / "brat"), "--workers", "2")
    return out


def _sayso(*words: str, **how: Any) -> None:
    subprocess.run([Path(sys.executable).with_name("sayso"), *words], check=True, **how)


def _score(corpora: Path, scorer: str, *words: str) -> dict[str, Any]:
    text = str(corpora / "polnear" / "dev" / "text")
    command = [sys.executable, str(corpora / "eval" / scorer), "--text", text, *words, "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def test_the_corpus_is_the_one_that_the_floors_were_measured_on(corpora: Path) -> None:
    digest = hashlib.sha256()
    dev = corpora / "polnear" / "dev"
    for path in [*sorted(dev.rglob("*.txt")), *sorted(dev.rglob("*.ann")), corpora / "eval" / "chains-dev.jsonl"]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == CORPUS_SHA256


def test_attributions_are_found_at_least_as_well_as_pinned(corpora: Path, extracted: Path) -> None:
    gold = str(corpora / "polnear" / "dev" / "attributions")
    report = _score(corpora, "score_attribution.py", "--gold", gold, "--pred", str(extracted / "brat"))
    assert report["docs"] == 84
    assert {key: report[key]["f1"] for key in ATTRIBUTION if report[key]["f1"] < ATTRIBUTION[key]} == {}


def test_chains_are_found_at_least_as_well_as_pinned(corpora: Path, extracted: Path) -> None:
    gold = str(corpora / "eval" / "chains-dev.jsonl")
    report = _score(corpora, "score_chains.py", "--gold", gold, "--pred", str(extracted / "dev.jsonl"))
    assert {key: report[key] for key in CHAINS if report[key] < CHAINS[key]} == {}
    assert report["overlap"] == 0
