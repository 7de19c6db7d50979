r"""Gherkin steps, as a pytest plugin: write down on whose say-so the claims of an article stand, and have it checked.

Wherever Sayso is installed, pytest-bdd finds these steps in every feature; nothing has to be imported.

    Scenario: The paper is only the relay
      Given the article "grid-talks.txt"
      Then "plans had been passed on" is attributed to an unnamed "Valdorian official" via "The Wall Street Journal"

An article is a file (looked for beside the feature, in the working directory, then among the articles that come with
Sayso; `"NAME" of "FILE"` picks one out of several by its id or title) or the text under `Given the article:`. Words are
quoted exactly, however spaced and broken over lines; they must stand once in the article, and within one statement.
Names are those of the chain, or the words that name the source or resolve its pronoun, in any case; an unnamed source
is known by words of its description. Articles of several outlets, and which of their words say the same, are given with

    Given the article "a" of "TASS" published 2022-08-09:
    And these say the same:
      | a | The bridge is closed |
    Then "The bridge is closed" rests on 1 independent origin

Loading this module loads neither models nor the ledger: steps do, when they run.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_bdd import given, parsers, then, when

if TYPE_CHECKING:
    from pytest_bdd.parser import Feature

    from sayso.testing.article_reading import ArticleReading, Readings
    from sayso.testing.newsroom import Newsroom
    from sayso.testing.press import Press

FEATURE = pytest.StashKey[Path]()
RELAYS = r'(?P<relays>(?: via "[^"]+")*)'
NAMES = r'(?P<names>"[^"]+"(?: and "[^"]+")*)'
QUOTED = re.compile(r'"([^"]+)"')


@pytest.hookimpl(optionalhook=True)
def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature) -> None:
    """Note where the feature stands: articles are looked for beside it."""
    request.node.stash[FEATURE] = Path(feature.filename).parent


@pytest.fixture(scope="session")
def sayso_readings() -> Readings:
    """Articles as the engine that is installed reads them."""
    from sayso.engine import Engine
    from sayso.testing.article_reading import Readings

    return Readings(Engine())


@given(parsers.re(r'the article "(?P<file>[^"]+)"'), target_fixture="sayso_reading")
def the_article(request: pytest.FixtureRequest, sayso_readings: Readings, file: str) -> ArticleReading:
    """The one article in a file, read."""
    return sayso_readings.of_file(file, request.node.stash[FEATURE])


@given(parsers.re(r'the article "(?P<name>[^"]+)" of "(?P<file>[^"]+)"'), target_fixture="sayso_reading")
def the_article_of(request: pytest.FixtureRequest, sayso_readings: Readings, name: str, file: str) -> ArticleReading:
    """The article with this id or title, of several in a file."""
    return sayso_readings.of_file(file, request.node.stash[FEATURE], name)


@given("the article:", target_fixture="sayso_reading")
def the_text(sayso_readings: Readings, docstring: str) -> ArticleReading:
    """An article that is the text below."""
    return sayso_readings.of_text(docstring)


@then(parsers.re(rf'"(?P<words>.+)" is attributed to {NAMES}{RELAYS}'))
def attributed(sayso_reading: ArticleReading, words: str, names: str, relays: str) -> None:
    """Named sources (several speak jointly), and all who pass it on, in order."""
    sayso_reading.expect(words, names=QUOTED.findall(names), relays=QUOTED.findall(relays))


@then(parsers.re(rf'"(?P<words>.+)" is attributed to an unnamed (?:source|"(?P<who>[^"]+)"){RELAYS}'))
def attributed_to_unnamed(sayso_reading: ArticleReading, words: str, who: str | None, relays: str) -> None:
    """An unnamed source, known by words of its description, and all who pass it on, in order."""
    sayso_reading.expect(words, unnamed=who or "", relays=QUOTED.findall(relays))


@then(parsers.re(rf'"(?P<words>.+)" is denied by {NAMES}{RELAYS}'))
def denied(sayso_reading: ArticleReading, words: str, names: str, relays: str) -> None:
    """The source denies it."""
    sayso_reading.expect(words, names=QUOTED.findall(names), relays=QUOTED.findall(relays), denied=True)


@then(parsers.re(r'"(?P<words>.+)" is not attributed to "(?P<name>[^"]+)"'))
def not_attributed(sayso_reading: ArticleReading, words: str, name: str) -> None:
    """A source of that name is in its chain neither as origin nor as relay."""
    sayso_reading.expect_without(words, name)


@then(parsers.re(r'"(?P<words>.+)" has no source given'))
def no_source(sayso_reading: ArticleReading, words: str) -> None:
    """The article says so itself."""
    sayso_reading.expect_sourcing(words, "none-given")


@then(parsers.re(r'"(?P<words>.+)" is undetermined'))
def undetermined(sayso_reading: ArticleReading, words: str) -> None:
    """The text leaves open whether a source or the article says so."""
    sayso_reading.expect_sourcing(words, "undetermined")


@then(parsers.re(r'"(?P<words>.+)" is alleged without a source'))
def alleged(sayso_reading: ArticleReading, words: str) -> None:
    """The article hedges it and names no source."""
    sayso_reading.expect_alleged(words)


@then(parsers.re(r'"(?P<words>.+)" makes no claim'))
def no_claim(sayso_reading: ArticleReading, words: str) -> None:
    """No claim is made of these words."""
    sayso_reading.expect_no_claim(words)


@then(parsers.re(r'the words that name the source of "(?P<words>.+)" are "(?P<mention>[^"]+)"'))
def named_by(sayso_reading: ArticleReading, words: str, mention: str) -> None:
    """The words stand in the article as they are, pronouns included."""
    sayso_reading.expect_mention(words, mention)


@then(parsers.re(r'the source of "(?P<words>.+)" is carried over from an earlier sentence'))
def carried_over(sayso_reading: ArticleReading, words: str) -> None:
    """The sentence itself names no source."""
    sayso_reading.expect_inherited(words)


@pytest.fixture
def sayso_press(sayso_readings: Readings) -> Press:
    """Articles of several outlets."""
    from sayso.testing.press import Press

    return Press(sayso_readings)


@given(
    parsers.re(
        r'the article "(?P<name>[^"]+)" of (?:"(?P<outlet>[^"]+)"|an unknown outlet)'
        r"(?: published (?P<published>\d{4}-\d\d-\d\d))?:"
    )
)
def article_of_outlet(sayso_press: Press, name: str, outlet: str | None, published: str | None, docstring: str) -> None:
    """An article that is the text below, of an outlet, with its date where that is known."""
    sayso_press.publish(name, docstring, outlet, published)


@given("these say the same:")
def say_the_same(sayso_press: Press, datatable: list[list[str]]) -> None:
    """Claims of several articles: the article's name and words of it, a row."""
    sayso_press.alike(datatable)


@then(parsers.re(r'"(?P<words>.+)" rests on (?P<count>\d+|no) independent origins?'))
def independent_origins(sayso_press: Press, words: str, count: str) -> None:
    """The number of paths back to origins that share no relay."""
    sayso_press.expect_independent(words, 0 if count == "no" else int(count))


@then(parsers.re(r"the editor reads: (?P<sentence>.+)"))
def explained(sayso_press: Press, sentence: str) -> None:
    """How the number is explained, word for word."""
    sayso_press.expect_sentence(sentence)


@then(parsers.re(rf"{NAMES} (?:says|say) so"))
def speakers(sayso_press: Press, names: str) -> None:
    """Exactly these are said to know."""
    sayso_press.expect_speakers(QUOTED.findall(names))


@then(parsers.re(rf"{NAMES} only (?:carries|carry) it"))
def only_carried(sayso_press: Press, names: str) -> None:
    """Exactly these pass on what others say."""
    sayso_press.expect_carriers(QUOTED.findall(names))


@then(parsers.re(rf"{NAMES} cite each other in a circle"))
def circle(sayso_press: Press, names: str) -> None:
    """Each has it from the next."""
    sayso_press.expect_circle(QUOTED.findall(names))


@pytest.fixture
def sayso_newsroom(tmp_path: Path, sayso_readings: Readings) -> Newsroom:
    """A folder for articles, and the record of what was read in it."""
    from sayso.testing.newsroom import Newsroom

    return Newsroom(tmp_path / "inbox", tmp_path / "record" / "ledger.db", sayso_readings.engine)


@given(parsers.re(r'a folder with the articles? (?P<names>"[^"]+"(?:(?:,| and) "[^"]+")*)'))
def folder_with(request: pytest.FixtureRequest, sayso_newsroom: Newsroom, names: str) -> None:
    """Copies of these files, looked for as a single article is."""
    from sayso.testing.feature_files import place_of

    for name in QUOTED.findall(names):
        sayso_newsroom.put(place_of(name, request.node.stash[FEATURE]))


@given(parsers.re(r'the folder has a file "(?P<name>[^"]+)" that is no text'))
def broken_file(sayso_newsroom: Newsroom, name: str) -> None:
    """A file that cannot be read as an article."""
    sayso_newsroom.put_bytes(name, b"\x00\x01\x02\xff" * 64)


@when("the folder is traced")
@when("the folder is traced again")
def traced(sayso_newsroom: Newsroom) -> None:
    """Every article in the folder is read into the record, unless the record has it already."""
    sayso_newsroom.trace()


@when(parsers.re(r"one byte of entry (?P<number>\d+) is changed"))
def tampered(sayso_newsroom: Newsroom, number: str) -> None:
    """Tampering by someone with access to the record's file."""
    sayso_newsroom.tamper(int(number))


@then(parsers.re(r"(?P<count>\d+|no) entr(?:y is|ies are) added"))
def added(sayso_newsroom: Newsroom, count: str) -> None:
    """By the last tracing."""
    sayso_newsroom.expect_added(0 if count == "no" else int(count))


@then("the record is intact")
def intact(sayso_newsroom: Newsroom) -> None:
    """Everything in the record is as it was written."""
    sayso_newsroom.expect_intact()


@then(parsers.re(r"the record is found broken at entry (?P<number>\d+)"))
def broken(sayso_newsroom: Newsroom, number: str) -> None:
    """The check names the entry."""
    sayso_newsroom.expect_broken(int(number))


@then(parsers.re(r'the record holds claims of "(?P<name>[^"]+)"'))
def recorded(sayso_newsroom: Newsroom, name: str) -> None:
    """The article in the file of this name was read."""
    sayso_newsroom.expect_claims(name)


@then(parsers.re(r'the record says that "(?P<name>[^"]+)" could not be read'))
def unread(sayso_newsroom: Newsroom, name: str) -> None:
    """With the reason, as a sentence."""
    sayso_newsroom.expect_problem(name)
