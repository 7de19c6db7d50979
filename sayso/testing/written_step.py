"""The step of a feature that says how a statement is read: the other way round from checking one."""

from __future__ import annotations

from collections.abc import Iterator

import sayso.testing.claim_steps  # noqa: F401 - the steps that are written
from sayso.errors import UsageError
from sayso.present.expectation import QUOTED, STRAIGHT
from sayso.present.safe import plain
from sayso.testing.article_reading import ArticleReading
from sayso.testing.expected_chain import expected_in_words
from sayso.testing.feature_files import AllDifferent, Different
from sayso.testing.quoted_words import places_of
from sayso.testing.step_sentence import ARTICLE, known_step
from schemas import Hop, Member, Statement

_MOST = 90
"""Characters that are quoted where they are enough to find the place again."""
_EDGES = " ,.;:!?…-–—([)]'‘’"


def written_step(reading: ArticleReading, statement: Statement) -> str:
    """A line for after `Then` that a reading with this statement meets; raises `UsageError` where there is none."""
    as_meant = reading.with_statement(statement)
    for words in _quotable(reading, statement):
        for line in _lines(words, statement):
            if met(as_meant, line):
                return line
    raise UsageError(
        f"expected words that stand once in {reading.name}, and a source with a name or a description, "
        f"found “{plain(statement.text)}”, of which no step can be made; write the scenario by hand"
    )


def met(reading: ArticleReading, line: str) -> bool:
    """Whether an article is read as a line for after `Then` says."""
    step = known_step("then", line)
    if step is None:
        return False
    try:
        step.function(**{ARTICLE: reading}, **(step.sentence.parse_arguments(line) or {}))
    except (Different, AllDifferent):
        return False
    return True


def _quotable(reading: ArticleReading, statement: Statement) -> Iterator[str]:
    """Words of the statement that stand once in the article: of its longest part first, no more than necessary."""
    for span in sorted(statement.spans, key=lambda one: one.start - one.end):
        words = " ".join(span.words.translate(STRAIGHT).replace('"', "").split())
        for end in (_cut(words), len(words)):
            quoted = words[:end].strip(_EDGES)
            if quoted and plain(quoted) == quoted and len(places_of(quoted, reading.article.text)) == 1:
                yield quoted


def _cut(words: str) -> int:
    """Where to end words that are too long: after a whole one."""
    return len(words) if len(words) <= _MOST else words.rfind(" ", 0, _MOST) if " " in words[:_MOST] else _MOST


def _lines(words: str, statement: Statement) -> Iterator[str]:
    """The sentences that say how it is read, the most exact first."""
    said = f'"{words}"'
    if statement.sourcing == "undetermined":
        yield f"{said} is undetermined"
    elif statement.sourcing == "none-given":
        yield f"{said} is alleged without a source"
        yield f"{said} has no source given"
    else:
        for who in _chains(statement):
            if statement.polarity == "denied":
                yield f"{said} is {who}"
            else:
                yield f"{said} is a direct quotation of {who}"
                yield f"{said} is attributed to {who}"


def _chains(statement: Statement) -> Iterator[str]:
    """Who says so in the words of features, the most exact first."""
    origin, relays, denied = statement.chain[0], [*map(_name, statement.relays)], statement.polarity == "denied"
    if origin.anonymous:
        described = origin.descriptor or (origin.mention.words if origin.mention else None) or ""
        for unnamed in (_bare(described), ""):
            yield expected_in_words((), unnamed, relays, denied)
    else:
        yield expected_in_words([*map(_name, origin.members or (origin,))], None, relays, denied)


def _name(hop: Hop | Member) -> str:
    return _bare(hop.name or (hop.mention.words if hop.mention else ""))


def _bare(name: str) -> str:
    return " ".join(QUOTED.sub(r"\1", name).translate(STRAIGHT).replace('"', "").split())
