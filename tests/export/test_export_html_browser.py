"""The page in a real browser: its words light up without a script, it fits a phone, and nothing is fetched."""

import pytest
from browser import Shown
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.export.html import closing, opening, section

PHONE, DESK = 390, 1280

# The page itself has no script: the focus is moved as the Tab key would move it.
MEASURE = """(page, frame) => {
  const styled = one => page.defaultView.getComputedStyle(one);
  const lit = () => [...page.querySelectorAll("article .w")].filter(
    one => styled(one).backgroundColor !== "rgba(0, 0, 0, 0)").map(one => one.textContent);
  const box = one => one.getBoundingClientRect();
  const dark = lit();
  frame.focus();
  page.querySelector(".note.k1 .to").focus({focusVisible: true});
  const note = lit();
  page.querySelector(".s.k2 .n").focus({focusVisible: true});
  const statement = lit();
  return {text: page.querySelector(".text").textContent, dark: dark, note: note, statement: statement,
    rows: [...page.querySelectorAll("article .row")].map(row => box(row).top),
    notes: [...page.querySelectorAll(".notes > ol")].map(one => [box(one).top, box(one).left]),
    lines: [...page.querySelectorAll(".s")].map(one => styled(one).textDecorationStyle)};
}"""

TEXT = (
    "The Kremlin said trade had grown.\n\nAn official told TASS that talks failed.\r\n\r\n"
    "<img src=x onerror=\"top.document.title='owned'\"> \u202egnp.exe " + "w" * 300 + "\n"
)


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
def seen(browser, page):
    """What the browser made of the page, by the width of its window."""
    seen = browser.seen({str(width): Shown(page, width) for width in (PHONE, DESK)}, MEASURE)
    return {int(width): one for width, one in seen.items()}


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
