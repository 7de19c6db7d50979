"""The base of all nouns: frozen, strict about unknown fields, with an `id` and a `digest` computed from content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Self

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

WORDS = "words"
Words = Annotated[str, Field(json_schema_extra={WORDS: True})]
"""Text that comes from an article, or was made from one: the ledger keeps it apart from the facts."""

Confidence = Annotated[float, Field(ge=0, le=1), AfterValidator(lambda x: round(x, 3))]
"""A probability with three decimals; canonical bytes carry it as a string ("0.870"), since they hold no floats."""


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes of `value` (mappings with ASCII keys, sequences, strings, integers, booleans, None).

    A float becomes a string with three decimals: numbers that programs may print differently never enter.
    """
    return orjson.dumps(_float_free(value), option=orjson.OPT_SORT_KEYS)


def hash_of(kind: str, *facts: Any) -> str:
    """32 hexadecimal digits (128 bits of SHA-256) over a kind and the facts that identify a thing of that kind."""
    return hashlib.sha256(canonical([kind, *facts])).hexdigest()[:32]


def _float_free(value: Any) -> Any:
    match value:
        case float():
            return f"{value:.3f}"
        case dict():
            return {key: _float_free(item) for key, item in value.items()}
        case list() | tuple():
            return [item if type(item) in _FLOAT_FREE else _float_free(item) for item in value]
    return value


_FLOAT_FREE = frozenset((str, int, bool, type(None)))


class Record(BaseModel):
    """A frozen value: equal content means equal digest. Records with an identity also have an `id`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with new values for some fields (not validated); its `id` is computed again."""
        copied = super().model_copy(update=update, deep=deep)
        for computed in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[computed]
        return copied

    @property
    def digest(self) -> str:
        """A hash over everything in the record."""
        return hash_of(type(self).__name__, self.model_dump(mode="json"))
