"""Outlets and programmes named after words for an interview or broadcast, without regard to the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays.occasions import TIMES, is_occasion
from sayso.language.english import OUTLETS, RELAYING

_CARRIED = re.compile(
    r"(?:\b(?:told|tells|telling)|\b(?:interview|conversation|dialogue|meeting|op-ed|column|essay|article|piece|segment|appearance"
    r"|broadcast|episode|edition|speaking|appearing|writing)\W+(?:on|with|to|in|for|of|by|at))\W++(?:\w++(?:[’'-]++\w++)*+\W++){0,5}+$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:to|about|of|against|over|after|called|criticis?z?ed|read) (?:[\w’'-]+ ){0,2}$")
_ON = re.compile(r"(?<!\w)on(?: the| his| her)?\W+$", re.IGNORECASE)
_WORD = re.compile(r"[\w’'.]")
_OCCASION = re.compile(r"(?:['’]s)?\W+(?:interview|op-ed|column|essay|broadcast|appearance)\b")
_PROGRAMME = re.compile(
    r"(?:[A-Z][\w.’'-]{0,40}+\s++){1,4}(?:Show|Report|Hour|Tonight|Radio|News|Podcast|Today|Live|Morning)\b"
)
_NEAR = 400
"""Characters before an outlet in which the words that lead to it are looked for."""


def outlets_by_name(parsed: ParsedArticle, clause: Range) -> Iterator[Range]:
    """The places of outlets named after words for an interview or broadcast, without regard to the parse."""
    words = parsed.text[slice(*clause)]
    listed = [(start - clause[0], end - clause[0]) for start, end in parsed.outlets_in(clause)]
    programmes = [match.span() for match in _PROGRAMME.finditer(words)]
    for start, end in [*listed, *programmes]:
        near = max(0, start - _NEAR)
        on = _ON.search(words, near, start)
        carried = _CARRIED.search(words, near, start)
        carried = None if carried and _ABOUT.search(words, near, carried.start()) else carried
        aired = on is not None and _aired(parsed, clause[0], clause[0] + on.start())
        if aired or carried or ((start, end) in listed and _OCCASION.match(words, end)):
            yield clause[0] + start, clause[0] + end


def _aired(parsed: ParsedArticle, start: int, on: int) -> bool:
    """Whether "on" begins its clause, which begins at `start`, or follows a word that goes with a broadcast."""
    at = on
    while at > start and not parsed.text[at - 1].isalnum():
        at -= 1
    while at > start and _WORD.match(parsed.text, at - 1):
        at -= 1
    return on == start or _speaks_before(parsed, at)


def _speaks_before(parsed: ParsedArticle, at: int) -> bool:
    """Whether the word before "on CNN" is a verb, a day, a name or an occasion, not what is "on" it ("an attack")."""
    words = parsed.tokens((at, at + 1))
    if not len(words):
        return False
    token = words[0]
    if token.pos_ == "NOUN":
        return is_occasion(token) or token.ent_type_ in TIMES
    return token.lemma_.lower() in RELAYING.speaking or token.ent_type_ in (*TIMES, "PERSON")


def short_names(parsed: ParsedArticle) -> dict[str, int]:
    """The words that make up names of listed outlets and programmes, each with the offset of the first such name."""
    listed = [(named.start, named.end) for named in parsed.listed if named.source.kind in MEDIA]
    first: dict[str, int] = {}
    for start, end in sorted({*listed, *(match.span() for match in _PROGRAMME.finditer(parsed.text))}):
        words = parsed.words((start, end)).split()
        for word in words if len(words) > 1 else ():
            if word[:1].isupper() and word not in OUTLETS.never_short:
                first.setdefault(word, start)
    return first
