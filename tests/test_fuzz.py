"""No article, however damaged, brings the engine down: it is read whole, or refused in a sentence.

Passages of the demonstration articles are joined and damaged, letter by letter and byte by byte, and go from their
bytes through the engine to every output. `SAYSO_FUZZ=20000 pytest tests/test_fuzz.py` tries that many, other ones each
time; without it a few, always the same.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files

from examples import examples
from hypothesis import example, given
from hypothesis import strategies as st
from installed import extract
from robust_shapes import ARABIC, CHINESE, FRENCH, RUSSIAN
from tree import Tree
from whole import check_whole

from sayso.errors import UnreadableError
from sayso.export import brat, jsonl, text
from sayso.export.html import section
from sayso.ingest import ArticleLocation, read

LONGEST = 150
"""Words of a case, at most about so many: thousands of them are to be tried."""


def passages(article: str) -> list[str]:
    """`article` in parts of some fifty words that end with a line."""
    found, words = [""], 0
    for line in article.splitlines(keepends=True):
        if words >= LONGEST // 3:
            found.append("")
            words = 0
        found[-1] += line
        words += len(line.split())
    return found


ARTICLES = [one.read_text("utf-8") for one in (files("seeds") / "articles").iterdir() if one.name.endswith(".txt")]
PASSAGES = st.sampled_from([passage for article in sorted(ARTICLES) for passage in passages(article)])
HOSTILE = st.sampled_from(
    [
        *"\"'“”‘’«»‹›„`()[]{}<>.,;:!?…-–—/\\|*_#@&%$€\n\r\t 🙂é\u0301ß\u0130ﬁ٣",
        *"\x00\x1b\x85\xa0\u200b\u200f\u202e\u2028\ufeff\ufffd\ud800\udfff",
        *["''", "``", "...", "\n\n", "\r\n", "👩‍👩‍👧", "e\u0301\u0301", "x" * 500, "1" * 90, "(" * 40, "“" * 30],
        *["said", " said ", " he said.", " according to ", " via ", " that ", " and ", " not ", ", who", "’s", "Mr. "],
        *["said that said that", "told reporters that", "“No,” she said, “", "TASS reported that the Kremlin said "],
        *["By Anna Berg\n", "MOSCOW (TASS) - ", "(Photo: Anna Berg/AFP)", "Follow us on Facebook\n", "Q: Why?\nA: So."],
        *["date 2022-08-09\n", "Read more: https://example.org/a?b=c#d", "@user #tag pic.twitter.com/x", "<b>&nbsp;"],
        *[FRENCH, RUSSIAN, CHINESE, ARABIC],
    ]
)
NOT_CARRIED = re.compile("[\x00\x80-\x9f\ufffe\uffff\ud800-\udfff]")  # by HTML or UTF-8
CHANGES = [str.upper, str.lower, str.title, str.swapcase, "".join, lambda part: part[::-1], lambda part: part * 2]

LOST_CREDIT = (
    b"hoto:' Anna Berg/AFP)\n'T'he president expressed her hope that his cabinet would pay its share of the "
    b"new lock.\n\nShe said that she expected it to open in 2025. She noted that freight on the lake had grown "
    b"by 18% since January, a figure that she called encouraging.\n\nMarhold also said her weather service "
    b"would give its storm warnings to the fishermen on both shores. The old shipyard is being rebuilt after "
    b"the fire of 2019.\n"
)
"""The colon is told as a cue of the president's, who says nothing by it: the credit's words were in no statement."""
LOST_REFUSAL = (
    b"\nA fio speak to the press, said that the order had come four hours late.\n\nThe operatore brigade "
    b"commander, who asked not to be named because he was not allowed tr rejected the allegation that it had "
    b"ignored earlier warnings. It said the last inspection, in February, had found no cracks.\n"
)
"""A whole sentence is the reason why somebody is not named."""
SPLIT_CUE = (
    b"according to Valdoria has lent its neighbour cables, transformers and, allegedly, a mobile power st "
    b"ac\x0bcording to ation that came in through a third country.\n"
)
"""A cue of which the one half ends a line and the other begins the next."""


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """One or two passages, with up to eight injuries."""
    words = draw(st.sampled_from(["\n\n", "\n", " ", ""])).join(draw(st.lists(PASSAGES, min_size=1, max_size=2)))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(words)))
        end = min(len(words), at + draw(st.sampled_from([0, 1, 2, 10, 80])))
        match draw(st.sampled_from(["insert", "delete", "change", "swap"])):
            case "insert":
                words = words[:at] + draw(HOSTILE) + words[at:]
            case "delete":
                words = words[:at] + words[end:]
            case "change":
                words = words[:at] + draw(st.sampled_from(CHANGES))(words[at:end]) + words[end:]
            case _:
                to = draw(st.integers(0, at))
                words = words[:to] + words[at:end] + words[to:at] + words[end:]
    return words


@st.composite
def injured(draw: st.DrawFn) -> bytes:
    """A damaged article as bytes, some of which may be lost or wrong."""
    content = draw(damaged()).encode("utf-8", "surrogatepass")
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 3]))):
        at = draw(st.integers(0, len(content)))
        content = content[:at] + draw(st.binary(max_size=2)) + content[at + draw(st.integers(0, 2)) :]
    return content


@examples(15)
@given(injured())
@example(LOST_CREDIT)
@example(LOST_REFUSAL)
@example(SPLIT_CUE)
def test_no_damage_brings_the_engine_down(content: bytes) -> None:
    capture, article = read(ArticleLocation("a.txt", content=content))
    if article is None:
        assert capture.problem
        return
    try:
        extraction = extract(article)
    except UnreadableError:  # in another language by now
        return
    check_whole(extraction, article)
    line, annotations = jsonl(capture, article, extraction), brat(article, extraction)
    assert len(line.splitlines()) == 1
    assert len(json.loads(line)["statements"]) == len(extraction.statements)
    assert annotations.splitlines() == annotations.split("\n")[:-1]
    assert text(article, extraction).endswith("\n")
    page = section(capture, article, extraction).html
    assert Tree(page.encode().decode()).text("text") == NOT_CARRIED.sub("\ufffd", article.text)
