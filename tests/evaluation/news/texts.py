"""The corpus: which articles are in it, what was read in them, and their texts, which are not part of the project."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

PLACE = Path(__file__).parent
OWN = {"development": PLACE.parents[2] / "seeds" / "stories", "blind": PLACE / "blind_stories"}
"""Stories that were written for the project, and are part of it: a folder for each, in the folder of its part."""


class NoTextsError(Exception):
    """The texts are not there; the message says what was expected where."""


def own() -> Mapping[str, Mapping[str, str]]:
    """The texts of our own stories by part and name: `own-STORY-STEM`."""
    return {
        part: {f"own-{path.parent.name}-{path.stem}": _read(path) for path in sorted(place.glob("*/*.txt"))}
        for part, place in OWN.items()
    }


def texts() -> Mapping[str, str]:
    """All texts from which the corpus is drawn, and our own stories, by name: `wire-ID`, `bbc-STEM`, `polnear-STEM`.

    Read as UTF-8 without newline translation, so that offsets count the characters of the file. Raises `NoTextsError`.
    """
    folder = Path(os.environ.get("SAYSO_CORPORA", "") or "/nowhere")
    wire = folder / "links" / "wire" / "articles.jsonl"
    if not wire.is_file():
        raise NoTextsError(f"expected links/wire/articles.jsonl in the folder of SAYSO_CORPORA, found none in {folder}")
    with wire.open(encoding="utf-8", newline="") as lines:
        rows = [json.loads(line) for line in lines]
    found = {name: text for part in own().values() for name, text in part.items()}
    found |= {f"wire-{row['id']}": row["text"] for row in rows}
    for kind, place in (("bbc", folder / "news" / "bbc"), ("polnear", folder / "polnear" / "train" / "text")):
        found |= {f"{kind}-{path.stem}": _read(path) for path in sorted(place.glob("*.txt"))}
    return found


def articles() -> list[dict[str, str]]:
    """The rows of `articles.jsonl`: `article`, `split`, `story`, `sha256`; `whole_story` where all of it was drawn."""
    return [json.loads(line) for line in (PLACE / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def lay_out(part: str, folder: Path) -> None:
    """Put the readings of a part, with their texts, into `folder`, as `sayso evaluate` reads them."""
    rows = (PLACE / "readings" / f"{part}.jsonl").read_text(encoding="utf-8")
    found = texts()
    (folder / "text").mkdir(parents=True)
    (folder / "readings.jsonl").write_text(rows, encoding="utf-8")
    for row in map(json.loads, rows.splitlines()):
        (folder / "text" / f"{row['article']}.txt").write_bytes(found[row["article"]].encode("utf-8"))


def sha256(text: str) -> str:
    """The SHA-256 of the text's UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
