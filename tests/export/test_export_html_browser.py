"""The page in a real browser: its words light up without a script, it fits a phone, and nothing is fetched."""

import html
import json
import os
import re
import shutil
import subprocess

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.export.html import closing, opening, section

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE, DESK = 390, 1280

# Each page is shown in a frame of its own. The frame's script moves the focus, as the Tab key would: the page has none.
HARNESS = """<!doctype html><title>harness</title><body>{frames}<script>
const lit = page => [...page.querySelectorAll("article .w")].filter(
  one => page.defaultView.getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)").map(one => one.textContent);
const box = one => one.getBoundingClientRect();
onload = () => setTimeout(() => {{
  const seen = [...document.querySelectorAll("iframe")].map(frame => {{
    const page = frame.contentDocument;
    const dark = lit(page);
    frame.focus();
    page.querySelector(".note.k1 .to").focus({{focusVisible: true}});
    const note = lit(page);
    page.querySelector(".s.k2 .n").focus({{focusVisible: true}});
    const statement = lit(page);
    const rows = [...page.querySelectorAll("article .row")].map(row => box(row).top);
    const notes = [...page.querySelectorAll(".notes > ol")].map(one => [box(one).top, box(one).left]);
    const fetched = page.defaultView.performance.getEntriesByType("resource").length;
    const beyond = page.documentElement.scrollWidth - page.documentElement.clientWidth;
    const lines = [...page.querySelectorAll(".s")].map(
      one => page.defaultView.getComputedStyle(one).textDecorationStyle);
    return {{name: frame.id, title: page.title, text: page.querySelector(".text").textContent,
      dark: dark, note: note, statement: statement, rows: rows, notes: notes, fetched: fetched, beyond: beyond,
      lines: lines}};
  }});
  const out = document.createElement("pre");
  out.textContent = JSON.stringify({{title: document.title, pages: seen}});
  document.body.replaceChildren(out);
}}, 300);
</script>"""

TEXT = (
    "The Kremlin said trade had grown.\n\nAn official told TASS that talks failed.\r\n\r\n"
    "<img src=x onerror=\"top.document.title='owned'\"> \u202egnp.exe " + "w" * 300 + "\n"
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
def page():
    article = make_article(TEXT, title="<script>top.document.title='owned'</script>")
    kremlin = make_hop(article, "The Kremlin", cue="said")
    official = make_hop(article, "An official", anonymous=True, cue="told")
    statements = [
        make_statement(article, "trade had grown", chain=[kremlin]),
        make_statement(article, "that talks failed", chain=[official, make_hop(article, "TASS", role="relay")]),
        make_statement(article, "w" * 300),
    ]
    return opening() + section(make_capture(article), article, make_extraction(article, statements)).html + closing()


@pytest.fixture(scope="module")
def seen(browser, page, tmp_path_factory):
    """What the browser made of the page, by the width of its window."""
    folder = tmp_path_factory.mktemp("browser")
    frames = "".join(
        f'<iframe id="{width}" width="{width}" height="844" style="border: 0" srcdoc="{html.escape(page)}"></iframe>'
        for width in (PHONE, DESK)
    )
    path = folder / "harness.html"
    path.write_bytes(HARNESS.format(frames=frames).encode("utf-8"))
    arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=5000",
        "--dump-dom",
    ]
    done = subprocess.run([browser, *arguments, path.as_uri()], capture_output=True, text=True, timeout=300, check=True)
    made = re.search(r"<pre>(.*?)</pre>", done.stdout, re.DOTALL)
    assert made, done.stderr
    result = json.loads(html.unescape(made[1]))
    assert result["title"] == "harness"
    return {int(one["name"]): one for one in result["pages"]}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_text_is_the_articles_character_by_character(seen, width):
    assert seen[width]["text"] == TEXT


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_moving_to_a_note_or_a_statement_lights_the_words_it_rests_on(seen, width):
    assert [seen[width][when] for when in ("dark", "note", "statement")] == [
        [],
        ["The Kremlin", "said"],
        ["An official", "told", "TASS"],
    ]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_scrolls_sideways_runs_or_is_fetched(seen, width):
    assert (seen[width]["beyond"], seen[width]["fetched"], seen[width]["title"]) == (0, 0, "On whose say-so?")


def test_notes_stand_beside_their_statements_on_a_desk_and_under_them_on_a_phone(seen):
    desk, phone = seen[DESK], seen[PHONE]
    assert [top for top, _ in desk["notes"]] == desk["rows"]
    assert all(under > row for (under, _), row in zip(phone["notes"], phone["rows"], strict=True))
    assert all(left < PHONE / 4 for _, left in phone["notes"])
    assert all(left > DESK / 2 for _, left in desk["notes"])


def test_kinds_are_told_apart_by_more_than_a_colour(seen):
    assert seen[DESK]["lines"] == ["solid", "dashed", "dotted"]
