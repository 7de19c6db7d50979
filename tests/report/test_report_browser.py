"""The page in a real browser: it fits a phone, reads in both colour schemes, and runs nothing."""

import html
import json
import os
import re
import shutil
import subprocess

import pytest
from report_world import hostile, week

from sayso.report import render
from sayso.report.linked_wording import SUBTITLE

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = 390

# Each page is shown in a frame of its own as wide as a phone, and says what became of it.
HARNESS = """<!doctype html><title>harness</title><body>{frames}<script>
onload = () => setTimeout(() => {{
  const seen = [...document.querySelectorAll("iframe")].map(frame => {{
    const page = frame.contentDocument, mark = page.querySelector("mark");
    const style = mark && frame.contentWindow.getComputedStyle(mark.querySelector("u") || mark);
    const fetched = frame.contentWindow.performance.getEntriesByType("resource");
    return {{name: frame.id, title: page.title, width: frame.contentWindow.innerWidth, requests: fetched.length,
      beyond: page.documentElement.scrollWidth - page.documentElement.clientWidth,
      line: style && style.textDecorationLine}};
  }});
  const out = document.createElement("pre");
  out.textContent = JSON.stringify({{title: document.title, pages: seen}});
  document.body.replaceChildren(out);
}}, 300);
</script>"""

CONTROL = (
    '<!doctype html><title>x</title><p style="width: 900px">wide</p>'
    "<img src='data:,' onerror='document.title=\"owned\"'>"
)


@pytest.fixture(scope="module")
def browser():
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        reason = f"expected a browser ({', '.join(BROWSERS)}) on the path, found none: install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def seen(browser, tmp_path_factory):
    """What the browser made of each page."""
    folder = tmp_path_factory.mktemp("browser")
    pages = {"week": render(week(), "html"), "hostile": render(hostile(), "html"), "control": CONTROL}
    frames = "".join(
        f'<iframe id="{name}" width="{PHONE}" height="844" style="border: 0" srcdoc="{html.escape(page)}"></iframe>'
        for name, page in pages.items()
    )
    path = folder / "harness.html"
    path.write_text(HARNESS.format(frames=frames), encoding="utf-8")
    arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        f"--user-data-dir={folder / 'profile'}",
    ]
    done = subprocess.run(
        [browser, *arguments, "--virtual-time-budget=5000", "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    made = re.search(r"<pre>(.*?)</pre>", done.stdout, re.DOTALL)
    assert made, done.stderr
    return json.loads(html.unescape(made[1]))


def of(seen, name):
    return next(page for page in seen["pages"] if page["name"] == name)


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_nothing_scrolls_sideways_on_a_phone(seen, name):
    assert (of(seen, name)["width"], of(seen, name)["beyond"]) == (PHONE, 0)


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_nothing_runs_and_nothing_is_fetched(seen, name):
    page = of(seen, name)
    assert (page["title"], page["requests"]) == (f"On whose say-so? {SUBTITLE}", 0)
    assert seen["title"] == "harness"


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_what_is_marked_is_marked_by_more_than_a_colour(seen, name):
    assert of(seen, name)["line"] == "underline"


def test_a_page_that_did_run_or_scroll_would_be_seen(seen):
    page = of(seen, "control")
    assert page["title"] == "owned"
    assert page["beyond"] > 0
