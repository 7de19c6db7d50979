"""Finds the drafts that have content near a place without a scan over all drafts."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute.places import Range

_BLOCK = 256
"""Characters in one block of the index."""


class ContentIndex:
    """The numbers of drafts by the places of their contents; a content that grows is added again."""

    def __init__(self, contents: Iterable[tuple[int, Iterable[Range]]]) -> None:
        self._blocks: dict[int, set[int]] = {}
        for number, content in contents:
            self.add(number, content)

    def add(self, number: int, content: Iterable[Range]) -> None:
        """Add a draft, or new parts of its content."""
        for start, end in content:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                self._blocks.setdefault(block, set()).add(number)

    def near(self, at: int) -> list[int]:
        """The drafts with content at character `at`, in their order; others nearby may be among them."""
        return sorted(self._blocks.get(at // _BLOCK, ()))
