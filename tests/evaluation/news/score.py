"""Scores the installed engine on a part, by kind of news: `python -m tests.evaluation.news.score PART`.

Each run appends a row to `scores.jsonl`, with date and commit: the blind part is scored seldom, and every time is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.engine import Engine
from sayso.errors import UnreadableError
from sayso.evaluate import evaluate, fitted, gold, mark
from sayso.evaluate.marks import MarkedArticle
from sayso.ingest import ingest
from tests.evaluation.news.texts import PLACE, lay_out

SHOWN = ("found", "sourced", "chain", "reported", "multi", "anonymous", "acts", "covered", "furniture")


def main(part: str) -> None:
    """Print the figures of each kind, and of all, and note them."""
    with TemporaryDirectory() as folder:
        lay_out(part, Path(folder) / part)
        marked, refused = _marked(Path(folder) / part)
    print(*refused, sep="\n")
    kinds = {kind: [one for one in marked if one.article.startswith(kind)] for kind in ("wire", "bbc", "polnear", "")}
    figures = {kind or "all": _figures(several) for kind, several in kinds.items() if several}
    for kind, measures in figures.items():
        print(kind, json.dumps(measures))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True, cwd=PLACE
    )
    row = {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.stdout.strip(),
        "part": part,
        "refused": len(refused),
        "figures": figures,
    }
    with (PLACE / "scores.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def _marked(folder: Path) -> tuple[list[MarkedArticle], list[str]]:
    """What is found in each article, and a sentence for each that the engine refuses to read."""
    engine = Engine()
    listed = gold(folder)
    if listed.skipped:
        raise SystemExit("\n".join(f"{skipped.what}: {skipped.why}" for skipped in listed.skipped))
    found: list[MarkedArticle] = []
    refused: list[str] = []
    for place in listed.places:
        (one,) = ingest(place.text, literal=True)
        if one.article is None:
            raise SystemExit(f"{place.name}: {one.capture.problem}")
        try:
            found.append(mark(fitted(place, one.article), engine.extract(one.article)))
        except UnreadableError as error:
            refused.append(f"{place.name}: {error}")
    return found, refused


def _figures(marked: list[MarkedArticle]) -> Mapping[str, object]:
    section = evaluate(marked).readings
    if section is None:
        raise SystemExit("expected readings, found none")
    measures = {
        name: [
            section.measures[name].value,
            section.measures[name].low,
            section.measures[name].high,
            section.measures[name].of,
        ]
        for name in SHOWN
        if name in section.measures
    }
    error = section.calibration.error if section.calibration else None
    return {"articles": section.articles, **measures, "inverted": section.inverted.count, "calibration": error}


if __name__ == "__main__":
    main(sys.argv[1])
