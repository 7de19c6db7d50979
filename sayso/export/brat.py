"""One article's attributions as brat standoff, flat: only the outermost attributions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Article, Attribution, Extraction, Span

# Standoff is line by line with tabs between columns: characters that programs take for a line break, or cannot write.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def brat(article: Article, extraction: Extraction) -> str:
    """The roots of the attribution tree as `Source`, `Cue`, `Content`, each tied by an `Attribution` event.

    Offsets are half-open code points of the article's text; a span of several parts is `a b;c d`, its words joined by a
    space. There is no `Source` or `Cue` where the text has none, and nothing of the article's own voice. Ends with
    a newline; empty without attributions.
    """
    extraction.check(article)
    roots = [attribution for attribution in extraction.attributions if attribution.parent is None]
    lines: list[str] = []
    number = 0
    for event, root in enumerate(sorted(roots, key=_start), start=1):
        roles = [("Source", root.source), ("Cue", root.cue), ("Content", root.content)]
        ties = []
        for role, spans in [*((r, s) for r, s in roles if s), ("Attribution", root.cue or root.content)]:
            number += 1
            lines.append(_span(number, role, spans))
            ties.append(f"{role}:T{number}")
        lines.append(f"E{event}\t{' '.join([ties[-1], *ties[:-1]])}")
    return "".join(f"{line}\n" for line in lines)


def _span(number: int, role: str, spans: Sequence[Span]) -> str:
    ordered = sorted(spans, key=lambda span: span.start)
    places = ";".join(f"{span.start} {span.end}" for span in ordered)
    return f"T{number}\t{role} {places}\t{_BREAKS.sub(' ', ' '.join(span.words for span in ordered))}"


def _start(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min(span.range for span in spans)
