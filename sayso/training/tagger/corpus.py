"""PolNeAR, article by article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.evaluate.standoff import Places, places
from sayso.evaluate.word_places import Text

HELD_OUT = 10
"""One article in so many of the training set is held out, for the calibration of confidences."""


class Document(NamedTuple):
    """An article's text, as the file has it, and what one annotator marked in it."""

    stem: str
    text: str
    attributions: tuple[Places, ...]


def read_corpus(folder: Path) -> Iterator[Document]:
    """Every annotated article under `folder/text` and `folder/attributions`, once per annotator."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for annotation in sorted((folder / "attributions").glob(f"{path.stem}*.ann")):
            if re.fullmatch(r"(_[0-9a-z]{4})?", annotation.stem[len(path.stem) :]):
                yield Document(path.stem, text, places(annotation.read_text("utf-8"), Text(text)))


def by_stem(documents: list[Document]) -> list[list[Document]]:
    """Annotations grouped by article, so that a pass sees each article once."""
    grouped: dict[str, list[Document]] = {}
    for document in documents:
        grouped.setdefault(document.stem, []).append(document)
    return list(grouped.values())
