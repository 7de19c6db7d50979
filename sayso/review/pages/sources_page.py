"""The sources that names are taken for, those that the newsroom changed first."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.open_desk import Now
from sayso.present.safe import plain
from sayso.review.filters import Filters, linked
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered
from sayso.review.paging import paged

PER_PAGE = 50


@dataclass(frozen=True)
class SourceLine:
    """A listed source; `changes`: what the newsroom decided about it."""

    key: str
    name: str
    facts: str
    also: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class SourcesPage:
    """The sources with the words asked for (`asked`) in a name."""

    frame: PageFrame
    asked: str
    many: int
    changed: int
    number: int
    pages: int
    lines: tuple[SourceLine, ...]
    before: str
    after: str


def sources(request: Request) -> Response:
    """The page of the registry."""
    asked, page = request.query_params.get("q", "").strip()[:200], Filters.of(request.query_params).page
    with now_of(request) as now:
        frame = PageFrame("Sources", base_of(request), person_of(request))
        return rendered("sources.html", sources_page(now, asked, page, frame))


def sources_page(now: Now, asked: str, page: int, frame: PageFrame) -> SourcesPage:
    """The model of the page."""
    made: dict[str, list[str]] = {}
    for one in now.snapshot.listed():
        if one.source:
            said = plain(f"changed by {one.by}, {one.at:%Y-%m-%d}: {one.why}")
            made.setdefault(one.source.merged or one.source.key, []).append(said)
    registry = now.registry
    wanted = asked.casefold()
    found = [
        source
        for source in registry.sources.values()
        if any(wanted in name.casefold() for name in (source.key, source.name, *source.aliases, *source.alone))
    ]
    found.sort(key=lambda source: (source.key not in made, source.name.casefold()))
    path = f"{frame.base}/sources"
    here = paged(len(found), PER_PAGE, page, lambda number: linked(path, "", {"q": asked, "page": str(number)}))
    lines = []
    for source in found[here.first : here.last]:
        owner = registry.family(source)
        of = "" if owner is source else f"of {owner.name}"
        facts = ", ".join(filter(None, [source.kind.replace("_", " "), source.country or "", of]))
        also = "; ".join((*source.aliases, *source.alone))
        lines.append(SourceLine(source.key, source.name, plain(facts), plain(also), tuple(made.get(source.key, ()))))
    return SourcesPage(
        frame=frame,
        asked=asked,
        many=len(found),
        changed=len(made),
        number=here.number,
        pages=here.pages,
        lines=tuple(lines),
        before=here.before,
        after=here.after,
    )
