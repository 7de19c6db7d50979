"""`ContentReader`: contents of entries whose hashes have been checked."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.errors import TamperedError
from sayso.ledger.entries.contents import (
    CaptureContent,
    Content,
    ExtractionContent,
    read_captured,
    read_extracted,
)
from sayso.ledger.entries.decision_content import read_decided
from sayso.ledger.entries.linking_content import read_linked
from sayso.ledger.log.entry_rows import read
from sayso.ledger.log.leaf import Stored
from schemas import Article


class ContentReader:
    """Reads contents in one transaction. Caches the last capture: the extraction after it was usually read from it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._last: tuple[int, CaptureContent] | None = None

    def content(self, number: int) -> Content:
        """The content of entry `number`; TamperedError where it does not verify or cannot be decoded."""
        return self.content_of(read(self.connection, number))

    def content_of(self, stored: Stored) -> Content:
        """The content of an entry whose hashes have been checked; TamperedError where it cannot be decoded."""
        try:
            return self._said(stored)
        except (ValueError, KeyError, TypeError) as error:
            raise TamperedError(f"entry {stored.number}: {error}") from error

    def captured(self, number: int) -> CaptureContent:
        """The content of capture entry `number`; TamperedError where it is of another kind."""
        if self._last and self._last[0] == number:
            return self._last[1]
        content = self.content(number)
        if not isinstance(content, CaptureContent):
            raise TamperedError(f"entry {number}: expected a capture, found something else")
        return content

    def _said(self, stored: Stored) -> Content:
        match stored.kind:
            case "capture":
                return self._captured(stored)
            case "extraction":
                return self._extracted(stored)
            case "links":
                return read_linked(stored)
            case "decision":
                return read_decided(stored)
        raise ValueError(f"expected a capture, an extraction, links or a decision, found {stored.kind!r}")

    def _captured(self, stored: Stored) -> CaptureContent:
        content = read_captured(stored)
        self._last = (stored.number, content)
        return content

    def _extracted(self, stored: Stored) -> ExtractionContent:
        return read_extracted(stored, self._article)

    def _article(self, number: int) -> Article:
        article = self.captured(number).article
        if article is None:
            raise ValueError(f"expected an article in entry {number}, found none")
        return article
