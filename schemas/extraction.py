"""Everything that one engine read in one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Self

from pydantic import BaseModel

from schemas.article import Article
from schemas.attribution import Attribution
from schemas.claim import Claim
from schemas.record import Record, hash_of
from schemas.segmentation import Segmentation
from schemas.span import Span
from schemas.statement import Hop, Statement


class EngineVersion(Record):
    """What identifies the engine that read an article: Sayso's version, and everything else that decides the reading.

    Digests of the `model`, of the `registry` of sources, and of the `rules` and data of the stages; and the `libraries`
    with their versions ("spacy 3.8.18"). Older versions of Sayso recorded neither rules nor libraries.
    """

    sayso: str
    model: str
    registry: str
    rules: str = ""
    libraries: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """Hash of all fields; without rules and libraries the same as in older versions."""
        later = (self.rules, self.libraries) if self.rules or self.libraries else ()
        return hash_of("engine", self.sayso, self.model, self.registry, *later)

    @property
    def digest(self) -> str:
        """A hash over all fields, made with the name that ledgers know this record by."""
        return hash_of("Engine", self.model_dump(mode="json"))


class Extraction(Record):
    """The segmentation, attributions, statements and claims of one article, as one engine read them."""

    article: str
    engine: EngineVersion
    segmentation: Segmentation
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]

    @cached_property
    def id(self) -> str:
        """Hash of the article and the engine."""
        return hash_of("extraction", self.article, self.engine.id)

    def claims_of(self, statement: Statement) -> tuple[Claim, ...]:
        """The claims of one of its statements, in text order."""
        return tuple(claim for claim in self.claims if claim.statement == statement.id)

    def at_least(self, confidence: float) -> Self:
        """The same, with statements less confident than that left `undetermined`."""
        return self.model_copy(
            update={"statements": tuple(statement.at_least(confidence) for statement in self.statements)}
        )

    def of(self, article: str) -> Self:
        """The same reading, of the same article under this id: the ids of all that is in it follow."""
        if article == self.article:
            return self
        moved = {"article": article}
        said = [one.model_copy(update=moved) for one in self.attributions]
        told = [one.model_copy(update=moved) for one in self.statements]
        parents = {was.id: now.id for was, now in zip(self.attributions, said, strict=True)}
        makers = {was.id: now.id for was, now in zip(self.statements, told, strict=True)}
        update = {
            "attributions": tuple(
                one.model_copy(update={"parent": parents[one.parent]}) if one.parent in parents else one for one in said
            ),
            "statements": tuple(told),
            "claims": tuple(
                claim.model_copy(update={**moved, "statement": makers.get(claim.statement, claim.statement)})
                for claim in self.claims
            ),
        }
        return self.model_copy(update={**moved, **update})

    def corrected(self, chains: Mapping[str, tuple[Hop, ...]]) -> Self:
        """The same, with the chains that people gave statements (ids)."""
        given = {one.id: one.corrected(chains[one.id]) for one in self.statements if one.id in chains}
        if not given:
            return self
        statements = tuple(given.get(one.id, one) for one in self.statements)
        claims = (one.answered_by(given[one.statement].chain) if one.statement in given else one for one in self.claims)
        return self.model_copy(update={"statements": statements, "claims": tuple(claims)})

    def check(self, article: Article) -> None:
        """Raise `ValueError` unless this is of `article` and every span's words stand there."""
        if self.article != article.id:
            raise ValueError(f"expected an extraction of {article.id}, found one of {self.article}")
        for span in _spans(self):
            span.check(article.text)


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
