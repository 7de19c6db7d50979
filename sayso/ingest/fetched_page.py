"""What was noted beside a page when it was fetched: `page.html.fetch.json` beside `page.html`."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from sayso.errors import UnreadableError
from sayso.ingest.bounded_read import read_bytes
from schemas import Fetch, Record

NOTE = ".fetch.json"
LARGEST = 100_000
"""The most bytes of a note."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_LARGEST_PAGE = 10_000_001


class FetchedPage(Record):
    """How a page was fetched, the hash of its bytes, the address of its article, and its outlet where that is known."""

    sha256: str
    url: str | None = None
    outlet: str | None = None
    fetch: Fetch

    @property
    def charset(self) -> str | None:
        """The encoding that the server named."""
        found = _CHARSET.search(self.fetch.header("content-type") or "")
        return found[1] if found else None

    @classmethod
    def beside(cls, page: str) -> Self | None:
        """What is noted beside the file at `page`; None for nothing.

        UnreadableError where the note cannot be read, or is about other bytes: somebody has changed the page since.
        """
        note = Path(page + NOTE)
        if not os.path.isfile(note) or os.path.islink(note):  # of a name that is too long, neither fails
            return None
        try:
            found = cls.model_validate_json(read_bytes(str(note), LARGEST))
        except (ValidationError, OSError):
            raise UnreadableError(
                f"expected in {str(note)!r} how the page was fetched, found something else; take it away"
            ) from None
        if hashlib.sha256(read_bytes(page, _LARGEST_PAGE)).hexdigest() != found.sha256:
            raise UnreadableError(
                f"expected {page!r} as it was fetched, found that it was changed since; take its {NOTE} away"
            )
        return found


def is_note(name: str, names: Collection[str]) -> bool:
    """Whether a file is a note about another of `names`."""
    return name.endswith(NOTE) and name.removesuffix(NOTE) in names
