"""An article whole: every statement with who says so, and what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.article_file import ArticleFile, SectionContext, article_file
from sayso.desk.open_desk import Now
from sayso.present.sourcing import PAGE_CLASSES, PAGE_SIGNS, PAGE_WORDS
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered


@dataclass(frozen=True)
class WholeArticlePage:
    """The article as `sayso extract --format html` has it, with links to the claims, and decisions."""

    frame: PageFrame
    file: ArticleFile

    @property
    def section(self) -> SectionContext:
        """The article, part by part."""
        return self.file.page

    @property
    def legend(self) -> tuple[tuple[str, str, str], ...]:
        """The classes of statements: name, sign, words."""
        return tuple((kind, PAGE_SIGNS[kind], PAGE_WORDS[kind]) for kind in PAGE_CLASSES)

    @property
    def signs(self) -> dict[str, str]:
        """The sign of each class."""
        return {kind: PAGE_SIGNS[kind] for kind in PAGE_CLASSES}


def article(request: Request) -> Response:
    """The page of one article."""
    with now_of(request) as now:
        frame = PageFrame("Article", base_of(request), person_of(request))
        return rendered("article.html", article_page(now, request.path_params["id"], frame))


def article_page(now: Now, id_: str, frame: PageFrame) -> WholeArticlePage:
    """The model of the page; UsageError for an unknown article."""
    return WholeArticlePage(frame, article_file(now.snapshot, id_))
