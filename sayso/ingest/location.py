"""Where an article is, and what is noted about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.ingest.fetched_page import FetchedPage
from schemas import hash_of

Media = Literal["text", "html", "jsonl", "markdown", "docx"]


@dataclass(frozen=True)
class About:
    """What is noted about an article, beside or in it; None is "not known"."""

    url: str | None = None
    key: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    captured: str | None = None
    byline: str | None = None
    story: str | None = None

    @property
    def digest(self) -> str | None:
        """A hash of all notes; None without any."""
        noted = {name: value for name, value in vars(self).items() if value is not None}
        return hash_of("about", noted) if noted else None

    def over(self, other: About) -> About:
        """These notes, with `other`'s where this one has none."""
        return About(**{name: known or getattr(other, name) for name, known in vars(self).items()})


@dataclass(frozen=True)
class ArticleLocation:
    """The place of one article: cheap to list, to pickle and to open in another process.

    `file` is the path as it was given or found ("-" is standard input). An article of a JSONL file is its `line`
    (from 1) at bytes `start:start + size`; so is an entry of a live blog, by its number. `content`
    holds the bytes once they are read, and always for standard input or a pipe. A place that could not be listed or
    opened has a `problem`: one sentence, which becomes the capture's.
    `fetched`: what was noted when its bytes came from the web.
    `literal`: plain text is read as it stands, garbled or not, since others have counted its characters.
    """

    file: str
    media: Media = "text"
    line: int | None = None
    start: int = 0
    size: int | None = None
    about: About = About()
    content: bytes | None = None
    problem: str | None = None
    literal: bool = False
    fetched: FetchedPage | None = None

    @property
    def name(self) -> str:
        """The file, with the line of a JSONL file or the number of an entry, as it is shown to people."""
        file = self.file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return f"{file}:{self.line}" if self.line else file


class ArticleLocations(NamedTuple):
    """What was found at some paths: articles in order, and files that were not listed.

    `waiting`: files still being written, left for the next run. `passed_over`: files in folders that are not of a kind
    Sayso reads. Both are paths, to be reported to the user.
    """

    articles: tuple[ArticleLocation, ...]
    waiting: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
