"""Which articles there are at some paths, without reading them."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableError, UsageError
from sayso.ingest.catalogue import CATALOGUE, Catalogue
from sayso.ingest.source import Media, Source, Sources

STANDARD_INPUT = "-"
_MEDIA: dict[str, Media] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(rb"\s*\{\s*\"")
_SNIFFED = 4096


def sources(paths: Iterable[str | Path], settle: float = 0.0) -> Sources:
    """The articles at `paths`: files, folders (with all below, sorted, hidden files left out) and "-".

    A file is what its ending says (.txt, .html, .jsonl); one named in `paths` with another ending is what its first
    bytes say. Files changed less than `settle` seconds ago are `waiting`. Raises `UsageError` for a missing path; what
    else goes wrong (a folder without permission, a bad line in an `articles.csv`) is a source with a `problem`.
    """
    listing = _Listing(settle)
    for path in paths:
        listing.add(str(path))
    return Sources(tuple(listing.articles), tuple(listing.waiting), tuple(listing.passed_over))


class _Listing:
    def __init__(self, settle: float) -> None:
        self._before = time.time() - settle if settle > 0 else float("inf")
        self._seen: set[str] = set()
        self.articles: list[Source] = []
        self.waiting: list[str] = []
        self.passed_over: list[str] = []

    def add(self, path: str) -> None:
        if path == STANDARD_INPUT:
            self.articles += _of_content(path, sys.stdin.buffer.read())
        elif os.path.isdir(path):
            self._add_folder(path)
        elif os.path.lexists(path):
            self._add_file(path, Catalogue.of(Path(path).parent), named=True)
        else:
            raise UsageError(f"expected a file or folder at {path!r}, found nothing; check the path")

    def _add_folder(self, folder: str) -> None:
        for where, names in _walk(folder, self._cannot_list):
            catalogue = self._catalogue(where) if CATALOGUE in names else Catalogue()
            for name in names:
                if name != CATALOGUE:
                    self._add_file(os.path.join(where, name), catalogue, named=False)

    def _catalogue(self, folder: str) -> Catalogue:
        catalogue = Catalogue.of(Path(folder))
        for problem in catalogue.problems:
            self.articles.append(Source(os.path.join(folder, CATALOGUE), problem=problem))
        return catalogue

    def _add_file(self, path: str, catalogue: Catalogue, *, named: bool) -> None:
        real = os.path.realpath(path)
        if real in self._seen:
            return
        self._seen.add(real)
        try:
            self._add_readable(path, catalogue, named=named)
        except OSError as error:
            self.articles.append(Source(path, problem=cannot_open(path, error)))

    def _add_readable(self, path: str, catalogue: Catalogue, *, named: bool) -> None:
        status = os.stat(path)
        regular = stat.S_ISREG(status.st_mode)
        media = _MEDIA.get(Path(path).suffix.lower())
        if not named and (not regular or media is None):
            self.passed_over.append(path)
        elif regular and status.st_mtime > self._before:
            self.waiting.append(path)
        elif not regular:
            self.articles += _of_content(path, Path(path).read_bytes())
        else:
            self.articles += _of_file(Source(path, media or _sniffed(path), about=catalogue.about(Path(path).name)))

    def _cannot_list(self, error: OSError) -> None:
        path = str(error.filename)
        self.articles.append(Source(path, problem=cannot_open(path, error)))


def cannot_open(path: str, error: OSError) -> str:
    """The sentence for a file or folder that the system does not let us read."""
    return f"expected to read {path!r}, found that this is not possible ({error.strerror}); check its permissions"


def _walk(folder: str, failed: Callable[[OSError], None]) -> Iterator[tuple[str, list[str]]]:
    """Each folder from `folder` downwards with its files, both sorted, hidden ones left out."""
    for where, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield where, sorted(name for name in files if not name.startswith("."))


def _of_file(source: Source) -> Iterator[Source]:
    if source.media != "jsonl":
        yield source
        return
    with open(source.file, "rb") as file:
        yield from _lines(source, file)


def _of_content(path: str, content: bytes) -> Iterator[Source]:
    media = _media_of(content[:_SNIFFED])
    source = Source(path, media, content=content)
    if media != "jsonl":
        yield source
        return
    for line in _lines(source, content.splitlines(keepends=True)):
        end = line.start + (line.size or 0)
        yield replace(line, start=0, content=content[line.start : end])


def _lines(source: Source, lines: Iterable[bytes] | BinaryIO) -> Iterator[Source]:
    """One source a line that holds something, with its number and bytes."""
    start, empty = 0, True
    for number, line in enumerate(lines, 1):
        if line.strip():
            empty = False
            yield replace(source, line=number, start=start, size=len(line))
        start += len(line)
    if empty:
        yield replace(
            source,
            problem=str(
                UnreadableError("expected an article a line, found an empty file; save it again, or take it away")
            ),
        )


def _sniffed(path: str) -> Media:
    with open(path, "rb") as file:
        return _media_of(file.read(_SNIFFED))


def _media_of(beginning: bytes) -> Media:
    if _HTML.match(beginning):
        return "html"
    return "jsonl" if _JSON.match(beginning) else "text"
