"""What is linked, in all formats, and what hostile articles can do there: nothing."""

import csv
import io
import json

import pytest
from linked_world import (
    WIRE,
    article,
    clash,
    decision,
    derived,
    flood,
    link,
    linked,
    origins,
    rain_twice,
    said,
    same,
    wire,
)
from markdown_it import MarkdownIt
from report_world import HOSTILE
from test_report_linked import report
from test_report_render import Page

from sayso.present.decisions import UNSURE
from sayso.report import render
from sayso.report.formats.linked_words import SUBTITLE, also
from sayso.report.model.report import Report
from schemas import Circle, Signal


def rows(made):
    return list(csv.DictReader(io.StringIO(render(made, "csv"), newline="")))


def hostile():
    """A conflict and a circle between articles that are hostile in all they say."""
    told = [
        said(article(words, f"{words} says Bob: {words} holds", title=words, url=words), f"{words} holds", "Bob")
        for words in HOSTILE[:6]
    ]
    signal = Signal(name="x", score=1, sentence=HOSTILE[0])
    joined = [*same(*told[1:]), link(told[0], told[1], "conflicts", signals=(signal,))]
    circle = Circle(names=HOSTILE[:3])
    by = decision(joined[-1], "confirm", by=HOSTILE[0])
    return report(
        linked(*told, links=joined, known=[origins(*told[1:], sentence=HOSTILE[0], circles=(circle,))], decisions=[by])
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_reader_is_told_who_says_so_when_where_what_settles_it_and_who_confirmed_it(form):
    made = report(flood(decision(clash(), "confirm")))
    text = render(made, form)
    shown = "".join(Page(text).text) if form == "html" else text
    for expected in (
        SUBTITLE,
        "Every claim has a named source. 1 conflict, 1 claim with one known origin at most.",
        "confirmed by Ada Lind",
        "Who says so: The ministry, carried by Ostia Wire",
        "said (on Monday) · Ostia Wire · Flood kills 12 · 9 August 2022",
        "The same in 2 other accounts: The Globe, 10 August 2022; The Echo",
        "One says 12, the other 30.",
        "The first was said earlier.",
        "What would settle it:",
        "who counted, what was counted, and up to when?",
        "Several accounts, one known origin at most",
        "All go through Ostia Wire: one origin, the ministry.",
        "Whether they say the same: suggested, 80 % sure.",
        "Said 3 times in 3 articles",
        "“12 dead”",
        "The Echo · article.txt · date not known",
    ):
        assert expected in shown


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_denial_an_unknown_order_and_one_origin_are_said(form):
    no = said(article("Globe", "Police denied that 12 people died."), "12 people died", "Police", polarity="denied")
    found = link(wire(), no, "denies", 0.83, one_origin=False)
    made = report(linked(wire(), no, links=[found]), concerns=["conflicts"])
    made_text = render(made, form)
    text = "".join(Page(made_text).text) if form == "html" else made_text
    for expected in (
        "Denial",
        "Denial?",
        UNSURE,
        "Who denies it: Police",
        "Order unknown. They go back to different origins.",
    ):
        assert expected in text
    assert SUBTITLE not in text
    assert "No source given" not in text
    assert "No sentence to list" not in text


def test_json_holds_it_all():
    made = json.loads(render(report(flood()), "json", limit=0))
    del made["schema"]
    assert Report.model_validate_json(json.dumps(made)) == report(flood())


def test_csv_has_two_rows_a_conflict_and_one_a_telling():
    made = rows(report(flood()))
    cluster = f"c-{wire().claim.id}"
    sure, less = UNSURE, "suggested, 80 % sure"
    assert [(row["kind"], row["sentence"], row["who says so"], row["status"], row["id"]) for row in made] == [
        ("Conflict?", "12 people died", "Who says so: The ministry", sure, clash().id),
        ("Conflict?", "30 people died", "Who says so: Police", sure, clash().id),
        ("One known origin at most", "12 people died", "Who says so: The ministry", less, cluster),
        (
            "One known origin at most",
            "12 people died",
            "Who says so: The ministry, carried by Ostia Wire",
            less,
            cluster,
        ),
        (
            "One known origin at most",
            "12 dead",
            "Who says so: the ministry, carried by Ostia Wire",
            less,
            cluster,
        ),
    ]
    assert made[0]["also in"] == "The same in 2 other accounts: The Globe, 10 August 2022; The Echo"
    assert made[0]["claims"] == wire().claim.id


def test_reprints_stand_with_their_sentence_in_every_format():
    rain = rain_twice()
    made = report(rain, derivations=[derived(rain[0].article, rain[1].article)])
    again = "Also in 1 reprint of “Rain”: Echo"
    assert again in render(made, "html")
    assert again in render(made, "md")
    assert [row["also in"] for row in rows(made)] == [again]
    assert made.model_dump()["pages"][0]["items"][0]["reprints"][0]["outlet"] == "Echo"


def test_an_outlet_that_tells_it_several_times_is_named_once():
    told = report(flood()).conflicts[0].sides[0].also
    assert also((*told, told[0])) == ("The same in 3 other accounts: The Globe, 10 August 2022 (2 times); The Echo")


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_the_same_outlets_have_from_the_same_origin_is_one_item(form):
    told = [
        [said(article(outlet, f"Police said that {words}."), words, "Police") for outlet in ("Globe", "Echo")]
        for words in ("rain fell", "12 people died")
    ]
    known = [origins(*pair, sentence="One origin.") for pair in told]
    made = report(linked(*told[0], *told[1], links=[*same(*told[0]), *same(*told[1])], known=known))
    text = render(made, form)
    assert [len(made.single_origin), text.count("Said 2 times in 2 articles"), text.count("One origin.")] == [
        2,
        1,
        1,
    ]
    for pair in told:
        words, first = pair[0].claim.proposition, {one.claim.id[:12] for one in pair}
        assert sum(f"{words} · claim {one} · all of them c-{one}" in text for one in first) == 1
    assert [row["id"] for row in rows(made)] == [one.id for one in made.single_origin for _ in (1, 2)]


def test_a_limit_says_what_it_left_out():
    text = render(report(flood()), "md", limit=0)
    left = "1 conflict, 1 claim with one known origin at most. 2 of these are left out here; "
    left += "the report as CSV or JSON has them."
    assert left in text
    assert "12 people died" not in text


def test_a_page_shows_hostile_links_and_obeys_none():
    html = render(hostile(), "html")
    page = Page(html)
    assert page.stack == []
    assert {attrs["href"] for attrs in page.all("a")} == {"#conflicts", "#circular", "#single-origin"}
    assert page.tags().isdisjoint({"script", "img", "h4"})
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    shown = "".join(page.text)
    assert all(words in shown for words in HOSTILE[:6])


def test_markdown_shows_hostile_links_as_words():
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(render(hostile(), "md"))
    inline = {one.type for block in blocks for one in block.children or []}
    assert inline <= {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close"}
    assert {block.type for block in blocks}.isdisjoint({"html_block", "code_block", "fence", "table_open", "hr"})
    headings = [block.tag for block in blocks if block.type == "heading_open"]
    assert headings == ["h1", "h2", "h3", "h2", "h3", "h2", "h3"]


def test_no_cell_of_a_link_is_a_formula():
    cells = [cell for row in rows(hostile()) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@") and cell.strip()]


def test_an_address_is_followed_only_where_a_browser_may_be_sent_there():
    page = Page(render(report(flood()), "html"))
    assert {attrs["href"] for attrs in page.all("a")} == {"#conflicts", "#single-origin", "https://echo.example/flood"}
    assert WIRE.url is None
