"""The two paragraphs of a link, beside each other: what is claimed in each, and which words the other lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.desk.link_sides import LinkSides
from sayso.present.appearance import title_or_opening
from sayso.present.chain import who_says_so
from sayso.present.numbers import day
from sayso.present.safe import plain
from sayso.review.differing_words import Place, differing
from sayso.review.marked import Excerpt, Mark, cut, widened
from schemas import Dossier

SHORT = 900
"""Characters of a paragraph that is shown uncut."""
CLAIMED, BESIDE = 600, 150
"""Characters of a long claim that are shown of a longer paragraph, and of what stands around it."""
WHOLE = 20_000
"""Characters of a paragraph that can be opened, at most; the page of the article has all."""


@dataclass(frozen=True)
class SideView:
    """One side: where it was printed, its chain in words, and its paragraph, the `whole` of it where that is cut.

    `only`: words that the other side lacks there.
    """

    claim: str
    outlet: str
    date: str
    heading: str
    article: str
    who: str
    shown: Excerpt
    whole: Excerpt | None
    only: tuple[str, ...]


@dataclass(frozen=True)
class SideBySide:
    """Both sides, the one that was asked for first; `compared` is False where the claims are too long for that."""

    sides: tuple[SideView, SideView]
    compared: bool
    settles: tuple[str, ...]


def side_by_side(found: LinkSides) -> SideBySide:
    """The model of a link's two sides."""
    ours, theirs, settles = found
    apart = differing(ours.article.text, ours.claim.spans, theirs.article.text, theirs.claim.spans)
    first, second = apart or ([], [])
    return SideBySide((_side(ours, first), _side(theirs, second)), apart is not None, settles)


def _side(dossier: Dossier, lacking: Sequence[Place]) -> SideView:
    article = dossier.article
    shown, whole = _paragraphs(dossier, lacking)
    return SideView(
        claim=dossier.claim.id,
        outlet=plain(article.outlet or "outlet not known"),
        date=plain(day(article.published or "") or "date not known"),
        heading=plain(title_or_opening(article)),
        article=article.id,
        who=plain(who_says_so(dossier.statement)),
        shown=shown,
        whole=whole,
        only=tuple(plain(article.text[start:end]) for start, end in lacking),
    )


def _paragraphs(dossier: Dossier, lacking: Sequence[Place]) -> tuple[Excerpt, Excerpt | None]:
    """The paragraph as it is shown, and the whole of it where that is more."""
    text, spans = dossier.article.text, dossier.claim.spans
    marks = [*(Mark(one.start, one.end, "claimed") for one in spans), *(Mark(*one, "lacking") for one in lacking)]
    first, last = spans[0].start, spans[-1].end
    around = dossier.paragraph.range if dossier.paragraph else (first, last)
    start, end = min(first, around[0]), max(last, around[1])
    if end - start <= SHORT:
        return cut(text, start, end, marks), None
    near = widened(text, first, min(last, first + CLAIMED), BESIDE)
    whole = cut(text, start, min(end, start + WHOLE), marks)
    return cut(text, max(start, near[0]), min(end, near[1]), marks), whole
