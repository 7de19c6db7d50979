"""A draft is cut into windows of word pieces, sentence by sentence, with its headline at the top of each."""

from __future__ import annotations

from sayso.clear.windows import AGAIN, LONGEST, PieceRange, windows_of

HEADLINE = "Mayor took cash"
SENTENCE = "The mayor took cash from a builder, two clerks said."


def drafted(count: int) -> tuple[str, list[tuple[int, int]]]:
    """A headline and so many sentences, with their places."""
    text = "\n\n".join([HEADLINE, *[SENTENCE] * count])
    first, step = len(HEADLINE) + 2, len(SENTENCE) + 2
    return text, [(first + step * number, first + step * number + len(SENTENCE)) for number in range(count)]


def test_a_short_draft_is_one_window() -> None:
    text, sentences = drafted(2)
    read = windows_of(text, (0, len(HEADLINE)), sentences)
    assert (len(read.pieces), read.headline, read.sentences) == (
        1,
        PieceRange(0, 1, 4),
        (PieceRange(0, 5, 17), PieceRange(0, 17, 29)),
    )
    assert [text[start:end] for _, (start, end) in read.pieces[0][5:8]] == ["The", "mayor", "took"]


def test_a_long_draft_is_read_in_windows_that_fit_and_begin_alike() -> None:
    text, sentences = drafted(90)
    read = windows_of(text, (0, len(HEADLINE)), sentences)
    assert len(read.pieces) > 2
    assert all(len(window) <= LONGEST + 1 for window in read.pieces)
    assert {ids[:5] for ids in read.ids} == {read.ids[0][:5]}
    assert [number for number, place in enumerate(read.sentences) if place.start == 5 + AGAIN] != []
    assert [text[slice(*read.pieces[place.window][place.start][1])] for place in read.sentences] == ["The"] * 90


def test_a_word_is_located_where_it_is_read_and_not_where_it_is_repeated() -> None:
    text, sentences = drafted(90)
    read = windows_of(text, None, sentences)
    found = [read.located(start, start + 3) for start, _ in sentences]
    assert found == [PieceRange(place.window, place.start, place.start + 1) for place in read.sentences]
    assert read.located(len(text) + 1, len(text) + 2) is None


def test_without_headline_or_sentences_there_are_only_marks() -> None:
    marks = tuple((id_, (0, 0)) for id_ in (101, 102, 102))
    assert windows_of("", None, []) == ((marks,), None, ())
