"""A worklist as one value, from which every format is made."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import AwareDatetime

from sayso.present.item_state import State, is_settled
from sayso.present.safe import web_address
from sayso.worklist.model.finding import Finding, SetAside
from schemas import Outcome, Record, Words

StateAsked = Literal["open", "queried", "answered", "with-lawyer", "closed", "reopened", "misread"]
"""A state that can be asked for: that of the work, or that a person said that the machine is wrong."""
STATES: tuple[StateAsked, ...] = get_args(StateAsked)


class ItemArticle(Record):
    """The article of an item, as far as it is known; `title` is its headline where it has none of its own."""

    article: str
    title: Words | None = None
    outlet: Words | None = None
    published: str | None = None
    url: Words | None = None
    file: Words

    @property
    def heading(self) -> str:
        """What to call it: its title, else that it has none; never an address or a path."""
        return self.title or "Without a title"

    @property
    def link(self) -> str | None:
        """Its address, if a browser may be sent there."""
        return web_address(self.url)


class ItemStory(Record):
    """A story that several articles tell: its id and headline."""

    id: str
    title: Words


class Item(Record):
    """A finding with what people decided: its state, whom somebody asked until when, and who has it.

    `first_seen`: when its article was recorded. `also`: other articles that print the same sentence. `changed`: it was
    cleared in another version. `overdue`: its deadline has passed.
    """

    finding: Finding
    article: ItemArticle
    first_seen: AwareDatetime
    state: State
    misread: bool = False
    outcome: Outcome | None = None
    asked: Words | None = None
    until: AwareDatetime | None = None
    overdue: bool = False
    assignee: Words | None = None
    notes: tuple[Words, ...] = ()
    changed: bool = False
    also: tuple[ItemArticle, ...] = ()
    story: ItemStory | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do on it."""
        return is_settled(self.state, misread=self.misread)

    @property
    def state_asked(self) -> StateAsked:
        """Its state as it can be asked for."""
        return "misread" if self.misread else self.state


class Worklist(Record):
    """The items to act on, what comes first first; those of one story beside each other where their rank allows.

    `made` at that time, of so many `articles` in the scope; `scope` says in words what was asked for. `open`: how many
    items of the whole ledger are open; `matching`: how many fit what was asked for, `accusations` of them; `left_out`:
    how many of these are not shown. `closed`, `misread`: settled ones within the scope; `background`: those that a
    phrase of the newsroom's takes out; `aside`: sentences that are only counted.
    """

    made: AwareDatetime
    scope: tuple[Words, ...]
    articles: int
    open: int
    matching: int
    accusations: int
    overdue: int = 0
    left_out: int = 0
    closed: int = 0
    misread: int = 0
    background: int = 0
    aside: SetAside = SetAside()
    items: tuple[Item, ...]
    sheet: bool = False
