"""Steps about one article: who says so, and what is said by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.present.expectation import QUOTED
from sayso.testing.step_sentence import then

if TYPE_CHECKING:
    from sayso.testing.article_reading import ArticleReading


@then("{words} {is attributed to} {names}{via}")
def attributed(sayso_reading: ArticleReading, words: str, names: str, relays: str) -> None:
    """Named sources (several speak jointly), and all who pass it on, in order: the whole chain."""
    sayso_reading.expect(words, names=QUOTED.findall(names), relays=QUOTED.findall(relays))


@then("{words} {is attributed to} {unnamed}{via}")
def attributed_to_unnamed(sayso_reading: ArticleReading, words: str, who: str | None, relays: str) -> None:
    """An unnamed source, known by words of its description (`an unnamed source`: any), and all who pass it on."""
    sayso_reading.expect(words, unnamed=who or "", relays=QUOTED.findall(relays))


@then("{words} is a direct quotation of {names}{via}")
def quoted(sayso_reading: ArticleReading, words: str, names: str, relays: str) -> None:
    """The words stand in quotation marks, with this whole chain."""
    sayso_reading.expect(words, names=QUOTED.findall(names), relays=QUOTED.findall(relays))
    sayso_reading.expect_quoted(words)


@then("{words} is a direct quotation of {unnamed}{via}")
def unnamed_quoted(sayso_reading: ArticleReading, words: str, who: str | None, relays: str) -> None:
    """The same for an unnamed source."""
    sayso_reading.expect(words, unnamed=who or "", relays=QUOTED.findall(relays))
    sayso_reading.expect_quoted(words)


@then("{words} is denied by {names}{via}")
def denied(sayso_reading: ArticleReading, words: str, names: str, relays: str) -> None:
    """The source denies it."""
    sayso_reading.expect(words, names=QUOTED.findall(names), relays=QUOTED.findall(relays), denied=True)


@then("{words} is denied by {unnamed}{via}")
def unnamed_denied(sayso_reading: ArticleReading, words: str, who: str | None, relays: str) -> None:
    """An unnamed source denies it."""
    sayso_reading.expect(words, unnamed=who or "", relays=QUOTED.findall(relays), denied=True)


@then("{words} is not attributed to {name}")
def not_attributed(sayso_reading: ArticleReading, words: str, name: str) -> None:
    """A source of that name is in its chain neither as origin nor as relay."""
    sayso_reading.expect_without(words, name)


@then("nothing is attributed to {name}")
def nothing_attributed(sayso_reading: ArticleReading, name: str) -> None:
    """A source of that name is in no chain of the article."""
    sayso_reading.expect_nothing_of(name)


@then("{words} has no source given")
def no_source(sayso_reading: ArticleReading, words: str) -> None:
    """The article says so itself."""
    sayso_reading.expect_sourcing(words, "none-given")


@then("{words} is undetermined")
def undetermined(sayso_reading: ArticleReading, words: str) -> None:
    """The text leaves open whether a source or the article says so."""
    sayso_reading.expect_sourcing(words, "undetermined")


@then("{words} is alleged without a source")
def alleged(sayso_reading: ArticleReading, words: str) -> None:
    """The article hedges it ("allegedly") and names no source."""
    sayso_reading.expect_alleged(words)


@then("{words} makes no claim")
def no_claim(sayso_reading: ArticleReading, words: str) -> None:
    """No claim is made of these words."""
    sayso_reading.expect_no_claim(words)


@then("at most {number} {claims have} no source")
def few_without_source(sayso_reading: ArticleReading, number: str) -> None:
    """So many claims of the article at most are its own, without a source."""
    sayso_reading.expect_at_most(int(number))


@then("who says so:")
def who_says_so(sayso_reading: ArticleReading, datatable: list[list[str]]) -> None:
    """Many at once, in the table below: words, and who says so ("Kremlin via TASS", "no source given", ...)."""
    sayso_reading.expect_rows(datatable)


@then("the words that name the source of {words} are {mention}")
def named_by(sayso_reading: ArticleReading, words: str, mention: str) -> None:
    """The words stand in the article as they are, pronouns included."""
    sayso_reading.expect_mention(words, mention)


@then("the source of {words} is carried over from an earlier sentence")
def carried_over(sayso_reading: ArticleReading, words: str) -> None:
    """The sentence itself names no source."""
    sayso_reading.expect_inherited(words)
