"""Reads sentences that accuse somebody once more, in other forms: whose speaker then is another, is left open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.cross_examination.other_origin import other_origin
from sayso.attribute.cross_examination.rewrites import rewritings
from sayso.attribute.cross_examination.rewriting import Rewriting
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language.wrongdoing import speaks_of_wrongdoing
from sayso.registry import Registry
from schemas import Article, OtherReading, Segmentation, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

SURE = 0.15
"""How sure the chain of a statement is at most whose speaker did not stay the same: of 35 such chains, 5 were right."""

LONGEST = 1_000
"""Characters of a sentence that is read again; what is longer is no sentence of prose."""

ReadAll = Callable[[Sequence[str]], Sequence[Sequence[Statement]]]
"""Reads several short texts, each as if it were an article, and returns the statements of each."""


class Questioned(NamedTuple):
    """A sentence that accuses somebody, and the numbers of its statements whose speaker it names."""

    sentence: Range
    statements: tuple[int, ...]


def cross_examined(
    article: Article,
    doc: Doc,
    segmentation: Segmentation,
    registry: Registry,
    statements: Sequence[Statement],
    read: ReadAll,
) -> tuple[Statement, ...]:
    """The statements; those of accusing sentences whose origin changes between the readings are undetermined.

    1. Sentences that accuse somebody, and name who says so; 2. each in other forms; 3. all read at once, each form by
    itself; 4. origins compared by the words of the article that name them. The first form that names another decides.
    """
    parsed = ParsedArticle(article, doc, segmentation, registry)
    questioned = list(_questioned(parsed, statements))  # 1
    asked = [(one, rewriting) for one in questioned for rewriting in rewritings(parsed, one.sentence)]  # 2
    readings = read([rewriting.text for _, rewriting in asked]) if asked else ()  # 3
    found = list(statements)
    for (one, rewriting), reading in zip(asked, readings, strict=True):  # 4
        for number in one.statements:
            found[number] = _compared(parsed, found[number], rewriting, reading)
    return tuple(found)


def _questioned(parsed: ParsedArticle, statements: Sequence[Statement]) -> Iterator[Questioned]:
    """The accusing sentences, without those that only quote: by quotation marks a speaker is hardly ever mistaken."""
    within: dict[Range, list[int]] = {}
    for number, statement in enumerate(statements):
        sentence = _sentence(parsed, statement)
        if sentence is not None:
            within.setdefault(sentence, []).append(number)
    for sentence, numbers in within.items():
        told = [statements[number] for number in numbers if statements[number].manner != "direct"]
        if told and (any(one.doubted for one in told) or speaks_of_wrongdoing(parsed.text[slice(*sentence)])):
            yield Questioned(sentence, tuple(numbers))


def _sentence(parsed: ParsedArticle, statement: Statement) -> Range | None:
    """The sentence in which a sourced statement and the words that name its origin stand, if that is one sentence."""
    segment, origin = parsed.segment(statement.spans[0].start), statement.origin
    if segment is None or origin is None or origin.mention is None or statement.sourcing != "sourced":
        return None
    start, end = segment.span.range
    return (start, end) if start <= origin.mention.start < end and end - start <= LONGEST else None


def _compared(
    parsed: ParsedArticle, statement: Statement, rewriting: Rewriting, reading: Sequence[Statement]
) -> Statement:
    if statement.other_reading is not None:
        return statement
    other = other_origin(parsed, statement, rewriting, reading)
    if other is None:
        return statement
    return statement.model_copy(
        update={
            "sourcing": "undetermined",
            "other_reading": OtherReading(rewrite=rewriting.rewrite, origin=other),
            "confidence": min(statement.confidence, SURE),
        }
    )
