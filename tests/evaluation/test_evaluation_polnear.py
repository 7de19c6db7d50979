"""How well attribution works on real news, as pinned numbers: raised when the engine gets better, never lowered."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from sayso.export import brat, jsonl
from sayso.ingest import ingest
from sayso.pipeline import extract

CORPUS_SHA256 = "c53da28003350aeddbf72e1692401614927da50bdf3151b094361ad00b770727"
"""Over the names and bytes of dev's texts and annotations and of the chains' gold, in name order."""

ATTRIBUTION = {"attribution": 0.73, "content": 0.81, "cue": 0.76, "span source": 0.79}
CHAINS = {"multi": 0.48, "single": 0.84, "anonymous": 0.90}


def extracted(corpora: Path, out: Path) -> None:
    """Dev as the engine reads it, in the formats of `sayso extract`: `out/dev.jsonl` and `out/brat/STEM.ann`."""
    (out / "brat").mkdir(parents=True)
    lines = []
    for capture, article in ingest(corpora / "polnear" / "dev" / "text"):
        assert article is not None, capture.problem
        extraction = extract(article)
        lines.append(jsonl(capture, article, extraction) + "\n")
        (out / "brat" / f"{Path(capture.file).stem}.ann").write_text(brat(article, extraction), "utf-8")
    (out / "dev.jsonl").write_text("".join(lines), "utf-8")


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


def test_attributions_and_chains_are_found_at_least_as_well_as_pinned(corpora: Path, tmp_path: Path) -> None:
    extracted(corpora, tmp_path)
    gold, pred = str(corpora / "polnear" / "dev" / "attributions"), str(tmp_path / "brat")
    attributions = _score(corpora, "score_attribution.py", "--gold", gold, "--pred", pred)
    gold, pred = str(corpora / "eval" / "chains-dev.jsonl"), str(tmp_path / "dev.jsonl")
    chains = _score(corpora, "score_chains.py", "--gold", gold, "--pred", pred)
    found = {key: attributions[key]["f1"] for key in ATTRIBUTION} | {key: chains[key] for key in CHAINS}
    assert {key: found[key] for key, floor in (ATTRIBUTION | CHAINS).items() if found[key] < floor} == {}
    assert (attributions["docs"], chains["overlap"]) == (84, 0)
