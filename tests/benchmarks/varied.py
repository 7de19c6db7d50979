"""Articles that were read, told anew with other words of the same length: as many as are wanted, each with its reading.

Every word keeps its place, so that the reading fits the new text. Function words stay; a name becomes another name
throughout a story, any other word another word: the same one in all tellings of a sentence that a story's articles
share, and a word of its own elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from sayso.ledger import Item
from schemas import Article, Capture, Extraction, Span
from schemas.record import Record

Read = tuple[Article, Extraction]

WORD = re.compile(r"[A-Za-z]{4,}|\d+")
COMMON = 0.2
"""A word that so many of the articles have stays as it is."""
OUTLETS = 40
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class Words:
    """Other words for those of some articles, of the same length and case."""

    def __init__(self, texts: Sequence[str]) -> None:
        seen = Counter(word for text in texts for word in {*WORD.findall(text)})
        self._kept = {word.lower() for word, count in seen.items() if count >= COMMON * len(texts)}
        small = {word for word in seen if word.islower()}
        self._pools: dict[tuple[bool, int], list[str]] = defaultdict(list)
        for word in sorted(seen):
            if word.isalpha() and (word in small or (word.istitle() and word.lower() not in small)):
                self._pools[word.istitle(), len(word)].append(word)

    def told(self, text: str, story: str, sentence: str) -> str:
        """The text with other words, names by `story` and all others by `sentence` (any strings)."""
        return WORD.sub(lambda match: self._other(match[0], story, sentence), text)

    def _other(self, word: str, story: str, sentence: str) -> str:
        if word.lower() in self._kept:
            return word
        if word.isdigit():
            return word if len(word) == 4 else str(Random(f"{sentence}{word}").randint(1, 9)) + word[1:]
        name = word.istitle() and not self._small(word)
        pool = self._pools.get((name, len(word)), [word])
        other = Random(f"{story if name else sentence}{word.lower()}").choice(pool)
        return other.title() if word.istitle() else other.upper() if word.isupper() else other

    def _small(self, word: str) -> bool:
        return word.lower() in self._pools.get((False, len(word)), ())


def stories(count: int, read: Sequence[Read], seed: int = 1) -> Iterator[Item]:
    """`count` articles, in the order in which they come: of stories with one to six of them, some at the same time."""
    words, chance = Words([article.text for article, _ in read]), Random(seed)
    open_stories: list[list[int]] = []
    started = 0
    for number in range(count):
        if len(open_stories) < 25 or chance.random() < 0.2:
            open_stories.append([started, chance.choice((1, 1, 1, 2, 2, 3, 4, 6))])
            started += 1
        story = chance.choice(open_stories)
        story[1] -= 1
        if not story[1]:
            open_stories.remove(story)
        article, extraction = read[story[0] % len(read)]
        yield told(article, extraction, words, number, story[0], shared=chance.uniform(0.1, 0.9))


def told(article: Article, extraction: Extraction, words: Words, number: int, story: int, shared: float) -> Item:
    """Article `number`, of a story: it shares so much of its sentences with the story's others."""
    chance = Random(number)
    segments = [one.span for one in extraction.segmentation.segments]
    keys = [f"story {story}" if chance.random() < shared else f"article {number}" for _ in segments]
    text, end = "", 0
    for span, key in zip(segments, keys, strict=True):
        text += article.text[end : span.start] + words.told(span.words, f"story {story}", key)
        end = span.end
    text += article.text[end:]
    made = Article(
        text=text,
        url=f"https://paper-{number % OUTLETS}.example/{number}",
        outlet=f"Paper {number % OUTLETS}",
        title=words.told(article.title, f"story {story}", keys[0]) if article.title else None,
        published=(BEGIN + timedelta(minutes=20 * number)).isoformat(),
    )
    whole = _Retold(made, words, f"story {story}", segments, keys).extraction(extraction)
    raw = text.encode()
    capture = Capture(
        file=f"inbox/{number}.txt",
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        captured=BEGIN,
        encoding="utf-8",
        article=made.id,
    )
    return capture, made, whole


class _Retold:
    """The reading of an article as that of its new telling."""

    def __init__(self, made: Article, words: Words, story: str, segments: list[Span], keys: list[str]) -> None:
        self._made, self._words, self._story = made, words, story
        self._keys = [(span.end, key) for span, key in zip(segments, keys, strict=True)]
        self._ids: dict[str, str] = {}

    def extraction(self, read: Extraction) -> Extraction:
        return Extraction(
            article=self._made.id,
            engine=read.engine,
            segmentation=self._of(read.segmentation, 0),
            attributions=tuple(self._noted(read.attributions, lambda one: one.content[0].start)),
            statements=tuple(self._noted(read.statements, lambda one: one.spans[0].start)),
            claims=tuple(self._noted(read.claims, lambda one: one.spans[0].start)),
        )

    def _noted(self, records: Iterable[Any], place: Any) -> Iterator[Any]:
        for one in records:
            made = self._of(one, place(one))
            self._ids[one.id] = made.id
            yield made

    def _of(self, value: Any, place: int) -> Any:
        if isinstance(value, Span):
            return Span.of(self._made.text, value.start, value.end)
        if isinstance(value, Record):
            fields = {name: self._field(name, getattr(value, name), place) for name in type(value).model_fields}
            return type(value).model_construct(**fields)
        if isinstance(value, tuple):
            return tuple(self._of(one, place) for one in value)
        return value

    def _field(self, name: str, value: Any, place: int) -> Any:
        if name == "article":
            return self._made.id
        if name in ("statement", "parent"):
            return self._ids.get(value, value)
        if name in ("proposition", "who", "what", "whom", "when", "where", "numbers", "words", "head", "predicate"):
            return self._told(value, place)
        if name in ("name", "descriptor"):
            return self._told(value, place)
        return self._of(value, place)

    def _told(self, value: Any, place: int) -> Any:
        if isinstance(value, tuple):
            return tuple(self._told(one, place) for one in value)
        if not isinstance(value, str):
            return self._of(value, place)
        key = next((key for end, key in self._keys if place < end), self._story)
        return self._words.told(value, self._story, key)
