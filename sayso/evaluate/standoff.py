"""Gold attributions in brat standoff, as PolNeAR has them: the format is brat's, https://brat.nlplab.org/standoff.html."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.errors import UnreadableError
from sayso.evaluate.annotation import Annotation
from sayso.evaluate.word_places import WORD, Range, Text

ROLES = ("Source", "Cue", "Content")

_ENTRY = re.compile(r"(?:[TEARMN]\d+|#\d*|\*)\t")
_PLACES = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_ROLE = re.compile(rf"({'|'.join(ROLES)})\d*")


class Places(NamedTuple):
    """One attribution as it is marked: the parts of its source, cue and content, in the file's order."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]

    def annotation(self, text: Text) -> Annotation:
        """The words of `text` that stand there."""
        return Annotation(text.words(self.source), text.words(self.cue), text.words(self.content))


class _Span(NamedTuple):
    label: str
    ranges: list[Range]


def standoff(content: str, text: Text) -> tuple[Annotation, ...]:
    """The attributions of one `.ann` file of `text`, as `places` finds them, that have words for content."""
    found = (marked.annotation(text) for marked in places(content, text))
    return tuple(annotation for annotation in found if annotation.content)


def places(content: str, text: Text) -> tuple[Places, ...]:
    """The places of the attributions in one `.ann` file of `text`, in its order; events without content are left out.

    `T` lines are spans (`Content 3 9;12 20` has two parts), `E` lines tie them (`Attribution:T4 Content:T3 Cue:T2
    Source:T1`; a role may have a digit and repeat). Other lines are ignored. Raises `UnreadableError` with the line for
    offsets outside the text, words that differ from the text, and lines that are not standoff.
    """
    spans: dict[str, _Span] = {}
    events: list[tuple[int, str]] = []
    for number, entry in _entries(content):
        name, _, rest = entry.partition("\t")
        if name.startswith("T"):
            spans[name] = _span(number, rest, text)
        elif name.startswith("E"):
            events.append((number, rest))
    if not events and any(span.label in ROLES for span in spans.values()):
        raise UnreadableError("expected events that tie sources, cues and contents, found only spans; add E lines")
    found = (_places(number, event, spans) for number, event in events)
    return tuple(marked for marked in found if marked.content)


def _entries(content: str) -> Iterator[tuple[int, str]]:
    """Each annotation with the number of its line; words of a span may go on over line breaks."""
    entry, start = "", 0
    for number, line in enumerate(content.replace("\r\n", "\n").split("\n"), 1):
        if _ENTRY.match(line):
            if entry:
                yield start, entry
            entry, start = line, number
        elif line.strip() and entry.startswith("T"):
            entry += f"\n{line}"
        elif line.strip():
            raise _malformed(number, "an annotation (`T1`, `E1`, ... and a tab)", line)
    if entry:
        yield start, entry


def _span(number: int, rest: str, text: Text) -> _Span:
    columns = rest.split("\t", 1)
    match = _PLACES.fullmatch(columns[0])
    if match is None:
        raise _malformed(number, "a label and offsets such as `Content 3 9`", columns[0])
    parts = [tuple(map(int, part.split())) for part in match[2].split(";")]
    for start, end in parts:
        if not start < end <= len(text.characters):
            raise _malformed(number, f"offsets within the text's {len(text.characters)} characters", f"{start} {end}")
    there = " ".join(text.characters[start:end] for start, end in parts)
    words = columns[1] if len(columns) > 1 else ""
    if words and WORD.findall(words) != WORD.findall(there):
        raise _malformed(number, f"the words at {match[2]}, {_short(there)}", words, "annotate this very text")
    return _Span(match[1], [(start, end) for start, end in parts])


def _places(number: int, event: str, spans: dict[str, _Span]) -> Places:
    ranges: dict[str, list[Range]] = {role: [] for role in ROLES}
    for argument in event.split():
        name, colon, target = argument.partition(":")
        if not colon or (target.startswith("T") and target not in spans):
            raise _malformed(number, "roles with spans of this file, such as `Content:T3`", argument)
        role = _ROLE.fullmatch(name)
        if role and target in spans:
            ranges[role[1]] += spans[target].ranges
    return Places(*(tuple(ranges[role]) for role in ROLES))


def _malformed(number: int, expected: str, found: str, remedy: str = "mend it") -> UnreadableError:
    return UnreadableError(f"line {number}: expected {expected}, found {_short(found)}; {remedy}")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return repr(line if len(line) <= 60 else f"{line[:57]}...")
