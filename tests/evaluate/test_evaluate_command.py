"""`sayso evaluate` on a small folder of gold, read by the real engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factories import make_article
from gold_world import lines, row, save, standoff
from warm import WarmPool

from flows.cli.commands import evaluate
from flows.cli.main import exit_code

DAM = make_article("The minister said that the dam was closed.\r\n\r\nWater is cold.\r\n")
TALKS = make_article("An official told Reuters that the talks had failed.\n")
FLAT = make_article("Snow fell.\n")

GOLD = {
    "text/dam.txt": DAM.text,
    "attributions/dam_ann.ann": standoff(DAM, ("The minister", "said", "that the dam was closed")),
    "text/talks.txt": TALKS.text,
    "attributions/talks.ann": standoff(
        TALKS,
        ("An official", "told Reuters", "that the talks had failed"),
    ),
    "text/flat.txt": FLAT.text,
    "attributions/flat.ann": "",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Three articles that any engine reads right, one of them without attributions, and chains for one."""
    chains = lines(row(TALKS, "the talks had failed", ("An official", True), ("Reuters", False), doc="talks"))
    return save(tmp_path / "gold", {**GOLD, "chains.jsonl": chains})


@pytest.fixture
def evaluating_warm(warm_pool: WarmPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sayso evaluate` starts no process of its own."""
    monkeypatch.setattr(evaluate, "WorkerPool", warm_pool)


@pytest.mark.usefixtures("evaluating_warm")
def test_everything_is_scored(gold: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert exit_code(["evaluate", str(gold), "--format", "json"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert list(found) == ["schema", "engine", "articles", "omitted", "attributions", "chains", "scores", "readings"]
    assert (found["schema"], found["articles"], found["omitted"]) == (1, 3, [])
    right = {"value": 1.0, "low": 1.0, "high": 1.0, "of": 2, "predicted": 2, "precision": 1.0, "recall": 1.0}
    share = {"predicted": None, "precision": None, "recall": None}
    scored = found["attributions"]["measures"]
    assert [scored[name] for name in ("attribution", "content", "source_acc")] == [right, right, {**right, **share}]
    measures = found["chains"]["measures"]
    assert {name: (one["value"], one["of"]) for name, one in measures.items() if name != "overlap"} == {
        "found": (1.0, 1),
        "origin": (1.0, 1),
        "multi": (1.0, 1),
        "anonymous": (1.0, 1),
        "relayed": (1.0, 1),
    }
    assert found["chains"]["confusions"] == []
    assert [(one["article"], one["gold"], one["right"], one["f1"]) for one in found["scores"]] == [
        ("dam", 1, 1, 1.0),
        ("talks", 1, 1, 1.0),
        ("flat", 0, 0, None),
    ]


@pytest.mark.usefixtures("evaluating_warm")
def test_what_cannot_be_scored_is_told_and_the_rest_is(gold: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    save(
        gold,
        {
            "text/bare.txt": "It rains.",
            "text/beyond.txt": "It rains.",
            "attributions/beyond.ann": "T1\tContent 0 99\tIt rains\n",
            "text/empty.txt": "",
            "attributions/empty.ann": "",
            "attributions/stray.ann": "",
            "chains.jsonl": "{}\n",
        },
    )
    assert exit_code(["evaluate", str(gold)]) == 3
    printed = capfdbinary.readouterr()
    assert printed.err.decode().splitlines() == [
        "sayso: stray.ann: expected the text that it annotates, found none; add it",
        "sayso: chains.jsonl:1: expected a row with doc, content and chain, found a fault (doc: Field required); "
        "mend the line",
        "sayso: bare: expected gold (bare.ann, chains, or a reading), found none; annotate it, or remove it",
        "sayso: beyond: line 1: expected offsets within the text's 9 characters, found '0 99'; mend it",
        "sayso: empty: expected an article, found no text in it; save it again, or take the file away",
    ]
    assert printed.out.decode().startswith("articles scored: 3, left out: 5; Sayso ")


def test_other_processes_find_the_same(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, warm_pool: WarmPool
) -> None:
    gold = save(tmp_path, {name: content for name, content in GOLD.items() if "dam" in name})
    with monkeypatch.context() as patch:
        patch.setattr(evaluate, "WorkerPool", warm_pool)
        assert exit_code(["evaluate", str(gold)]) == 0
    printed = capfdbinary.readouterr()
    assert exit_code(["evaluate", str(gold), "--workers", "2"]) == 0
    assert capfdbinary.readouterr() == printed


def test_a_missing_folder_is_wrong_usage(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["evaluate", str(tmp_path / "none")]) == 2
    assert capfd.readouterr() == (
        "",
        f"sayso: expected a folder of gold at '{tmp_path}/none', found nothing; check the path\n",
    )
