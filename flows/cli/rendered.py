"""One article, read and in the format in which it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flows.workers.reading import extracted
from sayso.errors import UnreadableError
from sayso.ingest import ArticleLocation, read
from schemas import Article, hash_of

if TYPE_CHECKING:
    from sayso.export.html import ContentsLine


LONGEST_STEM = 200
"""Bytes of a file's name without its ending; file systems take 255 in all."""


class Rendered(NamedTuple):
    """What `sayso extract` prints for one article, and the stem of the file that it may go into.

    A section of a page comes with its `entry` in the page's contents. `note`: what a reader should know about the text.
    """

    stem: str
    text: str
    entry: ContentsLine | None = None
    note: str | None = None


def rendered(source: ArticleLocation, form: str, number: int = 1, least: float = 0.0) -> Rendered:
    """Read and extract what is at `source`, in the format `text`, `jsonl`, `brat` or `html`.

    `number` distinguishes it from the others on a page. Statements less sure than `least` are left undetermined.
    `UnreadableError` says why not.
    """
    from sayso import export

    capture, article = read(source)
    if article is None:
        raise UnreadableError(capture.problem or "expected an article, found none")
    extraction = extracted(article)
    viewed = extraction.at_least(least)
    match form:
        case "html":
            from sayso.export.html import section

            made = section(capture, article, viewed, number)
            return Rendered(_stem(source, article), made.html, made.entry, capture.note)
        case "jsonl":
            text = export.jsonl(capture, article, extraction, least) + "\n"
        case "brat":
            text = export.brat(article, viewed)
        case _:
            text = export.text(article, viewed) + "\n"
    return Rendered(_stem(source, article), text, note=capture.note)


def _stem(source: ArticleLocation, article: Article) -> str:
    """The file's stem, for an article of a JSONL file its key; without a key, the file's stem and the line.

    If that is too long for the name of a file: its beginning, with a hash.
    """
    stem = _whole_stem(source, article)
    return stem if len(stem.encode("utf-8", "replace")) <= LONGEST_STEM else f"{stem[:40]}-{hash_of('stem', stem)[:12]}"


def _whole_stem(source: ArticleLocation, article: Article) -> str:
    name = source.file.rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if name != "-" else "stdin"
    if source.line is None:
        return stem
    key = "".join(one if one.isalnum() or one in "-_." else "_" for one in article.key or "").lstrip(".")
    return key or f"{stem}-{source.line}"
