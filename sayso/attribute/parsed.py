"""One article as the rules see it: its text, parse and segments, looked up by character offset."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute.media import MEDIA, described_outlets, looks_like_outlet
from sayso.attribute.places import Range
from sayso.registry import Named, Registry
from schemas import Article, Quotation, Segment, Segmentation, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_HYPHENED = re.compile(r"-\w+")
REACH = 2_000
"""Characters to either side of a place within which its sentence is read; no sentence of prose is longer."""
_EDGES = " \t\r\n\u00a0,;:-–—"


class ParsedArticle:
    """What the rules ask about one article; all places are half-open character ranges, `registry` resolves names."""

    def __init__(self, article: Article, doc: Doc, segmentation: Segmentation, registry: Registry) -> None:
        self.article = article
        self.text = article.text
        self.doc = doc
        self.segmentation = segmentation
        self.registry = registry
        self._starts = [token.idx for token in doc]
        self._ends = [token.idx + len(token) for token in doc]
        self._paragraphs = [paragraph.start for paragraph in segmentation.paragraphs]
        self._segments = [segment.span.start for segment in segmentation.segments]

    def span(self, place: Range) -> Span:
        """The place with its words."""
        return Span.of(self.text, *place)

    def words(self, place: Range) -> str:
        """The words at a place, white space as single spaces."""
        return " ".join(self.text[slice(*place)].split())

    def tokens(self, place: Range) -> Words:
        """The tokens that overlap a place, without white space."""
        return self.doc[bisect_right(self._ends, place[0]) : bisect_left(self._starts, place[1])]

    def words_in(self, places: Iterable[Range]) -> Iterator[Token]:
        """The tokens at several places that are words."""
        for place in places:
            yield from (token for token in self.tokens(place) if not token.is_space and not token.is_punct)

    def trimmed(self, place: Range) -> Range:
        """The place without white space, commas and dashes at its edges; unchanged if it has nothing else."""
        start, end = place
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        return (start, end) if start < end else place

    def paragraph(self, at: int) -> int:
        """Index of the paragraph that holds character `at`, or of the one before it; -1 before the first."""
        return bisect_right(self._paragraphs, at) - 1

    def segment(self, at: int) -> Segment | None:
        """The segment that holds character `at`, or else the one before it."""
        index = bisect_right(self._segments, at) - 1
        return self.segmentation.segments[index] if index >= 0 else None

    def sentence(self, place: Range) -> Range:
        """From the start of the segment where a place begins to the end of the one where it ends, within `REACH`.

        The limit keeps the cost linear in the number of reports when a hostile text has one endless sentence.
        """
        first, last = self.segment(place[0]), self.segment(max(place[0], place[1] - 1))
        start = max(first.span.start if first else 0, place[0] - REACH)
        end = min(last.span.end if last else len(self.text), place[1] + REACH)
        return min(start, place[0]), max(end, place[1])

    def head(self, place: Range) -> Token | None:
        """The syntactic head of a place; of a prepositional phrase, the head of its object.

        In "supporters of Minister Ann Lee" it is "supporters", even if the parse makes that depend on the name.
        """
        words = [token for token in self.tokens(place) if not token.is_space and not token.is_punct]
        if not words:
            return None
        inside = {token.i for token in words}
        tops = [token for token in words if token.head.i not in inside or token.head.i == token.i]
        nominal = [t for t in tops if t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")]
        head = (nominal or tops or words)[0]
        while head.dep_ == "prep" or head.pos_ == "ADP":
            below = next((child for child in head.children if child.i in inside), None)
            if below is None:
                break
            head = below
        return next((token for token in words if _several(token) and head.is_ancestor(token)), head)

    def head_verb(self, place: Range) -> Token | None:
        """The main verb of a sentence that has its root at a place."""
        return next((t for t in self.tokens(place) if t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX")), None)

    def subtree(self, token: Token, within: Range | None = None) -> Range:
        """The place of a token and all that depends on it, cut to `within`."""
        start = self.doc[token.left_edge.i].idx
        last = self.doc[token.right_edge.i]
        end = last.idx + len(last)
        if within:
            start, end = max(start, within[0]), min(end, within[1])
        return self.whole(self.trimmed((start, end)))

    def whole(self, place: Range) -> Range:
        """The place, extended to the end of a hyphenated name that it cuts ("al-Assad")."""
        start, end = place
        behind = _HYPHENED.match(self.text, end)
        return start, behind.end() if behind else end

    def outlet(self, place: Range) -> str | None:
        """The name of the outlet that a place names, or None."""
        return looks_like_outlet(self.words(place), self.tokens(place), self.described_outlets, self.registry)

    @cached_property
    def listed(self) -> tuple[Named, ...]:
        """Every listed source that the text names, in text order."""
        return self.registry.find_all(self.text)

    @cached_property
    def listed_forms(self) -> Mapping[str, Collection[str]]:
        """The different words by which the text names each listed source, by its key."""
        forms: dict[str, dict[str, None]] = {}
        for named in self.listed:
            forms.setdefault(named.source.key, {})[self.words((named.start, named.end))] = None
        return forms

    @cached_property
    def outlets(self) -> list[Range]:
        """The places where outlets are named, in text order: listed, described, and named like one."""
        listed = ((named.start, named.end) for named in self.listed if named.source.kind in MEDIA)
        sure = _longest([*listed, *self._described_places()])
        named = ((e.start_char, e.end_char) for e in self.entities if e.label_ in ("ORG", "WORK_OF_ART"))
        starts = [start for start, _ in sure]
        others = (place for place in named if self.outlet(place))
        return sorted([*sure, *(place for place in others if not _met(sure, starts, place))])

    def outlets_in(self, place: Range) -> list[Range]:
        """The places within another where outlets are named, in text order."""
        first, last = (bisect_left(self.outlets, (at,)) for at in place)
        return [named for named in self.outlets[first:last] if named[1] <= place[1]]

    def _described_places(self) -> Iterator[Range]:
        for name in self.described_outlets:
            words = r"\s+".join(map(re.escape, name.split()))
            yield from (found.span() for found in re.finditer(rf"(?<![\w-]){words}(?![\w-])", self.text))

    @cached_property
    def described_outlets(self) -> frozenset[str]:
        """The names that the article calls outlets."""
        return described_outlets(self.doc)

    @cached_property
    def entities(self) -> tuple[Words, ...]:
        """The named entities, in text order."""
        return tuple(self.doc.ents)

    def entities_in(self, place: Range) -> list[Words]:
        """The named entities that lie wholly within a place."""
        first, last = (bisect_left(self._entity_starts, at) for at in place)
        return [entity for entity in self.entities[first:last] if entity.end_char <= place[1]]

    def entity_is(self, place: Range, labels: Collection[str]) -> bool:
        """Whether a place is a named entity of one of these kinds."""
        return any(e.label_ in labels and (e.start_char, e.end_char) == place for e in self.entities_in(place))

    def entities_before(self, at: int, most: int) -> tuple[Words, ...]:
        """The last `most` named entities that begin before character `at`, in text order."""
        end = bisect_left(self._entity_starts, at)
        return self.entities[max(0, end - most) : end]

    @cached_property
    def person_names(self) -> frozenset[str]:
        """The last words of the names of persons: a surname alone is often taken for a place."""
        return frozenset(entity[-1].lower_ for entity in self.entities if entity.label_ == "PERSON")

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [entity.start_char for entity in self.entities]

    @cached_property
    def _quotations(self) -> list[Quotation]:
        return [quotation for quotation in self.segmentation.quotations if quotation.depth == 0]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self._quotations]

    @property
    def quotations(self) -> list[Quotation]:
        """The outermost quotations, in text order."""
        return self._quotations

    def quotation(self, at: int) -> Quotation | None:
        """The outermost quotation that holds character `at`."""
        index = bisect_right(self._quotation_starts, at) - 1
        if index >= 0 and self._quotations[index].span.end > at:
            return self._quotations[index]
        return None

    def quoted(self, place: Range) -> float:
        """The share of a place's characters that are within quotation marks."""
        start, end = place
        first = max(0, bisect_right(self._quotation_starts, start) - 1)
        inside = 0
        for quotation in self._quotations[first : bisect_left(self._quotation_starts, end)]:
            inside += max(0, min(end, quotation.span.end) - max(start, quotation.span.start))
        return inside / max(1, end - start)


def _longest(places: Iterable[Range]) -> list[Range]:
    """Places in text order, of overlapping ones the longest that begins first."""
    out: list[Range] = []
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if not out or place[0] >= out[-1][1]:
            out.append(place)
    return out


def _met(places: Sequence[Range], starts: Sequence[int], place: Range) -> bool:
    """Whether a place overlaps one of some places in text order, which begin at `starts`."""
    before = bisect_left(starts, place[1]) - 1
    return before >= 0 and places[before][1] > place[0]


def _several(noun: Token) -> bool:
    """Whether a plural noun that the parse makes a modifier is itself the head: "supporters of" a person."""
    return noun.dep_ == "nmod" and noun.tag_ == "NNS" and any(child.dep_ == "prep" for child in noun.children)
