"""The four formats, and what hostile articles can do in them: nothing."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from report_world import HOSTILE, hostile, week

from sayso.errors import UsageError
from sayso.report import FORMATS, Period, render, report
from sayso.report.formats import report_words
from sayso.report.formats.csv import COLUMNS
from sayso.report.model.report import Report

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Every element of a page with its attributes; refuses one that is closed out of turn."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.stack, self.text = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if "style" not in self.stack:
            self.text.append(data)

    def tags(self):
        return {tag for tag, _ in self.elements}

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_is_the_whole_report():
    made = json.loads(render(week(), "json", limit=1))
    assert made.pop("schema") == 3
    assert Report.model_validate_json(json.dumps(made)) == week()


def test_csv_has_a_row_a_sentence_and_one_for_what_could_not_be_read():
    made = rows(render(week(), "csv", limit=1))
    assert tuple(made[0]) == COLUMNS
    assert [(row["file"], row["kind"], row["reason"]) for row in made] == [
        ("harbour.txt", "Allegation", "alleged, no source given; no source given"),
        ("harbour.txt", "Figure", "no source given"),
        ("harbour.txt", "Does not say who did it", "no source given"),
        ("harbour.txt", "Names somebody", "unnamed source only"),
        ("harbour.txt", "Names somebody", "no source given"),
        ("harbour.txt", "Names somebody", "no source given"),
        ("harbour.txt", "Background", "no source given"),
        ("harbour.txt", "Background", "left open"),
        ("rain.txt", "Background", "no source given"),
        ("empty.txt", "not read", ""),
    ]
    assert made[-1]["why"] == "expected text, found an empty file"


def test_a_page_is_whole_in_itself_and_well_formed():
    page = Page(render(week(), "html"))
    assert page.stack == []
    assert page.tags().isdisjoint({"script", "link", "img", "iframe", "object", "form", "base", "svg"})
    assert not [
        name for _, attrs in page.elements for name in attrs if name in ("src", "style") or name.startswith("on")
    ]
    assert page.all("html") == [{"lang": "en"}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.all("meta")
    assert [attrs.get("href") for attrs in page.all("a")] == [
        "#article-1",
        "#article-2",
        "https://globe.example/harbour",
    ]
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs} <= set(ids)
    assert "@import" not in render(week(), "html")
    assert "url(" not in render(week(), "html")


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_head_says_period_articles_engine_counts_and_that_no_source_is_no_fault(form):
    text = render(week(), form)
    shown = "".join(Page(text).text) if form == "html" else text
    for expected in (
        "8 August 2022 to 14 August 2022",
        "3 articles read, 1 could not be read",
        "9 sentences in 2 articles, the most serious first.",
        "1 caption, 1 headline with a source in the text",
        "(Sayso 0.1.0, model mmmmmmmmmmmm, sources rrrrrrrrrrrr)",
        "“No source given” is not a fault.",
        "expected text, found an empty file",
        "Harbour talks to go on, ministry says",
        "Only an unnamed source says so: “A senior official”, carried by The Courier. "
        "The reason given for leaving out the name: “because the talks are secret”.",
    ):
        assert expected in shown


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_is_left_out_of_a_long_report_is_said(form):
    text = render(week(), form, limit=3)
    assert (
        "Shown here are the 3 most serious; the other 6 are left out here; the report as CSV or JSON has them." in text
    )
    assert "5 more sentences of this article not shown." in text
    assert "Rain fell" not in text
    assert "Rain fell" in render(week(), form, limit=None)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_report_is_said_too(form):
    text = render(report([]), form)
    if form in ("html", "md"):
        assert "0 articles read, none failed" in text
        assert "Nothing to list" in text
    else:
        assert text.endswith("\n")


def test_another_format_is_refused_with_what_to_do():
    with pytest.raises(UsageError, match="expected one of html, md, json, csv, found 'pdf': choose one"):
        render(week(), "pdf")


def test_a_page_shows_hostile_words_and_obeys_none():
    html = render(hostile(), "html")
    page = Page(html)
    assert page.stack == []
    assert page.tags() == Page(render(week(), "html")).tags() - {"nav", "a"}
    assert page.all("a") == []
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    shown = "".join(page.text)
    for words in HOSTILE:
        if words.isprintable():
            assert words in shown
    assert not any((ord(c) < 32 and c != "\n") or c in "\x7f\x9b\u202e" for c in html)


def test_markdown_shows_hostile_words_as_words():
    text = render(hostile(), "md")
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inline = [one for block in blocks for one in block.children or []]
    assert {one.type for one in inline} <= {"text", "text_special", "softbreak", "strong_open", "strong_close"}
    assert [block.tag for block in blocks if block.type == "heading_open"] == ["h1", "h2", "h2"] + ["h3"] * len(HOSTILE)
    assert {block.type for block in blocks}.isdisjoint({"html_block", "code_block", "fence", "table_open", "hr"})
    shown = "\n".join("".join(one.content for one in block.children or []) for block in blocks)
    for words in HOSTILE:
        if words.isprintable():
            assert f"{words} says Bob" in shown
    assert not any(c in text for c in "\x1b\x00\u202e")


def test_no_cell_is_a_formula():
    made = rows(render(hostile(), "csv"))
    cells = [cell for row in made for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠") and cell.strip()]
    assert {row["sentence"] for row in made} >= {"'=cmd|' /C calc'!A0 says Bob", "'@SUM(1+1)*cmd says Bob"}
    assert not any(c in cell for cell in cells for c in "\x1b\x00\r\n\u202e")


def test_the_words_of_a_period():
    def of(start, end):
        return report_words.period(Period.model_validate({"start": start, "end": end}))

    assert of(None, None) == "Everything in the ledger"
    assert of("2022-08-08T00:00:00Z", None) == "Since 8 August 2022"
    assert of(None, "2022-08-09T06:30:00Z") == "Until 9 August 2022, 06:30 UTC"
    assert of("2022-08-08T00:00:00Z", "2022-08-09T00:00:00Z") == "8 August 2022"
