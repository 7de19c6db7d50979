"""Lines about other stories, and words set large that stand in the article already: known by the lines beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LABEL = re.compile(r"[A-Z][A-Z’'& -]{2,30}[A-Z]: (?!.*(?:@|://|\.com/))\S.*", re.DOTALL)
_END = re.compile(r"[.?!:;,…][\"'”’)\]]*$")
_MOST_WORDS = 15
_FEWEST_LABELS = 2
_FEWEST_REPEATED = 4
"""A shorter quotation may be said twice."""
_QUOTED = re.compile(r"\W*[“\"«](?P<words>[^“”\"«»]+)[”\"»]\W*")
_SQUEEZED = re.compile(r"\W+")


def teasers(lines: Sequence[str]) -> set[int]:
    """The numbers of those of `lines`, the paragraphs of prose, that are teasers or pull quotes.

    1. several labelled in capitals, without an end mark: "FUNDING CUTS: Is this the end"; 2. a line that stands twice
    in a row; 3. a quotation alone whose words another paragraph has.
    """
    return {*_labelled(lines), *_twice(lines), *_pulled(lines)}


def _labelled(lines: Sequence[str]) -> list[int]:
    found = [at for at, line in enumerate(lines) if _LABEL.fullmatch(line) and not line.isupper()]
    bare = [at for at in found if not re.search(r"[.!;,…][\"'”’)\]]*$", lines[at]) and _is_short(lines[at])]
    return bare if len(bare) >= _FEWEST_LABELS and len(bare) >= 2 * (len(found) - len(bare)) else []


def _twice(lines: Sequence[str]) -> Iterator[int]:
    for at in range(1, len(lines)):
        if lines[at] == lines[at - 1] and _is_short(lines[at]) and not _END.search(lines[at]):
            yield from (at - 1, at)


def _pulled(lines: Sequence[str]) -> Iterator[int]:
    alone = [(at, found["words"]) for at, line in enumerate(lines) if at and (found := _QUOTED.fullmatch(line))]
    if not alone:
        return
    squeezed = [_squeezed(line) for line in lines]
    for at, words in alone:
        said = _squeezed(words)
        if len(said.split()) >= _FEWEST_REPEATED and any(
            said in other and len(other) > len(said) for number, other in enumerate(squeezed) if number != at
        ):
            yield at


def _squeezed(words: str) -> str:
    return f" {_SQUEEZED.sub(' ', words).strip().casefold()} "


def _is_short(line: str) -> bool:
    return len(line.split(maxsplit=_MOST_WORDS)) <= _MOST_WORDS
