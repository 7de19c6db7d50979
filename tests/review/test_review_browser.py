"""The page in a real Chromium: a list worked off by keyboard alone, and by mouse without JavaScript; axe is content."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from review_world import PEOPLE, RULES, filled, linked_up, ten

from sayso.desk.open_desk import OpenDesk
from sayso.review import PageServer, application, listening
from sayso.review.access.rules import AccessRules
from sayso.settings import settings
from schemas import Decision

pytestmark = pytest.mark.skipif("CI" not in os.environ, reason="starts a browser, ten seconds; runs where CI is set")

NAMES = ("chromium", "chromium-browser", "google-chrome")
SERIOUS = ("serious", "critical")
_RANGE = """(text, words) => {
  const range = document.createRange(), walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at >= 0) { range.setStart(node, at); range.setEnd(node, at + words.length); return END; }
  }
}"""
PLACE_OF = _RANGE.replace("END", "range.getBoundingClientRect()")
SELECT = _RANGE.replace("END", "getSelection().removeAllRanges(), getSelection().addRange(range)")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; a test fails without one, since it only runs where one is owed."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail(f"expected a browser ({', '.join(NAMES)}) on the path, found none: install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page_of_ten(home: Path, blank: Path) -> Iterator[tuple[OpenDesk, str]]:
    """A desk with a list of ten, and the address of its page."""
    filled(home, blank, ten())
    with OpenDesk(settings()) as desk, listening("127.0.0.1", 0) as socket:
        port = socket.getsockname()[1]
        rules = AccessRules(frozenset([f"127.0.0.1:{port}"]), PEOPLE, readers=RULES.readers, editors=RULES.editors)
        server = PageServer(application(desk, rules, "", port))
        thread = Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        yield desk, f"http://127.0.0.1:{port}"
        server.stop()
        thread.join()


def entered(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}/?token=token-of-ana")
    assert page.url == f"{address}/"
    return page


def made(desk: OpenDesk) -> list[Decision]:
    """What Ana decided, oldest first."""
    with desk.ledger.snapshot() as snapshot:
        return [one for _, one in snapshot.decisions_by("Ana Lind")][::-1]


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for that."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_list_of_ten_is_worked_off_by_keyboard_alone(chromium: Browser, page_of_ten: tuple[OpenDesk, str]) -> None:
    desk, address = page_of_ten
    page = entered(chromium.new_context(), address)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    press(page, "Enter")
    first = heading(page)
    assert page.locator(".place").inner_text().startswith("Worklist\n1 of 10")
    press(page, "j")
    assert heading(page) != first
    press(page, "k")
    assert heading(page) == first

    page.keyboard.press("e")  # corrects one chain: the relay that it lacks
    page.keyboard.press("Control+a")
    page.keyboard.type("Joan Pryce via TASS")
    press(page, "Enter")
    assert heading(page) == first
    assert "corrected by Ana Lind" in page.locator(".notice").inner_text()

    press(page, "m")
    press(page, "u")  # takes one back
    assert heading(page) != first
    press(page, ".")
    assert page.locator("[data-row]").count() == 10

    page.keyboard.press("j")
    press(page, "Enter")
    page.keyboard.press("v")  # needs a reason: the field is chosen, and nothing is sent
    page.keyboard.type("m is a letter here")
    assert page.evaluate("document.activeElement.name") == "why"
    page.keyboard.press("Escape")
    press(page, "v")
    for number in range(9):
        assert page.locator(".place").inner_text().startswith(f"Worklist\n1 of {9 - number}")
        press(page, "m")
    assert "Nothing is left on this list." in page.locator("main").inner_text()

    done = made(desk)
    assert [one.judgement for one in done] == ["correct", "misread", "undo", "accept", *["misread"] * 9]
    assert {(one.by, one.account) for one in done} == {("Ana Lind", "token:Ana Lind")}
    assert [hop.name for hop in done[0].chain][:2] == ["Joan Pryce", "TASS"]
    assert (done[2].undoes, done[3].why) == (done[1].id, "m is a letter here")


def test_keys_can_be_switched_off_and_stay_off(chromium: Browser, page_of_ten: tuple[OpenDesk, str]) -> None:
    desk, address = page_of_ten
    page = entered(chromium.new_context(), address)
    page.locator("[data-row]").first.click()
    page.wait_for_url("**/item/**")
    page.locator("summary", has_text="Keys").click()
    page.get_by_label("Letters work as keys").uncheck()
    page.keyboard.press("m")
    page.reload()
    page.keyboard.press("m")
    assert made(desk) == []
    page.locator("summary", has_text="Keys").click()
    page.get_by_label("Letters work as keys").check()
    press(page, "m")
    assert [one.judgement for one in made(desk)] == ["misread"]


def test_the_same_by_mouse_without_javascript(chromium: Browser, page_of_ten: tuple[OpenDesk, str]) -> None:
    desk, address = page_of_ten
    page = entered(chromium.new_context(java_script_enabled=False), address)
    page.locator("[data-row]").first.click()
    page.get_by_text("Correct this").click()
    page.get_by_label("Via whom").fill("TASS")
    page.get_by_role("button", name="Correct it").click()
    page.get_by_role("button", name="Misread by the machine").click()
    page.locator(".notice").get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="Worklist").first.click()
    page.locator("[data-row]").first.click()
    for _ in range(10):
        page.get_by_role("button", name="Misread by the machine").click()
    assert "Nothing is left on this list." in page.locator("main").inner_text()
    assert [one.judgement for one in made(desk)] == ["correct", "misread", "undo", *["misread"] * 10]


def test_words_marked_by_mouse_and_by_keyboard_correct_a_chain(
    chromium: Browser, page_of_ten: tuple[OpenDesk, str], tmp_path: Path
) -> None:
    desk, address = page_of_ten
    page = entered(chromium.new_context(), address)
    page.locator("[data-row]").first.click()
    page.get_by_text("Correct this").click()
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.screenshot(path=Path(os.environ.get("REVIEW_SHOTS") or tmp_path) / "correcting.png")
    page.get_by_label("Via whom").click()
    box = page.locator("[data-at]").first.evaluate(PLACE_OF, "TASS")
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    assert page.get_by_label("Via whom").input_value() == "TASS"
    page.get_by_role("button", name="Correct it").click()
    assert "corrected by Ana Lind" in page.locator(".notice").inner_text()

    page.wait_for_load_state()  # from then on there are keys
    press(page, "j")
    page.keyboard.press("e")
    page.locator("[data-at]").first.evaluate(SELECT, "TASS")  # as a reader's caret does it
    assert page.get_by_role("combobox", name="Who says so").input_value() == "TASS"
    page.get_by_label("Via whom").fill("")
    page.get_by_role("button", name="Correct it").focus()  # in a field, Enter may only close its list of names
    press(page, "Enter")

    done = made(desk)
    with desk.ledger.snapshot() as snapshot:
        texts = [next(iter(snapshot.about(one.about))).article.text for one in done]
    mentions = [(one.chain[-2].mention, text) for one, text in zip(done, texts, strict=True)]
    assert [mention and text[slice(*mention.range)] for mention, text in mentions] == ["TASS", "TASS"]
    assert [[hop.name for hop in one.chain][:-1] for one in done] == [["Joan Pryce", "TASS"], ["TASS"]]


def test_a_click_on_marked_words_jumps_and_decides_nothing(
    chromium: Browser, page_of_ten: tuple[OpenDesk, str]
) -> None:
    desk, address = page_of_ten
    page = entered(chromium.new_context(), address)
    page.locator("[data-row]").first.click()
    page.locator("a.source").first.click()
    assert page.url.endswith("#hop-1")
    page.locator("#hop-1 a").click()
    assert page.url.endswith("#words-1")
    assert made(desk) == []


def test_axe_finds_nothing_serious_at_either_width(
    chromium: Browser, page_of_ten: tuple[OpenDesk, str], tmp_path: Path
) -> None:
    desk, address = page_of_ten
    linked_up(desk, "stolen")
    shots = Path(os.environ.get("REVIEW_SHOTS") or tmp_path)
    context = chromium.new_context(bypass_csp=True)  # axe is a script of the test's
    page = entered(context, address)
    item = page.locator("[data-row]").first.get_attribute("href")
    page.goto(f"{address}{item}")
    article = page.locator("#paragraph + .about a").first.get_attribute("href")
    claim = page.locator('a[href^="/claim/"]').first.get_attribute("href")
    places = {"queue": "/", "filters": "/?kind=accusation", "item": item, "article": article, "claim": claim}
    places |= {"sources": "/sources", "record": "/record", "nowhere": "/nowhere"}
    found: dict[str, Any] = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for name, place in places.items():
            page.goto(f"{address}{place}")
            for width in (380, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(path=shots / f"{name}-{scheme}-{width}.png", full_page=True)
                beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert beyond <= 0, (name, width)
            serious = [one for one in Axe().run(page).response["violations"] if one["impact"] in SERIOUS]
            if serious:
                found[f"{name}-{scheme}"] = [(one["id"], one["nodes"][0]["html"][:200]) for one in serious]
    assert found == {}


def test_what_a_page_loads_comes_from_here(chromium: Browser, page_of_ten: tuple[OpenDesk, str]) -> None:
    _, address = page_of_ten
    context = chromium.new_context()
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = entered(context, address)
    page.on("console", lambda message: said.append(message.text))
    page.locator("[data-row]").first.click()
    assert [one for one in asked if not one.startswith(f"{address}/")] == []
    assert said == []
