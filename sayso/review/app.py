"""The application: which address is which page, and what becomes of errors."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sayso.desk.open_desk import OpenDesk
from sayso.errors import LedgerError, SaysoError, UsageError
from sayso.review.access.headers import SafeHeaders
from sayso.review.access.rules import AccessRules
from sayso.review.gate import Gate
from sayso.review.once import Once
from sayso.review.pages.claim_page import claim
from sayso.review.pages.item_page import item
from sayso.review.pages.problem_page import problem
from sayso.review.pages.queue_page import queue
from sayso.review.pages.record_page import record
from sayso.review.pages.sent_forms import deciding, undoing
from sayso.review.pages.sources_page import sources
from sayso.review.pages.sourcing_page import sourcing
from sayso.review.pages.whole_article import article

COOKIE = "sayso-review"


def application(desk: OpenDesk, rules: AccessRules, base: str = "", port: int = 0) -> ASGIApp:
    """The application over an open desk; `base` is the prefix of all its paths, "" for none.

    The cookie's name has the port: cookies of two servers on one machine would get mixed up otherwise.
    """
    pages = Starlette(
        routes=[
            Route("/", queue),
            Route("/item/{id}", item),
            Route("/article/{id}", article),
            Route("/claim/{id}", claim),
            Route("/sources", sources),
            Route("/sourcing", sourcing),
            Route("/record", record),
            Route("/decide", deciding, methods=["POST"]),
            Route("/undo", undoing, methods=["POST"]),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        exception_handlers={HTTPException: _refused, UsageError: _refused, SaysoError: _refused, LedgerError: _refused},
    )
    pages.router.redirect_slashes = False  # it would send whoever asks for "/record/" out of the prefix, and to http
    pages.state.desk, pages.state.base, pages.state.once = desk, base, Once()
    return SafeHeaders(Gate(pages, rules, base, f"{COOKIE}-{port}"))


def _refused(request: Request, error: Exception) -> Response:
    base: str = request.app.state.base
    match error:
        case HTTPException(status_code=404):
            return problem(404, "expected a page of this site, found none at this address", base)
        case HTTPException(status_code=405):
            return problem(405, "expected a page to be read and a form to be sent, found the other way round", base)
        case HTTPException():
            return problem(error.status_code, error.detail, base)
        case UsageError():
            return problem(404 if request.path_params else 422, str(error), base)
    return problem(503, str(error), base)
