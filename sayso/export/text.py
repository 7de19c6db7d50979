"""One article's statements for a person at a terminal: who says so, and what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from sayso.present.safe import printable
from schemas import Article, Extraction, Hop, Statement

NO_SOURCE = "no source given"
UNDETERMINED = "who says so is open"


def text(article: Article, extraction: Extraction, width: int = 88) -> str:
    r"""Every statement in text order, under who says so, in lines of at most `width` columns; ends with a newline.

    White space is evened out, and what a terminal would obey is shown as its code (`\x1b`): articles are not trusted.
    """
    blocks = [_head(article)]
    for statement in sorted(extraction.statements, key=lambda one: one.spans[0].start):
        words = textwrap.fill(
            printable(statement.text), width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
        )
        blocks.append(f"{printable(who_says_so(statement))}\n{words}")
    if len(blocks) == 1:
        blocks.append("nothing that makes a claim")
    return "\n\n".join(blocks) + "\n"


def who_says_so(statement: Statement) -> str:
    """The chain in the newsroom's words, the publisher left out: `Kremlin via TASS [direct]`."""
    marks = list(_marks(statement))
    return f"{_chain(statement)} [{', '.join(marks)}]" if marks else _chain(statement)


def _head(article: Article) -> str:
    known = (article.outlet, article.published, article.url)
    lines = [article.title or "untitled", " · ".join(one for one in known if one)]
    return "\n".join(printable(line) for line in lines if line)


def _chain(statement: Statement) -> str:
    if statement.origin is None:
        return {"undetermined": UNDETERMINED}.get(statement.sourcing, NO_SOURCE)
    comma = "," if statement.unnamed and statement.relays else ""
    via = "".join(f" via {_called(hop)}" for hop in statement.relays)
    whole = f"{_called(statement.origin)}{comma}{via}"
    return f"{UNDETERMINED}: perhaps {whole}" if statement.sourcing == "undetermined" else whole


def _called(hop: Hop) -> str:
    if hop.members:
        return " and ".join(f"unnamed: {one.name}" if one.anonymous else one.name for one in hop.members)
    return f"unnamed: {hop.called or 'not described'}" if hop.anonymous else hop.called or "not known"


def _marks(statement: Statement) -> Iterator[str]:
    if statement.mode == "attitude":
        yield "wants or thinks, not said"
    elif statement.origin is not None and statement.manner in ("direct", "mixed"):
        yield statement.manner
    if statement.polarity == "denied":
        yield "denied"
    if statement.stance == "doubt":
        yield "put in doubt"
    if statement.hedge is not None:
        yield f"“{statement.hedge.words}”"
    for hop in statement.chain:
        if hop.terms is not None:
            yield f"“{hop.terms.words}”"
        if hop.reason is not None:
            yield f"not named because: “{hop.reason.words}”"
