"""What every page has around it, and how a request is answered with one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.desk.open_desk import Now, OpenDesk
from sayso.present.numbers import count
from sayso.present.safe import html_text
from sayso.present.templates import environment
from sayso.review.access.desk_member import DeskMember


class DoneNotice(NamedTuple):
    """What was just done, and the decision that can be taken back; `others`: what others did meanwhile."""

    said: str
    undoes: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageFrame:
    """Around a page: whose it is, the prefix of all addresses, and what was just done; `query`: the list's filters."""

    title: str
    base: str
    person: DeskMember
    query: str = ""
    notice: DoneNotice | None = None


def desk_of(request: Request) -> OpenDesk:
    """The desk that this server opened."""
    desk: OpenDesk = request.app.state.desk
    return desk


@contextmanager
def now_of(request: Request) -> Iterator[Now]:
    """The ledger as it is now."""
    with desk_of(request).now() as now:
        yield now


def person_of(request: Request) -> DeskMember:
    """Who asks."""
    person: DeskMember = request.scope["sayso.person"]
    return person


def base_of(request: Request) -> str:
    """What stands before every path of this site: "" or "/review"."""
    base: str = request.app.state.base
    return base


def rendered(name: str, page: object, status: int = 200) -> Response:
    """The page by its template."""
    return HTMLResponse(_environment().get_template(name).render(page=page), status)


@cache
def _environment() -> Environment:
    made = environment("sayso.review")
    made.filters["shown"] = html_text
    made.globals.update(count=count)
    return made
