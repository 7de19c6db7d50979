"""What came of a folder of features, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.present.numbers import count
from sayso.present.safe import printable

if TYPE_CHECKING:
    from sayso.desk.retraced_specs import RetracedSpecs
    from sayso.desk.standing_rules import Breaches
    from sayso.testing.spec_folder import SpecFolder
    from sayso.testing.spec_result import ScenarioOutcome, SpecResult
    from sayso.testing.unmet_step import UnmetStep


def spec_lines(result: SpecResult, rules: int) -> Iterator[str]:
    """What is not as expected, then what is known to be wrong, then what has become right, then how many of each."""
    for outcome in result.of("wrong", "unfit"):
        yield from map(_failed, outcome.failures)
    for outcome in result.of("known wrong"):
        known = f"known wrong: {outcome.about}" if outcome.about else "known wrong"
        yield from (_failed(failure, known) for failure in outcome.failures)
    yield from map(_right_by_now, result.of("right by now"))
    if result.outcomes or not rules:
        yield _summed(result)
    if rules:
        yield f"{count(rules, 'standing rule')} checked in runs\n"


def retraced_lines(specs: SpecFolder, found: RetracedSpecs) -> Iterator[str]:
    """How the specs come out before and after, which were right and are not, and which have become right."""
    right, known = len(found.before.of("right", "right by now")), specs.scenarios - len(found.before.of("unfit"))
    if specs.scenarios:
        yield f"\n{printable(str(specs.folder))}: before, {right} of {known} scenarios are right"
        yield f"{' (the others name no article of the ledger)' if known < specs.scenarios else ''}; after, "
        yield _summed(found.after)
    for outcome in found.lost:
        yield "\nright before, and not now: "
        yield from map(_failed, outcome.failures)
    yield from (f"right now, and not before: {_head(outcome)}\n" for outcome in found.gained)
    if specs.rules:
        before = count(found.breaches_before, "breach", "breaches")
        yield f"{count(len(specs.rules), 'standing rule')}: before, {before}; after, {found.breaches_after}\n"
    if found.newly_broken:
        yield "new:\n"
        yield from breach_lines(found.newly_broken)


def breach_lines(broken: Iterable[Breaches]) -> Iterator[str]:
    """A line for each step of a standing rule that an article does not meet, then how many there are."""
    each = list(broken)
    for one in each:
        for failure in one.failures:
            for sentence in failure.sentences:
                yield f"{printable(f'{one.file}: {failure.scenario} ({failure.place}): {sentence}')}\n"
    breaches = count(sum(len(failure.each) for one in each for failure in one.failures), "breach", "breaches")
    yield f"{breaches} of standing rules, in {count(len(each), 'article')}\n"


def _right_by_now(outcome: ScenarioOutcome) -> str:
    told = "right by now: it is read as it was corrected; take @corrected out, and it has to stay so"
    return f"{_head(outcome)}\n  {told}\n\n"


def _head(outcome: ScenarioOutcome) -> str:
    return f"{printable(outcome.place)}  {printable(outcome.name)}"


def _failed(failure: UnmetStep, known: str | None = None) -> str:
    lines = [("", known)] if known else []
    lines.append(("", failure.step))
    for one in failure.each:
        lines += [("expected  ", one.expected), ("found     ", one.found), ("", one.where)]
    told = "".join(f"  {before}{printable(said)}\n" for before, said in lines)
    return f"{printable(failure.place)}  {printable(failure.scenario)}\n{told}\n"


def _summed(result: SpecResult) -> str:
    right, wrong, known = (
        len(result.of(*fates)) for fates in (("right", "right by now"), ("wrong",), ("known wrong",))
    )
    unfit = len(result.of("unfit"))
    more = [f"{wrong} not" if wrong else "", f"{known} known to be wrong" if known else ""]
    more.append(f"{unfit} cannot be checked" if unfit else "")
    return ", ".join([f"{right} of {len(result.outcomes)} scenarios are right", *filter(None, more)]) + "\n"
