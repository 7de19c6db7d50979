"""One entry, as a person would want to see it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from sayso.ledger.entries.contents import Captured, Content, Extracted
from sayso.ledger.entries.decisions import Decided
from sayso.ledger.entries.links import Linked
from sayso.ledger.entries.reader import Reader
from sayso.ledger.log.rows import entry_of, read


def show(connection: Connection, number: int) -> dict[str, Any]:
    """Columns, part hashes, and what the entry says with its words joined: plain JSON values."""
    stored = read(connection, number)
    content = Reader(connection).content_of(stored)
    shown = entry_of(stored).model_dump(mode="json")
    shown["parts"] = {name: part.hash.hex() for name, part in stored.parts.items()}
    return shown | _said(content)


def _said(content: Content) -> dict[str, Any]:
    match content:
        case Captured():
            article = content.article and {"id": content.article.id, **content.article.model_dump(mode="json")}
            return {"capture": content.capture.model_dump(mode="json"), "article": article}
        case Extracted():
            return {"read_from": content.read_from, "extraction": content.extraction.model_dump(mode="json")}
        case Linked():
            return {"linking": content.linking.model_dump(mode="json")}
        case Decided():
            return {"decision": content.decision.model_dump(mode="json")}
