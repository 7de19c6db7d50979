"""Vectors of texts that this process has embedded before: tests that link the same few texts over and over need them.

What is asked of the encoder itself is tested in `tests/link`, without this.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest

from sayso.link.retrieve import index
from sayso.link.retrieve.encoder import WIDTH, Floats, embed
from sayso.link.stories import story_index


def remember(patch: pytest.MonkeyPatch) -> None:
    """Let the indexes embed a text once a process."""
    for module in (index, story_index):
        patch.setattr(module, "embed", _embed)


def _embed(texts: Sequence[str]) -> Floats:
    return np.stack([_vector(text) for text in texts]) if texts else np.zeros((0, WIDTH), np.float32)


@cache
def _vector(text: str) -> Floats:
    (vector,) = embed([text])
    return vector
