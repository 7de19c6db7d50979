"""One attribution as it is scored: the words of its source, cue and content, from gold or from Sayso."""

from __future__ import annotations

from typing import NamedTuple

from sayso.evaluate.word_places import Text, Words
from schemas import Attribution, Extraction, ranges


class Annotation(NamedTuple):
    """Words of a text. `content` is never empty; `source` and `cue` are empty where the text has none."""

    source: Words
    cue: Words
    content: Words
    confidence: float = 1.0


def reported(extraction: Extraction, text: Text) -> tuple[Annotation, ...]:
    """The outermost attributions of `extraction` in text order; gold annotates no nested ones."""
    roots = sorted((attribution for attribution in extraction.attributions if attribution.parent is None), key=_place)
    found = (
        Annotation(
            source=text.words(ranges(attribution.source)),
            cue=text.words(ranges(attribution.cue)),
            content=text.words(ranges(attribution.content)),
            confidence=attribution.confidence,
        )
        for attribution in roots
    )
    return tuple(annotation for annotation in found if annotation.content)


def shown(annotation: Annotation, text: Text) -> str:
    """Source, cue and content: `Clinton [said] that the vote was ...`."""
    source = text.shown(annotation.source, 40) if annotation.source else "nobody"
    cue = f" [{text.shown(annotation.cue, 30)}]" if annotation.cue else ""
    return f"{source}{cue} {text.shown(annotation.content)}"


def _place(attribution: Attribution) -> tuple[int, int]:
    return min(span.range for span in (*attribution.source, *attribution.cue, *attribution.content))
