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
_LONGEST = 6
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
    for capital, run in groupby(tokens, key=_of_a_name):
        words = list(run) if capital else []
        while len(words) > 1 and words[0].ent_type_ == "NORP":
            words = words[1:]
        if words:
            yield words[0].doc[words[0].i : words[-1].i + 1].text


def _of_a_name(token: Token) -> bool:
    return (token.text[:1].isupper() and token.lower_ != "the") or _hyphen(token.doc, token.i)


def described_outlets(doc: Doc) -> frozenset[str]:
    """The names right before or after a noun for an outlet, or right after "reports" at the end of a sentence."""
    beside = (name for token in doc if _of_outlet(token) for name in _beside(token))
    return frozenset([*beside, *(name for token in doc for name in _called(token))])


def _called(token: Token) -> Iterator[str]:
    """The name behind "the site" or another noun that no person is called by, or the subject behind "reports"."""
    called = token.lower_ in OUTLETS.called
    subject = _reporting_behind(token)
    if not called and subject is None:
        return
    begins = subject.left_edge if subject is not None else token
    first = token.i + 1 if called else begins.i + (begins.pos_ == "DET")
    run = _run(token, first, 1)
    person = {word.ent_type_ for word in run} == {"PERSON"} and len(run) > 1 and not called
    apposed = not called or (len(run) > 0 and (run[-1].head == token or token.head in run))  # not "the site NASA built"
    if len(run) and apposed and not person:
        yield run.text


def _reporting_behind(verb: Token) -> Token | None:
    """The subject of "reports" behind what is reported: "..., reports N", "..., N reports."."""
    if verb.tag_ != "VBZ" or verb.lemma_ != "report":
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    last = verb.i + 1 == len(verb.doc) or verb.nbor().is_punct
    return subject if subject is not None and (subject.i > verb.i or last) else None


def _of_outlet(token: Token) -> bool:
    noun = token.lower_
    if noun in OUTLETS.certain:
        return True
    return noun in OUTLETS.possible and token.i > 0 and token.nbor(-1).lower_ in OUTLETS.news_on


def _beside(noun: Token) -> Iterator[str]:
    first = noun.i - (noun.lower_ in OUTLETS.possible)
    for run in (_run(noun, noun.i + 1, 1), _run(noun, first - 1, -1)):
        kinds = [token.ent_type_ for token in run]
        person = len(run) > 1 and set(kinds) == {"PERSON"}  # "the broadcaster Ann Lee"
        if (
            run
            and not person
            and "GPE" not in kinds
            and not {word.lower_ for word in run} & (BODIES.nouns | OFFICES.nouns)
        ):
            yield run.text


def _run(noun: Token, at: int, step: int) -> Words:
    """The capitalised name, with hyphens, from a token on, with or without quotation marks around it."""
    doc = noun.doc
    if 0 <= at < len(doc) and doc[at].text in _QUOTES:
        at += step
    end = at
    while 0 <= end < len(doc) and abs(end - at) <= _LONGEST and (_named(doc[end]) or _hyphen(doc, end)):
        end += step
    words = doc[at:end] if step > 0 else doc[end + 1 : at + 1]
    dated = {"NORP", "DATE"} & {token.ent_type_ for token in words[:1]}
    return (
        words[:0] if dated or len(words) > _LONGEST or any(t.text == "-" for t in (*words[:1], *words[-1:])) else words
    )


def _named(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in _NAMES


def _hyphen(doc: Doc, at: int) -> bool:
    """Whether a token is the hyphen of a name: "Al-Jadeed"."""
    return doc[at].text == "-" and at > 0 and not doc[at - 1].whitespace_ and not doc[at].whitespace_
