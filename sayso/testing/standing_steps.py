"""The beginnings of standing rules: what they hold for. Runs and clearing check them, not `sayso spec`."""

from __future__ import annotations

from typing import NoReturn

from sayso.testing.feature_files import Unfit
from sayso.testing.step_sentence import ARTICLE, given


@given("every draft", target_fixture=ARTICLE)
def every_draft() -> NoReturn:
    """A standing rule: checked in each draft that `sayso clear` reads."""
    _standing("every draft")


@given("every new article{carrying}{from outlet}", target_fixture=ARTICLE)
def every_new_article(carried: str | None, outlet: str | None) -> NoReturn:
    """A standing rule: checked in each new article of a run (with that name in a chain or credit; of that outlet)."""
    _standing("every new article")


def _standing(what: str) -> NoReturn:
    raise Unfit("one article", what, "which only runs of Sayso check")
