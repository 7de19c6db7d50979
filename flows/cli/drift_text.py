"""What retellings lost, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from flows.cli.claim_rows import Row, text
from sayso.desk.measuring_drift import Drift
from sayso.link.drift import FEWEST, OutletRates, Rate, Retelling, Series, Telling
from sayso.present import drift_words as words
from sayso.present.numbers import count

NONE = "nothing of it was told in several articles, as far as is known"
METHOD = "Intervals are score intervals (E. B. Wilson, JASA 22, 1927, pages 209 to 212)."


def drift_text(drift: Drift) -> str:
    """Each fact with its tellings in order and what each lost; then what outlets lose."""
    return text(*blocks(drift)) if drift.series else f"{NONE}\n"


def blocks(drift: Drift) -> list[list[Row]]:
    """The rows about each fact, and those about outlets."""
    shown = drift.worth_showing
    rest = len(drift.series) - len(shown)
    besides = [("besides", f"{count(rest, 'fact')} told again, of which nothing is seen to be lost")] if rest else []
    return [*(list(_series(one)) for one in shown), *filter(None, [besides, list(_outlets(drift.outlets))])]


def _series(one: Series) -> Iterator[Row]:
    retold = {retelling.article: retelling for retelling in one.retellings}
    yield "fact", one.tellings[0].words
    yield "lost", count(len(one.losses), "loss", "losses") if one.losses else "nothing that is known"
    shown: set[str] = set()
    for telling in one.tellings:
        yield telling.published or "no date", where(telling)
        yield "", f"{who(telling)}: {telling.words}"
        if telling.headline:
            yield from _lost_in_headline(one, telling)
        elif telling.article not in shown and telling.article in retold:
            shown.add(telling.article)
            yield from _retelling(one, retold[telling.article])


def _retelling(one: Series, retelling: Retelling) -> Iterator[Row]:
    if retelling.basis is None:
        yield "", words.NO_ORDER if retelling.unordered else words.OWN_SOURCE
        return
    yield from (("LOST", words.lost(loss.kind, loss.before, loss.after)) for loss in retelling.losses)
    other = next(telling for telling in one.tellings if telling.article == retelling.of)
    said = "" if retelling.losses else f"{words.NOTHING}; "
    yield "", f"{said}beside {where(other)}: {words.BASES[retelling.basis]}"


def _lost_in_headline(one: Series, telling: Telling) -> Iterator[Row]:
    for loss in one.headlines:
        if loss.claim == telling.claim:
            yield (
                "LOST",
                f"in the headline, of the article beneath it: {words.lost(loss.kind, loss.before, loss.after)}",
            )


def _outlets(outlets: tuple[OutletRates, ...]) -> Iterator[Row]:
    for one in outlets:
        yield "outlet", f"{one.outlet}, {count(one.retellings, 'retelling')}"
        yield "", rate("hedge", one.hedges)
        yield "", rate("source", one.sources)
    if any(one.share is not None for each in outlets for one in (each.hedges, each.sources)):
        yield "", METHOD


def rate(what: str, found: Rate) -> str:
    """A rate in words."""
    interval = None if found.share is None else (found.share, found.low or 0.0, found.high or 0.0)
    return words.rate(what, found.of, interval, FEWEST)


def where(telling: Telling) -> str:
    """The outlet of a telling and the title of its article, as far as they are known."""
    return " | ".join(filter(None, (telling.outlet, telling.title))) or f"article {telling.article[:12]}"


def who(telling: Telling) -> str:
    """On whose word it is told."""
    match telling.sourced:
        case "nobody":
            return "no source given"
        case "open":
            return "it is open who says so"
        case "unnamed":
            return f"unnamed: {telling.who or 'not described'}"
    return telling.who
