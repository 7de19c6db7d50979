"""The page in a real browser: it fits a phone, reads in both colour schemes, and runs nothing."""

import pytest
from browser import Shown
from report_world import hostile, week
from test_report_linked_render import hostile as linked_hostile

from sayso.report import render
from sayso.report.formats.linked_words import SUBTITLE

PHONE, DESK = 390, 1000

MEASURE = """(page, frame) => {
  const mark = page.querySelector("mark");
  const style = mark && frame.contentWindow.getComputedStyle(mark.querySelector("u") || mark);
  const sides = [...page.querySelectorAll(".sides > div")].map(side => side.getBoundingClientRect());
  return {width: frame.contentWindow.innerWidth, line: style && style.textDecorationLine,
    sides: sides.length && (sides[0].top === sides[1].top ? "beside" : "below")};
}"""

CONTROL = (
    '<!doctype html><title>x</title><p style="width: 900px">wide</p>'
    "<img src='data:,' onerror='document.title=\"owned\"'>"
)


@pytest.fixture(scope="module")
def seen(browser):
    """What the browser made of each page, in a window as wide as a phone."""
    linked = render(linked_hostile(), "html")
    pages = {"week": render(week(), "html"), "hostile": render(hostile(), "html"), "linked": linked, "control": CONTROL}
    shown = {name: Shown(page, PHONE) for name, page in pages.items()}
    return browser.seen({**shown, "desk": Shown(linked, DESK)}, MEASURE)


@pytest.mark.parametrize("name", ["week", "hostile", "linked"])
def test_nothing_scrolls_sideways_on_a_phone(seen, name):
    assert (seen[name]["width"], seen[name]["beyond"]) == (PHONE, 0)


@pytest.mark.parametrize("name", ["week", "hostile", "linked"])
def test_nothing_runs_and_nothing_is_fetched(seen, name):
    page = seen[name]
    assert (page["title"], page["fetched"]) == (f"On whose say-so? {SUBTITLE}", 0)


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_what_is_marked_is_marked_by_more_than_a_colour(seen, name):
    assert seen[name]["line"] == "underline"


def test_the_sides_of_a_conflict_stand_beside_each_other_where_there_is_room(seen):
    assert (seen["linked"]["sides"], seen["desk"]["sides"]) == ("below", "beside")


def test_a_page_that_did_run_or_scroll_would_be_seen(seen):
    page = seen["control"]
    assert page["title"] == "owned"
    assert page["beyond"] > 0
