"""Statements that a person corrected or confirmed, as gold that `sayso evaluate` scores."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.evaluate.gold_reading import ReadChain, ReadEntity, ReadHop, Reading, ReadStatement
from sayso.evaluate.word_places import Range, Text
from sayso.present.safe import plain
from schemas import Article, Hop, Statement


class NotGoldError(ValueError):
    """A reading that gold cannot hold; the message says why."""


class GoldReading:
    """What people said of the statements of one article; nothing is claimed of the rest."""

    def __init__(self, article: Article) -> None:
        self._article, self._text = article, Text(article.text)
        self._entities: dict[str, ReadEntity] = {}
        self._statements: list[ReadStatement] = []

    def add(self, statement: Statement) -> None:
        """Add a statement with its chain; `NotGoldError` where its chain is only a perhaps, or stands nowhere."""
        spans = tuple(span.range for span in statement.spans if self._text.words([span.range]))
        if not spans:
            raise NotGoldError("it has no words")
        chain = self._chain(statement)
        self._statements.append(ReadStatement(voice="sourced" if chain else "own", spans=spans, chain=chain))

    def read(self, name: str) -> Reading:
        """The reading of the article, which has this name, of what was added."""
        rows = tuple(sorted(self._statements, key=lambda row: row.spans))
        return Reading(
            article=name,
            sha256=self._article.text_sha256,
            entities=self._entities,
            statements=rows,
            partial=True,
        )

    def _chain(self, statement: Statement) -> ReadChain:
        hops = statement.chain[:-1]
        if statement.sourcing == "undetermined":
            if hops:
                raise NotGoldError("who says it was left open")
            return (None,)
        placed = [(hop, self._place(hop)) for hop in hops]
        return tuple(self._hop(hop, place) if place else None for hop, place in placed)

    def _place(self, hop: Hop) -> Range | None:
        """Where its mention is; None where the article does not say who it is."""
        places = (hop.mention, hop.resolved_from.mention if hop.resolved_from else None)
        found = next((span.range for span in places if span and self._text.words([span.range])), None)
        if found is None and hop.called and not (found := self._named(hop.called)):
            raise NotGoldError(f"the text does not have {hop.called}")
        return found

    def _hop(self, hop: Hop, mention: Range) -> ReadHop:
        named = self._named(hop.name) if hop.name else None
        antecedent = hop.resolved_from.mention.range if hop.resolved_from and hop.name is None else None
        listed = hop.name if hop.name and not named else None
        made = ReadEntity(kind=hop.kind, unnamed=hop.anonymous, name=named or antecedent or mention, listed=listed)
        key = next((key for key, known in self._entities.items() if known == made), f"E{len(self._entities) + 1}")
        self._entities[key] = made
        return ReadHop(entity=key, mention=mention)

    def _named(self, name: str) -> Range | None:
        start = self._article.text.find(name)
        place = (start, start + len(name))
        return place if start >= 0 and self._text.words([place]) else None


def fitting(reading: GoldReading, statements: Iterable[Statement]) -> tuple[int, list[str]]:
    """Add all statements that gold can hold: how many these are, and a sentence for each of the others."""
    unfit, added = [], 0
    for statement in statements:
        try:
            reading.add(statement)
            added += 1
        except NotGoldError as error:
            unfit.append(f"“{plain(statement.text)}” is left out: {plain(str(error))}")
    return added, unfit
