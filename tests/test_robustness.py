"""Articles of strange shapes are read whole, or refused in one sentence; letters' case and marks cost little."""

from __future__ import annotations

import pytest
from factories import make_article
from installed import extract
from robust_shapes import PARAGRAPHS, SHAPES
from whole import check_whole

from flows.workers.reading import extracted
from sayso.attribute.draft import DEEPEST
from sayso.errors import UnreadableError

REFUSED = {"French", "Chinese"}


@pytest.mark.parametrize("shape", sorted(SHAPES.keys() - REFUSED))
def test_a_strange_shape_is_read_whole(shape: str) -> None:
    article = make_article(SHAPES[shape](120))
    extraction = extract(article)
    check_whole(extraction, article)
    assert extraction.statements or not any(map(str.isalpha, article.text))


@pytest.mark.parametrize("shape", sorted(REFUSED))
def test_what_is_no_english_is_refused_in_one_sentence(shape: str) -> None:
    with pytest.raises(UnreadableError, match=r"^expected an article in English, found .+; translate it first$"):
        extracted(make_article(SHAPES[shape](120)))


@pytest.mark.parametrize("written", [str, str.upper, str.lower], ids=["as it was", "capitals", "lower case"])
def test_who_says_what_does_not_hang_on_capitals(written: type[str]) -> None:
    article = make_article(written("\n\n".join(PARAGRAPHS)))
    told = {
        statement.text.strip("“”,.").lower(): (statement.origin.called or "").lower()
        for statement in extract(article).statements
        if statement.origin and statement.sourcing == "sourced"
    }
    assert "ada holt" in told["that the harbour bridge would stay closed until may"]
    assert "spokesman for the port authority" in told["two of the four cables had rusted through"]
    assert "official" in told["the ministry had known for a year"]
    assert {"it is a scandal", "nobody told us"} <= told.keys()


def test_reports_within_reports_without_end_are_told_apart_as_deep_as_any_prose_goes() -> None:
    article = make_article(SHAPES["reports within reports"](2_000))
    extraction = extract(article)
    check_whole(extraction, article)
    assert 2 < max(len(statement.chain) for statement in extraction.statements) <= 2 * DEEPEST
