"""A small world to test against: real articles, statements and dossiers, made by pointing at words.

Every factory takes words that stand in the article and finds their place, so that no test counts characters.
`find(article, "he", nth=1)` is the second "he", and never the one in "the".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from schemas import (
    Article,
    Attribution,
    Capture,
    Claim,
    Dossier,
    EngineVersion,
    Extraction,
    Hop,
    LedgerEntry,
    Quotation,
    Segment,
    Segmentation,
    SegmentKind,
    Slots,
    Span,
    Statement,
)

ENGINE = EngineVersion(sayso="0.1.0", model="m" * 12, registry="r" * 12)
SALT = "5b" * 16
NOON = datetime(2022, 8, 9, 12, tzinfo=UTC)


def make_article(text: str, **known: Any) -> Article:
    """An article of The Daily Globe, unless `known` says otherwise, as a ledger has it: with the salt of its id."""
    return Article(text=text, **{"outlet": "The Daily Globe", "salt": SALT, **known})


def make_capture(article: Article, file: str = "article.txt", **known: Any) -> Capture:
    """The capture of a `.txt` file that holds exactly the article's text."""
    raw = article.text.encode("utf-8", "surrogatepass")
    facts = {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw), "captured": NOON, "encoding": "utf-8"}
    return Capture(file=file, article=article.id, **{**facts, **known})


def make_failure(
    file: str = "broken.txt", problem: str = "expected text, found an empty file", **known: Any
) -> Capture:
    """The capture of a file that could not be read."""
    nothing = hashlib.sha256(b"").hexdigest()
    return Capture(file=file, sha256=nothing, size=0, captured=NOON, problem=problem, **known)


def find(article: Article, words: str, nth: int = 0) -> Span:
    """The place of `words`, as whole words, in the article; ValueError where they stand there too seldom."""
    places = [match.start() for match in re.finditer(rf"(?<!\w(?=\w)){re.escape(words)}(?!(?<=\w)\w)", article.text)]
    if nth >= len(places):
        raise ValueError(f"expected {words!r} {nth + 1} times, found {len(places)}")
    return Span.of(article.text, places[nth], places[nth] + len(words))


def make_segmentation(
    article: Article, kinds: Mapping[str, SegmentKind] | None = None, quotations: Iterable[Quotation] = ()
) -> Segmentation:
    """A paragraph a line, a sentence wherever ., ! or ? is followed by white space.

    `kinds` names the kind of every segment that begins with its key; the others are sentences.
    """
    paragraphs = [Span.of(article.text, *m.span()) for m in re.finditer(r"\S(?:.*\S)?", article.text)]
    segments = []
    for number, paragraph in enumerate(paragraphs):
        for match in re.finditer(r"\S.*?(?:[.!?][\"”’]?(?=\s|$)|$)", paragraph.words):
            span = Span.of(article.text, paragraph.start + match.start(), paragraph.start + match.end())
            kind = next((k for start, k in (kinds or {}).items() if span.words.startswith(start)), "sentence")
            segments.append(Segment(kind=kind, span=span, paragraph=number))
    return Segmentation(paragraphs=tuple(paragraphs), segments=tuple(segments), quotations=tuple(quotations))


def make_hop(article: Article, mention: str | None = None, **known: Any) -> Hop:
    """An origin named by its words, unless `known` gives a role or says that it is anonymous.

    `{"anonymous": True}` leaves the name out and takes the words as its descriptor. Words for `cue`, `reason` and
    `terms` are found in the article.
    """
    facts: dict[str, Any] = {"role": "origin", "mention": find(article, mention) if mention else None}
    facts |= {"descriptor": mention} if known.get("anonymous") else {"name": mention}
    facts |= {
        k: find(article, v) if k in ("cue", "reason", "terms") and isinstance(v, str) else v for k, v in known.items()
    }
    return Hop(**facts)


def make_statement(article: Article, *words: str, chain: Sequence[Hop] = (), **known: Any) -> Statement:
    """A statement of those words: sourced where a chain is given, else the article's own voice.

    The publisher is put at the end of the chain. Words for `cue` and `hedge` are found in the article.
    """
    spans = tuple(sorted((find(article, one) for one in words), key=lambda span: span.start))
    facts: dict[str, Any] = {"sourcing": "sourced" if chain else "none-given"}
    facts |= {k: find(article, v) if k in ("cue", "hedge") and isinstance(v, str) else v for k, v in known.items()}
    publisher = Hop(role="publisher", name=article.outlet, kind="news_outlet")
    return Statement(article=article.id, spans=spans, chain=(*chain, publisher), **facts)


def make_claim(article: Article, statement: Statement, words: str | None = None, **slots: Any) -> Claim:
    """A claim of those words of the statement, or of all of them, its proposition those words."""
    spans = (find(article, words),) if words else statement.spans
    proposition = words or statement.text
    return Claim(article=article.id, statement=statement.id, spans=spans, proposition=proposition, slots=Slots(**slots))


def make_attribution(
    article: Article,
    *content: str,
    source: str | None = None,
    cue: str | None = None,
    parent: Attribution | None = None,
    **known: Any,
) -> Attribution:
    """An attribution with the words of its content, source and cue."""
    return Attribution(
        article=article.id,
        source=(find(article, source),) if source else (),
        cue=(find(article, cue),) if cue else (),
        content=tuple(sorted((find(article, one) for one in content), key=lambda span: span.start)),
        parent=parent.id if parent else None,
        **known,
    )


def make_extraction(
    article: Article,
    statements: Sequence[Statement] = (),
    *,
    claims: Sequence[Claim] | None = None,
    attributions: Sequence[Attribution] = (),
    kinds: Mapping[str, SegmentKind] | None = None,
    engine: EngineVersion = ENGINE,
) -> Extraction:
    """An extraction of those statements; one claim a statement, unless `claims` are given. Checked."""
    ordered = sorted(statements, key=lambda one: one.spans[0].start)
    made = Extraction(
        article=article.id,
        engine=engine,
        segmentation=make_segmentation(article, kinds),
        attributions=tuple(attributions),
        statements=tuple(ordered),
        claims=tuple(make_claim(article, one) for one in ordered) if claims is None else tuple(claims),
    )
    made.check(article)
    return made


def make_entry(number: int = 1, **known: Any) -> LedgerEntry:
    """Row `number` of a ledger."""
    leaf = hashlib.sha256(str(number).encode()).hexdigest()
    facts = {"number": number, "kind": "extraction", "recorded_at": NOON, "actor": "desk", "leaf": leaf}
    return LedgerEntry(**{**facts, **known})


def make_dossiers(
    article: Article, extraction: Extraction, capture: Capture | None = None, number: int = 1
) -> list[Dossier]:
    """What a ledger that holds just this knows: a dossier for every claim, in text order."""
    statements = {one.id: one for one in extraction.statements}
    dossiers = []
    for claim in sorted(extraction.claims, key=lambda one: one.spans[0].start):
        at = claim.spans[0].start
        segment = next((s for s in extraction.segmentation.segments if s.span.start <= at < s.span.end), None)
        dossiers.append(
            Dossier(
                as_of=number,
                entry=make_entry(number),
                capture=capture or make_capture(article),
                article=article,
                engine=extraction.engine,
                statement=statements[claim.statement],
                claim=claim,
                segment=segment,
                paragraph=extraction.segmentation.paragraphs[segment.paragraph] if segment else None,
            )
        )
    return dossiers
