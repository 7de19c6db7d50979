"""Sentences: the parser's, with its commonest mistakes put right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from schemas import Quotation

Range = tuple[int, int]

LONGEST = 1_000
"""Characters up to which stretches without an end mark are joined to one sentence: unpunctuated text stays in parts."""

_CLOSERS = "'\"’”»›)]}"
_END = re.compile(rf"[.?!…:;]+[{re.escape(_CLOSERS)}\s]*$")
_FULL_STOP = re.compile(rf"[.?!…][{re.escape(_CLOSERS)}]*$")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Fr|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Amb|Hon|Pres|St|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|vs?|No|Nos|[Aa]pprox|[Ee]st|[Cc]f|e\.g|i\.e|Ft|Mt|[A-Z])\.$"
)
_ABBREVIATION = re.compile(
    r"\b(?:(?:[A-Z]\.){2,}|(?:a|p)\.m\.|(?:Inc|Co|Corp|Ltd|Jr|Sr|Bros|Ave|Blvd|Rd|etc|al|Calif|Conn|Fla|Ga|Ill|Ky|Md|"
    r"Mass|Mich|Minn|Mo|Pa|Tenn|Tex|Va|Vt|Wash|Wis)\.)$"
)
_STARTER = re.compile(
    r"(?:The|A|An|He|She|It|They|We|You|I|This|That|These|Those|There|His|Her|Its|Their|Our|My|But|And|In|On|At|As|For|"
    r"If|When|While|After|Before|Since|According|However|Meanwhile|Earlier|Later|Asked|Speaking)\b"
)
_MISSED = re.compile(r"(?:(?<=[a-z]{3})|(?<=[”\"’)]))[.?!](?:[”\"’]\s+(?=[“\"‘A-Z])|\s+(?=[“\"‘]?[A-Z]))")


def sentences(
    text: str, start: int, end: int, parsed: Sequence[int], quotations: Sequence[Quotation]
) -> Iterator[Range]:
    """The sentences of characters `start:end` (within one paragraph), without the white space between them.

    `parsed` are the offsets, in order, at which the parser begins a sentence anywhere in `text`.

    A sentence never begins with a lower-case word or a closing mark, nor after "Mr." or amid a stretch without an
    end mark; it does begin after the closing mark of a quotation that ends with one.
    """
    last = start
    capitals = any(letter.isupper() for letter in text[start:end])
    for at in _starts(text, start, end, parsed, quotations):
        if _begins(text, last, at, end, capitals):
            yield _bare(text, last, at)
            last = at
    yield _bare(text, last, end)


def _starts(text: str, start: int, end: int, parsed: Sequence[int], quotations: Sequence[Quotation]) -> list[int]:
    """Offsets inside of `start:end` where a sentence may begin, in order."""
    within = parsed[bisect_right(parsed, start) : bisect_left(parsed, end)]
    starts = {_after_closers(text, at, end, quotations) for at in within}
    starts |= {found.end() for found in _MISSED.finditer(text, start, end)}
    return sorted(at for at in starts if start < at < end)


def _after_closers(text: str, at: int, end: int, quotations: Sequence[Quotation]) -> int:
    """`at`, or what follows the closing marks and brackets that stand there."""
    first = at
    while at < end and (text[at] in ")]}.?!" or _closing(text, at, quotations)):
        at += 1
    if at == first:
        return at
    while at < end and text[at].isspace():
        at += 1
    return at


def _closing(text: str, at: int, quotations: Sequence[Quotation]) -> bool:
    if text[at] in "”»›":
        return True
    if text[at] not in "\"'’":
        return False
    near = bisect_left(quotations, at - LONGEST, key=lambda one: one.span.start)
    for one in quotations[near : near + 64]:
        if one.span.start >= at:
            return False
        if one.closed and one.span.end - 2 <= at < one.span.end:
            return True
    return False


def _begins(text: str, last: int, at: int, end: int, capitals: bool) -> bool:
    before = text[max(last, at - 40) : at].rstrip()
    word = text[at : at + 24].lstrip("\"'“‘«([ ")
    if not before:
        return False
    if not _END.search(before):
        return at - last > LONGEST
    if _lower(word) and (capitals or not _FULL_STOP.search(before)):
        return False
    if _TITLE.search(before):
        return False
    if _ABBREVIATION.search(before):
        return _STARTER.match(word) is not None
    return bool(_FULL_STOP.search(before)) or (before[-1] in ":;" and at - last > LONGEST) or _opens(text, at, before)


def _lower(word: str) -> bool:
    first = re.match(r"[^\W\d_]+", word)
    return first is not None and first[0].islower()


def _opens(text: str, at: int, before: str) -> bool:
    """Whether a colon leads to a sentence of its own."""
    return before.endswith(":") and text[at].isupper()


def _bare(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
