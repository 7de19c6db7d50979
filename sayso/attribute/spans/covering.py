"""Which drafts' contents stand at a place, found without a look at all the others."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute.draft import Draft

_BLOCK = 256
"""Characters that are looked up together."""


class Covering:
    """Drafts by the places of their contents, which may shrink afterwards; those that grow are added again."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._numbers: dict[Draft, int] = {}
        self._blocks: dict[int, dict[Draft, None]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Add a draft, or what its content has got since; the order is that in which they were first added."""
        self._numbers.setdefault(draft, len(self._numbers))
        for start, end in draft.content:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                self._blocks.setdefault(block, {})[draft] = None

    def near(self, at: int) -> list[Draft]:
        """The drafts that may have content at character `at`, in their order; all that have are among them."""
        return sorted(self._blocks.get(at // _BLOCK, ()), key=self._numbers.__getitem__)
