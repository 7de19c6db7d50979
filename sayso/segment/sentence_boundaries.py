"""Sentence boundaries: the parser's, with its most common mistakes corrected."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from schemas import Quotation

Range = tuple[int, int]

LONGEST = 1_000
"""Characters up to which text without an end mark is joined into one sentence; longer unpunctuated text stays split."""

_CLOSERS = "'\"’”»›)]}"
_FULL_STOP = re.compile(rf"[.?!…][{re.escape(_CLOSERS)}\s]*$")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Fr|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Amb|Hon|Pres|St|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|vs?|No|Nos|[Aa]pprox|[Ee]st|[Cc]f|e\.g|i\.e|Ft|Mt|[A-Z])\.$"
)
_ABBREVIATION = re.compile(
    r"\b(?:(?:[A-Z]\.){2}|(?:a|p)\.m\.|(?:Inc|Co|Corp|Ltd|Jr|Sr|Bros|Ave|Blvd|Rd|etc|al|Calif|Conn|Fla|Ga|Ill|Ky|Md|"
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

    A sentence never begins with a lower-case word or a closing mark, after "Mr.", or where no end mark precedes; it
    does begin after a closing quotation mark that follows an end mark.
    """
    last = start
    capitals = any(letter.isupper() for letter in text[start:end])
    for at in _starts(text, start, end, parsed, quotations):
        if _begins(text, last, at, end, capitals):
            yield _bare(text, last, at)
            last = at
    yield _bare(text, last, end)


def _starts(text: str, start: int, end: int, parsed: Sequence[int], quotations: Sequence[Quotation]) -> list[int]:
    """The offsets within `start:end` at which a sentence may begin, in order."""
    opened, closed = _mark_places(start, end, quotations)
    starts = {found.end() for found in _MISSED.finditer(text, start, end)}
    for at in parsed[bisect_right(parsed, start) : bisect_left(parsed, end)]:
        opener = next((at - width for width in (1, 2) if at - width in opened), at)
        starts.add(_after_closers(text, opener, end, closed))
    return sorted(at for at in starts if start < at < end)


def _mark_places(start: int, end: int, quotations: Sequence[Quotation]) -> tuple[set[int], set[int]]:
    """The offsets at which quotations within `start:end` open, and of the characters that close them."""
    low, high = (bisect_left(quotations, at, key=lambda quotation: quotation.span.start) for at in (start, end))
    opened = {quotation.span.start for quotation in quotations[low:high]}
    ends = [quotation.span for quotation in quotations[low:high] if quotation.closed]
    closed = {span.end - 1 for span in ends} | {span.end - 2 for span in ends if span.words.endswith("''")}
    return opened, closed


def _after_closers(text: str, at: int, end: int, closed: set[int]) -> int:
    """`at`, moved behind any closing marks and brackets that stand there."""
    first = at
    while at < end and (at in closed or text[at] in ")]}.?!”»›"):
        at += 1
    if at == first:
        return at
    while at < end and text[at].isspace():
        at += 1
    return at


def _begins(text: str, last: int, at: int, end: int, capitals: bool) -> bool:
    before = text[max(last, at - 40) : at].rstrip()
    word = text[at : at + 24].lstrip("\"'“‘«([ ")
    if not before:
        return False
    if not _FULL_STOP.search(before):
        return at - last > LONGEST
    if capitals and _lower(word):
        return False
    if _ABBREVIATION.search(before):
        return _STARTER.match(word) is not None
    return _TITLE.search(before) is None


def _lower(word: str) -> bool:
    first = re.match(r"[^\W\d_]+", word)
    return first is not None and first[0].islower()


def _bare(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
