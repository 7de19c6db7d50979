"""A claim: who says so, the origins it rests on, and everything it is linked to."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_urlsafe

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.link_sides import link_sides
from sayso.desk.open_desk import Now
from sayso.desk.showing import drawing, show
from sayso.present.appearance import title_or_opening
from sayso.present.chain import carried_by
from sayso.present.numbers import day
from sayso.present.safe import plain
from sayso.review.chain_lines import ReadingLine, marks_of, reading_line
from sayso.review.decisions_made import HistoryLine, history
from sayso.review.link_lines import LinkLine, link_lines
from sayso.review.marked import Excerpt, Mark, excerpts
from sayso.review.named_in_article import named_in_article
from sayso.review.notices import notice_of
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered
from schemas import Dossier, Origins

BESIDE = 20
"""Most links that are shown with their paragraphs; further ones are lines."""


@dataclass(frozen=True)
class ClaimPage:
    """The claim; `rests_on` is the sentence about its origins, `origins` a line for each, `circles` who cites whom.

    `picture`: the graph of the origins, whose words are escaped already; `says_otherwise`: how many links conflict.
    """

    frame: PageFrame
    id: str
    words: str
    heading: str
    about: str
    article: str
    reading: ReadingLine
    excerpts: tuple[Excerpt, ...]
    rests_on: str
    origins: tuple[str, ...]
    circles: tuple[str, ...]
    picture: Markup
    says_otherwise: int
    links: tuple[LinkLine, ...]
    history: tuple[HistoryLine, ...]
    entry: int
    names: tuple[str, ...]
    seen: int
    once: str


def claim(request: Request) -> Response:
    """The page of one claim."""
    with now_of(request) as now:
        frame = PageFrame("Claim", base_of(request), person_of(request), notice=notice_of(request, now))
        return rendered("claim.html", claim_page(now, request.path_params["id"], frame))


def claim_page(now: Now, id_: str, frame: PageFrame) -> ClaimPage:
    """The model of the page; UsageError for an unknown claim."""
    dossier, origins = show(now.snapshot, id_, now.registry)[0]
    known = dossier.article
    links = link_lines([dossier], link_sides(now.snapshot, [dossier], BESIDE))
    line = reading_line(dossier.statement, 1, ((dossier.claim.id, plain(dossier.claim.proposition)),))
    return ClaimPage(
        frame=frame,
        id=dossier.claim.id,
        words=plain(dossier.claim.proposition),
        heading=plain(title_or_opening(known)),
        about=plain(" · ".join(filter(None, (known.outlet, day(known.published or ""), dossier.capture.file)))),
        article=f"{frame.base}/article/{known.id}",
        reading=line,
        excerpts=_excerpts(dossier, line),
        rests_on=plain(origins.sentence),
        origins=tuple(_origins(origins)),
        circles=tuple(plain(" cites ".join([*one.names, one.names[0]])) for one in origins.circles),
        picture=Markup(drawing(now.snapshot, origins, now.registry, styled=False)),  # noqa: S704 - `draw` escapes
        says_otherwise=sum("conflicts" in one.relation for one in links),
        links=links,
        history=history([dossier], frame.person),
        entry=dossier.entry.number,
        names=named_in_article(now, known.id) if frame.person.decides else (),
        seen=now.snapshot.as_of,
        once=token_urlsafe(12),
    )


def _origins(origins: Origins) -> list[str]:
    return [plain(f"{one.origin}{carried_by(' and '.join(one.carriers))}") for one in origins.lines]


def _excerpts(dossier: Dossier, line: ReadingLine) -> tuple[Excerpt, ...]:
    marks = [Mark(span.start, span.end, "item") for span in dossier.claim.spans]
    first, last = dossier.claim.spans[0].start, dossier.claim.spans[-1].end
    place = dossier.paragraph.range if dossier.paragraph else (first, last)
    return excerpts(dossier.article.text, place, [*marks, *marks_of(dossier.statement, line)])
