"""Which words name an outlet: it is listed, it is named like an outlet, or the article calls it one.

"The Zagreb weekly Nacional", "the Vedomosti newspaper", "the station Onda Sete" and "..., reports Metro UK" do so for
names that are on no list; an address on the web (Inserbia.info) does so by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
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
_NAMES = ("PROPN", "NOUN", "ADJ", "X")
_LONGEST = 4
_ADDRESS = re.compile(r"(?:[\w-]+\.)+(?:com|info|net|org|news|tv|co\.\w\w)", re.IGNORECASE)


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
    if _ADDRESS.fullmatch(words):
        return words
    return next((name for name in _names_in(tokens) if name in described), None)


def _names_in(tokens: Words) -> Iterator[str]:
    """The runs of capitalised words, without a nation's adjective before them: "the Norwegian daily Fjordposten"."""
    for capital, run in groupby(tokens, key=lambda token: token.text[:1].isupper() and token.lower_ != "the"):
        words = list(run) if capital else []
        while len(words) > 1 and words[0].ent_type_ == "NORP":
            words = words[1:]
        if words:
            yield " ".join(token.text for token in words)


def described_outlets(doc: Doc) -> frozenset[str]:
    """The names right before or after a noun for an outlet, or right after "reports" at the end of a sentence."""
    beside = (name for token in doc if _of_outlet(token) for name in _beside(token))
    return frozenset([*beside, *(name for token in doc for name in _called(token))])


def _called(token: Token) -> Iterator[str]:
    """The name behind "the site" or another noun that no person is called by, or the subject behind "reports"."""
    before = token.nbor(-1) if token.i else token
    called = token.lower_ in OUTLETS.called and before.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON")
    reporting = token.tag_ == "VBZ" and token.lemma_ == "report" and token.dep_ in ("ROOT", "parataxis", "conj")
    subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i > token.i), None) if reporting else None
    run = _capitals(token, token.i + 1) if called else _capitals(token, subject.left_edge.i) if subject else []
    person = {word.ent_type_ for word in run} == {"PERSON"} and len(run) > 1 and not called
    apposed = not called or (bool(run) and (run[-1].head == token or token.head in run))  # not "the site Ann Lee built"
    if 0 < len(run) <= _LONGEST and apposed and not person:
        yield " ".join(word.text for word in run)


def _capitals(token: Token, at: int) -> list[Token]:
    """The capitalised names from index `at` on."""
    found: list[Token] = []
    doc = token.doc
    at += at < len(doc) and doc[at].text in _QUOTES
    while at < len(doc) and len(found) <= _LONGEST and doc[at].text[:1].isupper() and doc[at].pos_ in _NAMES:
        found.append(doc[at])
        at += 1
    return [] if found and found[0].ent_type_ in ("NORP", "DATE") else found


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
    return token.text[:1].isupper() and token.pos_ in _NAMES and token.ent_type_ != "GPE"
