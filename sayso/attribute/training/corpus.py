"""PolNeAR's brat standoff, read as attributions over characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROLES = ("Source", "Cue", "Content")
Range = tuple[int, int]
HELD_OUT = 10
"""One article of train in so many is kept from training, for the calibration of confidences."""


@dataclass
class GoldAttribution:
    """One attribution: for each role the half-open character ranges of its span, in text order."""

    Source: list[Range] = field(default_factory=list)
    Cue: list[Range] = field(default_factory=list)
    Content: list[Range] = field(default_factory=list)


@dataclass(frozen=True)
class Document:
    """An article's text, as the file has it, and what one annotator marked in it."""

    stem: str
    text: str
    attributions: list[GoldAttribution]


def read_corpus(folder: Path) -> Iterator[Document]:
    """Every annotated article under `folder/text` and `folder/attributions`, once per annotator."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for annotation in sorted((folder / "attributions").glob(f"{path.stem}*.ann")):
            if re.fullmatch(r"(_[0-9a-z]{4})?", annotation.stem[len(path.stem) :]):
                yield Document(path.stem, text, read_brat(annotation.read_text("utf-8")))


def read_brat(standoff: str) -> list[GoldAttribution]:
    """The attributions of one brat file (`T` lines carry spans, `E` lines tie them); "Content2" is Content."""
    spans: dict[str, list[Range]] = {}
    events: list[list[str]] = []
    for line in standoff.splitlines():
        columns = line.split("\t")
        if line.startswith("T") and len(columns) >= 2:
            places = columns[1].split(" ", 1)[1].split(";")
            spans[columns[0]] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
        elif line.startswith("E") and len(columns) >= 2:
            events.append(columns[1].split())
    found = []
    for event in events:
        attribution = GoldAttribution()
        for role, _, reference in (part.partition(":") for part in event):
            name = role.rstrip("0123456789")
            if name in ROLES:
                getattr(attribution, name).extend(spans.get(reference, []))
        if attribution.Content:
            found.append(attribution)
    return found


def by_stem(documents: list[Document]) -> list[list[Document]]:
    """Annotations grouped by article, so that a pass sees each article once."""
    grouped: dict[str, list[Document]] = {}
    for document in documents:
        grouped.setdefault(document.stem, []).append(document)
    return list(grouped.values())
