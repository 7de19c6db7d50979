"""Steps about several articles: on how many independent origins rests what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.present.expectation import QUOTED
from sayso.testing.step_sentence import given, then

if TYPE_CHECKING:
    from sayso.testing.article_reading import ArticleReading, Readings
    from sayso.testing.press import Press


@pytest.fixture
def sayso_press(sayso_readings: Readings, sayso_articles: dict[str, ArticleReading]) -> Press:
    """Articles of several outlets."""
    from sayso.testing.press import Press

    return Press(sayso_articles, sayso_readings.engine.registry)


@given("these say the same:")
def say_the_same(sayso_press: Press, datatable: list[list[str]]) -> None:
    """Claims of several articles, in the table below: the article's name or file, and words of it."""
    sayso_press.alike(datatable)


@then("{words} has one origin")
def one_origin(sayso_press: Press, words: str) -> None:
    """One independent origin stands behind all who say the same: as the table says, or in the same words."""
    sayso_press.expect_independent(words, 1)


@then("{words} rests on {count} independent {origins}")
def independent_origins(sayso_press: Press, words: str, count: str) -> None:
    """The number of paths back to origins that share no relay."""
    sayso_press.expect_independent(words, 0 if count == "no" else int(count))


@then("the editor reads: {sentence}")
def explained(sayso_press: Press, sentence: str) -> None:
    """How the number is explained, word for word."""
    sayso_press.expect_sentence(sentence)


@then("{names} {says} so")
def speakers(sayso_press: Press, names: str) -> None:
    """Exactly these are said to know."""
    sayso_press.expect_speakers(QUOTED.findall(names))


@then("{names} only {carries} it")
def only_carried(sayso_press: Press, names: str) -> None:
    """Exactly these pass on what others say."""
    sayso_press.expect_carriers(QUOTED.findall(names))


@then("{names} cite each other in a circle")
def circle(sayso_press: Press, names: str) -> None:
    """Each has it from the next."""
    sayso_press.expect_circle(QUOTED.findall(names))
