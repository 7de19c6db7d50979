"""What holds for every extraction: its words stand in the text, and every word of the text has its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas import Article, Extraction, Segment, Span


def check_whole(extraction: Extraction, article: Article) -> None:
    """Spans hold their words; a word is in one statement, in a reporting clause, or in a segment without claims.

    A label of a picture and a line of one or two words ("Why?") may assert nothing, and be in no statement.
    """
    extraction.check(article)
    claiming = characters(segment.span for segment in extraction.segmentation.segments if segment.claims)
    silent = characters(segment.span for segment in extraction.segmentation.segments if not segment.claims)
    told = [characters(statement.spans) for statement in extraction.statements]
    everything = set().union(*told)
    assert sum(map(len, told)) == len(everything), "no word is in two statements"
    assert not everything & silent, "boilerplate makes no statement"
    assert _letters(Span.of(article.text, 0, len(article.text))) == claiming | silent
    labels = characters(segment.span for segment in extraction.segmentation.segments if _asserts_nothing(segment))
    left = claiming - everything - labels
    assert left <= characters(_reporting(extraction)), "what is left is where somebody reports"


def _asserts_nothing(segment: Segment) -> bool:
    return segment.kind == "caption" or len(segment.span.words.split()) < 3


def characters(spans: Iterable[Span]) -> set[int]:
    """The places of the letters and digits in `spans`."""
    return {at for span in spans for at in _letters(span)}


def _letters(span: Span) -> set[int]:
    return {span.start + at for at, letter in enumerate(span.words) if letter.isalnum()}


def _reporting(extraction: Extraction) -> Iterator[Span]:
    """The segments in which somebody is named who says something, or it is said, or why they are not named."""
    spans = [span for one in extraction.attributions for span in (*one.source, *one.cue, *one.content)]
    hops = [hop for one in extraction.statements for hop in one.chain]
    spans += [span for hop in hops for span in (hop.mention, hop.reason, hop.terms) if span]
    for segment in extraction.segmentation.segments:
        if any(span.start < segment.span.end and segment.span.start < span.end for span in spans):
            yield segment.span
