"""Text in, statements with their chains, claims or relations out: where tables of texts meet the stages.

A table gives a text, and who should answer for which of its words; how the engine finds that out is left to it.
"""

from __future__ import annotations

from functools import cache

from factories import make_article, make_statement
from installed import extract, registry

from sayso.language.parse import parse
from sayso.link.compare import compare
from sayso.split import split
from schemas import Article, Claim, Extraction, Frame, Hop, Publication, PublishedClaim, Statement

PUBLISHER = "The Harbour Post"


@cache
def read(text: str, title: str | None = None, outlet: str | None = PUBLISHER) -> Extraction:
    """What the engine reads in an article of that text; each text is read once a process."""
    article = Article(text=text, title=title, outlet=outlet)
    extraction = extract(article)
    extraction.check(article)
    return extraction


def holding(extraction: Extraction, start: int, end: int) -> list[Statement]:
    """The statements that have the characters of both ends of a range."""
    return [one for one in extraction.statements if _has(one, start) and _has(one, end - 1)]


def _has(statement: Statement, at: int) -> bool:
    return any(span.start <= at < span.end for span in statement.spans)


def named(hop: Hop) -> list[str]:
    """Whom a hop names: those who speak jointly one by one; nobody where the source is unnamed."""
    if hop.members:
        return [one.name for one in hop.members if not one.anonymous]
    return [] if hop.anonymous or not hop.called else [hop.called]


def shown(statement: Statement) -> str:
    """The chain without its publisher, from the origin on, and what else makes it another chain.

    `Ida Holm > Reuters`; `(senior official)` is unnamed, `Ida Holm & Karl Moe` speak jointly, `-` is nobody but the
    article; a `?` before it: the text leaves that open. In brackets: a denial, a belief, or whose act or attitude it
    tells.
    """
    chain = " > ".join(map(_shown, statement.chain[:-1])) or "-"
    marks = [statement.polarity] if statement.polarity == "denied" else []
    if statement.mode == "attitude" and statement.holder is None:
        marks.append("attitude")
    if statement.holder is not None:
        marks.append(f"{'attitude' if statement.mode == 'attitude' else 'act'} of {_shown(statement.holder)}")
    if statement.sourcing == "none-given" and chain != "-" and statement.mode != "attitude":
        marks.append("none given")
    return " ".join(["?"] * (statement.sourcing == "undetermined") + [chain] + [f"[{one}]" for one in marks])


def _shown(hop: Hop) -> str:
    if hop.members:
        return " & ".join(sorted(f"({one.name})" if one.anonymous else one.name for one in hop.members))
    return f"({hop.called})" if hop.anonymous else str(hop.called)


@cache
def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text that the page tells itself."""
    article = make_article(text)
    return split(article, parse(text, [0]), [make_statement(article, text)])


def marked(claim: Claim) -> str:
    """What a claim asserts, and in brackets how, where that is not simply so."""
    signs = [one for one in (claim.slots.polarity, claim.slots.modality) if one not in ("affirmed", "asserted")]
    return f"{claim.proposition} [{', '.join(signs)}]" if signs else claim.proposition


def frames(claim: Claim) -> list[str]:
    """Who does what to whom in a claim, a line a frame, as "fail who:pump that:start" and "start(denied) who:pump"."""
    return [_frame(one) for one in claim.slots.frames]


def _frame(frame: Frame) -> str:
    signs = [one for one in (frame.polarity, frame.modality) if one not in ("affirmed", "asserted")]
    word = f"{frame.predicate}({', '.join(signs)})" if signs else frame.predicate
    return " ".join([word, *sorted(f"{one.role}:{one.head}" for one in frame.fillers)])


def relation(one: str, other: str) -> str:
    """How the first claims of two pages relate that tell these sentences themselves; "nothing" where they do not."""
    return compare(_told(one, "first"), _told(other, "second"), registry).relation or "nothing"


@cache
def _told(text: str, key: str) -> PublishedClaim:
    article = make_article(text, key=key, outlet=None)
    statement = make_statement(article, text)
    claim = split(article, parse(text, [0]), [statement])[0]
    return PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))
