"""The gate before every page: which requests are answered, and who it is that asks."""

from __future__ import annotations

from asyncio import CancelledError
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.review.access.desk_member import DeskMember
from sayso.review.access.form_fields import form_of
from sayso.review.access.rules import AccessRules
from sayso.review.access.same_site import expected_host, from_own_page
from sayso.review.access.sessions import Sessions
from sayso.review.pages.problem_page import problem, signing_in

READING = ("GET", "HEAD")
ENTRY = "/enter"
"""Where a token is typed in."""
STATIC = "/static/"


class Gate:
    """Decides which requests reach the pages, and answers the others by itself.

    1. Only what is asked under this site's name, and below its prefix: a cookie is sent there alone. 2. Files that
    belong to nobody pass. 3. Only forms of this site's own pages. 4. Whoever comes with a token gets a cookie for it.
    5. Whoever is known by a cookie or a proxy passes.
    """

    def __init__(self, app: ASGIApp, rules: AccessRules, base: str, cookie: str) -> None:
        self._app, self._rules, self._base, self._cookie = app, rules, base, cookie
        self._sessions = Sessions(rules.tokens)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or let it through with `sayso.person`."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = {**scope, "path": _below(self._base, scope["path"]), "root_path": ""}
        try:
            refused = await self._refused(scope, receive)
        except HTTPException as error:  # a token in what is no form
            refused = problem(error.status_code, error.detail, self._base)
        try:
            await (refused or self._app)(scope, receive, send)
        except CancelledError:  # the server stops, and this page took too long
            await problem(503, "expected to answer, was stopped meanwhile", self._base)(scope, receive, send)

    async def _refused(self, scope: Scope, receive: Receive) -> Response | None:
        headers = Headers(scope=scope)
        if not expected_host(self._rules.hosts, headers.getlist("host")):  # 1
            return problem(400, "expected this site's own name, found another; open the address that was printed")
        if not scope["path"]:
            query = scope["query_string"].decode("latin-1")
            return RedirectResponse(f"{self._base}/{'?' if query else ''}{query}", 307)
        if scope["path"].startswith(STATIC) and scope["method"] in READING:  # 2
            return None
        if scope["method"] not in READING and not from_own_page(  # 3
            self._rules.hosts, headers.getlist("origin"), headers.getlist("sec-fetch-site")
        ):
            return problem(403, "expected a form of this site's own pages, found one of another; nothing was recorded")
        request = Request(scope, receive)
        if self._rules.tokens and (token := await self._token(request)) is not None:  # 4
            return self._entered(request, token)
        person = self._person(request, headers)  # 5
        if person is None:
            return signing_in(self._base, by_token=bool(self._rules.tokens), again=_comes_from_elsewhere(headers))
        scope["sayso.person"] = person
        return None

    async def _token(self, request: Request) -> str | None:
        """The token that the address has, or the form in which one is typed; None without one."""
        if request.method in READING:
            return request.query_params.get("token")
        if request.url.path != ENTRY or request.method != "POST":
            return None
        return (await form_of(request)).get("token", "").rpartition("token=")[2]

    def _entered(self, request: Request, token: str) -> Response:
        if waits := self._sessions.waits:
            refused = problem(429, f"expected the right token, found too many wrong ones; try again in {waits} seconds")
            refused.headers["retry-after"] = str(waits)
            return refused
        session = self._sessions.begun(token)
        if session is None:
            return signing_in(self._base, by_token=True, wrong=True)
        query = [(name, value) for name, value in parse_qsl(request.url.query) if name != "token"]
        path = "/" if request.url.path == ENTRY else _own_path(request.scope["path"])
        sent = RedirectResponse(f"{self._base}{path}{'?' if query else ''}{urlencode(query)}", 303)
        sent.set_cookie(self._cookie, session, path=f"{self._base}/", httponly=True, samesite="strict")
        return sent

    def _person(self, request: Request, headers: Headers) -> DeskMember | None:
        if self._rules.networks:
            client = request.client.host if request.client else None
            return self._rules.by_proxy(client, headers.getlist(self._rules.header))
        name = self._sessions.name(request.cookies.get(self._cookie))
        return self._rules.person("token", name) if name else None


def _below(base: str, path: str) -> str:
    """The path within this site, whether a proxy took the prefix away or not; "" for the prefix alone."""
    return path.removeprefix(base) if path == base or path.startswith(f"{base}/") else path


def _own_path(path: str) -> str:
    """A path that stays within this site; "//elsewhere" would be another."""
    return "/" + quote(path.lstrip("/\\"))


def _comes_from_elsewhere(headers: Headers) -> bool:
    """Whether a link on another page led here: the browser then left out the cookie, and sends it when asked again."""
    return headers.get("sec-fetch-site") in ("cross-site", "same-site") and headers.get("sec-fetch-mode") == "navigate"
