"""Pull quotes and cross-heads: lines in quotation marks that repeat words of the article, or are nobody's speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.spans.utterances import Utterance

_WORD = re.compile(r"[^\W_]+(?:['’‘´′][^\W_]+)*")
_APOSTROPHES = re.compile(r"['’‘´′]")
_SHARE = 0.75
"""The least share of a line's words that it repeats."""
_LEAST = 3
"""The fewest words that it repeats."""
_MOST = 40
"""No line of more words is a pull quote."""
_READ = 400
"""How many words of a paragraph are compared."""
_TRIED = 30
"""How many paragraphs are compared with a line, those with most of its words first."""


class Repeated:
    """Finds the words that a line repeats from elsewhere in an article."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._words = [list(_words(parsed, p.range)) for p in parsed.segmentation.paragraphs]
        self._within: dict[str, set[int]] = {}
        for number, words in enumerate(self._words):
            for word, _ in words:
                self._within.setdefault(word, set()).add(number)
        self._parsed = parsed

    def of(self, utterance: Utterance) -> Range | None:
        """The place of the words that an utterance repeats, from the first to the last of them; None if it does not."""
        wanted = [word for word, _ in _words(self._parsed, utterance.place)]
        if not _LEAST <= len(wanted) <= _MOST:
            return None
        best: tuple[int, Range] | None = None
        for number in self._near(wanted, utterance.paragraph):
            words = self._words[number][:_READ]
            both = _in_order(wanted, [word for word, _ in words])
            if len(both) < max(_LEAST, _SHARE * len(wanted)) or both[-1] - both[0] > 3 * len(wanted):
                continue
            if best is None or len(both) > best[0]:
                best = len(both), (words[both[0]][1][0], words[both[-1]][1][1])
        return best[1] if best is not None else None

    def _near(self, wanted: Sequence[str], own: int) -> Sequence[int]:
        """The paragraphs other than `own` that have most of the words, best first."""
        counts: dict[int, int] = {}
        for word in dict.fromkeys(wanted):
            for number in self._within.get(word, ()):
                counts[number] = counts.get(number, 0) + 1
        least = _SHARE * len(set(wanted))
        fitting = [number for number, count in counts.items() if count >= least and number != own]
        return sorted(fitting, key=lambda number: -counts[number])[:_TRIED]


def _words(parsed: ParsedArticle, place: Range) -> Iterator[tuple[str, Range]]:
    for found in _WORD.finditer(parsed.text, *place):
        yield _APOSTROPHES.sub("'", found[0]).casefold(), found.span()


def _in_order(wanted: Sequence[str], words: Sequence[str]) -> list[int]:
    """The places among `words` of a longest sequence of `wanted` words that stand there in the same order."""
    lengths = [[0] * (len(words) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(words) - 1, -1, -1):
            same = wanted[i] == words[j]
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if same else max(lengths[i + 1][j], lengths[i][j + 1])
    found, i, j = list[int](), 0, 0
    while i < len(wanted) and j < len(words) and lengths[i][j]:
        if wanted[i] == words[j] and lengths[i][j] == lengths[i + 1][j + 1] + 1:
            found.append(j)
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
