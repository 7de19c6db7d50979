"""What is kept of an article for telling which story it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from zlib import crc32

import orjson

from sayso.link.stories.likeness import UNDATED
from sayso.link.stories.weighed_words import WeighedWords, weighed
from schemas import Article

BEGINNING = 450
"""Characters of title and text of which the meaning is taken."""

LONGEST_HEADLINE = 200


@dataclass(frozen=True)
class Profile:
    """An article (its id) for grouping: `first` is the entry of the ledger in which it was first read.

    `supplied` is the story that its catalogue names. Versions of a page share its `work`. `opening` are the first words
    of its text. `day` is the ordinal of the date on which it was published, or `UNDATED`.
    """

    id: str
    first: int
    words: WeighedWords
    day: int = UNDATED
    work: str | None = None
    supplied: str | None = None
    title: str | None = None
    opening: str = ""
    outlet: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, article: Article, first: int) -> Profile:
        """The profile of an article."""
        return cls(
            id=article.id,
            first=first,
            words=weighed(f"{article.title or ''}\n{article.text}"),
            day=_day(article),
            work=article.work,
            supplied=article.story,
            title=_shortened(article.title or "") or None,
            opening=_shortened(article.text.strip().partition("\n")[0]),
            outlet=article.outlet,
            published=article.published,
        )

    @property
    def facts(self) -> bytes:
        """What is known of it besides words and vector, as JSON."""
        known = (self.id, self.work, self.supplied, self.title, self.opening, self.outlet, self.published)
        return orjson.dumps([one and one.encode("utf-8", "backslashreplace").decode() for one in known])


def check(article: Article) -> int:
    """A checksum of everything of which a profile is made."""
    known = (article.id, article.title, article.outlet, article.published, article.story)
    return crc32("\0".join(each or "" for each in known).encode("utf-8", "surrogatepass"))


def beginning(article: Article) -> str:
    """The words of which the meaning is taken: the title, unless the text begins with it, and the first of the text."""
    title, text = (article.title or "").strip(), article.text.strip()
    whole = text if text.startswith(title) else f"{title}. {text}"
    return " ".join(whole[: 2 * BEGINNING].split())[:BEGINNING]


def _shortened(line: str) -> str:
    words = " ".join(line[: 4 * LONGEST_HEADLINE].split())
    return words if len(words) <= LONGEST_HEADLINE else words[:LONGEST_HEADLINE].rpartition(" ")[0] + " …"


def _day(article: Article) -> int:
    moment = article.published_at
    if moment is None:
        return UNDATED
    return (moment.astimezone(UTC) if moment.tzinfo else moment).toordinal()
