"""MiniLM's vocabulary: text to word pieces, pieces to their embeddings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_ROOM = files("sayso.language")


@cache
def tokenizer() -> Tokenizer:
    """The word pieces of the vocabulary; it neither cuts nor pads."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_str((_ROOM / "tokenizer.json").read_text("utf-8"))
    made.no_truncation()
    made.no_padding()
    return made


def piece_ids(text: str, longest: int) -> list[int]:
    """The ids of the word pieces of a text with its marks; of more than `longest`, the first and the last mark.

    A lone surrogate, which cannot be encoded, is read as "?".
    """
    ids: list[int] = tokenizer().encode(text.encode("utf-8", "replace").decode()).ids
    return ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]


def embedded(ids: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
    """The embeddings [n, 384] of n pieces."""
    table, scales = _table()
    at = np.asarray(ids, np.intp)
    rows: NDArray[np.float32] = table[at] * scales[at, None]
    return rows


@cache
def _table() -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Embeddings [v, 384] in int8, and what each row is multiplied by [v]."""
    with as_file(_ROOM / "embeddings.npz") as path, np.load(path) as kept:
        return kept["table"], kept["scales"]
