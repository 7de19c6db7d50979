"""Steps for what only the command line does: a report is read as an editor reads it, and decided on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

import known_vectors
import pytest
from factories import make_capture
from linking_world import link_all, read
from pytest_bdd import given, parsers, then, when

from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Article


@dataclass
class Desk:
    """An editor at a terminal, and what was decided on last."""

    run: Callable[..., str]
    articles: int = 0
    last: str = ""

    def record(self, outlet: str, text: str) -> None:
        """Read and link one article more."""
        self.articles += 1
        article = Article(text=text, key=str(self.articles), outlet=outlet, published="2024-05-01")
        with Ledger.open(settings().database_url) as ledger:
            ledger.append(make_capture(article), article, read(article))
            link_all(ledger, settings().indexes)

    def stories(self) -> dict[str, set[str]]:
        """The outlets of each story, by its id."""
        found = json.loads(self.run("stories", "--least", "1", "--format", "json"))["stories"]
        return {story["id"]: set(story["outlets"]) for story in found}

    def story(self, outlet: str) -> str:
        """The id of the story of an outlet's article."""
        [id_] = [id_ for id_, outlets in self.stories().items() if outlet in outlets]
        return id_

    def of_story(self, *arguments: str) -> None:
        """Decide on a story; the command says which decision it is."""
        self.run("stories", *arguments, "--why", "we looked into it", "--by", "Ana Lind")
        with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
            self.last = now.show(now.size)["decision"]["about"]

    def decide(self, judgement: str, about: str) -> None:
        """As the report says that it is done."""
        self.last = about
        self.run("decide", about, judgement, "--why", "we looked into it", "--by", "Ana Lind")


@pytest.fixture(autouse=True)
def _known_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    known_vectors.remember(monkeypatch)


@pytest.fixture
def desk(home, capfdbinary: pytest.CaptureFixture[bytes]) -> Desk:
    def run(*arguments: str) -> str:
        code = exit_code(arguments)
        out, err = capfdbinary.readouterr()
        assert code == 0, err.decode()
        return out.decode()

    return Desk(run)


@given(parsers.re(r'the record of an article of "(?P<outlet>[^"]+)":'))
def recorded(desk: Desk, outlet: str, docstring: str) -> None:
    desk.record(outlet, docstring)


@when(parsers.re(r'the editor decides "(?P<judgement>\w+)" on what the report lists as "(?P<words>.+)"'))
def decides(desk: Desk, judgement: str, words: str) -> None:
    items = desk.run("report").split("\n### ")
    found = [re.findall(r"Sentence (s-[0-9a-f]{12}),", one) for one in items if f"**{words}**" in one]
    [about] = [sentence for sentences in found for sentence in sentences]  # its fact is listed too
    desk.decide(judgement, about)


@when(parsers.re(r'the editor decides "(?P<judgement>\w+)" on the conflict that is suggested'))
def decides_conflict(desk: Desk, judgement: str) -> None:
    [about] = re.findall(r"sayso decide ([0-9a-f]+)", desk.run("report", "--suggestions"))
    desk.decide(judgement, about)


@when(parsers.re(r'the editor decides "(?P<judgement>\w+)" on the same'))
def decides_again(desk: Desk, judgement: str) -> None:
    desk.decide(judgement, desk.last)


@then(parsers.re(r'the report lists "(?P<words>.+)"'))
def lists(desk: Desk, words: str) -> None:
    assert re.search(rf"\*\*.*{re.escape(words)}.*\*\*", desk.run("report"))


@then(parsers.re(r'the report does not list "(?P<words>.+)"'))
def lists_not(desk: Desk, words: str) -> None:
    assert not re.search(rf"\*\*.*{re.escape(words)}.*\*\*", desk.run("report"))


@then(parsers.re(r'the report says "(?P<words>.+)"'))
def says(desk: Desk, words: str) -> None:
    assert words in desk.run("report")


@then(parsers.re(r'the report does not say "(?P<words>.+)"'))
def says_not(desk: Desk, words: str) -> None:
    assert words not in desk.run("report")


@then(parsers.re(r'the report with suggestions says "(?P<words>.+)"'))
def says_with_suggestions(desk: Desk, words: str) -> None:
    assert words in desk.run("report", "--suggestions")


@then("nothing is linked")
def nothing_linked(desk: Desk) -> None:
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        assert [link for one in now.dossiers() for link in one.links] == []


NAMES = r'(?P<names>"[^"]+"(?: and "[^"]+")*)'


@when(parsers.re(r'the editor joins the stories of "(?P<one>[^"]+)" and "(?P<other>[^"]+)"'))
def joins(desk: Desk, one: str, other: str) -> None:
    desk.of_story("join", desk.story(one), desk.story(other))


@when(parsers.re(r'the editor takes the article of "(?P<outlet>[^"]+)" out of its story'))
def takes_out(desk: Desk, outlet: str) -> None:
    told = json.loads(desk.run("stories", desk.story(outlet), "--format", "json"))["told"]
    [article] = [one["id"] for one in told if one["outlet"] == outlet]
    desk.of_story("split", article)


@then(parsers.re(rf"the articles of {NAMES} are one story"))
def one_story(desk: Desk, names: str) -> None:
    assert set(re.findall('"([^"]+)"', names)) in desk.stories().values()


@then(parsers.re(r'the article of "(?P<outlet>[^"]+)" is a story of its own'))
def own_story(desk: Desk, outlet: str) -> None:
    assert {outlet} in desk.stories().values()
