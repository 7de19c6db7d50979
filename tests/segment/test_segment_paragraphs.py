"""Paragraphs are lines that hold text, or blocks of a text wrapped at a fixed width."""

from __future__ import annotations

import pytest

from sayso.segment import paragraphs

WRAPPED = (
    "The prime minister met the Russian president in Sochi on Friday and told\n"
    "reporters that ties between the two countries had never been better than\n"
    "they were after the summer.\n"
    "\n"
    "A spokesman for the Kremlin said that both sides had agreed to continue\n"
    "the talks in the coming weeks and that a date would be set before long by\n"
    "the two foreign ministries.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n\u3000", []),
        ("One.\nTwo.\r\n\r\n  Three. \rFour.", ["One.", "Two.", "Three.", "Four."]),
        ("A\u2028B\x85C\x0bD", ["A", "B", "C", "D"]),
        ("no end", ["no end"]),
        (WRAPPED, [WRAPPED.split("\n\n")[0], WRAPPED.split("\n\n")[1].strip()]),
        (
            "Long line of a list that is about fifty characters\n" * 4,
            ["Long line of a list that is about fifty characters"] * 4,
        ),
    ],
    ids=["empty", "white space", "line breaks of all kinds", "rare line breaks", "no line break", "wrapped", "list"],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    found = paragraphs(text)
    assert [one.words for one in found] == expected
    for one in found:
        one.check(text)
