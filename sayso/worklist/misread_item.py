"""A sentence that is no item otherwise, as one that people called misread."""

from __future__ import annotations

from sayso.present.safe import plain
from sayso.report import SENTENCE
from sayso.report.sentences.passage import passage
from sayso.worklist.article_sentence import support
from sayso.worklist.model.finding import Finding, Judged, Raised
from schemas import Dossier, Span


def of_misread(dossier: Dossier, place: tuple[int, int], claims: tuple[Judged, ...], why: str) -> Finding:
    """The finding of the sentence at `place` (half-open) in which a claim stands; `why`: who says that, and why."""
    span = Span.of(dossier.article.text, *place)
    return Finding(
        id=f"{SENTENCE}{dossier.claim.id}",
        start=span.start,
        end=span.end,
        sentence=plain(span.words),
        kinds=("other",),
        harm=1,
        support=support(dossier.statement),
        score=0.0,
        who=(),
        person=False,
        claims=claims,
        raised=(Raised(signal="called_misread", why=why),),
        passage=passage(dossier.article.text, dossier.paragraph or span, span, dossier.claim.spans),
    )
