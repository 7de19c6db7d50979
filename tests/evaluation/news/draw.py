"""Draws the corpus's articles and splits them by story: `python -m tests.evaluation.news.draw [READINGS]`.

Run once, before anything was annotated; `articles.jsonl` is its result. A story is a connected component of articles of
one kind that share text (`pairs.jsonl` of the wire articles) or whose beginnings are near in meaning. A story is in
one part only.

READINGS is what `sayso extract --format jsonl` prints for all texts, each named KIND-NAME.txt. It only orders the
training articles, those with the most relays first. Without it, only development and blind are drawn.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

from sayso.link.retrieve import embed
from tests.evaluation.news.texts import own, sha256, texts

SEED = 20261130
LONGEST = 1_000  # words: longer articles are left out, one in ten
SHORTEST = 80
BEGINNING = 700  # characters that are compared
NEAR = {"wire": 0.65, "bbc": 0.65, "polnear": 0.70}  # cosine: below it, pairs looked at by eye were different stories
LARGE = 40  # stories of more articles are for training: one article of one would be a poor sample of it
WHOLE = {"blind": 5, "development": 3, "train": 8}  # whole stories of 5 to 12 wire articles
SHARE = {"wire": (0.45, 0.12), "bbc": (0.30, 0.20), "polnear": (0.30, 0.20)}  # of the stories: blind, development
SIZE = {  # single articles: of the wire, beside the whole stories
    "wire": {"blind": 60, "development": 12, "train": 142},
    "bbc": {"blind": 28, "development": 20, "train": 60},
    "polnear": {"blind": 20, "development": 14, "train": 52},
}
PLACE = Path(__file__).parent

Story = Sequence[str]


def main() -> None:
    """Write `articles.jsonl`."""
    found = {name: text for name, text in texts().items() if SHORTEST <= len(text.split()) <= LONGEST}
    relays = _relays(Path(sys.argv[1])) if len(sys.argv) > 1 else None
    rows = [row for kind in NEAR for row in _drawn(kind, found, relays)]
    for part, ours in own().items():
        rows += [_row(name, ["-".join(name.split("-")[:2])], part, ours, whole=True) for name in ours]
    with (PLACE / "articles.jsonl").open("w", encoding="utf-8") as file:
        for row in sorted(rows, key=lambda row: row["article"]):
            file.write(json.dumps(row) + "\n")


def _drawn(kind: str, found: Mapping[str, str], relays: Mapping[str, int] | None) -> Iterator[dict[str, str]]:
    random = Random(f"{SEED} {kind}")
    stories = _stories(kind, {name: text for name, text in found.items() if name.startswith(kind)})
    random.shuffle(stories)
    whole = _whole(stories) if kind == "wire" else {}
    parts: dict[str, list[Story]] = {part: [] for part in SIZE[kind]}
    for story in stories:
        if story[0] not in {first for first, *_ in whole}:
            parts[_part(kind, story, random)].append(story)
    for story, part in whole.items():
        yield from (_row(name, story, part, found, whole=True) for name in story)
    for part, size in SIZE[kind].items():
        if part != "train":
            chosen = [(random.choice(list(story)), story) for story in parts[part]][:size]
        elif relays is not None:
            pool = [(name, story) for story in parts[part] for name in story]
            chosen = sorted(pool, key=lambda place: (-relays.get(place[0], 0), place[0]))[:size]
        else:
            chosen = []
        yield from (_row(name, story, part, found) for name, story in chosen)


def _row(name: str, story: Story, part: str, found: Mapping[str, str], *, whole: bool = False) -> dict[str, str]:
    row = {"article": name, "split": part, "story": story[0], "sha256": sha256(found[name])}
    return row | ({"whole_story": "yes"} if whole else {})


def _whole(stories: Iterable[Story]) -> dict[tuple[str, ...], str]:
    """The whole stories, each with its part."""
    fitting = iter([story for story in stories if 5 <= len(story) <= 12])
    return {tuple(next(fitting)): part for part, count in WHOLE.items() for _ in range(count)}


def _part(kind: str, story: Story, random: Random) -> str:
    blind, development = SHARE[kind]
    drawn = random.random()
    if len(story) > LARGE or drawn >= blind + development:
        return "train"
    return "blind" if drawn < blind else "development"


def _stories(kind: str, articles: Mapping[str, str]) -> list[Story]:
    names = sorted(articles)
    vectors = embed([articles[name][:BEGINNING] for name in names])
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    near = np.argwhere(np.triu(vectors @ vectors.T > NEAR[kind], 1))
    pairs = [(names[a], names[b]) for a, b in near.tolist()]
    for one, other in pairs + (list(_sharing()) if kind == "wire" else []):
        if one in parent and other in parent:
            parent[root(other)] = root(one)
    stories = defaultdict(list)
    for name in names:
        stories[root(name)].append(name)
    return [*sorted(stories.values())]


def _sharing() -> Iterator[tuple[str, str]]:
    pairs = Path(os.environ["SAYSO_CORPORA"]) / "links" / "wire" / "pairs.jsonl"
    for line in pairs.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        yield f"wire-{pair['a']}", f"wire-{pair['b']}"


def _relays(readings: Path) -> dict[str, int]:
    counts = {}
    for line in readings.read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        name = Path(reading["file"]).stem.replace("__", "-", 1)
        counts[name] = sum(
            sum(hop["role"] != "publisher" for hop in statement["chain"]) > 1 for statement in reading["statements"]
        )
    return counts


if __name__ == "__main__":
    main()
