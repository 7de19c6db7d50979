"""Sources that speak jointly: "Putin and Herzog"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.source_of_mention import mention_at
from schemas import Member

if TYPE_CHECKING:
    from spacy.tokens import Token


def members(parsed: ParsedArticle, people: People, place: Range) -> tuple[Member, ...]:
    """The members of a joint source at a place; empty for a single source, as is a firm ("Moss & Sons")."""
    head = parsed.head(place)
    if head is None:
        return ()
    joined = [head, *(t for t in head.conjuncts if place[0] <= t.idx < place[1])]
    if (
        len(joined) < 2
        or any(token.text == "&" for token in parsed.tokens(place))
        or any(t.pos_ not in ("PROPN", "NOUN") for t in joined)
        or not any(t.pos_ == "PROPN" for t in joined)
        or _one_firm(parsed, joined)
    ):
        return ()
    found = []
    for token, after in zip(joined, [*joined[1:], None], strict=True):
        own = parsed.subtree(token, place)
        first = max(place[0], own[0]) if token is head else max(place[0], min(own[0], token.idx))
        last = min(own[1], _before(token, after)) if after is not None else own[1]
        part = parsed.trimmed((first, max(last, token.idx + len(token))))
        mention = mention_at(parsed, people, part)
        found.append(
            Member(
                name=mention.name or parsed.words(part),
                mention=parsed.span(part),
                kind=mention.kind,
                anonymous=mention.anonymous,
            )
        )
    return tuple(found)


def _one_firm(parsed: ParsedArticle, joined: list[Token]) -> bool:
    """Whether joined words are one name: "Marks and Spencer"."""
    first, last = joined[0], joined[-1]
    name = next(
        (e for e in parsed.entities_in((first.left_edge.idx, last.idx + len(last))) if e.end == last.i + 1), None
    )
    return name is not None and name.label_ == "ORG" and name.start <= first.i


def _before(token: Token, after: Token) -> int:
    """The offset where a joined source ends: before the "and" or comma that leads to the next."""
    between = [t for t in token.doc[token.i + 1 : after.i] if t.dep_ in ("cc", "punct")]
    return between[0].idx if between else after.idx
