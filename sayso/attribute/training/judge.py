"""What Sayso finds in an annotated article: the evidence for it, and whether it is right."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sayso.attribute.attribute import attribute, drafted, probable, within
from sayso.attribute.chains.chains import Chains, Found
from sayso.attribute.page import Page, Range
from sayso.attribute.spans.assemble import Draft
from sayso.attribute.spans.evidence import OfAttribution, of_attribution
from sayso.attribute.statements.evidence import OfOwnVoice, OfStatement, of_own_voice, of_statement
from sayso.attribute.statements.manner import telling
from sayso.attribute.tagger.tagger import tag
from sayso.attribute.training.corpus import Document, GoldAttribution
from sayso.nlp import parse
from sayso.segment import paragraphs, segment
from schemas import Article

_WORD = re.compile(r"\w+")
Words = frozenset[int]


class Judged(NamedTuple):
    """The evidence for one thing that was found, and whether it is right."""

    evidence: OfAttribution | OfOwnVoice | OfStatement
    right: bool


class _Numbered:
    """Ranges of a text as sets of its words' numbers."""

    def __init__(self, text: str) -> None:
        self._words = [match.span() for match in _WORD.finditer(text)]

    def __call__(self, places: Sequence[Range]) -> Words:
        return frozenset(
            i for i, (a, b) in enumerate(self._words) if any(a < end and b > start for start, end in places)
        )


def page_of(document: Document) -> Page:
    """The article as the engine sees it."""
    text = document.text
    breaks = paragraphs(text)
    doc = parse(text, [place.start for place in breaks])
    return Page(Article(text=text), doc, segment(text, doc, breaks, None))


def judged_attributions(page: Page, gold: Sequence[GoldAttribution]) -> Iterator[Judged]:
    """An attribution is right when it is paired with a gold one and the sources overlap.

    Paired are the largest overlaps of content first; to overlap is a Dice over words of at least 0.5.
    """
    drafts = [draft for draft in drafted(page, tag(page.text, page.doc)) if draft.content]
    right = _right(_Numbered(page.text), drafts, gold)
    for i, draft in enumerate(drafts):
        yield Judged(of_attribution(page, draft), i in right)


def judged_own_voice(page: Page, gold: Sequence[GoldAttribution]) -> Iterator[Judged]:
    """A sentence is the article's own when no more than half of its words are what gold gives a source for."""
    words = _Numbered(page.text)
    said = words([place for one in gold if one.Source for place in one.Content])
    tagging = tag(page.text, page.doc)
    _, statements = attribute(page.article, page.doc, page.segmentation)
    for statement in statements:
        if statement.origin is None:
            places = [span.range for span in statement.spans]
            own = words(places)
            yield Judged(of_own_voice(page, places, tagging), 2 * len(own & said) <= len(own))


def judged_chains(page: Page, gold: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    """A chain is right when it is the gold one of the content that it overlaps most: every hop, and none added."""
    words = _Numbered(page.text)
    drafts = within(page, probable(page, drafted(page, tag(page.text, page.doc))))
    chains = Chains(page, drafts)
    theirs = [(words([tuple(row["content"])]), row["chain"]) for row in gold]
    for draft in drafts:
        hops = chains.found(draft) if draft.content else []
        if not hops:
            continue
        mine = words(draft.content)
        best = max(theirs, key=lambda one: _dice(mine, one[0]), default=None)
        right = best is not None and _dice(mine, best[0]) >= 0.5 and _agree(page, words, hops, best[1])
        yield Judged(of_statement(draft, hops, telling(page, draft).mode == "attitude"), right)


def chains_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of `folder/chains.jsonl` by document."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "chains.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["doc"]].append(row)
    return rows


def _agree(page: Page, words: _Numbered, found: Sequence[Found], gold: Sequence[dict[str, Any]]) -> bool:
    return len(found) == len(gold) and all(
        one.hop.mention is not None and _same(page, words, one.hop.mention.range, tuple(row["mention"]))
        for one, row in zip(found, gold, strict=True)
    )


def _same(page: Page, words: _Numbered, mine: Range, theirs: Range) -> bool:
    """Whether two mentions share half of their words, one holds the other, or they are the same words elsewhere."""
    a, b = words([mine]), words([theirs])
    return _dice(a, b) >= 0.5 or a <= b or b <= a or page.words(mine).lower() == page.words(theirs).lower()


def _right(words: _Numbered, drafts: Sequence[Draft], gold: Sequence[GoldAttribution]) -> set[int]:
    mine = [(words(draft.content), words(draft.source)) for draft in drafts]
    theirs = [(words(one.Content), words(one.Source)) for one in gold]
    pairs = sorted(
        ((_dice(a[0], b[0]), i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs) if a[0] & b[0]),
        key=lambda pair: (-pair[0], pair[2], pair[1]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    right = set()
    for share, i, j in pairs:
        if share >= 0.5 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            if _dice(mine[i][1], theirs[j][1]) >= 0.5:
                right.add(i)
    return right


def _dice(a: Words, b: Words) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
