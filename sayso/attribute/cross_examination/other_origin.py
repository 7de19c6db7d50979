"""Who says a statement, by the words of the article that name them: whether two readings mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.cross_examination.rewriting import Rewriting
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets
from sayso.language.english import FUNCTION_WORDS
from schemas import Hop, Span, Statement, ranges
from schemas.span import characters

if TYPE_CHECKING:
    from spacy.tokens import Token

HALF = 0.5


def other_origin(
    parsed: ParsedArticle, statement: Statement, rewriting: Rewriting, reading: Sequence[Statement]
) -> Span | None:
    """The words of the article that name who says the statement by the `reading` of a `rewriting`, if that is another.

    None where it is the same person, in other words too, or one who only passes it on; and where the reading has no
    speaker, or does not find the statement.
    """
    found = _counterpart(statement, rewriting, reading)
    if found is None or found.origin is None or statement.origin is None or found.origin.mention is None:
        return None
    place = rewriting.original(found.origin.mention.range)
    theirs = _heads(parsed, (place for span in _spans(found.origin) if (place := rewriting.original(span.range))))
    everybody = (place for hop in found.chain for span in _spans(hop) if (place := rewriting.original(span.range)))
    ours = _heads(parsed, ranges(_spans(statement.origin)))
    passing_on = _heads(parsed, (place for hop in statement.chain for place in ranges(_spans(hop))))
    if place is None or theirs & passing_on or ours & _heads(parsed, everybody):
        return None
    owners = [parsed.doc[i] for i in ours | theirs if parsed.doc[i].dep_ == "poss"]
    nested = not owners and meets(place, ranges(_spans(statement.origin)))
    if nested or _names(parsed, ours) & _names(parsed, theirs):
        return None
    return parsed.span(parsed.trimmed(place))


def _counterpart(statement: Statement, rewriting: Rewriting, reading: Sequence[Statement]) -> Statement | None:
    """The statement of the reading with most of the statement's words, if it has at least half of them."""
    words = characters(statement.spans)
    shared = [len(words.intersection(*_originals(rewriting, one))) for one in reading]
    most = max(shared, default=0)
    return reading[shared.index(most)] if most >= HALF * len(words) else None


def _originals(rewriting: Rewriting, statement: Statement) -> list[set[int]]:
    return [{offset for span in statement.spans for offset in rewriting.originals(span.range)}]


def _spans(hop: Hop) -> list[Span]:
    """The words that name a hop: its own, its members', and those that a pronoun stands for."""
    named = [hop.mention, hop.resolved_from.mention if hop.resolved_from else None]
    return [span for span in (*named, *(member.mention for member in hop.members)) if span is not None]


def _heads(parsed: ParsedArticle, places: Iterable[Range]) -> set[int]:
    """The numbers of the nouns at the head of those places, and of what stands in apposition to them."""
    found: set[int] = set()
    waiting = [head for place in places if (head := parsed.head(place)) is not None]
    while waiting:
        noun = waiting.pop()
        if noun.i not in found:
            found.add(noun.i)
            waiting += _apposed(noun)
    return found


def _apposed(noun: Token) -> Iterable[Token]:
    """The nouns that mean the same by the grammar of the sentence: an apposition, the antecedent of a relative."""
    yield from (child for child in noun.children if child.dep_ == "appos")
    if noun.dep_ == "appos":
        yield noun.head
    if noun.lower_ in FUNCTION_WORDS.subject_relatives and noun.head.dep_ == "relcl":
        yield noun.head.head


def _names(parsed: ParsedArticle, heads: Iterable[int]) -> set[str]:
    """The names and pronouns among those words."""
    return {parsed.doc[i].lower_ for i in heads if parsed.doc[i].pos_ in ("PROPN", "PRON")}
