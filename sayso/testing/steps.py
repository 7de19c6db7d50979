r"""Gherkin steps, as a pytest plugin: write down on whose say-so the claims of an article stand, and have it checked.

Wherever Sayso is installed, pytest-bdd finds these steps in every feature; nothing has to be imported. `sayso spec`
runs features without pytest being called for.

    Scenario: The paper is only the relay
      Given the article "grid-talks.txt"
      Then "plans had been passed on" is attributed to an unnamed "Valdorian official" via "The Wall Street Journal"

An article is a file (looked for beside the feature, in the working directory, then among the articles that come with
Sayso; `"NAME" of "FILE"` picks one out of several by its id or title) or a text in the feature. Words are the article's
own, however spaced, broken over lines and quoted; they must stand once in the article, and within one statement.
Names are those of the chain, or the words that name the source or resolve its pronoun, in any case, or a surname that
one person in the article bears; an unnamed source is known by words of its description. What a step says of words is
checked in the article that was given last; origins are counted over all articles of the scenario.

The steps that give articles are here, the others in modules beside it. Loading them loads
neither models nor the ledger: steps do, when they run.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.testing.step_sentence import ARTICLE, given

if TYPE_CHECKING:
    from pytest_bdd.parser import Feature

    from sayso.testing.article_reading import ArticleReading, Readings

pytest_plugins = tuple(f"sayso.testing.{steps}_steps" for steps in ("claim", "article", "standing", "origin", "record"))

FEATURE = pytest.StashKey[Path]()
FOLDERS = pytest.StashKey[tuple[Path, ...]]()
"""In the configuration: the folders where articles are looked for, if not the usual ones."""
READINGS = pytest.StashKey["Readings"]()
"""In the configuration: readings that are already made."""


@pytest.hookimpl(optionalhook=True)
def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature) -> None:
    """Note where the feature stands: articles are looked for beside it."""
    request.node.stash[FEATURE] = Path(feature.filename).parent


@pytest.fixture(scope="session")
def sayso_readings(pytestconfig: pytest.Config) -> Readings:
    """Articles as the engine that is installed reads them."""
    from sayso.engine import Engine
    from sayso.testing.article_reading import Readings

    return pytestconfig.stash.get(READINGS, None) or Readings(Engine())


@pytest.fixture
def sayso_folders(request: pytest.FixtureRequest) -> tuple[Path, ...]:
    """Where articles are looked for, in order."""
    from sayso.testing.feature_files import seeds

    beside = request.node.stash[FEATURE]
    return request.config.stash.get(FOLDERS, None) or (beside, Path.cwd(), seeds())


@pytest.fixture
def sayso_articles() -> dict[str, ArticleReading]:
    """All articles of the scenario, by the names that it gives them."""
    return {}


class Newsstand:
    """Where the articles of a scenario come from; each is kept under its name."""

    def __init__(self, readings: Readings, folders: tuple[Path, ...], articles: dict[str, ArticleReading]) -> None:
        self._readings = readings
        self._folders = folders
        self._articles = articles

    def file(
        self, file: str, name: str | None = None, outlet: str | None = None, published: str | None = None
    ) -> ArticleReading:
        """The one article in a file, or the one of that name; with an outlet and a date, where the feature gives it."""
        known = {"outlet": outlet, "published": published}
        given_here = {key: value for key, value in known.items() if value}
        return self._kept(self._readings.of_file(file, self._folders, name, given_here))

    def text(self, text: str) -> ArticleReading:
        """A text of the feature."""
        return self._kept(self._readings.of_text(text))

    def publish(self, name: str, text: str, outlet: str | None, published: str | None) -> ArticleReading:
        """A text of the feature, with a name."""
        return self._kept(self._readings.published(name, text, outlet, published))

    def _kept(self, reading: ArticleReading) -> ArticleReading:
        self._articles[reading.name] = reading
        return reading


@pytest.fixture
def sayso_newsstand(
    sayso_readings: Readings, sayso_folders: tuple[Path, ...], sayso_articles: dict[str, ArticleReading]
) -> Newsstand:
    """Where the steps below get their articles."""
    return Newsstand(sayso_readings, sayso_folders, sayso_articles)


@given("the article {file}", target_fixture=ARTICLE)
def the_article(sayso_newsstand: Newsstand, file: str) -> ArticleReading:
    """The one article in a file."""
    return sayso_newsstand.file(file)


@given("the article {file} from {outlet}{published}", target_fixture=ARTICLE)
def the_article_from(
    sayso_newsstand: Newsstand, file: str, outlet: str | None, published: str | None
) -> ArticleReading:
    """The one article in a file, with its outlet, and its date where it matters."""
    return sayso_newsstand.file(file, outlet=outlet, published=published)


@given("the article {name} of {file}", target_fixture=ARTICLE)
def the_article_of(sayso_newsstand: Newsstand, name: str, file: str) -> ArticleReading:
    """The article with this id or title, of several in a file."""
    return sayso_newsstand.file(file, name)


@given("the text {text}", target_fixture=ARTICLE)
def the_short_text(sayso_newsstand: Newsstand, text: str) -> ArticleReading:
    """An article that is this text."""
    return sayso_newsstand.text(text)


@given("the article:", target_fixture=ARTICLE)
def the_text(sayso_newsstand: Newsstand, docstring: str) -> ArticleReading:
    """An article that is the text below, between two lines of three quotation marks."""
    return sayso_newsstand.text(docstring)


@given("the article {name} of {outlet}{published}:", target_fixture=ARTICLE)
def article_of_outlet(
    sayso_newsstand: Newsstand, name: str, outlet: str | None, published: str | None, docstring: str
) -> ArticleReading:
    """An article that is the text below, of an outlet (or `an unknown outlet`)."""
    return sayso_newsstand.publish(name, docstring, outlet, published)
