"""Steps as sentences: how one is written, what it accepts, and the list of all of them.

A sentence is written once, with places in braces: `{words} is denied by {names}{via}`. From it come the pattern that
a line of a feature is compared with, and what the table of steps shows. Quotation marks and apostrophes may be straight
or curly, or single where there are no others, and a sentence may end in a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any, Literal, NamedTuple

import pytest_bdd
from pytest_bdd.parsers import StepParser

from sayso.present.expectation import STRAIGHT
from sayso.testing.feature_files import AllDifferent, Different, Unfit

Kind = Literal["given", "when", "then"]
ARTICLE = "sayso_reading"
"""The fixture that is the article which was given last."""

Function = Callable[..., Any]


class _Place(NamedTuple):
    pattern: str
    shown: str


_PLACES = {
    "words": _Place(r'"(?P<words>.+)"', '"WORDS"'),
    "text": _Place(r'"(?P<text>.+)"', '"TEXT"'),
    "file": _Place(r'"(?P<file>[^"]+)"', '"FILE"'),
    "files": _Place(r's? (?P<names>"[^"]+"(?:(?:,| and) "[^"]+")*)', ' "FILE" [and "FILE" ...]'),
    "name": _Place(r'"(?P<name>[^"]+)"', '"NAME"'),
    "names": _Place(r'(?P<names>"[^"]+"(?: and "[^"]+")*)', '"NAME" [and "NAME" ...]'),
    "is attributed to": _Place(r"(?:is attributed to|stands on)", "is attributed to"),
    "unnamed": _Place(r'an unnamed (?:source|"(?P<who>[^"]+)")', 'an unnamed "DESCRIPTION"'),
    "via": _Place(r'(?P<relays>(?: via "[^"]+")*)', ' [via "NAME" ...]'),
    "mention": _Place(r'"(?P<mention>[^"]+)"', '"NAME"'),
    "outlet": _Place(r'(?:"(?P<outlet>[^"]+)"|an unknown outlet)', '"OUTLET"'),
    "published": _Place(r"(?: published (?P<published>\d{4}-\d\d-\d\d))?", " [published YYYY-MM-DD]"),
    "count": _Place(r"(?P<count>\d+|no)", "N"),
    "number": _Place(r"(?P<number>\d+)", "N"),
    "sentence": _Place(r"(?P<sentence>.+)", "SENTENCE"),
    "origins": _Place(r"origins?", "origins"),
    "claims have": _Place(r"claims? ha(?:s|ve)", "claims have"),
    "says": _Place(r"says?", "says"),
    "carries": _Place(r"(?:carries|carry)", "carries"),
    "entries are": _Place(r"entr(?:y is|ies are)", "entries are"),
    "for everyone accused": _Place(r"(?:for everyone accused,? )?", "[for everyone accused, ]"),
    "carrying": _Place(r'(?: carrying "(?P<carried>[^"]+)")?', ' [carrying "NAME"]'),
    "from outlet": _Place(r'(?: from "(?P<outlet>[^"]+)")?', ' [from "OUTLET"]'),
}
"""What may stand in a place of a sentence, and how the table shows the place."""

_SINGLE = re.compile(r"(?<!\w)'|'(?!\w)")
"""Single quotation marks, which count where a line has no others; not the apostrophe within a word."""

_PLACE = re.compile(r"\{([\w ]+)\}")


class StepSentence(StepParser):
    """A step's sentence, as pytest-bdd compares it with a line of a feature."""

    def __init__(self, template: str) -> None:
        super().__init__(template)
        parts = _PLACE.split(template)
        fixed, named = parts[::2], [_PLACES[name] for name in parts[1::2]]
        patterns = [place.pattern for place in named] + [""]
        whole = "".join(re.escape(a) + b for a, b in zip(fixed, patterns, strict=True))
        self._pattern = re.compile(rf"{whole}\.?")
        self.shown = _PLACE.sub(lambda place: _PLACES[place[1]].shown, template)

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        """What stands in the places of a line, or None where the line is another sentence."""
        line = name.translate(STRAIGHT)
        if '"' not in line:
            line = name = _SINGLE.sub('"', line)
        match = self._pattern.fullmatch(line)
        if match is None:
            return None
        return {
            place: name[slice(*match.span(place))] if said is not None else None
            for place, said in match.groupdict().items()
        }

    def is_matching(self, name: str) -> bool:
        """Whether a line is this sentence."""
        return self.parse_arguments(name) is not None


@dataclass(frozen=True)
class KnownStep:
    """A step that features may use: its kind, its sentence, and the function that carries it out."""

    kind: Kind
    sentence: StepSentence
    function: Function
    gives: str | None = None
    """The fixture that it makes, for later steps."""

    @property
    def shown(self) -> str:
        """The step as the table shows it."""
        return f"{self.kind.capitalize()} {self.sentence.shown}"

    @property
    def meaning(self) -> str:
        """What it gives or checks: the first line of the function's docstring."""
        return (self.function.__doc__ or "").splitlines()[0]

    @property
    def below(self) -> frozenset[str]:
        """What stands below the line: a "docstring", a "datatable", or neither."""
        return self._taken & {"docstring", "datatable"}

    @property
    def of_article(self) -> bool:
        """Whether it is about the article that a step before it gives."""
        return ARTICLE in self._taken

    @property
    def of_every_article(self) -> bool:
        """Whether it can be checked in any article: it quotes no words of one."""
        return self.kind == "then" and self._taken <= {ARTICLE, "name", "number"}

    @property
    def _taken(self) -> frozenset[str]:
        return frozenset(signature(self.function).parameters)


NOTE: ContextVar[Callable[[Different | AllDifferent], None] | None] = ContextVar("NOTE", default=None)
"""What notes a check that fails, so that the scenario goes on; without it the first one ends the scenario."""

STEPS: list[KnownStep] = []
"""All steps, in the order of the table."""


def known_step(kind: str, line: str) -> KnownStep | None:
    """The step that a line of a feature is; None for none."""
    return next((one for one in STEPS if one.kind == kind and one.sentence.is_matching(line)), None)


def given(template: str, target_fixture: str | None = None) -> Callable[[Function], Function]:
    """A step that gives something."""
    return _step("given", template, target_fixture)


def when(template: str) -> Callable[[Function], Function]:
    """A step that does something."""
    return _step("when", template)


def then(template: str) -> Callable[[Function], Function]:
    """A step that checks something."""
    return _step("then", template)


def _step(kind: Kind, template: str, target_fixture: str | None = None) -> Callable[[Function], Function]:
    sentence = StepSentence(template)

    def decorate(function: Function) -> Function:
        STEPS.append(KnownStep(kind, sentence, function, target_fixture))
        carried_out = _noted(function) if kind == "then" else function
        pytest_bdd.step(sentence, kind, target_fixture=target_fixture, stacklevel=2)(carried_out)
        return function

    return decorate


def _noted(function: Function) -> Function:
    @wraps(function)
    def check(*arguments: Any, **named: Any) -> None:
        try:
            function(*arguments, **named)
        except (Different, AllDifferent) as failure:
            note = NOTE.get()
            if note is None or isinstance(failure, Unfit):
                raise
            note(failure)

    return check
