"""Words of others, safe for a terminal, a page, Markdown and a spreadsheet."""

from __future__ import annotations

import json
import re

import pytest

from sayso.present.safe import (
    csv_cell,
    html_text,
    markdown_text,
    plain,
    plain_if_any,
    printable,
    printable_lines,
    web_address,
)

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
EVERYTHING = "".join(map(chr, (*range(0x2100), *range(0xD7F0, 0xD810), *range(0xFFF0, 0x10010))))


@pytest.mark.parametrize("way", [printable, printable_lines, plain])
def test_no_way_lets_a_screen_obey(way):
    assert OBEYED.findall(re.sub(r"\r\n", "\n", way(EVERYTHING))) == []


def test_lines_stay_lines_and_json_the_same_json():
    assert json.loads(printable_lines(json.dumps(EVERYTHING, ensure_ascii=False))) == EVERYTHING
    assert printable_lines("a\tb\r\nc\n") == "a\tb\r\nc\n"


@pytest.mark.parametrize(
    ("words", "expected"), [(None, None), ("", None), (" \n", None), ("\x1b", "\ufffd"), (" a\n b ", "a b")]
)
def test_words_that_may_be_missing(words, expected):
    assert plain_if_any(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<b> & \"'", "&lt;b&gt; &amp; &#34;&#39;"),
        ("\x1b", '<i class="code" data-code="1B"><b hidden>&#27;</b></i>'),
        ("\u202e", '<i class="code" data-code="202E"><b hidden>&#8238;</b></i>'),
        ("\x00", '<i class="code" data-code="00"><b hidden>\ufffd</b></i>'),
        ("a\r\n", "a&#13;\n"),
    ],
)
def test_html_shows_every_character_and_obeys_none(words, expected):
    assert html_text(words) == expected


def test_markdown_makes_no_address_into_a_link():
    assert markdown_text("see https://evil.example or www.evil.example, @bob") == (
        "see https\\://evil.example or www\\.evil.example, \\@bob"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [("1. one", "1\\. one"), ("2) two", "2\\) two"), ("- item", "\\- item"), ("# head", "\\# head"), ("===", "\\===")],
)
def test_markdown_makes_no_list_or_heading_of_a_line(words, expected):
    assert markdown_text(words) == expected


@pytest.mark.parametrize(("value", "expected"), [("=1+1", "'=1+1"), (" ＋1", "' ＋1"), ("1 = 1", "1 = 1"), ("", "")])
def test_a_spreadsheet_calculates_no_cell(value, expected):
    assert csv_cell(value) == expected


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://globe.example/a", True),
        ("javascript:alert(1)", False),
        ("//globe.example", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_a_browser_is_sent_only_to_the_web(url, safe):
    assert web_address(url) == (url if safe else None)
