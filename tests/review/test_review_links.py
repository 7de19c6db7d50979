"""Links side by side: which words the other lacks, what is cut, and what the pages show of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from factories import make_article, make_claim, make_dossiers, make_extraction, make_statement
from review_world import Visitor, filled, linked_up, opened_page
from starlette.types import ASGIApp
from worklist_world import Said, told

from sayso.desk.link_sides import LinkSides
from sayso.desk.open_desk import OpenDesk
from sayso.review.access.desk_member import DeskMember
from sayso.review.marked import Excerpt, MarkedPiece
from sayso.review.page_frame import PageFrame
from sayso.review.pages.claim_page import claim_page
from sayso.review.two_paragraphs import SideBySide, SideView, side_by_side
from schemas import Dossier

FRAME = PageFrame("Claim", "", DeskMember("Ana Lind", "token:Ana Lind", "reviewer"))
FAMILY = "\U0001f468‍\U0001f469‍\U0001f467"
HOSTILE = "Tom <b>Hale</b> & \u202eco had stolen 12 cars."
CLAIMED, LACKING = ("claimed",), ("claimed", "lacking")


def dossier(words: str, before: str = "", after: str = "") -> Dossier:
    article = make_article(f"{before}{words}{after}", outlet="The Globe", published="2026-03-04")
    statement = make_statement(article, words)
    [made] = make_dossiers(article, make_extraction(article, [statement], claims=[make_claim(article, statement)]))
    return made


def beside(ours: Dossier, theirs: Dossier) -> SideBySide:
    return side_by_side(LinkSides(ours, theirs, ()))


PAIRS = {
    "the same": ("The bridge fell.", "The bridge fell.", (), ()),
    "a figure": ("12 people died.", "30 people died.", ("12",), ("30",)),
    "more words": ("Ten men died.", "Ten men died on Monday night.", (), ("on Monday night",)),
    "not": ("The mayor did not resign.", "The mayor did resign.", ("not",), ()),
    "who did it to whom": ("Lund hit Berg.", "Berg hit Lund.", ("hit Berg",), ("Berg hit",)),
    "capitals, stops and quotation marks": ("“The truce” holds!", "the truce, holds", (), ()),
    "a percent sign and a minus": ("It fell by 12%, to -5.", "It fell by 12, to 5.", ("12%", "-5"), ("12", "5")),
    "an emoji": (f"{FAMILY} Ana spoke.", "\U0001f4a3 Ana spoke.", (FAMILY,), ("\U0001f4a3",)),
    "an accent, composed or not": ("Ana\u0301 Roe spoke.", "An\u00e1 Row spoke.", ("Roe",), ("Row",)),
    "nothing in common": ("Rain fell.", "Seals came back", ("Rain fell",), ("Seals came back",)),
}


@pytest.mark.parametrize("name", PAIRS)
def test_words_that_the_other_lacks_are_marked(name: str) -> None:
    ours, theirs, only, only_there = PAIRS[name]
    made = beside(dossier(ours, "\U0001f4a3 They say: "), dossier(theirs))
    assert [side.only for side in made.sides] == [only, only_there]
    marked = [tuple(one.words for one in side.shown.pieces if "lacking" in one.looks) for side in made.sides]
    assert marked == [only, only_there]
    assert ["".join(one.words for one in side.shown.pieces if one.looks) for side in made.sides] == [ours, theirs]


def test_the_model_of_a_side() -> None:
    ours = dossier("12 people died.", "Police counted. ", " More soon.")
    assert beside(ours, dossier("30 people died.")).sides[0] == SideView(
        claim=ours.claim.id,
        outlet="The Globe",
        date="4 March 2026",
        heading="Police counted. 12 people died. More soon.",
        article=ours.article.id,
        who="no source given",
        shown=Excerpt(
            (
                MarkedPiece("Police counted. "),
                MarkedPiece("12", LACKING),
                MarkedPiece(" people died.", CLAIMED),
                MarkedPiece(" More soon."),
            ),
            before=False,
            after=False,
        ),
        whole=None,
        only=("12",),
    )


def test_a_paragraph_of_2000_words_is_cut_around_the_claim_and_can_be_opened() -> None:
    made = beside(dossier("Ten men died.", "word " * 1000, " word" * 1000), dossier("Ten men died."))
    side = made.sides[0]
    assert "".join(one.words for one in side.shown.pieces) == f"{'word ' * 30}Ten men died.{' word' * 30}"
    assert (side.shown.before, side.shown.after) == (True, True)
    assert side.whole is not None
    assert "".join(one.words for one in side.whole.pieces) == f"{'word ' * 1000}Ten men died.{' word' * 1000}"


def test_claims_too_long_to_compare_are_not_marked_as_alike() -> None:
    long = dossier("word " * 2000 + "end.")
    made = beside(long, dossier("Ten men died."))
    assert (made.compared, [side.only for side in made.sides]) == (False, [(), ()])
    assert sum(len(one.words) for one in made.sides[0].shown.pieces) < 800


@pytest.fixture
def desk_and_app(home: Path, blank: Path) -> Iterator[tuple[OpenDesk, ASGIApp]]:
    said = "Tom Hale had stolen 30 cars"
    pryce = Said(f"Joan Pryce said that {said}.", said, "Joan Pryce")
    roe = Said(f"Max Roe said: {HOSTILE}", HOSTILE, "Max Roe")
    pair = [told("Row", pryce), told("Cars", roe, outlet="<i>Echo</i>", published="2026-03-04")]
    filled(home, blank, pair)
    desk, app = opened_page()
    with desk:
        linked_up(desk, "stolen")
        yield desk, app


def test_both_pages_show_the_link_side_by_side_with_what_would_settle_it(
    desk_and_app: tuple[OpenDesk, ASGIApp],
) -> None:
    desk, app = desk_and_app
    ana = Visitor(app)
    item = next(one for one in ana.items() if "30 cars" in ana.page(one))
    page = ana.page(item)
    assert page.count('<div class="side">') == 2
    claim = re.findall(r'href="(/claim/\w+)" aria-label', page)[0]
    with desk.now() as now:
        [line] = claim_page(now, claim.rpartition("/")[2], FRAME).links
    assert line.both is not None
    assert [(side.outlet, side.date, side.who) for side in line.both.sides] == [
        ("The Daily Globe", "date not known", "Joan Pryce"),
        ("<i>Echo</i>", "4 March 2026", "Max Roe"),
    ]
    assert line.both.settles == (
        "The earlier source: what Joan Pryce said, word for word.",
        "The earlier source: what Max Roe said, word for word.",
        "When each was said: with the order unknown, one may only be newer than the other.",
    )
    for shown in (page, ana.page(claim)):
        assert all(sentence in unescape(shown) for sentence in line.both.settles)
        assert "<b>" not in shown
        assert "<i>" not in shown
        assert '<mark class="claimed lacking">30</mark>' in shown
        assert re.search(r'class="ruling".*value="confirm".*value="reject"', shown, re.DOTALL)
