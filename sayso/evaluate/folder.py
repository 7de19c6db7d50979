"""The articles of a folder of gold, and where the gold of each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.evaluate.gold_items import GoldItem, items
from sayso.evaluate.gold_reading import Reading, readings

CHAINS = "chains.jsonl"
READINGS = "readings.jsonl"


class GoldArticle(NamedTuple):
    """One article: its name (the text's stem) and text; its `.ann` file, rows of chains and reading, if it has them."""

    name: str
    text: Path
    standoff: Path | None
    items: tuple[GoldItem, ...]
    reading: Reading | None = None


class Skipped(NamedTuple):
    """What could not be scored, and why, in one sentence."""

    what: str
    why: str


class Folder(NamedTuple):
    """The articles with gold, sorted by name, and what is left out."""

    places: tuple[GoldArticle, ...]
    skipped: tuple[Skipped, ...]


def gold(folder: Path, chains: Path | None = None) -> Folder:
    """The gold in `folder`: `text/STEM.txt` with `attributions/STEM.ann`, or all side by side; and chains.

    An annotation may be `STEM_ANNOTATOR.ann`; of several the first by name counts. Chains are rows of `chains`, else
    of `chains.jsonl` in the folder, if it is there; whole readings are rows of `readings.jsonl`. Raises `UsageError`
    where there is no folder, no file of chains where one is named, or no text.
    """
    if not folder.is_dir():
        found = "a file" if folder.exists() else "nothing"
        raise UsageError(f"expected a folder of gold at {str(folder)!r}, found {found}; check the path")
    if chains is not None and not chains.is_file():
        raise UsageError(f"expected a file of chains at {str(chains)!r}, found none; check the path")
    texts = {path.stem: path for path in _files(_first(folder / "text", folder), ".txt")}
    if not texts:
        raise UsageError(f"expected texts (.txt) in {str(folder)!r} or its folder text/, found none; check the path")
    near = next(iter(texts.values())).parent
    standoffs, strays = _standoffs(_files(_first(folder / "attributions", near), ".ann"), texts)
    rows, refused = _rows(chains or folder / CHAINS)
    strays += [Skipped(what, why) for what, why in refused]
    strays += [_without_text(doc) for doc in rows if doc not in texts]
    read, unread = _readings(folder / READINGS)
    strays += [Skipped(what, why) for what, why in unread]
    strays += [_without_text(name) for name in read if name not in texts]
    places = [
        GoldArticle(name, texts[name], standoffs.get(name), tuple(rows.get(name, ())), read.get(name))
        for name in sorted(texts)
    ]
    bare = [_without_gold(place) for place in places if not _has_gold(place)]
    return Folder(tuple(filter(_has_gold, places)), (*strays, *bare))


def _has_gold(place: GoldArticle) -> bool:
    return bool(place.standoff or place.items or place.reading)


def _readings(path: Path) -> tuple[dict[str, Reading], list[tuple[str, str]]]:
    found, refused = readings(path) if path.is_file() else ([], [])
    return {reading.article: reading for reading in found}, refused


def _first(*folders: Path) -> Path:
    return next(folder for folder in folders if folder.is_dir())


def _files(folder: Path, ending: str) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ending and not path.name.startswith("."))


def _standoffs(paths: Iterable[Path], texts: Mapping[str, Path]) -> tuple[dict[str, Path], list[Skipped]]:
    found: dict[str, Path] = {}
    strays: list[Skipped] = []
    for path in paths:
        name = path.stem if path.stem in texts else path.stem.rpartition("_")[0]
        if name in texts:
            found.setdefault(name, path)
        else:
            strays.append(Skipped(path.name, "expected the text that it annotates, found none; add it"))
    return found, strays


def _rows(path: Path) -> tuple[dict[str, list[GoldItem]], list[tuple[str, str]]]:
    found, refused = items(path) if path.is_file() else ([], [])
    rows: dict[str, list[GoldItem]] = {}
    for item in found:
        rows.setdefault(item.doc, []).append(item)
    return rows, refused


def _without_text(doc: str) -> Skipped:
    return Skipped(doc, f"expected the text {doc}.txt for its gold, found none; add it")


def _without_gold(place: GoldArticle) -> Skipped:
    return Skipped(
        place.name, f"expected gold ({place.name}.ann, chains, or a reading), found none; annotate it, or remove it"
    )
