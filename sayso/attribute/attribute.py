"""Who says what in one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays.chains import Chains
from sayso.attribute.spans.assemble import assemble
from sayso.attribute.spans.embedded import in_passing, nested
from sayso.attribute.spans.features import LEAST, of_attribution
from sayso.attribute.spans.inherit import inherit
from sayso.attribute.spans.nesting import contained, reclaimed
from sayso.attribute.spans.repair import mend
from sayso.attribute.spans.transcripts import turns
from sayso.attribute.statements.manner import telling
from sayso.attribute.statements.statements import spans_of, statements
from sayso.attribute.tagger.tagger import Tagger, Tagging
from schemas import Article, Attribution, Segmentation, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def attribute(
    article: Article, doc: Doc, segmentation: Segmentation, tagger: Tagger
) -> tuple[tuple[Attribution, ...], tuple[Statement, ...]]:
    """The attributions of an article and the statements made of them, both in text order.

    1. the tagger's fragments, 2. put together to drafts, 3. mended by the parse, quotations that go on without a
    source given theirs, and transcripts cut into turns, 4. reports within reports, 5. chains, 6. the text divided into
    statements.
    """
    parsed = ParsedArticle(article, doc, segmentation)
    tagging = tagger.tag(article.text, doc)
    drafts = within(parsed, turns(parsed, probable(parsed, drafted(parsed, tagging))))  # 1 to 4
    made = statements(parsed, drafts, Chains(parsed, drafts), tagging)  # 5, 6
    return tuple(_attributions(parsed, drafts)), made


def drafted(parsed: ParsedArticle, tagging: Tagging) -> list[Draft]:
    """What may be attributions, as spans; nothing known yet of who is meant by them."""
    drafts = inherit(parsed, mend(parsed, assemble(parsed.text, tagging.fragments)))
    reclaimed(parsed, drafts)
    return drafts + in_passing(parsed, drafts)


def probable(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each given its confidence, less those that are improbable."""
    for draft in drafts:
        if draft.content:
            draft.confidence = confidence(of_attribution(parsed, draft))
    return [draft for draft in drafts if not draft.content or draft.confidence >= LEAST]


def within(parsed: ParsedArticle, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and those that stand in the content of others, which are their parents."""
    contained(parsed, drafts)
    return drafts + nested(parsed, drafts)


def _attributions(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Iterator[Attribution]:
    """Drafts as attributions, outer ones first, so that a parent's id is known."""
    made: dict[int, Attribution] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if draft.content:
            _make(parsed, draft, made)
    yield from made.values()


def _make(parsed: ParsedArticle, draft: Draft, made: dict[int, Attribution]) -> None:
    """Make a draft's attribution, and those of the drafts that it stands in before it."""
    line = [draft]
    while line[-1].parent is not None and id(line[-1].parent) not in made:
        line.append(line[-1].parent)
    for one in reversed(line):
        if id(one) not in made and (content := spans_of(parsed, one.content)):
            made[id(one)] = _made(parsed, one, content, made)


def _made(parsed: ParsedArticle, draft: Draft, content: tuple[Span, ...], made: dict[int, Attribution]) -> Attribution:
    parent = made.get(id(draft.parent))
    return Attribution(
        article=parsed.article.id,
        source=spans_of(parsed, draft.source),
        cue=spans_of(parsed, draft.cue),
        content=content,
        parent=parent.id if parent else None,
        confidence=draft.confidence,
        **telling(parsed, draft)._asdict(),
    )
