"""Scores linking on the stories of a part: `python -m tests.evaluation.news.links PART [--log] [--cache FOLDER]`.

The articles are read by the installed engine, recorded in a fresh ledger, all stories in one, and linked as a run does.
Figures are over the part's key facts, with an interval from drawing its stories again:

    told              of the articles that tell a fact, those with a claim that does (`telling.tells`): the most that
                      linking could reach
    same claim        of the pairs of articles that tell a fact, those of which two claims are linked as saying the same
    in one cluster    of the same pairs, those of which two claims are in one cluster
    joins             of the links that join claims which both tell facts, those whose claims tell one fact
    at odds found     of the conflicts and denials between facts, those that a conflict or a denial joins
    news found        of the updates and corrections, those that an update, a conflict or a denial joins
    at odds told      of the conflicts and denials between claims that both tell facts, those between facts that are at
                      odds, or of which one replaced the other; news told: the same of updates
    origins           of the facts, those whose count of origins is between the gold's fewest and most, or too many, or
                      too few; "two": of facts with at least two. "perfect": of all claims that tell the fact; else of
                      the cluster that has most of them

`--lists FOLDER` writes there what only a person can judge: each link, the pairs of articles that are not joined, and
the origins that each fact is told to have (are they those that the gold's reason names?). Never for the blind part.
`--log` appends the figures to `scores-links.jsonl`, with date and commit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sayso.evaluate.bootstrap import measures
from sayso.evaluate.evaluation import Measure
from sayso.evaluate.tallies import Key
from tests.evaluation.news.link_lists import lists
from tests.evaluation.news.link_marks import Marks, marks
from tests.evaluation.news.linked_part import linked_part
from tests.evaluation.news.texts import PLACE

PARTS = ("development", "train", "blind")
SHARES = (
    "told",
    "same claim",
    "in one cluster",
    "joins",
    "at odds found",
    "at odds told",
    "news found",
    "news told",
    *(f"origins {what}{by}" for by in ("", " perfect") for what in ("exact", "exact, two", "too many", "too few")),
)
"""The measures, in the order in which they are printed."""


def figures(found: Marks) -> Mapping[str, Measure]:
    """Each share over all stories; its value is None where there is nothing to count."""
    measured = measures(list(found.tallies.values()), map(Key, SHARES))
    return {name: measured[Key(name)] for name in SHARES}


def counts(found: Marks) -> Mapping[str, int]:
    """How many links of each relation there are, and of what else there should be none."""
    relations = Counter(link.relation for link in found.links)
    return {
        **dict(sorted(relations.items())),
        "at odds, neither right nor wrong": len(found.unknown),
        "facts without a claim": found.untold,
        "links of words that overlap": found.overlapping,
    }


def _rows(found: Marks) -> Iterator[str]:
    for name, measure in figures(found).items():
        if measure.value is not None:
            yield f"{name:32} {measure.value:.3f}  ({measure.low:.2f} to {measure.high:.2f})  of {measure.of}"
    yield from (f"{name:32} {count}" for name, count in counts(found).items())


def _log(part: str, found: Marks) -> None:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True, cwd=PLACE
    )
    shares = {name: [measure.value, measure.low, measure.high, measure.of] for name, measure in figures(found).items()}
    row = {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.stdout.strip(),
        "part": part,
        "figures": shares,
        "counts": counts(found),
    }
    with (PLACE / "scores-links.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def main() -> None:
    """Print the figures, and write down what is asked for."""
    options = argparse.ArgumentParser(prog="python -m tests.evaluation.news.links")
    options.add_argument("part", choices=PARTS)
    options.add_argument("--log", action="store_true", help="append the figures to scores-links.jsonl")
    options.add_argument("--cache", type=Path, metavar="FOLDER", help="keep what the engine read there")
    options.add_argument("--lists", type=Path, metavar="FOLDER", help="write lists for reading there")
    given = options.parse_args()
    if given.lists and given.part == "blind":
        options.error("expected a part that may be read for --lists, found blind")
    with linked_part(given.part, given.cache) as part:
        found = marks(part)
        print(*part.refused, *_rows(found), sep="\n")
        if given.lists:
            given.lists.mkdir(parents=True, exist_ok=True)
            for name, lines in lists(part, found).items():
                (given.lists / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if given.log:
        _log(given.part, found)


if __name__ == "__main__":
    main()
