"""Each page's model, as its template gets it."""

from __future__ import annotations

from review_world import FRAUD, HALE

from sayso.desk.open_desk import OpenDesk
from sayso.review.access.desk_member import DeskMember
from sayso.review.chain_lines import HopLine
from sayso.review.filters import Filters
from sayso.review.marked import MarkedPiece
from sayso.review.page_frame import PageFrame
from sayso.review.pages.claim_page import claim_page
from sayso.review.pages.item_page import ItemPage, item_page
from sayso.review.pages.queue_page import QueuePage, QueueRow, queue_page
from sayso.review.pages.record_page import Backlog, record_page
from sayso.review.pages.sources_page import sources_page
from sayso.review.pages.whole_article import article_page

ANA = DeskMember("Ana Lind", "token:Ana Lind", "reviewer")
FRAME = PageFrame("Worklist", "/desk", ANA)


def listed(desk: OpenDesk, filters: Filters = Filters()) -> QueuePage:  # noqa: B008
    with desk.now() as now:
        return queue_page(now, filters, FRAME)


def shown(desk: OpenDesk, number: int, filters: Filters = Filters()) -> ItemPage:  # noqa: B008
    rows = listed(desk, filters).rows
    with desk.now() as now:
        return item_page(now, rows[number].id, filters, FRAME)


def test_the_queue_is_the_worklist(desk: OpenDesk) -> None:
    made = listed(desk)
    assert [row.kind for row in made.rows] == ["accusation", "accusation", "accusation", "fact", "unnamed"]
    assert (made.matching, made.accusations, made.overdue, made.number, made.pages) == (5, 3, 0, 1, 1)
    first = made.rows[0]
    assert first == QueueRow(
        number=1,
        id=first.id,
        address=f"/desk/item/{first.id}",
        kind="accusation",
        kind_words="Accused or exposed",
        who="Tom Hale",
        sentence=HALE,
        heading="Mayor took bribes, says official",
        about="Harbour Post · date not known · Mayor took b.txt",
        state="open",
        overdue=False,
        why=first.why,
    )


def test_filters_stand_in_the_address_and_stay_there(desk: OpenDesk) -> None:
    made = listed(desk, Filters(kind=("unnamed", "fact"), outlet="the daily globe"))
    assert [row.kind for row in made.rows] == ["fact", "unnamed"]
    assert made.rows[0].address.endswith("?kind=unnamed&kind=fact&outlet=the+daily+globe")
    assert made.scope == ("outlet the daily globe", "of kind unnamed or fact")


def test_a_page_after_the_last_is_the_last(desk: OpenDesk) -> None:
    assert listed(desk, Filters(page=999)).number == 1


def test_an_item_has_its_paragraph_who_says_so_and_its_place_in_the_list(desk: OpenDesk) -> None:
    made = shown(desk, 1)
    assert (made.sentence, made.who, made.state) == (FRAUD, "Ben Lund", "open")
    assert (made.position.number, made.position.many, made.position.back) == (2, 5, "/desk/")
    assert made.position.previous.startswith("/desk/item/s-")
    [reading] = made.readings
    assert [(hop.role, hop.name, hop.number) for hop in reading.hops] == [
        ("said by", "Joan Pryce", 1),
        ("printed by", "The Daily Globe", 0),
    ]
    assert reading.hops[0] == HopLine(1, "said by", "Joan Pryce", False, ())
    [excerpt] = made.excerpts
    assert (
        "".join(piece.words for piece in excerpt.pieces) == f"Row over the fund\n\n{FRAUD}\n\nThe fund is an old one."
    )
    assert MarkedPiece("Joan Pryce", ("item", "source"), (1,), 1) in excerpt.pieces
    assert MarkedPiece("Ben Lund had stolen the money", ("item", "said")) in excerpt.pieces


def test_the_last_of_the_list_has_nothing_after_it(desk: OpenDesk) -> None:
    made = shown(desk, 4)
    assert (made.position.number, made.position.following) == (5, "")


def test_a_reader_is_offered_no_choices(desk: OpenDesk) -> None:
    first = listed(desk).rows[0].id
    with desk.now() as now:
        made = item_page(now, first, Filters(), PageFrame("Item", "", DeskMember("Cy Roe", "token:Cy Roe", "reader")))
    assert made.groups == ()


def test_the_article_has_every_statement(desk: OpenDesk) -> None:
    address = shown(desk, 0).article
    with desk.now() as now:
        made = article_page(now, address.rpartition("/")[2], FRAME)
    assert made.section.heading == "Mayor took bribes, says official"
    notes = [note for part in made.section.parts for each in part for note in each.notes]
    assert [note.who for note in notes] == ["no source given", "unnamed: A council official", "no source given"]
    assert {note.id for note in notes} == {*made.file.claims}


def test_a_claim_says_what_it_rests_on(desk: OpenDesk) -> None:
    claim = shown(desk, 1).readings[0].claims[0][0]
    with desk.now() as now:
        made = claim_page(now, claim, FRAME)
    assert (made.words, made.links, made.history) == ("Ben Lund had stolen the money", (), ())
    assert "Joan Pryce" in made.rests_on


def test_sources_are_looked_for_by_any_of_their_names(desk: OpenDesk) -> None:
    with desk.now() as now:
        made = sources_page(now, "tass", 1, FRAME)
        every = sources_page(now, "", 1, FRAME)
    assert "TASS" in [line.name for line in made.lines]
    assert made.many < every.many
    assert len(every.lines) == 50


def test_the_record_has_its_head_and_what_is_left_to_do(desk: OpenDesk) -> None:
    with desk.now() as now:
        made = record_page(now, FRAME)
        head = now.snapshot.head
    assert (made.head, made.entries, made.open, made.overdue) == (f"{head.size}:{head.root}", 24, 5, 0)
    assert made.by_kind == (
        Backlog("Accused or exposed", 3, "/desk/?kind=accusation"),
        Backlog("Unnamed source alone", 1, "/desk/?kind=unnamed"),
        Backlog("Carries the story, and nobody says so", 1, "/desk/?kind=fact"),
    )
    assert (made.check, made.reading, made.failures) == (None, None, ())
