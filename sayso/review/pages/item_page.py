"""One item: its paragraph, who says so, why it is listed, what is known besides, and what can be decided."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_urlsafe

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.item_file import ItemFile, item_file, items
from sayso.desk.item_words import KIND_WORDS, about, also, places, ranking, state
from sayso.desk.link_sides import link_sides
from sayso.desk.open_desk import Now
from sayso.present.numbers import listing
from sayso.present.questions import ASKED
from sayso.review.chain_lines import ReadingLine, marks_of, reading_line
from sayso.review.choices import ChoiceGroup, choices_for
from sayso.review.decisions_made import HistoryLine, history
from sayso.review.filters import Filters, linked
from sayso.review.link_lines import LinkLine, link_lines
from sayso.review.marked import Excerpt, Mark, excerpts
from sayso.review.named_in_article import named_in_article
from sayso.review.notices import notice_of
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered
from sayso.review.pages.queue_page import scope_of
from schemas import Dossier

LINKS = 10
"""Most links that are shown; the page of the claim has all."""


@dataclass(frozen=True)
class Position:
    """Where it stands in the list: `number` of `many` (0 where it is not in it), and its neighbours' addresses."""

    number: int
    many: int
    previous: str
    following: str
    back: str


@dataclass(frozen=True)
class ItemPage:
    """The item. `seen`: the entry that all of it is of; `once`: lets the form be sent once."""

    frame: PageFrame
    id: str
    position: Position
    kinds: tuple[str, ...]
    who: str
    sentence: str
    state: str
    overdue: bool
    settled: bool
    reasons: tuple[str, ...]
    ranking: str
    asks: str
    heading: str
    about: str
    article: str
    address: str | None
    also: str
    places: str
    excerpts: tuple[Excerpt, ...]
    readings: tuple[ReadingLine, ...]
    links: tuple[LinkLine, ...]
    more_links: int
    history: tuple[HistoryLine, ...]
    groups: tuple[ChoiceGroup, ...]
    names: tuple[str, ...]
    seen: int
    once: str
    problem: str = ""
    typed: tuple[tuple[str, str], ...] = ()

    @property
    def filled(self) -> dict[str, str]:
        """What stands in the form's fields."""
        return dict(self.typed)


def item(request: Request) -> Response:
    """The page of one item, in the list that the address asks for."""
    filters = Filters.of(request.query_params)
    with now_of(request) as now:
        frame = PageFrame("Item", base_of(request), person_of(request), filters.query, notice_of(request, now))
        return rendered("item.html", item_page(now, request.path_params["id"], filters, frame))


def item_page(
    now: Now, id_: str, filters: Filters, frame: PageFrame, problem: str = "", typed: dict[str, str] | None = None
) -> ItemPage:
    """The model of the page; `problem` is what stood in the way of what was `typed` into its form."""
    found = item_file(now, id_)
    made, finding = found.item, found.item.finding
    readings = _readings(found)
    marks = [mark for dossier, line in readings for mark in marks_of(dossier.statement, line)]
    lines = link_lines(found.dossiers, link_sides(now.snapshot, found.dossiers, LINKS))
    return ItemPage(
        frame=frame,
        id=finding.id,
        position=position(now, found.number, filters, frame.base),
        kinds=tuple(KIND_WORDS[kind] for kind in finding.kinds),
        who=listing(finding.who),
        sentence=finding.sentence,
        state=state(made),
        overdue=made.overdue,
        settled=made.settled,
        reasons=finding.reasons,
        ranking=ranking(made),
        asks=ASKED[found.asks],
        heading=made.article.heading,
        about=about(made.article),
        article=f"{frame.base}/article/{made.article.article}",
        address=made.article.link,
        also=also(made),
        places=places(made),
        excerpts=_excerpts(found, marks),
        readings=tuple(line for _, line in readings),
        links=lines[:LINKS],
        more_links=max(0, len(lines) - LINKS),
        history=history(found.dossiers, frame.person),
        groups=choices_for(found.asks) if frame.person.decides else (),
        names=named_in_article(now, made.article.article) if frame.person.decides else (),
        seen=now.snapshot.as_of,
        once=token_urlsafe(12),
        problem=problem,
        typed=tuple((typed or {}).items()),
    )


def position(now: Now, number: int, filters: Filters, base: str) -> Position:
    """Where the row stands in the list."""
    place, many, previous, following = _near(now, number, filters)
    before, after = (linked(f"{base}/item/{one}", filters.query) if one else "" for one in (previous, following))
    return Position(place + 1, many, before, after, linked(f"{base}/", filters.query))


def neighbours(now: Now, id_: str, filters: Filters) -> tuple[str | None, str | None]:
    """The items (ids) before and after this one in the list; UsageError for an unknown one."""
    return _near(now, item_file(now, id_).number, filters)[2:]


def _near(now: Now, number: int, filters: Filters) -> tuple[int, int, str | None, str | None]:
    """The place of the row in the list, from 0 (-1: it is not in it), how many there are, and its neighbours' ids."""
    numbers = now.rows.within(scope_of(now, filters), by_deadline=filters.due)
    place = numbers.index(number) if number in numbers else -1
    near = [at for at in (place - 1, place + 1) if place >= 0 and 0 <= at < len(numbers)]
    made = items(now, [numbers[at] for at in near])
    found = {at: one.finding.id for at, one in zip(near, made, strict=True)}
    return place, len(numbers), found.get(place - 1), found.get(place + 1)


def _readings(found: ItemFile) -> list[tuple[Dossier, ReadingLine]]:
    """The statements of the item, each once, with its claims."""
    made: dict[str, tuple[Dossier, ReadingLine]] = {}
    number = 1
    for dossier in found.dossiers:
        if dossier.statement.id not in made and dossier.article.id == found.item.article.article:
            own = [one.claim for one in found.dossiers if one.statement.id == dossier.statement.id]
            line = reading_line(dossier.statement, number, tuple((one.id, one.proposition) for one in own))
            made[dossier.statement.id] = dossier, line
            number += sum(bool(hop.number) for hop in line.hops)
    return list(made.values())


def _excerpts(found: ItemFile, marks: list[Mark]) -> tuple[Excerpt, ...]:
    finding = found.item.finding
    own = next((one for one in found.dossiers if one.article.id == found.item.article.article), None)
    if own is None:
        return ()
    paragraph = own.paragraph.range if own.paragraph else (finding.start, finding.end)
    return excerpts(own.article.text, paragraph, [Mark(finding.start, finding.end, "item"), *marks])
