"""What a list is asked for, in its address: whoever gets the address sees the same list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from sayso.desk.item_words import KINDS, STATES, Kind, StateAsked
from sayso.desk.worklist_scope import WorklistScope
from sayso.errors import UsageError

LONGEST = 200
"""Most characters of a name."""
LAST_PAGE = 1_000_000


@dataclass(frozen=True)
class Filters:
    """The filters as they stand in the address; "" and () ask for nothing in particular, `page` counts from 1."""

    kind: tuple[Kind, ...] = ()
    state: tuple[StateAsked, ...] = ()
    outlet: str = ""
    person: str = ""
    assignee: str = ""
    since: str = ""
    until: str = ""
    story: str = ""
    due: bool = False
    page: int = 1

    @classmethod
    def of(cls, query: QueryParams) -> Filters:
        """Those of an address; UsageError for a value that there is not."""
        words = {name: query.get(name, "").strip()[:LONGEST] for name in _WORDS}
        return cls(
            kind=tuple(one for one in KINDS if one in _known("kind", query, KINDS)),
            state=tuple(one for one in STATES if one in _known("state", query, STATES)),
            due=query.get("due", "") == "1",
            page=_page(query.get("page", "1") or "1"),
            **words,
        )

    @property
    def query(self) -> str:
        """These filters as they stand in an address, without a page that is the first."""
        found: list[tuple[str, str]] = [("kind", one) for one in self.kind] + [("state", one) for one in self.state]
        found += [(name, value) for name in _WORDS if (value := str(getattr(self, name)))]
        found += [("due", "1")] if self.due else []
        return urlencode([*found, *([("page", str(self.page))] if self.page > 1 else [])])

    @property
    def is_open(self) -> bool:
        """Whether something in particular is asked for."""
        return self != Filters(page=self.page)

    def on(self, page: int) -> Filters:
        """The same, another page."""
        return replace(self, page=page)

    def scope(self, phrases: tuple[str, ...]) -> WorklistScope:
        """What is asked for; UsageError where a time is none."""
        return WorklistScope(
            since=_moment("since", self.since),
            until=_moment("until", self.until),
            story=self.story or None,
            outlet=self.outlet or None,
            person=self.person or None,
            assignee=self.assignee or None,
            states=self.state,
            kinds=self.kind,
            phrases=phrases,
        )


_WORDS = ("outlet", "person", "assignee", "since", "until", "story")


def linked(path: str, query: str = "", more: Mapping[str, str] | None = None) -> str:
    """An address of this site: a path, the filters, and further parameters."""
    parts = "&".join(filter(None, [query, urlencode(more or {})]))
    return f"{path}?{parts}" if parts else path


def _known(name: str, query: QueryParams, known: Sequence[str]) -> set[str]:
    given = {one for one in query.getlist(name) if one}
    if strange := sorted(given - {*known}):
        raise UsageError(f"expected {', '.join(known)} for {name}, found {strange[0][:LONGEST]!r}")
    return given


def _page(given: str) -> int:
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 8 else 0
    if not 1 <= number <= LAST_PAGE:
        raise UsageError(f"expected the number of a page, found {given[:LONGEST]!r}")
    return number


def _moment(name: str, given: str) -> datetime | None:
    if not given:
        return None
    try:
        return datetime.fromisoformat(given).astimezone()
    except (ValueError, OverflowError):
        raise UsageError(f"expected a date or time such as 2026-11-22T07:00 for {name}, found {given!r}") from None
