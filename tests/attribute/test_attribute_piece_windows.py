"""Windows for the network: every piece is labelled once, and the part that a window repeats begins with a sentence."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.attribute.tagger.piece_windows import CONTEXT, SEP, WINDOW, encode, windows
from sayso.attribute.tagger.ties import sentence_ends
from sayso.language import tokenizer

SENTENCE = "The minister said on Monday that the bridge would stay open until the last repairs are done. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE, id="one sentence"),
        pytest.param(SENTENCE * 60, id="one paragraph"),
        pytest.param((SENTENCE * 3 + "\n") * 20, id="paragraphs"),
        pytest.param("bridge " * 1500, id="no sentence ever ends"),
    ],
)
def test_windows_cover_a_text_and_begin_with_sentences(text: str) -> None:
    pieces, ends = encode(text, tokenizer()), sentence_ends(tokenizer()) | {SEP}
    found = list(windows(pieces, sentence_ends(tokenizer())))
    assert [window.core for window in found] == [0, *(window.end for window in found)][:-1]
    assert found[-1].end == len(pieces.ids)
    for window in found:
        assert window.core - CONTEXT <= window.start <= window.core
        assert window.end - window.start <= WINDOW
        begins = window.start == 0 or int(pieces.ids[window.start - 1]) in ends
        assert begins or not np.isin(pieces.ids[window.start : window.core], list(ends)).any()
