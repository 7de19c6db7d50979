"""Reading one article from its location."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.bounded_read import read_bytes
from sayso.ingest.decode import Decoded, decode
from sayso.ingest.json_line import read_line
from sayso.ingest.locate import cannot_open, locate
from sayso.ingest.location import About, ArticleLocation
from sayso.ingest.marked_up import read_blocks, read_markdown
from sayso.ingest.mending import Mended, mended
from sayso.ingest.text_header import header
from sayso.ingest.text_limits import short, sound
from sayso.ingest.web_page import decode_page, read_page
from sayso.ingest.word_document import word_html
from schemas import Article, Capture

LARGEST = 5_000_000
"""The most bytes of text read as one article (four times 200,000 words)."""

LARGEST_PAGE = 10_000_000
"""The most bytes of a page, most of which is not the article.

Reading time grows faster than the size: 5 MB 6 s, 9 MB 14 s, 12 MB 28 s, 19 MB 93 s (measured on two cores).
"""


class Ingested(NamedTuple):
    """A capture and the article read from it; None if `capture.problem` says why there is none."""

    capture: Capture
    article: Article | None


class _Read(NamedTuple):
    text: str
    extractor: str | None
    about: About
    notes: tuple[str, ...] = ()


def ingest(paths: str | Path | Iterable[str | Path], *, literal: bool = False) -> Iterator[Ingested]:
    """Every article at `paths`, in order: `locate`, then `read`; `literal` as in `ArticleLocation`."""
    if isinstance(paths, str | Path):
        paths = [paths]
    return (read(replace(location, literal=literal)) for location in locate(paths).articles)


def read(location: ArticleLocation) -> Ingested:
    """The article at `location`, or the problem why it cannot be read (never raises for bad input).

    For plain text the article's text is the decoded file: offsets count its characters, line breaks are unchanged, and
    a byte order mark is not part of it (`capture.encoding` is then "utf-8-sig"). Only what was garbled is put right
    (`mended`), not where the location is `literal`. `capture.raw` is set where the text does not restore the
    bytes: `(raw or text).encode(encoding)` always does. `capture.note` has what a reader should know about the text.
    """
    location = loaded(location)
    try:
        if location.problem:
            raise UnreadableError(location.problem)
        return _ingested(location, location.content or b"")
    except UnreadableError as error:
        return unread(location, str(error))


def loaded(location: ArticleLocation) -> ArticleLocation:
    """`location` with its bytes (of too large a file, the first), or with the problem why there are none."""
    if location.problem or location.content is not None:
        return location
    most = LARGEST_PAGE if location.size is None else min(location.size - 1, LARGEST_PAGE)
    try:
        return replace(location, content=read_bytes(location.file, most, location.start))
    except OSError as error:
        return replace(location, problem=cannot_open(location.file, error))
    except UnreadableError as error:
        return replace(location, problem=str(error))


def unread(location: ArticleLocation, problem: str) -> Ingested:
    """The capture of a `loaded` location from which no article could be read; `problem` says why."""
    return Ingested(_capture(location, location.content or b"", problem=sound(problem)), None)


def _ingested(location: ArticleLocation, data: bytes) -> Ingested:
    largest = LARGEST_PAGE if location.media in ("html", "docx") else LARGEST
    if len(data) > largest:
        raise UnreadableError(f"expected an article of at most {largest // 10**6} MB, found a larger one; split it")
    decoded = _decoded(location, data)
    text, extractor, found, notes = _read(location, decoded.text)
    if not text.strip():
        raise UnreadableError("expected an article, found no text in it; save it again, or take the file away")
    if len(text) > LARGEST:
        raise UnreadableError(f"expected at most {LARGEST} characters of text, found {len(text)}; split the article")
    article = _article(text, location.about.over(found).over(header(text)))
    capture = _capture(location, data, decoded, extractor, article, location.about.over(found))
    return Ingested(capture.model_copy(update={"note": sound("; ".join(notes)) or None}), article)


def _decoded(location: ArticleLocation, data: bytes) -> Decoded:
    match location.media:
        case "html":
            return decode_page(data, location.fetched.charset if location.fetched else None)
        case "docx":
            return Decoded(word_html(data), "utf-8")
    return decode(data)


def _read(location: ArticleLocation, text: str) -> _Read:
    match location.media:
        case "text":
            right = Mended(text) if location.literal else mended(text)
            return _Read(right.text, None, About(), right.notes)
        case "html":
            page = read_page(text)
            return _Read(page.text, "trafilatura", page.about, page.notes)
        case "jsonl":
            return _Read(*read_line(text))
        case "docx":
            return _Read(*read_blocks(sound(text), "mammoth"))
        case "markdown":
            return _Read(*read_markdown(sound(mended(text).text)))


def _article(text: str, about: About) -> Article:
    known = {name: short(value) for name, value in vars(about).items() if name != "captured"}
    return Article(text=text, **known)


def _capture(
    location: ArticleLocation,
    data: bytes,
    decoded: Decoded | None = None,
    extractor: str | None = None,
    article: Article | None = None,
    about: About | None = None,
    *,
    problem: str | None = None,
) -> Capture:
    encoding, raw = _kept(data, decoded, article) if decoded and article else (None, None)
    captured = about.captured if about else location.about.captured
    return Capture(
        file=location.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        captured=datetime.fromisoformat(captured) if captured else None,
        media=location.media,
        encoding=encoding,
        extractor="mixed encodings" if decoded and decoded.mixed and not extractor else extractor,
        raw=raw,
        article=article.id if article else None,
        problem=problem,
        noted=location.about.digest,
        fetched=location.fetched.fetch if location.fetched else None,
    )


def _kept(data: bytes, decoded: Decoded, article: Article) -> tuple[str, str | None]:
    """An encoding, and the characters that restore the bytes when encoded with it (None: the article's text)."""
    if _restores(data, article.text, decoded.encoding):
        return decoded.encoding, None
    if _restores(data, decoded.text, decoded.encoding):
        return decoded.encoding, decoded.text
    return "latin-1", data.decode("latin-1")


def _restores(data: bytes, text: str, encoding: str) -> bool:
    try:
        return text.encode(encoding) == data
    except (UnicodeEncodeError, LookupError):
        return False
