"""What was captured, and the article read from it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import cached_property
from typing import Literal, Self

from pydantic import AwareDatetime

from schemas.fetch import Fetch
from schemas.record import Record, Words, hash_of


class Capture(Record):
    """The bytes of one article as they arrived: their source, time, and how text was made of them.

    `raw` is None where the article's text, encoded as `encoding`, gives the bytes back. A capture that could not be
    read has a `problem` (one sentence) and no article; if reading it again would only fail again, also the id of the
    `reader` that failed. `noted` is a hash of the notes beside the bytes (`articles.csv`), None for none. `note`: what
    a reader should know about the text: that it may be a part, or that characters are garbled. `fetched`: how it came
    from the web, None for a file that somebody put there.
    """

    file: Words
    sha256: str
    size: int
    captured: AwareDatetime | None = None
    media: Literal["text", "html", "jsonl", "markdown", "docx"] = "text"
    encoding: str | None = None
    extractor: str | None = None
    raw: Words | None = None
    article: str | None = None
    problem: Words | None = None
    noted: str | None = None
    reader: str | None = None
    note: Words | None = None
    fetched: Fetch | None = None

    @cached_property
    def id(self) -> str:
        """Hash of the bytes, the notes beside them, and the article or problem that a reader made of them."""
        beside = [self.noted, self.reader] if self.noted or self.reader else []
        return hash_of("capture", self.sha256, self.article, self.problem, *beside)


class Article(Record):
    """An article's one normal text, the coordinate system of every later fact, and what is known of the page.

    None is "not known"; nothing here is guessed. `published` is an ISO 8601 date or date and time. `key` is an id
    supplied with the article; only `url` or `key` makes two texts versions of one article. `salt` is random, and given
    by the ledger that first records the article; None outside of a ledger, and for articles of older ledgers.
    """

    text: Words
    url: Words | None = None
    key: Words | None = None
    title: Words | None = None
    outlet: Words | None = None
    published: str | None = None
    byline: Words | None = None
    story: Words | None = None
    salt: str | None = None

    @cached_property
    def text_sha256(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def work(self) -> str | None:
        """What all its versions share: the canonical address, else the supplied id; None where neither is known."""
        return self.url or self.key

    @cached_property
    def identity(self) -> str:
        """Hash of the address (or the outlet, where no address is known) and the text: by this it is known again.

        It confirms a guess of the text, so it is kept only where it is removed together with the text.
        """
        return hash_of("article", self.work or self.outlet, self.text_sha256)

    @cached_property
    def id(self) -> str:
        """Hash of the identity and the salt, which tells nothing once the salt is gone; the identity without a salt."""
        return self.identity if self.salt is None else hash_of("article", self.identity, self.salt)

    def salted(self, salt: str | None) -> Self:
        """The same article with this salt, and so with another id."""
        return self.model_copy(update={"salt": salt})

    @property
    def published_at(self) -> datetime | None:
        """`published` as a datetime, or None."""
        return datetime.fromisoformat(self.published) if self.published else None
