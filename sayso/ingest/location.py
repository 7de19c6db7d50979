"""Where an article is to be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from schemas import hash_of

Media = Literal["text", "html", "jsonl"]


@dataclass(frozen=True)
class About:
    """What somebody noted about an article, beside it; None is "not known"."""

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
        """A hash of all that is noted; None where nothing is."""
        noted = {name: value for name, value in vars(self).items() if value is not None}
        return hash_of("about", noted) if noted else None

    def over(self, other: About) -> About:
        """What this one knows, and where it doesn't, what `other` knows."""
        return About(**{name: known or getattr(other, name) for name, known in vars(self).items()})


@dataclass(frozen=True)
class ArticleLocation:
    """One article's place: cheap to list, to pickle and to open again in another process.

    `file` is the path as it was given or found ("-" is standard input). An article of a JSONL file is its `line`
    (from 1) at bytes `start:start + size`. `content` holds the bytes once they are read, or where no file does
    (standard input, a pipe). A place that could not be listed or opened has a `problem`: one sentence, which becomes
    the capture's.
    """

    file: str
    media: Media = "text"
    line: int | None = None
    start: int = 0
    size: int | None = None
    about: About = About()
    content: bytes | None = None
    problem: str | None = None

    @property
    def name(self) -> str:
        """The file, with the line of a JSONL file, as people are shown it."""
        file = self.file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return f"{file}:{self.line}" if self.line else file


class ArticleLocations(NamedTuple):
    """What was found at some paths: articles in order, and the files that are none of them.

    `waiting`: files still being written, left for the next time. `passed_over`: files in folders that are not of a
    kind Sayso reads. Both are paths, for whoever started the run to be told.
    """

    articles: tuple[ArticleLocation, ...]
    waiting: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
