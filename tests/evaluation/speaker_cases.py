"""Small texts in which one person speaks of another: who is taken for the speaker, and what is taken as said at all.

`speakers/*inversions.jsonl`: `content` is said by whom the words `speaker` name (null: by nobody whom the text names),
and never by those whom the words in `never` name. `speakers/*not_said.jsonl`: whether anybody says `content` at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from installed import extract

from schemas import Article, Hop, Statement
from tests.factories import make_article

FOLDER = Path(__file__).parent / "speakers"
Verdict = Literal["right", "open", "wrong", "inverted"]
Row = dict[str, Any]
_EMPTY = frozenset("the a an mr mrs ms dr sir had has was that he she they his her its their".split())
_NEGATION = re.compile(r"\b(?:never|not|no|nobody|untrue|false|too early|too soon)\b|n['’]t\b")
_WORD = re.compile(r"[\w-]+")


def rows(name: str) -> list[Row]:
    """The rows of one table."""
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


def heard(row: Row) -> list[Statement]:
    """The statements in which most of the content stands, or which stand in the content for the most part."""
    article = make_article(row["text"], outlet="The Valley Courier")
    start = article.text.index(row["content"])
    place = start, start + len(row["content"])
    return list(_meeting(article, place))


def inversion(row: Row) -> Verdict:
    """Whom the content of a row is given to. Who denies it, or knows it, is not taken for its speaker."""
    found = heard(row)
    origins = [one.origin or (one.holder if one.mode == "attitude" else None) for one in found]
    speaking = [
        one for one in found if one.polarity != "denied" and (one.mode == "speech" or one.sourcing == "sourced")
    ]
    if any(one.origin is not None and _inverted(one.origin, row) for one in speaking):
        return "inverted"
    named = [hop for hop in origins if hop is not None]
    if row["speaker"] is None:
        return "wrong" if named else "right"
    if not named:
        return "open"
    return "right" if all(_means(hop, row["speaker"], row["text"]) for hop in named) else "wrong"


def said(row: Row) -> bool:
    """Whether the content of a row is recorded as somebody's word, and nothing in it says that it was not said."""
    return any(
        one.sourcing == "sourced" and (row["said"] or not _taken_back(one, row["content"])) for one in heard(row)
    )


def _taken_back(one: Statement, content: str) -> bool:
    """Whether a statement is a denial, or tells itself, before the content, that it was not said."""
    before = one.text.partition(content)[0].lower() if content in one.text else ""
    return one.polarity == "denied" or bool(_NEGATION.search(before))


def _meeting(article: Article, place: tuple[int, int]) -> Iterator[Statement]:
    for one in extract(article).statements:
        shared = sum(max(0, min(span.end, place[1]) - max(span.start, place[0])) for span in one.spans)
        if 2 * shared >= min(place[1] - place[0], sum(span.end - span.start for span in one.spans)):
            yield one


def _inverted(hop: Hop, row: Row) -> bool:
    """Whether a hop is, by its name, one of those who never say it."""
    called = [member.name for member in hop.members] or [hop.called or ""]
    return any(_same(name, never) for name in called for never in row["never"] if not _same(name, row["speaker"] or ""))


def _same(name: str, other: str) -> bool:
    own, theirs = _words(name), _words(other)
    return bool(own) and bool(theirs) and (own <= theirs or (theirs <= own and "'" not in name and "’" not in name))


def _words(name: str) -> set[str]:
    return {word for word in _WORD.findall(re.sub(r"['’]s\b", "", name).lower()) if word not in _EMPTY}


def _means(hop: Hop, speaker: str, text: str) -> bool:
    """Whether a hop's mention, or what it is resolved to, meets the speaker's words, or its name is theirs."""
    spans = [span for span in (hop.mention, hop.resolved_from.mention if hop.resolved_from else None) if span]
    spans += [member.mention for member in hop.members]
    places = [(found.start(), found.end()) for found in re.finditer(re.escape(speaker), text)]
    meets = any(span.start < end and start < span.end for span in spans for start, end in places)
    return meets or (hop.name is not None and _same(hop.name, speaker))


def summed(table: Sequence[Row]) -> dict[Verdict, list[str]]:
    """The ids of a table's rows by what came of them."""
    found: dict[Verdict, list[str]] = {"right": [], "open": [], "wrong": [], "inverted": []}
    for row in table:
        found[inversion(row)].append(row["id"])
    return found
