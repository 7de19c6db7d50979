"""Scores what retellings lose on the stories of a part: `python -m tests.evaluation.news.drift PART [--cache FOLDER]`.

    found   of the gold's losses of a kind (the hedge, the source or the number of `of` is gone in `at`), those that are
            told of the two places, as the engine reads them, and as if it were known which retells which
    told    what is told of every two articles that tell one fact, the one that comes first in the story taken for the
            earlier: whether that is right, a person has to read (`--list FILE`)
    series  the same of what `sayso drift` tells of the stories with dates

Losses that are only told of a name ("unnamed") count as ones of the source.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.desk.measuring_drift import drift_of_story
from sayso.link.drift import Loss, Telling, telling
from sayso.link.drift.losses import in_headline, losses
from tests.evaluation.news.linked_part import LinkedPart, linked_part
from tests.evaluation.news.stories import Lost, Story, Told
from tests.evaluation.news.telling import characters, tells

PARTS = ("development", "train")
SOURCES = {"unnamed": "source"}


class Compared(NamedTuple):
    """A gold loss, the tellings at its two places, and what is told to be lost."""

    gold: Lost
    of: tuple[Telling, ...]
    at: tuple[Telling, ...]
    told: tuple[Loss, ...]

    @property
    def found(self) -> bool:
        """Whether a loss of the gold's kind is told."""
        return any(SOURCES.get(loss.kind, loss.kind) == self.gold.what for loss in self.told)


def tellings(part: LinkedPart) -> dict[str, tuple[Telling, ...]]:
    """The tellings of each article, by its name in the corpus."""
    found: dict[str, tuple[Telling, ...]] = {}
    for name, claims in part.claims.items():
        dossiers = part.snapshot.dossiers_of([claim.id for claim in claims])
        found[name] = tuple(telling(one.published_claim, one.article, one.segment, one.paragraph) for one in dossiers)
    return found


class Places:
    """Which tellings of an article stand at a place of the gold."""

    def __init__(self, part: LinkedPart) -> None:
        self.tellings = tellings(part)
        self._texts = part.texts
        self._spans = {claim.id: claim.claim.spans for several in part.claims.values() for claim in several}

    def at(self, *places: Told) -> tuple[Telling, ...]:
        """The tellings of an article that tell what stands at one of these places."""
        found = []
        for one in self.tellings.get(places[0].article, ()):
            text = self._texts[places[0].article]
            own = characters(text, [span.range for span in self._spans[one.claim]])
            if any(tells(characters(text, place.spans), own) for place in places):
                found.append(one)
        return tuple(found)


def compared(part: LinkedPart, places: Places) -> Iterator[Compared]:
    """Each gold loss with what is told of its two places."""
    for story in part.stories:
        for gold in story.lost:
            of, at = places.at(gold.of), places.at(gold.at)
            yield Compared(gold, of, at, lost(of, at) if of and at else ())


def lost(of: Sequence[Telling], at: Sequence[Telling]) -> tuple[Loss, ...]:
    """What is told of two articles, the second of which retells the first."""
    bodies = [[one for one in page if not one.headline] for page in (of, at)]
    headlines = [one for one in at if one.headline]
    found = list(losses(*bodies, retold=True)) if all(bodies) else []
    return (*found, *(loss for one in headlines if bodies[0] for loss in in_headline(bodies[0], one)))


def over_facts(part: LinkedPart, places: Places) -> Iterator[tuple[Story, str, Telling, Telling, Loss]]:
    """What is told of every two articles that tell a fact: the fact's name, the two tellings, the loss."""
    for story in part.stories:
        for name, fact in story.facts.items():
            articles = list(dict.fromkeys(told.article for told in fact.told))
            pages = [places.at(*(told for told in fact.told if told.article == article)) for article in articles]
            told = [page for page in pages if page]
            for number, at in enumerate(told):
                for of in told[:number]:
                    by = {one.claim: one for one in (*of, *at)}
                    yield from ((story, name, by[loss.of], by[loss.claim], loss) for loss in lost(of, at))


def in_series(part: LinkedPart, places: Places) -> Iterator[tuple[Story, str, Telling, Telling, Loss]]:
    """What `sayso drift` tells of each story."""
    for story in part.stories:
        articles = [places.tellings[name][0].article for name in story.articles if places.tellings.get(name)]
        for one in drift_of_story(part.snapshot, articles, part.registry).series:
            by = {telling.claim: telling for telling in one.tellings}
            yield from ((story, "series", by[loss.of], by[loss.claim], loss) for loss in one.losses)


def main() -> None:
    """Print the figures, and what is told, where that is asked for."""
    options = argparse.ArgumentParser(prog="python -m tests.evaluation.news.drift")
    options.add_argument("part", choices=PARTS)
    options.add_argument("--cache", type=Path, metavar="FOLDER", help="keep what the engine read there")
    options.add_argument("--list", type=Path, metavar="FILE", help="write there what is told, for reading")
    given = options.parse_args()
    with linked_part(given.part, given.cache) as part:
        places = Places(part)
        every = list(compared(part, places))
        of, found = Counter(one.gold.what for one in every), Counter(one.gold.what for one in every if one.found)
        for kind in sorted(of):
            print(f"{kind:8} found {found[kind]} of {of[kind]}")
        told = list(over_facts(part, places))
        print(f"{'told':8} {len(told)} {dict(Counter(loss.kind for *_, loss in told))}")
        shown = list(in_series(part, places))
        print(f"{'series':8} {len(shown)} {dict(Counter(loss.kind for *_, loss in shown))}")
        if given.list:
            given.list.write_text(
                "\n".join([*map(_gold_line, every), *(_told_line(*one) for one in told + shown)]), "utf-8"
            )


def _gold_line(one: Compared) -> str:
    sides = (
        " / ".join(f"[{t.sourced} {t.who}{' H' if t.headline else ''}] {t.words}" for t in side) for side in one[1:3]
    )
    told = ", ".join(f"{loss.kind} {loss.before!r}" for loss in one.told)
    return "\n".join(
        [f"{'+' if one.found else '-'} {one.gold.what}: {one.gold.why} | {told}", *(f"    {s}" for s in sides)]
    )


def _told_line(story: Story, fact: str, one: Telling, other: Telling, loss: Loss) -> str:
    head = f"= {story.story} {fact} {loss.kind}: {loss.before!r} -> {loss.after!r}"
    return "\n".join([head, *(f"    {t.outlet} [{t.sourced} {t.who} {t.sure:.2f}] {t.around}" for t in (one, other))])


if __name__ == "__main__":
    main()
