"""One article's gold, fitted to its text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sayso.errors import UnreadableError
from sayso.evaluate.annotation import Annotation
from sayso.evaluate.folder import GoldArticle
from sayso.evaluate.gold_items import GoldItem
from sayso.evaluate.gold_reading import Reading
from sayso.evaluate.standoff import standoff
from sayso.evaluate.word_places import Text, Words
from schemas import Article


class Gold(NamedTuple):
    """What people annotated in a text. `annotations`: None if nobody did, empty if there was nothing to annotate."""

    name: str
    text: Text
    annotations: tuple[Annotation, ...] | None
    items: tuple[GoldItem, ...]
    reading: Reading | None = None

    @property
    def contents(self) -> Words:
        """All words that are some source's content."""
        annotated = (annotation.content for annotation in self.annotations or ())
        return frozenset().union(*annotated, self.text.words(item.content for item in self.items))


def fitted(place: GoldArticle, article: Article) -> Gold:
    """The gold at `place`, in the text of `article`; raises `UnreadableError` if it does not fit."""
    text = Text(article.text)
    for item in place.items:
        item.check(text)
    annotations = standoff(_content(place.standoff), text) if place.standoff else None
    if place.reading:
        place.reading.check(text)
    return Gold(place.name, text, annotations, place.items, place.reading)


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(f"expected UTF-8 in {path.name}, found something else; save it as UTF-8") from None
    except OSError as error:
        raise UnreadableError(
            f"expected to read {path.name}, could not ({error.strerror}); check its permissions"
        ) from None
