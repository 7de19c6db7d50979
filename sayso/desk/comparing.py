"""Pairs of sentences as `sayso compare` takes them, read as claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError

from sayso.engine import Engine
from sayso.errors import UnreadableError
from sayso.language.parse import parse
from sayso.link.compare import Comparison
from sayso.link.linking_words import COMPARING
from sayso.link.side_by_side import compared
from sayso.registry import Registry
from sayso.split import split
from schemas import Article, Hop, Publication, PublishedClaim, Span, Statement

PUBLISHER = Hop(role="publisher")


class ComparedSentence(NamedTuple):
    """A text, with its day of publication and the chain that answers for it, where they are given."""

    text: str
    published: str | None
    chain: tuple[Hop, ...] | None


def _iso(words: str) -> str:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        raise ValueError("expected an ISO date") from None
    return words


Worded = Annotated[str, StringConstraints(pattern=r"\S")]
Day = Annotated[str, AfterValidator(_iso)]


class Pair(BaseModel):
    """One line of a file of pairs. A `relation` (an annotator's answer) may stand in it and is ignored."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    id: str = ""
    a: Worded
    b: Worded
    a_date: Day | None = None
    b_date: Day | None = None
    a_chain: tuple[Hop, ...] | None = None
    b_chain: tuple[Hop, ...] | None = None
    relation: object = None

    @property
    def sides(self) -> tuple[ComparedSentence, ComparedSentence]:
        """Both sentences."""
        return ComparedSentence(self.a, self.a_date, self.a_chain), ComparedSentence(self.b, self.b_date, self.b_chain)


def claims_of(sentence: ComparedSentence, key: str, engine: Engine) -> list[PublishedClaim]:
    """The claims of a sentence, read as one statement with its chain; without a chain, also those it attributes.

    Raises `UnreadableError` for another language and for an invalid chain.
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
    found = [PublishedClaim(claim=claim, statement=whole, publication=Publication.of(article)) for claim in claims]
    return found if sentence.chain else [*found, *_attributed(article, engine)]


def _whole(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span.of(text, start, len(text.rstrip()))


def _attributed(article: Article, engine: Engine) -> Iterator[PublishedClaim]:
    extraction = engine.extract(article)
    statements = {statement.id: statement for statement in extraction.statements}
    for claim in extraction.claims:
        statement = statements[claim.statement]
        if statement.origin is not None or statement.held_by is not None:
            yield PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))


def strongest(a: list[PublishedClaim], b: list[PublishedClaim], registry: Registry) -> Comparison:
    """The most confident relation between any two of the claims, denials before all; else the most confident "none".

    What only parts of both sentences have in common ("when a gunman opened fire") makes no repeat of them.
    """
    found = [(compared(claim, other, registry), claim, other) for claim in a for other in b]
    related = [
        one for one, claim, other in found if one.relation and not (one.relation in SAME and _aside(claim, a, other, b))
    ]
    return max(related or [one for one, _, _ in found if not one.relation], key=_strength, default=Comparison())


SAME = frozenset({"repeats", "corroborates", "qualifies"})


def _aside(claim: PublishedClaim, a: list[PublishedClaim], other: PublishedClaim, b: list[PublishedClaim]) -> bool:
    """Whether either claim is what a clause of its sentence says of the time or the cause."""
    return _of_time(claim, a) or _of_time(other, b)


def _of_time(claim: PublishedClaim, claims: list[PublishedClaim]) -> bool:
    opening = " ".join(claim.claim.proposition.lower().split()[:OPENING])
    return any(f" {word} {opening}" in one.claim.proposition.lower() for one in claims for word in COMPARING.of_time)


OPENING = 3
"""As many words tell where in a sentence one of its clauses begins."""


def _strength(comparison: Comparison) -> tuple[bool, float, str]:
    return comparison.relation == "denies", comparison.confidence, comparison.relation or ""


def compare_pair(pair: Pair, engine: Engine) -> dict[str, Any]:
    """How the sentences of a pair relate, for JSON; raises `UnreadableError` as `claims_of` does."""
    a, b = (claims_of(side, f"{pair.id} {name}", engine) for side, name in zip(pair.sides, "ab", strict=True))
    comparison = strongest(a, b, engine.registry)
    earlier = comparison.earlier and ("a" if comparison.earlier in {claim.id for claim in a} else "b")
    return {"id": pair.id, **comparison.model_dump(mode="json"), "earlier": earlier}
