"""The page in a real browser: it fits a phone, reads in both colour schemes, and runs nothing."""

import pytest
from browser import Shown
from report_world import hostile, week

from sayso.report import render
from sayso.report.linked_wording import SUBTITLE

PHONE = 390

MEASURE = """(page, frame) => {
  const mark = page.querySelector("mark");
  const style = mark && frame.contentWindow.getComputedStyle(mark.querySelector("u") || mark);
  return {width: frame.contentWindow.innerWidth, line: style && style.textDecorationLine};
}"""

CONTROL = (
    '<!doctype html><title>x</title><p style="width: 900px">wide</p>'
    "<img src='data:,' onerror='document.title=\"owned\"'>"
)


@pytest.fixture(scope="module")
def seen(browser):
    """What the browser made of each page, in a window as wide as a phone."""
    pages = {"week": render(week(), "html"), "hostile": render(hostile(), "html"), "control": CONTROL}
    return browser.seen({name: Shown(page, PHONE) for name, page in pages.items()}, MEASURE)


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_nothing_scrolls_sideways_on_a_phone(seen, name):
    assert (seen[name]["width"], seen[name]["beyond"]) == (PHONE, 0)


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_nothing_runs_and_nothing_is_fetched(seen, name):
    page = seen[name]
    assert (page["title"], page["fetched"]) == (f"On whose say-so? {SUBTITLE}", 0)


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_what_is_marked_is_marked_by_more_than_a_colour(seen, name):
    assert seen[name]["line"] == "underline"


def test_a_page_that_did_run_or_scroll_would_be_seen(seen):
    page = seen["control"]
    assert page["title"] == "owned"
    assert page["beyond"] > 0
