"""A worklist in each format; titles, names and reasons of others are shown and never obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from worklist_world import BRIBES, REGISTRY, told

from sayso.present.safe import plain
from sayso.worklist import FORMATS, Finding, Item, ItemArticle, ItemStory, Worklist, found, render

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
HOSTILE = plain("=1+1 <script>alert(1)</script> \x1b[31m [x](http://a.example) \u202e`")
"""As the desk hands it on: a control character is a U+FFFD."""


def finding() -> Finding:
    _, article, extraction = told("Mayor took bribes", BRIBES)
    return found(article, extraction, REGISTRY).findings[0]


def item(**known: Any) -> Item:
    article = {"article": "a" * 32, "title": "Mayor took bribes", "outlet": "Harbour Post", "file": "mayor.txt"}
    about = ItemArticle.model_validate({**article, **known.pop("article", {})})
    return Item(finding=finding(), article=about, first_seen=NOON, **{"state": "open", **known})


def made(*items: Item, **known: Any) -> Worklist:
    facts = {"made": NOON, "scope": (), "articles": 3, "open": 7, "matching": 2, "accusations": 1, **known}
    return Worklist(items=items, **facts)


def test_text() -> None:
    queried = item(state="queried", asked="Mr Hale's lawyer", until=NOON, overdue=True, assignee="Ben")
    lines = render(made(queried, left_out=1, closed=2), "text").splitlines()
    assert lines[:10] == [
        "2 items to act on, 1 accusation among them. 7 open in all.",
        "",
        "1. Accused or exposed: Tom Hale",
        f"   {queried.finding.id[:14]} · queried to Mr Hale's lawyer; until 1 December 2026, 12:00 UTC, overdue; Ben "
        "has",
        "   it · harm 3 (somebody is harmed), support 1 (unnamed, or others' reports)",
        "   Mayor took bribes · Harbour Post · date not known · mayor.txt · first seen 1 December 2026, 12:00",
        "   UTC",
        "   A council official said that **Tom Hale took bribes**.",
        "   - Tom Hale can be identified, and is accused or exposed here (“bribes”).",
        "   - Tom Hale is accused by what it says.",
    ]
    assert lines[-5:-2] == ["", "1 more item not shown (--limit shows more).", "Counted, not listed: 2 items settled."]


def test_a_sheet_has_boxes_to_tick() -> None:
    assert render(made(item(), sheet=True), "text").splitlines()[2:4] == [
        f"[ ] 1. Accused or exposed: Tom Hale · {finding().id[:14]} · open",
        "    A council official said that Tom Hale took bribes. (Harbour Post)",
    ]


def test_nothing_to_act_on_is_no_clean_bill() -> None:
    empty = made(matching=0, accusations=0, scope=("naming Trop",))
    assert render(empty, "text") == "0 items to act on. 7 open in all.\nAsked for: naming Trop.\n"


def test_csv_has_a_row_an_item_and_no_empty_columns() -> None:
    text = render(made(item(), item(state="closed", outcome="cut")), "csv")
    assert text.startswith(
        "\ufeffnumber,id,kind,who,harm,support,state,sentence,why,title,outlet,file,first_seen,article,"
    )
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["state"] for row in rows] == ["open", "closed"]
    assert {row["kind"] for row in rows} == {"accusation"}


def test_json_has_everything() -> None:
    found_ = json.loads(render(made(item()), "json"))
    assert (found_["schema"], found_["open"], found_["items"][0]["finding"]["kind"]) == (1, 7, "accusation")


def test_an_article_without_a_title_is_never_called_by_its_path() -> None:
    text = render(made(item(article={"title": None})), "text")
    assert "Without a title · Harbour Post" in text


def test_the_story_stands_above_its_items() -> None:
    text = render(made(item(story=ItemStory(id="t-1", title="The bribes of Harbour"))), "text")
    assert text.splitlines()[2] == "Story: The bribes of Harbour"


@pytest.mark.parametrize("form", FORMATS)
def test_what_others_write_is_shown_and_not_obeyed(form: Any) -> None:
    bad = item(
        article={"title": HOSTILE, "outlet": HOSTILE, "file": HOSTILE, "url": "javascript:alert(1)"},
        state="queried",
        asked=HOSTILE,
        assignee=HOSTILE,
        notes=(HOSTILE,),
        story=ItemStory(id="t-1", title=HOSTILE),
    )
    text = render(made(bad, scope=(HOSTILE,)), form)
    assert "\x1b" not in text
    assert "\u202e" not in text
    if form in ("html", "md"):
        assert "<script>" not in text
        assert not re.search(r"(?<!\\)\]\(http", text) or form == "html"
        assert 'href="javascript' not in text
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        assert rows[0]["title"].startswith("'=1+1")
