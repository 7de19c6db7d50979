"""The occasion of a report: when, where and to whom."""

from __future__ import annotations

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from schemas import Occasion, Span


def occasion_of(parsed: ParsedArticle, draft: Draft) -> Occasion | None:
    """The time, place and audience named in the reporting clause outside source and content, or None."""
    if not draft.cue:
        return None
    clause = parsed.sentence(draft.cue[0])
    taken = [*draft.content, *draft.source]
    found: dict[str, Span] = {}
    for entity in parsed.entities_in(clause):
        place = (entity.start_char, entity.end_char)
        if any(place[0] < end and place[1] > start for start, end in taken):
            continue
        if entity.label_ in ("DATE", "TIME"):
            found.setdefault("when", parsed.span(place))
        elif (
            entity.label_ in ("GPE", "LOC", "FAC")
            and entity.root.dep_ == "pobj"
            and entity.root.head.lower_ in ("in", "at")
        ):
            found.setdefault("where", parsed.span(place))
    audience = _audience(parsed, draft)
    if audience:
        found["audience"] = audience
    return Occasion(**found) if found else None


def _audience(parsed: ParsedArticle, draft: Draft) -> Span | None:
    """The hearers ("told reporters", "said to Bennett"), or None."""
    for token in parsed.words_in(draft.cue):
        if token.pos_ != "VERB":
            continue
        for child in token.children:
            if child.dep_ == "dative" or (
                child.dep_ == "dobj" and token.lemma_ in ("tell", "inform", "remind", "assure")
            ):
                target = next((c for c in child.children if c.dep_ == "pobj"), child) if child.pos_ == "ADP" else child
                place = parsed.subtree(target)
                if place[0] < place[1] and not any(place[0] < end and place[1] > start for start, end in draft.content):
                    return parsed.span(place)
    return None
