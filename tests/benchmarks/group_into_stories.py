"""Speed of grouping articles into stories: `python tests/benchmarks/group_into_stories.py [ARTICLES ...]`.

For each number of known articles (10000 and 100000, unless told others): how long the index takes to make without
encoding, its size, and how long it takes to open; then what one new article costs: encoding its beginning, comparing it
with all known articles, and finding out its story. Milliseconds of this process's work, mean and longest of 200.

The known articles are composed: as many words of each are common as in news (an article meets 1.3 times as many of the
words of others as there are articles), a fifth of them belong to large stories of up to 200, the others to small ones
or to none, and the vectors of a story lie around one direction.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from flows.process_setup import THREADS

os.environ.update(dict.fromkeys(THREADS, "1"))  # as the command line does

import numpy as np
from numpy.typing import NDArray

from sayso.link.retrieve import embed
from sayso.link.retrieve.encoder import WIDTH
from sayso.link.stories import Grouping, StoryIndex
from sayso.link.stories.profile import Profile
from sayso.link.stories.weighed_words import MOST, WeighedWords

NEW = 200
AT_ONCE = 5_000
VOCABULARY = 60_000
OF_STORY = 30
"""Words of an article that are its story's."""
NOISE = 0.6
LEAD = (Path(__file__).parents[2] / "seeds" / "articles" / "dam-inquiry.txt").read_text("utf-8")[:450]


class World:
    """Composed articles, by number."""

    def __init__(self, seed: int = 7) -> None:
        self.random = np.random.default_rng(seed)
        shares = 1 / (np.arange(VOCABULARY) + 60)
        self.shares = shares / shares.sum()
        self.stories: dict[int, tuple[NDArray[np.int64], NDArray[np.float32]]] = {}

    def profiles(self, first: int, count: int) -> tuple[list[Profile], NDArray[np.float32]]:
        """Articles from this number on, and their vectors."""
        made = [self.article(number) for number in range(first, first + count)]
        return [profile for profile, _ in made], np.array([vector for _, vector in made], np.float32)

    def article(self, number: int) -> tuple[Profile, NDArray[np.float32]]:
        """An article: every fifth is of one of the large stories, the others of one in ten thousands."""
        large = number % 5 == 0
        words, vector = self.story(int(self.random.integers(number // 1000 + 1)) if large else 10**6 + number // 12)
        other = self.random.choice(VOCABULARY, 2 * MOST, p=self.shares)
        own = self.random.choice(words, OF_STORY, replace=False)
        terms = np.unique(np.concatenate([own, other])[: MOST + 8])[:MOST].astype(np.uint32)
        weights = self.random.integers(8, 40, len(terms)).astype(np.uint8)
        moved = vector + NOISE * self.random.normal(size=WIDTH).astype(np.float32) / WIDTH**0.5
        profile = Profile(id=f"{number:032x}", first=number, words=WeighedWords(terms, weights), title=f"{number}")
        return profile, moved / np.linalg.norm(moved)

    def story(self, number: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Its words, and the direction of its articles."""
        if number not in self.stories:
            words = np.unique(self.random.choice(VOCABULARY, 3 * OF_STORY // 2, p=self.shares))
            vector = self.random.normal(size=WIDTH).astype(np.float32)
            self.stories[number] = words, vector / np.linalg.norm(vector)
        return self.stories[number]


def main(known: int) -> None:
    """Print the figures for so many known articles."""
    world = World()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        index, made = StoryIndex.open(folder), 0.0
        for first in range(0, known, AT_ONCE):
            some = world.profiles(first, min(AT_ONCE, known - first))
            made -= time.process_time()
            index.take(*some)
            made += time.process_time()
        index.save()
        size = sum(path.stat().st_size for path in folder.iterdir())
        opening = -time.process_time()
        index = StoryIndex.open(folder)
        opening += time.process_time()
        spent: dict[str, list[float]] = {"encoded": [], "compared": [], "grouped": []}
        sizes = []
        for number in range(known, known + NEW):
            (profile,), vectors = world.profiles(number, 1)
            begun = time.process_time()
            embed([LEAD])
            encoded = time.process_time()
            index.take([profile], vectors)
            compared = time.process_time()
            sizes.append(len(Grouping(index).story(profile.id).articles))
            grouped = time.process_time()
            for name, seconds in zip(spent, (encoded - begun, compared - encoded, grouped - compared), strict=True):
                spent[name].append(1000 * seconds)
    each = ", ".join(f"{name} {np.mean(all_):.1f} (at most {max(all_):.1f})" for name, all_ in spent.items())
    print(
        f"{known:,} articles: made in {made:.0f} s, {size / 1e6:.0f} MB, opened in {opening:.1f} s; a new one: {each} "
        f"ms; stories of {np.mean(sizes):.0f} articles, at most {max(sizes)}",
        flush=True,
    )


if __name__ == "__main__":
    for given in [int(argument) for argument in sys.argv[1:]] or [10_000, 100_000]:
        main(given)
