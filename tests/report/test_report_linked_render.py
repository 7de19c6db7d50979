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
    echo,
    flood,
    globe,
    link,
    linked,
    origins,
    police,
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
from sayso.report import render, summary
from sayso.report.formats.linked_words import SUBTITLE, also
from sayso.report.model.counts import Unlisted
from sayso.report.model.report import Report
from schemas import Circle, Signal


def rows(made):
    return list(csv.DictReader(io.StringIO(render(made, "csv"), newline="")))


def hostile():
    """A conflict, a circle and a fact of one origin between articles that are hostile in all they say."""
    told = [
        said(article(words, f"{words} say {who}: {words} holds", title=words, url=words), f"{words} holds", who)
        for words, who in zip(HOSTILE, ["Bob", "Eve"] * 3, strict=False)
    ]
    signal = Signal(name="x", score=1, sentence=HOSTILE[0])
    ring, one = told[1:4], told[4:]
    joined = [*same(*ring), *same(*one), link(told[0], told[1], "conflicts", signals=(signal,))]
    circle = Circle(names=HOSTILE[:3])
    by = decision(joined[-1], "confirm", by=HOSTILE[0])
    known = [origins(*ring, sentence=HOSTILE[0], circles=(circle,)), origins(*one, sentence=HOSTILE[1])]
    return report(linked(*told, links=joined, known=known, decisions=[by]))


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_reader_is_told_who_says_so_when_where_what_settles_it_and_who_confirmed_it(form):
    made = report(flood(decision(clash(), "confirm")))
    text = render(made, form)
    shown = "".join(Page(text).text) if form == "html" else text
    for expected in (
        SUBTITLE,
        "Every claim has a named source. 1 conflict, 1 fact with one known origin at most.",
        "confirmed by Ada Lind",
        "Who says so: The ministry, carried by Ostia Wire",
        "said (on Monday) · Ostia Wire · Flood kills 12 · 9 August 2022",
        "The same in 2 other accounts: The Globe, 10 August 2022; The Echo",
        "One says 12, the other 30.",
        "The first was said earlier.",
        "What would settle it:",
        "who counted, what was counted, and up to when?",
        "Several outlets, one known origin at most",
        "One origin, the ministry: Dana Holt speaks for it.",
        "that all say the same is suggested, 80 % sure",
        "Contradicted: “30 people died” (Police), conflict ",
        "Told by 3 outlets",
        "“12 dead”",
        "The Echo · article.txt · date not known",
        "A second origin: somebody who does not have it from the ministry.",
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


def test_csv_has_two_rows_a_conflict_and_one_an_outlet():
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
            "Who says so: Dana Holt",
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


def test_an_outlet_that_tells_it_several_times_is_named_once_and_of_many_the_first():
    first, second = report(flood()).conflicts[0].sides[0].also
    twice = first.model_copy(update={"claims": first.claims * 2})
    assert also((twice, second)) == "The same in 2 other accounts: The Globe, 10 August 2022 (2 times); The Echo"
    assert also([second] * 10) == f"The same in 10 other accounts: {'The Echo; ' * 8}and 2 more"


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_the_same_outlets_have_from_the_same_origins_is_one_item(form):
    told = [
        [
            said(article(outlet, f"{who} said that {words}."), words, who)
            for outlet, who in (("Globe", "Police"), ("Echo", "Troopers"))
        ]
        for words in ("rain fell", "12 people died")
    ]
    known = [origins(*pair, sentence="One origin.") for pair in told]
    made = report(linked(*told[0], *told[1], links=[*same(*told[0]), *same(*told[1])], known=known))
    text = render(made, form)
    assert [len(made.single_origin), text.count("Told by 2 outlets"), text.count("One origin.")] == [2, 1, 1]
    assert [text.count(one.words) for one in made.single_origin] == [1, 1]
    assert [text.count(f"Fact {one.id[:14]}") for one in made.single_origin] == [1, 1]
    assert [row["id"] for row in rows(made)] == [one.id for one in made.single_origin for _ in (1, 2)]


def test_a_conflict_between_several_pairs_has_the_ids_of_all():
    told = wire(), globe(), echo()
    links = [link(one, police(), "conflicts", 0.5 + number / 10) for number, one in enumerate(told)]
    pairs = linked(*told, police(), links=[*links, *same(*told)], known=[origins(*told)])
    text = render(report(pairs), "md")
    third, second, first = (one.id for one in links)
    assert text.count("### Conflict?") == 1
    assert f"sayso decide {first}; 2 more pairs of claims are at odds in the same way: " in text
    assert f"{second[:12]}, {third[:12]}" in text
    assert {row["links"] for row in rows(report(pairs)) if row["links"]} == {f"{first} {second} {third}"}


COUNTED = "Facts not listed: 2 more facts have one origin and say so; 1 repeat by one outlet alone; 1 fragment"


@pytest.mark.parametrize("form", ["html", "md", "csv"])
def test_facts_that_are_not_listed_are_counted_in_one_line(form):
    unlisted = Unlisted(said_so=2, one_outlet=1, fragments=1)
    made = report(flood()).model_copy(update={"unlisted": unlisted, "single_origin": ()})
    assert COUNTED in render(made, form)
    assert COUNTED in summary(made)
    assert json.loads(render(made, "json"))["unlisted"]["said_so"] == 2
    assert "not listed:" not in render(report(flood()), form)


def test_a_limit_says_what_it_left_out():
    text = render(report(flood()), "md", limit=0)
    left = "1 conflict, 1 fact with one known origin at most. 2 of these are left out here; "
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
