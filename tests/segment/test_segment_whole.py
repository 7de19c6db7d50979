"""Every character that is not white space is in one segment, whatever the text."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Segmentation

Apart = Callable[..., Segmentation]

WORDS = st.sampled_from(
    ["Putin said", "“Yes.", "No.”", '"', "''", "'", "Mr. X", "\n", "\n\n", " ", "(Photo: GPO)", "date 2022-08-09", ".",
     "the", "שלום", "Да", "👍", "\x00", "By Jane Doe", "MOSCOW (TASS) -", "ADVERTISEMENT", "«", "»", "\u2028", ":", "—",
     "Read more: x"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=25).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


def _whole(text: str, found: Segmentation) -> None:
    covered = [0] * len(text)
    for one in found.segments:
        one.span.check(text)
        paragraph = found.paragraphs[one.paragraph]
        assert paragraph.start <= one.span.start < one.span.end <= paragraph.end
        assert one.span.words == one.span.words.strip()
        for at in range(*one.span.range):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert all(covered[at] for at, character in enumerate(text) if not character.isspace())
    assert [one.span.start for one in found.segments] == sorted(one.span.start for one in found.segments)
    assert [one.span.start for one in found.quotations] == sorted(one.span.start for one in found.quotations)
    for quotation in found.quotations:
        quotation.span.check(text)


@examples(100)
@given(TEXTS)
def test_every_word_is_in_one_segment(text: str) -> None:
    found = paragraphs(text)
    _whole(text, segment(text, parse(text, [one.start for one in found]), found, None))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "PUTIN MET BENNETT IN SOCHI. HE SAID THAT TIES WERE GOOD.\n\nBENNETT AGREED.",
        "putin met bennett he said that ties were good\n\nbennett agreed",
        "Кремль заявил, что переговоры прошли успешно.\n\nОб этом сообщает ТАСС.",
        "הנשיא נפגש עם ראש הממשלה. הם שוחחו על סחר.",
        "He said 👩‍👩‍👧.\x00 Then\x00 he left.",
        "Share this article\n\nADVERTISEMENT\n\n.",
    ],
    ids=[
        "empty",
        "white space",
        "capitals",
        "no punctuation",
        "Cyrillic",
        "Hebrew",
        "NUL and emoji",
        "only boilerplate",
    ],
)
def test_odd_texts(taken_apart: Apart, text: str) -> None:
    _whole(text, taken_apart(text))


def test_an_article_of_nothing_but_boilerplate_can_make_no_claim(taken_apart: Apart) -> None:
    found = taken_apart("Share this article\n\nADVERTISEMENT\n\n.")
    assert [one.claims for one in found.segments] == [False, False, False]


def test_an_article_in_another_language_is_not_boilerplate(taken_apart: Apart) -> None:
    found = taken_apart("Кремль заявил, что переговоры прошли успешно.\n\nОб этом сообщает ТАСС.")
    assert [one.claims for one in found.segments] == [True, True]


def test_a_quotation_goes_on_past_a_picture(taken_apart: Apart) -> None:
    found = taken_apart('He said: "One thing.\n\nPutin in Sochi (Photo: GPO)\n\n"Another thing," he said.')
    assert [(one.span.words, one.closed, one.continues) for one in found.quotations] == [
        ('"One thing.', False, False),
        ('"Another thing,"', True, True),
    ]


@pytest.mark.parametrize("unit", ['"a" ', "“a ", "Mr. ", "a. ", "By A ", "A\n", "(Photo: ", "A/", "MOSCOW, "])
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    text = (unit * 6_000)[:20_000]
    found = paragraphs(text)
    doc = parse("", [])
    begin = time.process_time()
    segment(text, doc, found, None)
    assert time.process_time() - begin < 4


@pytest.mark.skipif("SAYSO_CORPORA" not in os.environ, reason="SAYSO_CORPORA does not name a folder with the corpora")
def test_real_articles_are_whole_and_hardly_any_of_their_words_are_boilerplate(taken_apart: Apart) -> None:
    files = sorted(Path(os.environ["SAYSO_CORPORA"]).glob("polnear/dev/text/*.txt"))[::7]
    words = boilerplate = 0
    for file in files:
        text = file.read_bytes().decode("utf-8")
        found = taken_apart(text)
        _whole(text, found)
        words += len(text.split())
        boilerplate += sum(len(one.span.words.split()) for one in found.segments if not one.claims)
    assert boilerplate < 0.01 * words
