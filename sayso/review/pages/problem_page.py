"""What is said where there is no page: one sentence, and where to go."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from sayso.present.safe import plain
from sayso.review.page_frame import rendered

HEADINGS = {
    400: "That cannot be asked",
    401: "Who are you?",
    403: "Not allowed",
    404: "Not here",
    405: "Not like this",
    408: "Too slow",
    413: "Too much",
    415: "Not a form",
    422: "Something is missing",
    429: "Too many tries",
    503: "The record cannot be read",
}


@dataclass(frozen=True)
class ProblemPage:
    """A sentence; `by_token`: a token can be typed in; `again`: the browser asks once more by itself."""

    heading: str
    sentence: str
    base: str = ""
    by_token: bool = False
    again: bool = False


def problem(status: int, sentence: str, base: str = "") -> Response:
    """A page with this sentence."""
    return rendered(
        "problem.html", ProblemPage(HEADINGS.get(status, "That went wrong"), _sentence(sentence), base), status
    )


def signing_in(base: str, *, by_token: bool, wrong: bool = False, again: bool = False) -> Response:
    """The page for somebody who is not known."""
    if wrong:
        sentence = "This token is wrong, or of a server that has stopped. Copy the address that `sayso review` printed."
    elif by_token:
        sentence = "Open the address that `sayso review` printed, or type its token."
    else:
        sentence = "The proxy before this page did not say who you are. Sign in there, or ask whoever looks after it."
    return rendered("problem.html", ProblemPage(HEADINGS[401], sentence, base, by_token, again), 401)


def _sentence(words: str) -> str:
    said = plain(words).strip()
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '?', '!')) else '.'}"
