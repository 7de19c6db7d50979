"""A long list, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import NamedTuple


class Paging(NamedTuple):
    """The page that is shown: its `number` of `pages`, from 1, which of the list it shows, and the pages beside it.

    `first`, `last`: half-open, from 0; `before`, `after`: addresses, or "".
    """

    number: int
    pages: int
    first: int
    last: int
    before: str
    after: str


def paged(many: int, per_page: int, asked: int, address: Callable[[int], str]) -> Paging:
    """The page that is asked for; one after the last is the last. `address`: where a page is."""
    pages = max(1, ceil(many / per_page))
    number = min(asked, pages)
    first = (number - 1) * per_page
    before, after = number > 1 and address(number - 1), number < pages and address(number + 1)
    return Paging(number, pages, first, first + per_page, before or "", after or "")
