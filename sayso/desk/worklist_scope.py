"""What a worklist is asked for, and which items that takes in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from sayso.desk.worklist_rows import ArticleRow, FindingRow, folded
from sayso.errors import UsageError
from sayso.present.item_state import ItemState
from sayso.present.numbers import listing, moment
from sayso.worklist import Kind, StateAsked


@dataclass(frozen=True)
class WorklistScope:
    """What to list: of articles recorded at `since` or later and before `until`; without anything, all that is open.

    `articles`: only of these (ids), such as those of a story, which `story` names. `outlet`, `person`, `assignee`: by
    name, however it is written; a person is meant by any part of the name. `entries`: only of these extractions.
    `phrases`: of the newsroom's common background.
    """

    since: datetime | None = None
    until: datetime | None = None
    articles: frozenset[str] | None = None
    story: str | None = None
    outlet: str | None = None
    person: str | None = None
    assignee: str | None = None
    states: tuple[StateAsked, ...] = ()
    kinds: tuple[Kind, ...] = ()
    entries: frozenset[int] | None = None
    phrases: tuple[str, ...] = ()

    def check(self, now: datetime) -> None:
        """UsageError for a period that ends before it begins, or has not begun: it would look as if all were well."""
        if self.since and self.since > now:
            raise UsageError(f"expected --since to be past, found {moment(self.since)}, which is still to come")
        if self.since and self.until and self.since >= self.until:
            raise UsageError(
                f"expected --since before --until, found {moment(self.since)} and {moment(self.until)}; exchange them"
            )

    def check_outlet(self, articles: Collection[ArticleRow]) -> None:
        """UsageError for an outlet of which there is no article, with the one that is written alike."""
        known = {folded(row.outlet): row.outlet for row in articles if row.outlet}
        if self.outlet and folded(self.outlet) not in known:
            near = get_close_matches(folded(self.outlet), known, n=1)
            hint = f"did you mean {known[near[0]]!r}?" if near else "write it as the articles do"
            raise UsageError(f"expected an outlet of an article in the ledger, found {self.outlet!r}; {hint}")

    def takes_article(self, row: ArticleRow) -> bool:
        """Whether items of this article are asked for."""
        seen = datetime.fromisoformat(row.recorded)
        return (
            (self.since is None or seen >= self.since)
            and (self.until is None or seen < self.until)
            and (self.articles is None or row.article in self.articles)
            and (self.entries is None or row.entry in self.entries)
            and (self.outlet is None or folded(row.outlet or "") == folded(self.outlet))
        )

    def takes(self, row: FindingRow, state: ItemState) -> bool:
        """Whether an item of an article that is asked for is asked for."""
        return (
            (not self.person or set(folded(self.person).split()) <= set(folded(row.who).split()))
            and (not self.assignee or folded(state.assignee or "") == folded(self.assignee))
            and (not self.kinds or bool({*self.kinds} & {*row.kinds.split()}))
        )

    def takes_state(self, state: ItemState) -> bool:
        """Whether an item in this state is asked for: what is not settled, unless states are named."""
        return ("misread" if state.misread else state.state) in self.states if self.states else not state.settled

    def is_background(self, row: FindingRow) -> bool:
        """Whether a phrase of the newsroom's stands in it."""
        return any(folded(phrase) in row.words for phrase in self.phrases)

    @property
    def in_words(self) -> tuple[str, ...]:
        """What was asked for, in words; nothing where that is everything."""
        return tuple(self._in_words())

    def _in_words(self) -> Iterator[str]:
        if self.since:
            yield f"first seen since {moment(self.since)}"
        if self.until:
            yield f"first seen before {moment(self.until)}"
        named = {"story": self.story, "outlet": self.outlet, "naming": self.person, "with": self.assignee}
        yield from (f"{name} {value}" for name, value in named.items() if value)
        if self.states:
            yield f"in state {listing(self.states, 'or')}"
        if self.kinds:
            yield f"of kind {listing(self.kinds, 'or')}"
