"""Which words name an outlet: it is listed, it is named like an outlet, or the article calls it one.

"The Zagreb weekly Nacional" and "the Vedomosti newspaper" do so for names that are on no list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.quotation_marks import unquoted
from sayso.language.english import BODIES, OFFICES, OUTLETS
from sayso.registry import Registry
from schemas import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

MEDIA: tuple[SourceKind, ...] = ("news_outlet", "news_agency")
"""The kinds of sources that publish."""
_QUOTES = frozenset([*"\"“”„’‘'", "``", "''"])
_LONGEST = 4


def looks_like_outlet(words: str, tokens: Words, described: frozenset[str], registry: Registry) -> str | None:
    """The name of the outlet that `words` mean, or None: listed, named like an outlet, or among those `described`."""
    words = unquoted(words)
    whole = registry.lookup(words)
    listed = whole if whole and whole.kind in MEDIA else registry.find_in(words, MEDIA)
    if listed:
        return listed.name
    capital = [
        t for t in tokens if t.text[:1].isupper() and t.ent_type_ not in ("PERSON", "GPE", "DATE", "NORP", "EVENT")
    ]
    numbered = any(token.like_num for token in tokens[-1:])
    if any(t.text in OUTLETS.in_names for t in capital) and (len(capital) > 1 or numbered):
        return words
    named = " ".join(token.text for token in tokens if token.text[:1].isupper() and token.lower_ != "the")
    return named if named in described else None


def described_outlets(doc: Doc) -> frozenset[str]:
    """The names right before or after a noun for an outlet."""
    return frozenset(name for token in doc if _of_outlet(token) for name in _beside(token))


def _of_outlet(token: Token) -> bool:
    noun = token.lower_
    if noun in OUTLETS.certain:
        return True
    return noun in OUTLETS.possible and token.i > 0 and token.nbor(-1).lower_ in OUTLETS.news_on


def _beside(noun: Token) -> Iterator[str]:
    first = noun.i - (noun.lower_ in OUTLETS.possible)
    for run in (_run(noun, noun.i + 1, 1), _run(noun, first - 1, -1)):
        words = [token.text for token in run]
        if words and not {word.lower() for word in words} & (BODIES.nouns | OFFICES.nouns):
            yield " ".join(words)


def _run(noun: Token, at: int, step: int) -> list[Token]:
    """The capitalised words from a token on, with or without quotation marks around them, in text order."""
    doc = noun.doc
    found: list[Token] = []
    if 0 <= at < len(doc) and doc[at].text in _QUOTES:
        at += step
    while 0 <= at < len(doc) and len(found) <= _LONGEST and _named(doc[at]):
        found.append(doc[at])
        at += step
    whole = found[::step]
    kinds = [token.ent_type_ for token in whole]
    person = len(whole) > 1 and set(kinds) == {"PERSON"}  # "the broadcaster Ann Lee"
    return [] if person or {"NORP", "DATE"} & set(kinds) or len(whole) > _LONGEST else whole


def _named(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X") and token.ent_type_ != "GPE"
