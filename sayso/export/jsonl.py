"""One article's extraction as a line of JSON: the contract with every other program."""

from __future__ import annotations

import json
import re
from typing import Any

from schemas import (
    Article,
    Capture,
    Claim,
    Extraction,
    Hop,
    Member,
    Occasion,
    OtherReading,
    Segment,
    Span,
    Statement,
    ranges,
)

SCHEMA = 1

# Some programs also split lines at these, and a terminal obeys some, but JSON does not escape them. Lone surrogates
# cannot be written as UTF-8.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def jsonl(capture: Capture, article: Article, extraction: Extraction, least: float = 0.0) -> str:
    """`article` as one line of JSON, without its newline; spans are `[start, end]`, half-open code points of the text.

    Statements less confident than `least` are left undetermined; their digests stay those of the ledger.

    `text` is present unless the file itself, read as UTF-8, is the text. The line contains no line separator of any
    kind and no control character. Unknown fields are null.
    """
    line = json.dumps(_article(capture, article, extraction, least), ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def _article(capture: Capture, article: Article, extraction: Extraction, least: float) -> dict[str, Any]:
    row: dict[str, Any] = {
        "schema": SCHEMA,
        "engine": extraction.engine.model_dump(mode="json"),
        "id": article.id,
        "file": capture.file,
        "url": article.url,
        "sha256": capture.sha256,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "byline": article.byline,
        "key": article.key,
        "note": capture.note,
    }
    if capture.media != "text" or capture.sha256 != article.text_sha256:
        row["text"] = article.text
    claims: dict[str, list[Claim]] = {}
    for claim in extraction.claims:
        claims.setdefault(claim.statement, []).append(claim)
    row["segments"] = [_segment(segment) for segment in extraction.segmentation.segments]
    row["statements"] = [
        _statement(statement, claims.get(statement.id, []), least) for statement in extraction.statements
    ]
    return row


def _segment(segment: Segment) -> dict[str, Any]:
    return {"kind": segment.kind, "span": segment.span.range, "paragraph": segment.paragraph}


def _statement(statement: Statement, claims: list[Claim], least: float) -> dict[str, Any]:
    return {
        "id": statement.id,
        "digest": statement.digest,
        "spans": ranges(statement.spans),
        "text": statement.text,
        "sourcing": statement.at_least(least).sourcing,
        "confidence": statement.confidence,
        "mode": statement.mode,
        "manner": statement.manner,
        "stance": statement.stance,
        "polarity": statement.polarity,
        "hedge": _place(statement.hedge),
        "occasion": _occasion(statement.occasion),
        "cue": _place(statement.cue),
        "holder": _hop(statement.holder) if statement.holder else None,
        "other_reading": _other_reading(statement.other_reading),
        "chain": [_hop(hop) for hop in statement.chain],
        "claims": [_claim(claim) for claim in claims],
    }


def _other_reading(other: OtherReading | None) -> dict[str, Any] | None:
    return {"rewrite": other.rewrite, "origin": other.origin.range} if other else None


def _hop(hop: Hop) -> dict[str, Any]:
    resolved = hop.resolved_from
    return {
        "role": hop.role,
        "name": hop.name,
        "mention": _place(hop.mention),
        "inherited": hop.inherited,
        "kind": hop.kind,
        "anonymous": hop.anonymous,
        "descriptor": hop.descriptor,
        "number": hop.number,
        "reason": _place(hop.reason),
        "terms": _place(hop.terms),
        "resolved_from": {"mention": resolved.mention.range, "confidence": resolved.confidence} if resolved else None,
        "members": [_member(member) for member in hop.members],
        "cue": _place(hop.cue),
        "registry": hop.registry,
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "name": member.name,
        "mention": member.mention.range,
        "kind": member.kind,
        "anonymous": member.anonymous,
    }


def _occasion(occasion: Occasion | None) -> dict[str, Any] | None:
    if occasion is None:
        return None
    return {part: _place(getattr(occasion, part)) for part in ("when", "where", "audience")}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "spans": ranges(claim.spans),
        "proposition": claim.proposition,
        "slots": claim.slots.model_dump(mode="json"),
    }


def _place(span: Span | None) -> tuple[int, int] | None:
    return span.range if span else None
