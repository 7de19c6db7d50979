"""Every sentence is told: its words stand in a statement, or it is the reporting clause of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from installed import extract

from sayso.attribute.grammar import FINITE
from sayso.attribute.places import overlap
from sayso.ingest import ingest
from sayso.language.parse import parse
from schemas import Article, Extraction, Span, Statement
from tests.evaluation.pinned import Reading

STORIES = Path(__file__).parents[2] / "seeds" / "stories"


def vanished(article: Article, extraction: Extraction) -> Iterator[str]:
    """The sentences with a finite verb that no statement touches, and that report no statement either."""
    reporting = [
        part
        for attribution in extraction.attributions
        if any(_touches(one, part) for one in extraction.statements for part in attribution.content)
        for part in (*attribution.source, *attribution.cue)
    ]
    for segment in extraction.segmentation.segments:
        place = segment.span
        told = any(_touches(one, place) for one in extraction.statements) or any(
            overlap(place.range, one.range) for one in reporting
        )
        tells = segment.claims and segment.kind != "caption"
        if tells and not told and any(token.tag_ in FINITE for token in parse(place.words, [0])):
            yield f"{article.title}: {place.words}"


def _touches(statement: Statement, place: Span) -> bool:
    return any(overlap(span.range, place.range) for span in statement.spans)


def test_no_sentence_vanishes(readings: list[Reading]) -> None:
    stories = [article for _, article in ingest(STORIES) if article is not None]
    read = [(article, extraction) for _, article, extraction in readings]
    read += [(article, extract(article)) for article in stories]
    assert len(read) > 90
    assert [line for article, extraction in read for line in vanished(article, extraction)] == []
