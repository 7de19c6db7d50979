"""What the steps about independent origins accept, and the one sentence that they fail with."""

import pytest
from factories import make_article, make_extraction, make_hop, make_statement
from installed import engine

from sayso.testing.article_reading import ArticleReading
from sayso.testing.press import Press

SAID = "The pier is closed"
TWO = "At least two known independent origins: Ann Roe and Bo Lind."


def reading(outlet, source, relay=None):
    article = make_article(f"{SAID}, {source} said, {relay or 'it was'} reported.", outlet=outlet)
    chain = [make_hop(article, source, kind="person")]
    chain += [make_hop(article, relay, role="relay", kind="news_agency")] if relay else []
    return ArticleReading(
        article, make_extraction(article, [make_statement(article, SAID, chain=chain)]), outlet, engine.registry
    )


@pytest.fixture
def articles():
    return {"a": reading("Globe", "Ann Roe", "TASS"), "b": reading("Post", "Bo Lind")}


@pytest.fixture
def press(articles):
    made = Press(articles, engine.registry)
    made.alike([["a", SAID], ["b", SAID]])
    return made


def test_the_same_words_in_several_articles_say_the_same(articles):
    Press(articles, engine.registry).expect_independent(SAID, 2)


def test_words_that_stand_nowhere_say_nothing(articles):
    with pytest.raises(pytest.fail.Exception, match="expected “The gulls” among what says the same, found it nowhere"):
        Press(articles, engine.registry).expect_independent("The gulls", 1)


@pytest.mark.parametrize(
    "step",
    {
        "the number": lambda press: press.expect_independent("the pier IS closed", 2),
        "the sentence": lambda press: press.expect_sentence(TWO),
        "who says so": lambda press: press.expect_speakers(["Bo Lind", "Ann Roe"]),
        "who carries it": lambda press: press.expect_carriers(["TASS"]),
    }.items(),
    ids=lambda step: step[0],
)
def test_what_is_so_is_accepted(press, step):
    step[1](press)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (
            lambda press: press.expect_independent(SAID, 1),
            f"expected 1 independent origin, found 2: {TWO}, in a, b",
        ),
        (
            lambda press: press.expect_independent("The gulls are loud", 1),
            "expected “The gulls are loud” among what says the same, found it nowhere, in the feature",
        ),
        (
            lambda press: press.expect_sentence("One."),
            f"expected “One.”, found “{TWO}”, in a, b",
        ),
        (
            lambda press: press.expect_speakers(["Ann Roe"]),
            "expected the speakers Ann Roe, found Ann Roe, Bo Lind, in a, b",
        ),
        (lambda press: press.expect_carriers([]), "expected no carriers, found TASS, in a, b"),
        (lambda press: press.expect_circle(["A", "B"]), "expected A, B in a circle, found none, in a, b"),
        (lambda press: press.alike([["c", SAID]]), "expected an article c, found a, b, in the feature"),
    ],
)
def test_what_is_not_so_fails_with_one_sentence(press, step, sentence):
    with pytest.raises(pytest.fail.Exception) as failed:
        step(press)
    assert str(failed.value) == sentence
