"""Names of persons beside an office that the parse missed: "President Ann Lee"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.language.english import BODIES, OFFICES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words


def titled_names(parsed: ParsedArticle) -> Iterator[Words]:
    """The names beside an office that the parse did not mark as persons."""
    for token in parsed.doc[:-1]:
        if token.lower_ not in OFFICES.nouns:
            continue
        apposed = _apposed(token)
        if apposed is not None:
            yield apposed
        run = _behind(token)
        if run is not None:
            yield run


def _apposed(office: Token) -> Words | None:
    """The name with an office in apposition: "Ann Lee, ambassador to Israel"."""
    name = office.head
    if office.dep_ != "appos" or name.pos_ != "PROPN" or name.ent_type_ == "PERSON":
        return None
    first = min([name.i, *(t.i for t in name.lefts if t.dep_ == "compound" and t.pos_ == "PROPN")])
    return office.doc[first : name.i + 1] if 1 <= name.i - first <= 3 else None


def _behind(office: Token) -> Words | None:
    """The name right after an office, or after its comma."""
    doc = office.doc
    end = _end(doc, office.i + 1, office.i)
    if end == office.i + 1:
        end = _after_comma(office)
    run = doc[office.i + 1 : end]
    while len(run) and (run[0].lower_ == "," or "," in [t.lower_ for t in run]):
        run = run[1:]
    plain = all(t.lower_ not in OFFICES.nouns | BODIES.nouns and t.ent_type_ != "PERSON" for t in run)
    return run if len(run) >= 2 and plain else None


def _after_comma(office: Token) -> int:
    """The index after a name in apposition to an office: "ambassador to Israel, Ann Lee"."""
    doc = office.doc
    at = office.i + 1
    while at < len(doc) and at - office.i <= 6 and doc[at].pos_ in ("ADP", "DET", "PROPN", "ADJ"):
        at += 1
    if at >= len(doc) or doc[at].lower_ != ",":
        return office.i + 1
    return _end(doc, at + 1, at)


def _end(doc: Doc, at: int, before: int) -> int:
    """The index after the proper names that begin at index `at`, three words after `before` at most."""
    end = at
    while end < len(doc) and end - before <= 3 and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
        end += 1
    return end
