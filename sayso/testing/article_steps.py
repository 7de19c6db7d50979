"""Steps about an article as a whole: they quote nothing of it, so that a standing rule can be made of them."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from sayso.testing.step_sentence import then

if TYPE_CHECKING:
    from sayso.testing.article_reading import ArticleReading


def _checks() -> ModuleType:
    """Loaded when a step runs: it knows the schemas, which a run of other tests does without."""
    from sayso.testing import article_checks

    return article_checks


@then("the headline keeps the body's hedge or source for each accusation")
def hedged_headline(sayso_reading: ArticleReading) -> None:
    """Where the body has an accusation from somebody, or leaves it open, the headline does not tell it as a fact."""
    _checks().expect_faithful_headline(sayso_reading, ("allegation",))


@then("the headline says no more than the body")
def faithful_headline(sayso_reading: ArticleReading) -> None:
    """It keeps each hedge, source, plan and number of the body."""
    _checks().expect_faithful_headline(sayso_reading)


@then("{for everyone accused}their reply is printed, or when and how it was sought")
def replies(sayso_reading: ArticleReading) -> None:
    """Whoever the article names and accuses has a reply in it, or it says when and how they were asked for one."""
    _checks().expect_replies(sayso_reading)


@then("each accusation has a source")
def sourced_accusations(sayso_reading: ArticleReading) -> None:
    """No accusation of somebody whom the article names is its own or undetermined."""
    _checks().expect_accusers(sayso_reading, named=False)


@then("each accusation has a named source")
def named_accusers(sayso_reading: ArticleReading) -> None:
    """The same, and none rests on an unnamed source."""
    _checks().expect_accusers(sayso_reading, named=True)


@then("each unnamed source is described")
def described_sources(sayso_reading: ArticleReading) -> None:
    """Who is not named is at least "an official" or the like, not just "sources"."""
    _checks().expect_described(sayso_reading)


@then("it says why each unnamed source is not named")
def explained_sources(sayso_reading: ArticleReading) -> None:
    """The text gives a reason, or the terms on which the source spoke ("on condition of anonymity")."""
    _checks().expect_reasons(sayso_reading)


@then("at most {number} {claims have} only an unnamed source")
def few_unnamed(sayso_reading: ArticleReading, number: str) -> None:
    """So many claims of the article at most rest on somebody whom it does not name."""
    _checks().expect_few_unnamed(sayso_reading, int(number))


@then("nothing rests on {name} alone")
def not_alone(sayso_reading: ArticleReading, name: str) -> None:
    """A source of that name may pass on what others say, but is the origin of nothing."""
    _checks().expect_not_alone(sayso_reading, name)
