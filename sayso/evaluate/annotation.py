"""One attribution as it is scored: the words of its source, cue and content, whoever marked them."""

from __future__ import annotations

from typing import NamedTuple

from sayso.evaluate.word_places import Text, Words
from schemas import Attribution, Extraction, ranges


class Annotation(NamedTuple):
    """Words of a text. `content` is never empty; `source` and `cue` are where the text mentions none."""

    source: Words
    cue: Words
    content: Words
    confidence: float = 1.0


def reported(extraction: Extraction, text: Text) -> tuple[Annotation, ...]:
    """What the outermost reports of `extraction` report, in text order: gold annotates no report within a report."""
    roots = sorted((one for one in extraction.attributions if one.parent is None), key=_place)
    found = (
        Annotation(
            source=text.words(ranges(one.source)),
            cue=text.words(ranges(one.cue)),
            content=text.words(ranges(one.content)),
            confidence=one.confidence,
        )
        for one in roots
    )
    return tuple(one for one in found if one.content)


def shown(annotation: Annotation, text: Text) -> str:
    """Who, by which cue, what: `Clinton [said] that the vote was ...`."""
    source = text.shown(annotation.source, 40) if annotation.source else "nobody"
    cue = f" [{text.shown(annotation.cue, 30)}]" if annotation.cue else ""
    return f"{source}{cue} {text.shown(annotation.content)}"


def _place(attribution: Attribution) -> tuple[int, int]:
    return min(span.range for span in (*attribution.source, *attribution.cue, *attribution.content))
