"""Parses of the corpus, made once and kept in a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from sayso.attribute.tagger.syntax import Words, words_of
from sayso.language.parse import parse
from sayso.segment import paragraphs


def parsed(text: str, folder: Path) -> Words:
    """The parse of `text` as the engine makes it, read from `folder` where it was made before."""
    path = folder / f"{hashlib.sha256(text.encode()).hexdigest()}.npz"
    if path.exists():
        kept = np.load(path)
        return Words(kept["starts"], kept["kinds"], kept["looks"])
    words = words_of(parse(text, [place.start for place in paragraphs(text)]))
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, starts=words.starts, kinds=words.kinds, looks=words.looks)
    return words
