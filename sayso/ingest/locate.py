"""The articles at some paths, listed without reading them."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableError, UsageError
from sayso.ingest.bounded_read import non_file_kind, read_bytes, read_pipe
from sayso.ingest.catalogue import CATALOGUE, Catalogue
from sayso.ingest.fetched_page import FetchedPage, is_note
from sayso.ingest.live_blog import LARGEST as LARGEST_LIVE
from sayso.ingest.live_blog import live_parts
from sayso.ingest.location import About, ArticleLocation, ArticleLocations, Media

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
_NAMED: dict[str, Media] = {**_MEDIA, ".md": "markdown", ".markdown": "markdown", ".docx": "docx"}
"""What is read besides where it is named: in a folder such files seldom are articles."""
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_JSON = re.compile(rb"\{\s*\"")
_SNIFFED = 4096

LARGEST_STREAM = 256_000_000
"""The most bytes of standard input or a pipe that are held in memory."""

MOST_LINES = 200_000
"""The most lines of a file that are listed as articles."""

_PIECE = 2**16

_Identity = tuple[int, int]
"""Device and number of a file, which all of its names have in common."""


def locate(paths: Iterable[str | Path], settle: float = 0.0, never: Iterable[str | Path] = ()) -> ArticleLocations:
    """The articles at `paths`: files, folders (with all below, sorted, hidden files left out) and "-".

    The extension decides the kind of a file (.txt, .html, .jsonl; .md and .docx only where they are named in `paths`);
    for a file named with another one, its first bytes. Each entry of a live blog is an article. Files changed less than
    `settle` seconds ago are `waiting`. Raises `UsageError` for a missing path; any other failure (a folder without
    permission, a link out of it, a pipe in it, a bad line in an `articles.csv`) is a location with a `problem`. So is a
    file of `never`, under any name: it is not opened.
    """
    listing = _Listing(settle, _identities(never))
    for path in paths:
        listing.add(str(path))
    return ArticleLocations(tuple(listing.articles), tuple(listing.waiting), tuple(listing.passed_over))


class _Listing:
    def __init__(self, settle: float, never: Collection[_Identity]) -> None:
        self._before = time.time() - settle if settle > 0 else float("inf")
        self._never = never
        self._seen: set[str] = set()
        self.articles: list[ArticleLocation] = []
        self.waiting: list[str] = []
        self.passed_over: list[str] = []

    def add(self, path: str) -> None:
        if path == STANDARD_INPUT:
            with self._collecting_problem(path):
                self.articles += _of_content(path, sys.stdin.buffer.read(LARGEST_STREAM + 1))
        elif os.path.isdir(path):
            self._add_folder(path)
        elif os.path.lexists(path):
            with self._collecting_problem(path):
                self._add_named(path)
        else:
            raise UsageError(f"expected a file or folder at {path!r}, found nothing; check the path")

    def _add_folder(self, folder: str) -> None:
        root = os.path.realpath(folder)
        for where, names in _walk(folder, self._problem):
            catalogue = self._catalogue(where, root) if CATALOGUE in names else Catalogue()
            for name in names:
                if name != CATALOGUE and not is_note(name, names):
                    path = os.path.join(where, name)
                    with self._collecting_problem(path):
                        self._add_found(path, catalogue, root)

    def _catalogue(self, folder: str, root: str) -> Catalogue:
        path = os.path.join(folder, CATALOGUE)
        if os.path.islink(path) and not _is_within(os.path.realpath(path), root):
            self._problem(path, f"expected notes in {path!r}, found a link out of the folder; copy it into the folder")
            return Catalogue()
        with self._collecting_problem(path):
            catalogue = Catalogue.of(Path(folder))
            for problem in catalogue.problems:
                self._problem(path, problem)
            return catalogue
        return Catalogue()

    def _add_named(self, path: str) -> None:
        self._expect_foreign(path)
        mode = os.stat(path).st_mode
        if stat.S_ISFIFO(mode):
            self.articles += _of_content(path, read_pipe(path, LARGEST_STREAM))
        elif found := non_file_kind(mode):
            raise UnreadableError(f"expected a file at {path!r}, found {found}; name a file")
        else:
            self._add_file(path, _NAMED.get(_ending(path)) or _sniffed(path), Catalogue.of(Path(path).parent))

    def _add_found(self, path: str, catalogue: Catalogue, root: str) -> None:
        """Add an entry of a folder; links may lead anywhere within `root`."""
        media = _MEDIA.get(_ending(path))
        if os.path.islink(path) and not _is_within(os.path.realpath(path), root):
            if media is not None or os.path.isdir(path):
                raise UnreadableError(f"expected a file or folder at {path!r}, found a link out of the folder; name it")
        elif media is not None and not os.path.isdir(path):
            self._expect_foreign(path)
            if found := non_file_kind(os.stat(path).st_mode):
                raise UnreadableError(f"expected a file at {path!r}, found {found}; take it away")
            self._add_file(path, media, catalogue)
            return
        if not os.path.isdir(path):
            self.passed_over.append(path)

    def _expect_foreign(self, path: str) -> None:
        if _identity(path) in self._never:
            raise UnreadableError(f"expected an article at {path!r}, found a file of the ledger; name others")

    def _add_file(self, path: str, media: Media, catalogue: Catalogue) -> None:
        real = os.path.realpath(path)
        if real in self._seen:
            return
        self._seen.add(real)
        if os.stat(path).st_mtime > self._before:
            self.waiting.append(path)
        else:
            fetched = FetchedPage.beside(path)
            about = catalogue.about(Path(path).name).over(_noted(fetched))
            self.articles += _of_file(ArticleLocation(path, media, about=about, fetched=fetched))

    @contextmanager
    def _collecting_problem(self, path: str) -> Iterator[None]:
        """Turn any failure within the context into a problem of `path`."""
        try:
            yield
        except OSError as error:
            self._problem(path, cannot_open(path, error))
        except UnreadableError as error:
            self._problem(path, str(error))
        except Exception as error:  # noqa: BLE001  any failure is this path's problem
            self._problem(path, f"expected to list {path!r}, found {type(error).__name__}; please report it")

    def _problem(self, path: str, sentence: str) -> None:
        self.articles.append(ArticleLocation(path, problem=sentence))


def cannot_open(path: str, error: OSError) -> str:
    """The sentence for a file or folder that the system does not allow to be read."""
    return f"expected to read {path!r}, found that this is not possible ({error.strerror}); check its permissions"


def _noted(fetched: FetchedPage | None) -> About:
    """What the fetch says of the article: where it is, at which outlet, and when it was there."""
    if fetched is None:
        return About()
    return About(url=fetched.url, outlet=fetched.outlet, captured=fetched.fetch.at.isoformat())


def _identity(path: str | Path) -> _Identity:
    found = os.stat(path)
    return found.st_dev, found.st_ino


def _identities(paths: Iterable[str | Path]) -> frozenset[_Identity]:
    return frozenset(_identity(path) for path in paths if os.path.exists(path))


def _ending(path: str) -> str:
    return Path(path).suffix.lower()


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _walk(root: str, failed: Callable[[str, str], None]) -> Iterator[tuple[str, list[str]]]:
    """Each folder from `root` downwards with the names of its files, both sorted, without hidden ones."""
    waiting = [root]
    while waiting:
        where = waiting.pop()
        try:
            with os.scandir(where) as found:
                shown = sorted(
                    (entry.name, entry.is_dir(follow_symlinks=False)) for entry in found if entry.name[0] != "."
                )
        except OSError as error:
            failed(where, cannot_open(where, error))
            continue
        yield where, [name for name, is_folder in shown if not is_folder]
        waiting += [os.path.join(where, name) for name, is_folder in reversed(shown) if is_folder]


def _of_file(location: ArticleLocation) -> Iterator[ArticleLocation]:
    if location.media == "html":
        yield from _parts(location, read_bytes(location.file, LARGEST_LIVE))
        return
    if location.media != "jsonl":
        yield location
        return
    with open(location.file, "rb") as file:
        yield from _lines(location, file)


def _of_content(path: str, content: bytes) -> Iterator[ArticleLocation]:
    media = _media_of(content[:_SNIFFED])
    location = ArticleLocation(path, media, content=content)
    if len(content) > LARGEST_STREAM:
        most = LARGEST_STREAM // 10**6
        yield ArticleLocation(path, problem=f"expected at most {most} MB from a pipe, found more; save it in files")
    elif media == "html":
        for part in _parts(location, content):
            yield replace(part, start=0, content=content[part.start : part.start + (part.size or len(content))])
    elif media == "text":
        yield location
    else:
        for line in _lines(location, io.BytesIO(content)):
            end = line.start + (line.size or 0)
            yield replace(line, start=0, content=content[line.start : end])


def _parts(location: ArticleLocation, page: bytes) -> Iterator[ArticleLocation]:
    """A location for each entry of a live blog, with what the page and the entry say of it; else the page's own."""
    noted = location.about
    beside = About(outlet=noted.outlet, captured=noted.captured, story=noted.story)
    parts = live_parts(page)
    for number, start, size, about in parts:
        yield replace(
            location, line=number or None, start=start, size=size, about=about.over(beside) if number else noted
        )
    if not parts:
        yield location


def _lines(location: ArticleLocation, file: BinaryIO) -> Iterator[ArticleLocation]:
    """A location for each line that is not blank, with its number and bytes; a problem for none or too many."""
    start, listed = 0, 0
    for number, (size, blank) in enumerate(_sizes(file), 1):
        if number > MOST_LINES:
            yield replace(location, problem=f"expected at most {MOST_LINES} lines, found more; split the file")
            return
        if not blank:
            listed += 1
            yield replace(location, line=number, start=start, size=size)
        start += size
    if not listed:
        problem = "expected an article a line, found an empty file; save it again, or take it away"
        yield replace(location, problem=problem)


def _sizes(file: BinaryIO) -> Iterator[tuple[int, bool]]:
    """The number of bytes of each line, and whether it is blank; only a piece of a line is in memory at a time."""
    while piece := file.readline(_PIECE):
        size, blank = len(piece), not piece.strip()
        while not piece.endswith(b"\n") and (piece := file.readline(_PIECE)):
            size += len(piece)
            blank = blank and not piece.strip()
        yield size, blank


def _sniffed(path: str) -> Media:
    return _media_of(read_bytes(path, _SNIFFED))


def _media_of(beginning: bytes) -> Media:
    rest = beginning.lstrip()
    while rest.startswith(b"<!--") and b"-->" in rest:
        rest = rest.partition(b"-->")[2].lstrip()
    if _HTML.match(rest):
        return "html"
    return "jsonl" if _JSON.match(rest) else "text"
