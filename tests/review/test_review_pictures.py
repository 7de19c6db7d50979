"""The pictures: their models, and the words that they have for whoever does not see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from review_world import FRAUD, Visitor, filled, opened_page
from starlette.types import ASGIApp
from worklist_world import BRIBES, told

from sayso.desk.counting_sources import SourcedCounts, by_outlet, week_of
from sayso.desk.open_desk import OpenDesk
from sayso.review.access.desk_member import DeskMember
from sayso.review.page_frame import PageFrame
from sayso.review.pages.sourcing_page import Bar, SourcingPage, WeekFigures, sourcing_page

FRAME = PageFrame("Sourcing", "/desk", DeskMember("Ana Lind", "token:Ana Lind", "reviewer"))
SVG = "{http://www.w3.org/2000/svg}"
LONG = "The Gazette of the Harbour and of the Valley beyond the Hills"


def shares(desk: OpenDesk, page: int = 1) -> SourcingPage:
    with desk.now() as now:
        return sourcing_page(now, page, FRAME)


def pictures(page: str) -> list[ElementTree.Element]:
    """The pictures of a page, which are well-formed; each has a title and a description."""
    found = [ElementTree.fromstring(one.partition("</svg>")[0] + "</svg>") for one in _after(page)]
    for one in found:
        title, desc = (next(child for child in one.iter() if child.tag.endswith(tag)) for tag in ("title", "desc"))
        assert one.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert all((said.text or "").strip() for said in (title, desc))
    return found


def _after(page: str) -> list[str]:
    return ["<svg" + one for one in page.split("<svg")[1:]]


def test_shares_are_counted_by_outlet_and_week(home: Path, blank: Path) -> None:
    articles = [
        told("Mayor took bribes", BRIBES, "The bridge was opened.", outlet="Harbour Post", published="2026-03-04"),
        told("A fair in May", "The sun shone on the market.", outlet="harbour  post", published="2026-03-11"),
        told("A fair in June", "The rain fell on the market.", outlet=LONG),
        told("A fair in July", "The snow fell on the market.", outlet="<script>alert(1)</script>"),
    ]
    filled(home, blank, articles)
    desk, app = opened_page()
    with desk:
        made = shares(desk)
        assert (made.many, made.undated, made.first, made.last) == (3, 2, "22 December 2025", "9 March 2026")
        first = made.outlets[0]
        assert (first.name, first.row) == ("Harbour Post", WeekFigures("", 2, 5, 5, 0, "100%"))
        assert first.bars == (
            Bar(10, 100, True, "Week of 2 March 2026: 100%, 3 of 3 statements."),
            Bar(11, 100, True, "Week of 9 March 2026: 100%, 2 of 2 statements."),
        )
        assert first.words == " ".join(bar.words for bar in first.bars)
        long = next(one for one in made.outlets if one.name == LONG)
        assert (long.short, long.weeks, long.words) == (f"{LONG[:25]}…", (), "Nothing in these weeks.")
        page = Visitor(app).page("/sourcing")
    assert "<script>alert" not in page
    assert LONG in page
    assert len(pictures(page)) == 3


def test_a_desk_without_articles_has_no_shares(home: Path, blank: Path) -> None:
    filled(home, blank, [])
    desk, app = opened_page()
    with desk:
        assert shares(desk).outlets == ()
        assert "No article has been read yet" in Visitor(app).page("/sourcing")


def test_what_is_left_open_has_no_share() -> None:
    assert SourcedCounts(1, 5, 0, 5).share is None
    assert SourcedCounts(1, 5, 2, 1).share == 0.5
    assert by_outlet([]) == ()
    assert [week_of(one) for one in ("2026-03-08T10:00", "soon", None, "0001-01-01")] == [
        date(2026, 3, 2),
        None,
        None,
        date(1, 1, 1),
    ]


def test_a_claim_has_the_graph_of_its_origins(desk: OpenDesk, app: ASGIApp) -> None:
    with desk.now() as now:
        claim = next(now.snapshot.find(FRAUD.partition("that ")[2].rstrip("."))).claim.id
    [picture] = pictures(Visitor(app).page(f"/claim/{claim}"))
    titles = [one.text for one in picture.iter() if one.tag.endswith("title")]
    assert "Joan Pryce" in titles
    assert "style" not in {one.tag.rpartition("}")[2] for one in picture.iter()}
    assert not [one for one in picture.iter() if one.get("style")]
