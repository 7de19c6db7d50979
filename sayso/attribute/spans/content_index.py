"""Which drafts' contents stand at a place, found without a look at all the others."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute.places import Range

_BLOCK = 256
"""Characters that are looked up together."""


class ContentIndex:
    """Drafts, by their numbers, by the places of their contents; a content that grows is added again."""

    def __init__(self, contents: Iterable[tuple[int, Iterable[Range]]]) -> None:
        self._blocks: dict[int, set[int]] = {}
        for number, content in contents:
            self.add(number, content)

    def add(self, number: int, content: Iterable[Range]) -> None:
        """Add a draft, or what its content has got since."""
        for start, end in content:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                self._blocks.setdefault(block, set()).add(number)

    def near(self, at: int) -> list[int]:
        """The drafts that may have content at character `at`, in their order; all that have are among them."""
        return sorted(self._blocks.get(at // _BLOCK, ()))
