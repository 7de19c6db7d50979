"""What a page shows of its date and author, where its metadata say nothing."""

from __future__ import annotations

import pytest

from sayso.ingest.web_page import read_page

PROSE = "".join(
    f"<p>{one} of the boats came back to the harbour before the wind had turned to the north again.</p>"
    for one in ("One", "Two", "Three")
)


def _about(head: str, title: str = "Boats return") -> tuple[str | None, str | None, str | None]:
    page = (
        f"<html><head><title>{title}</title></head><body><main><h1>Boats return</h1>{head}{PROSE}</main></body></html>"
    )
    about = read_page(page).about
    return about.published, about.byline, about.outlet


@pytest.mark.parametrize(
    ("head", "published", "byline"),
    [
        ("<div><time datetime='2024-05-02T10:00Z'>2 May</time></div>", "2024-05-02", None),
        ("<div>Updated <time datetime='2024-05-02'>2 May</time></div>", None, None),
        ("<p>Published 02/23/2025</p><p>last updated 02/24/2025</p>", "2025-02-23", None),
        ("<p>Published 02/03/2025</p>", None, None),
        ("<p>Published - May 2, 2024 06:30 pm IST - KOVALAM</p>", "2024-05-02", None),
        ("<p>Published 11:30 AM CDT, May 2, 2024</p>", "2024-05-02", None),
        ("<font size=2>By Ada Holm</font>", None, "Ada Holm"),
        ("<div class='author-name'>Ada de Holm</div>", None, "Ada de Holm"),
        ("<a rel='author' href='/a'>Ada Holm</a>", None, "Ada Holm"),
        ("<p>By Ada Holm, harbour reporter</p>", None, "Ada Holm, harbour reporter"),
        ("<div class='author'>Read all about it</div>", None, None),
        ("<aside><p class='author'>Ada Holm</p></aside>", None, None),
        ("<p>By noon, no boat was back</p>", None, None),
    ],
)
def test_lines_below_the_heading(head: str, published: str | None, byline: str | None) -> None:
    found = _about(head)
    assert ((found[0] or "")[:10] or None, found[1]) == (published, byline)


def test_what_stands_below_the_first_paragraph_is_not_read() -> None:
    assert _about(f"{PROSE}<div class='author'>Ada Holm</div><p>Published 2 May 2024</p>") == (None, None, None)


def test_the_name_after_the_heading_is_the_outlet_if_the_page_says_it_elsewhere() -> None:
    assert _about("<img alt='Cape Daily News'>", "Boats return - Cape Daily News")[2] == "Cape Daily News"
    assert _about("", "Boats return - Cape Daily News")[2] is None
    assert _about("<a>Sailing</a>", "Boats return - Sailing")[2] is None


@pytest.mark.parametrize("piece", ["<div>a</div>", "<p>", "<span>a</span>", "<time>a</time>"])
def test_a_long_page_without_prose_is_read_in_time(piece: str) -> None:
    assert _about(piece * 20_000)[1:] == (None, None)
