"""Pairs of sentences as `sayso compare` takes them, read as claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from sayso.errors import UnreadableError
from sayso.link.relation import Comparison, compare
from sayso.nlp import parse
from sayso.pipeline import extract
from sayso.split import split
from schemas import Article, Hop, Publication, Span, Statement, Told

FIELDS = frozenset({"id", "a", "b", "a_date", "b_date", "a_chain", "b_chain"})
PUBLISHER = Hop(role="publisher")


class Sentence(NamedTuple):
    """A text, its day of publication and the chain that answers for it, where they are given."""

    text: str
    published: str | None
    chain: tuple[Hop, ...] | None


class Sentences(NamedTuple):
    """A pair of sentences, by its id."""

    id: str
    a: Sentence
    b: Sentence


def pair(line: str) -> Sentences:
    """The pair in a line of JSON; `UnreadableError` where there is none."""
    try:
        found = json.loads(line)
    except ValueError as error:
        raise UnreadableError(f"expected a line of JSON, found {line.strip()[:60]!r}; correct the line") from error
    if not isinstance(found, dict) or not all(isinstance(found.get(one), str) and found[one].strip() for one in "ab"):
        raise UnreadableError('expected {"id": ..., "a": TEXT, "b": TEXT}, found no such texts; correct the line')
    if unknown := sorted(found.keys() - FIELDS - {"relation"}):
        raise UnreadableError(f"expected only {', '.join(sorted(FIELDS))}, found {unknown[0]!r}; leave it out")
    return Sentences(str(found.get("id", "")), _sentence(found, "a"), _sentence(found, "b"))


def _sentence(found: dict[str, Any], side: str) -> Sentence:
    date, chain = found.get(f"{side}_date"), found.get(f"{side}_chain")
    try:
        if date is not None:
            datetime.fromisoformat(date)
    except (TypeError, ValueError) as error:
        raise UnreadableError(f"expected an ISO date as {side}_date, found {date!r}; correct the line") from error
    try:
        hops = None if chain is None else tuple(Hop.model_validate(one) for one in chain)
    except (TypeError, ValidationError) as error:
        raise UnreadableError(
            f"expected hops with a role and a name as {side}_chain, found {str(chain)[:60]}; correct the line"
        ) from error
    return Sentence(found[side], date, hops)


def told(sentence: Sentence, key: str) -> list[Told]:
    """The claims of a sentence, as one statement of those who answer for it; and those that it attributes to others.

    `UnreadableError` for another language, and for a chain that is none. A chain that is given is the only one.
    """
    article = Article(text=sentence.text, key=key, published=sentence.published)
    chain = sentence.chain or (PUBLISHER,)
    try:
        whole = Statement(
            article=article.id,
            spans=(_whole(article.text),),
            chain=chain if chain[-1].role == "publisher" else (*chain, PUBLISHER),
            sourcing="sourced" if sentence.chain else "none-given",
        )
    except ValidationError as error:
        raise UnreadableError("expected a chain of origin, relays, publisher; correct the line") from error
    claims = split(article, parse(article.text, [0]), [whole])
    found = [Told(claim=one, statement=whole, publication=Publication.of(article)) for one in claims]
    return found if sentence.chain else [*found, *_attributed(article)]


def _whole(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span.of(text, start, len(text.rstrip()))


def _attributed(article: Article) -> Iterator[Told]:
    extraction = extract(article)
    statements = {one.id: one for one in extraction.statements}
    for claim in extraction.claims:
        statement = statements[claim.statement]
        if statement.origin is not None:
            yield Told(claim=claim, statement=statement, publication=Publication.of(article))


def strongest(a: list[Told], b: list[Told]) -> Comparison:
    """The surest relation between any two of the claims, a denial before all; without any, the surest "none"."""
    found = [compare(one, other) for one in a for other in b]
    related = [one for one in found if one.relation]
    return max(related or found, key=lambda one: (one.relation == "denies", one.confidence), default=Comparison())
