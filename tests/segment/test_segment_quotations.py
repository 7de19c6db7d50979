"""Quotation marks of every make; an odd one costs one quotation, not the article."""

from __future__ import annotations

import time

import pytest

from sayso.segment import paragraphs
from sayso.segment.quotations import quotations


def _found(text: str) -> list[tuple[str, int, str]]:
    """Words, depth, and how each ends: `)` closed, `/` not; a leading `+` where it continues one."""
    return [
        (one.span.words, one.depth, "+" * one.continues + (")" if one.closed else "/"))
        for one in quotations(text, paragraphs(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and left.', [('"yes"', 0, ")")]),
        (
            "He said “yes,” «oui», „ja“, »nein«, ‹a› and 「b」.",
            [
                ("“yes,”", 0, ")"),
                ("«oui»", 0, ")"),
                ("„ja“", 0, ")"),
                ("»nein«", 0, ")"),
                ("‹a›", 0, ")"),
                ("「b」", 0, ")"),
            ],
        ),
        ("« Oui », dit-il.", [("« Oui »", 0, ")")]),
        ("''Wire,'' he said; ``TeX,'' she said.", [("''Wire,''", 0, ")"), ("``TeX,''", 0, ")")]),
        ("'Yes,' he said. 'No.'", [("'Yes,'", 0, ")"), ("'No.'", 0, ")")]),
        ("said“Yes.” She", [("“Yes.”", 0, ")")]),
        ('from office." "You could say', [('"You could say', 0, "/")]),
        ('ended with “yes".', [('“yes"', 0, ")")]),
    ],
    ids=[
        "straight",
        "curly, guillemets, low, corner",
        "French spaces",
        "agencies'",
        "single",
        "no space",
        "two in a row",
        "mixed makes",
    ],
)
def test_plain_quotations(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Israel's and the Nazis' plans weren't James' or Putin’s.",
        "'Tis the '90s rock 'n' roll, get 'em.",
        "The ’80s and ’tis.",
        'The רמטכ"ל of צה"ל.',
        "A stray closing mark,” he said.",
        "It's 6' tall and the workers' day",
    ],
    ids=["possessives", "elisions", "curly elisions", "Hebrew initialisms", "never opened", "feet"],
)
def test_what_is_no_quotation(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“He said ‘don't do it,’ twice,” she said.",
            [
                ("“He said ‘don't do it,’ twice,”", 0, ")"),
                ("‘don't do it,’", 1, ")"),
            ],
        ),
        ("'He said 'no'' at last.", [("'He said 'no''", 0, ")"), ("'no'", 1, ")")]),
        ("\"'Never,' he wrote,\" she said.", [("\"'Never,' he wrote,\"", 0, ")"), ("'Never,'", 1, ")")]),
        ("'We won't let the Nazis' plan go on,' he said.", [("'We won't let the Nazis' plan go on,'", 0, ")")]),
        ("« a “b c » d.", [("« a “b c »", 0, ")"), ("“b c ", 1, "/")]),
    ],
    ids=["curly", "single in single", "single in double", "apostrophe inside", "inner never closed"],
)
def test_nested_quotations(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert _found(text) == expected


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    assert _found('"Our duty is to remember. We will.\n\nHe left.\n\n"We are friends," he said.') == [
        ('"Our duty is to remember. We will.', 0, "/"),
        ('"We are friends,"', 0, ")"),
    ]


def test_an_odd_mark_amid_a_quotation_opens_one_within() -> None:
    assert _found('with strikes "...after the impression that "Washington did not agree."') == [
        ('"...after the impression that "Washington did not agree."', 0, "/"),
        ('"Washington did not agree."', 1, ")"),
    ]


@pytest.mark.parametrize(("open_", "close"), [('"', '"'), ("“", "”"), ("''", "''"), ("'", "'"), ("«", "»")])
def test_a_quotation_over_paragraphs_is_one_a_paragraph(open_: str, close: str) -> None:
    text = f"{open_}First.\n\n{open_}Second.\n\n{open_}Last,{close} he said. {open_}More.{close}"
    assert _found(text) == [
        (f"{open_}First.", 0, "/"),
        (f"{open_}Second.", 0, "+/"),
        (f"{open_}Last,{close}", 0, "+)"),
        (f"{open_}More.{close}", 0, ")"),
    ]


@pytest.mark.parametrize("unit", ['"', '"a ', 'a" ', "“", "«»", "'", "' '", "'a ", "a' ", "‘“", "''"])
def test_ten_thousand_marks_take_no_time(unit: str) -> None:
    text = unit * 10_000
    begin = time.process_time()
    for one in quotations(text, paragraphs(text)):
        assert one.depth < 8
    assert time.process_time() - begin < 3
