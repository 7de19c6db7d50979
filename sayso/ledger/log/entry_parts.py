"""The parts of an entry as canonical bytes, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from sayso.errors import UnfitError
from sayso.ledger.log.leaf import Stored
from schemas import EntryKind

SCHEMA = 1


@dataclass(frozen=True)
class EntryDraft:
    """Kind and parts (canonical bytes by name) of an entry that is not yet recorded."""

    kind: EntryKind
    parts: dict[str, bytes]


def encode(value: Any) -> bytes:
    """Canonical bytes of a value without floats: RFC 8785, as `schemas.canonical` gives them.

    UnfitError for a string that is not Unicode text: a lone surrogate has no UTF-8.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise UnfitError(
            f"expected text that can be written as UTF-8, found something else ({error}); "
            "decode the file with its own encoding and replace what is no character"
        ) from error


def decode(stored: Stored, strings: str = "words") -> tuple[dict[str, Any], dict[str, Any]]:
    """An entry's facts, and its words (or note); ValueError where they were removed or have another schema."""
    data = [stored.parts[name].data if name in stored.parts else None for name in ("facts", strings)]
    if None in data:
        raise ValueError(f"its facts or its {strings} are gone")
    facts, words = (orjson.loads(part or b"") for part in data)
    if facts["schema"] != SCHEMA:
        raise ValueError(f"expected facts of schema {SCHEMA}, found {facts['schema']!r}")
    return facts, words
