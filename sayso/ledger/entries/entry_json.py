"""One entry as JSON, for a person to read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from sayso.ledger.entries.contents import CaptureContent, Content, ExtractionContent
from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.linking_content import LinkingContent
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import entry_of, read


def show(connection: Connection, number: int) -> dict[str, Any]:
    """The entry's columns, the hashes of its parts, and its content with the words joined in, as plain JSON values."""
    stored = read(connection, number)
    content = ContentReader(connection).content_of(stored)
    shown = entry_of(stored).model_dump(mode="json")
    shown["parts"] = {name: part.hash.hex() for name, part in stored.parts.items()}
    return shown | _said(content)


def _said(content: Content) -> dict[str, Any]:
    match content:
        case CaptureContent():
            article = content.article and {"id": content.article.id, **content.article.model_dump(mode="json")}
            return {"capture": content.capture.model_dump(mode="json"), "article": article}
        case ExtractionContent():
            return {"read_from": content.read_from, "extraction": content.extraction.model_dump(mode="json")}
        case LinkingContent():
            return {"linking": content.linking.model_dump(mode="json")}
        case DecisionContent():
            return {"decision": content.decision.model_dump(mode="json")}
