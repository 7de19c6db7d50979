"""The sentences of an article, with what signals ask about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.clear import Overstatement, RightOfReply
from sayso.clear.clearing_reading import reading_of
from sayso.clear.court_findings import found_by_a_court
from sayso.clear.names import Cast, tokens
from sayso.clear.overstatements import overstated_in
from sayso.clear.replies import rights_in
from sayso.registry import Registry
from sayso.worklist.article_sentence import CONDUCT, CRIME, REFUTING, Around, ArticleSentence
from schemas import Article, Extraction, Segment, Span, Statement


def sentences(article: Article, extraction: Extraction, registry: Registry) -> tuple[ArticleSentence, ...]:
    """The sentences in which claims stand, in text order."""
    cast = Cast(article, extraction)
    reading = reading_of(cast)
    pairs, accusing = rights_in(reading), reading.accusing_at()
    over = overstated_in(reading)
    segments = [segment for segment in extraction.segmentation.segments if segment.claims]
    wrongs = sum(bool(CRIME.search(one.span.words) or CONDUCT.search(one.span.words)) for one in segments)
    around = Around(
        density=wrongs / max(1, len(segments)),
        refuting=sum(bool(REFUTING.search(one.span.words)) for one in segments) / max(1, len(segments)),
        sentences=len(segments),
        interests=dict(_interests(article, extraction.statements, registry)),
    )
    return tuple(_sentence(cast, one, place, pairs, accusing, over, around) for place, one in enumerate(segments))


def _sentence(
    cast: Cast,
    segment: Segment,
    place: int,
    pairs: Iterable[RightOfReply],
    accusing: Mapping[int, float],
    over: Iterable[Overstatement],
    around: Around,
) -> ArticleSentence:
    own = segment.span
    statements = tuple(one for one in cast.extraction.statements if _meets(own, one.spans))
    sayers = tokens(" ".join(hop.called or "" for one in statements for hop in one.chain))
    named = (name for name in cast.named_in(own.words) if not tokens(name) <= sayers)
    names = tuple(dict.fromkeys(named))
    return ArticleSentence(
        segment=segment,
        paragraph=cast.extraction.segmentation.paragraphs[segment.paragraph],
        place=place,
        statements=statements,
        claims=tuple(one for one in cast.extraction.claims if own.start <= one.spans[0].start < own.end),
        persons=tuple(name for name in names if cast.persons(name)),
        bodies=tuple(name for name in names if not cast.persons(name) and cast.body(name)),
        pairs=tuple(one for one in pairs if _meets(own, one.words)),
        accusing=accusing.get(own.start, 0.0),
        over=next((one for one in over if one.headline == own), None),
        found=any(found_by_a_court(cast.extraction, one) for one in statements),
        around=around,
    )


def _meets(own: Span, spans: Iterable[Span]) -> bool:
    return any(span.start < own.end and own.start < span.end for span in spans)


def _interests(article: Article, statements: Iterable[Statement], registry: Registry) -> Iterator[tuple[str, str]]:
    """Each listed source that speaks through an outlet of its own family, or an article in one, with that outlet."""
    for statement in statements:
        key = statement.origin.registry if statement.origin else None
        source = registry.sources.get(key) if key else None
        if source is None:
            continue
        outlets = [registry.sources.get(hop.registry or "") for hop in statement.relays]
        for outlet in (*outlets, registry.lookup(article.outlet or "")):
            if outlet and outlet != source and registry.family(outlet) == registry.family(source):
                yield source.key, outlet.name
