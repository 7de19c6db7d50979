"""Relations between the meanings of words, by `relations.yaml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.language.word_lists import EN
from sayso.language.yaml_file import read_yaml


def key(words: str) -> str:
    """The lexicon's key for a lemma, or for a verb with its particle: lower case without a final stop."""
    return words.lower().rstrip(".")


class Lexicon:
    """Relations between words, by their keys."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        self._same = _groups(lists["same"])
        self._left, self._right = _sides(lists["opposites"])
        self._earlier, self._later = _sides(lists["phases"])
        self._over, self._under = _sides(lists["converse"])
        self._kinds = _groups(lists["kinds"])
        self.symmetric = _keys(lists["symmetric"])
        self.ends = _keys(lists["ends"])
        self.lasts = _keys(lists["lasts"])
        self.evaluations = _keys(lists["evaluations"])
        self.light = _keys(lists["light"])

    def knows(self, word: str) -> bool:
        """Whether any relation lists a key."""
        return any(
            word in listed for listed in (self._same, self._left, self._right, self._earlier, self._later, self._over)
        )

    def same(self, a: str, b: str) -> bool:
        """Whether two keys are equal or synonyms."""
        return a == b or bool(self._same.get(a, _NONE) & self._same.get(b, _NONE))

    def opposite(self, a: str, b: str) -> bool:
        """Whether two words exclude each other."""
        return a != b and _across(self._left, self._right, a, b)

    def phase(self, a: str, b: str) -> bool:
        """Whether two words exclude each other at one time, but may follow each other ("arrested", "released")."""
        return a != b and _across(self._earlier, self._later, a, b)

    def converse(self, a: str, b: str) -> bool:
        """Whether one word says of X and Y what the other says of Y and X ("own", "subsidiary")."""
        return a != b and _across(self._over, self._under, a, b)

    def other_kind(self, a: str, b: str) -> bool:
        """Whether two words are of one kind, of which only one can apply to a thing."""
        return a != b and bool(self._kinds.get(a, _NONE) & self._kinds.get(b, _NONE))


_NONE: frozenset[int] = frozenset()
Groups = dict[str, frozenset[int]]


def _across(left: Groups, right: Groups, a: str, b: str) -> bool:
    return bool(left.get(a, _NONE) & right.get(b, _NONE) or right.get(a, _NONE) & left.get(b, _NONE))


def _keys(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word.strip()) for line in lines for word in line.split(","))


def _groups(lines: Iterable[str]) -> Groups:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for word in _keys([line]):
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _sides(lines: Iterable[str]) -> tuple[Groups, Groups]:
    pairs = [line.split("|") for line in lines]
    return _groups(left for left, _ in pairs), _groups(right for _, right in pairs)


_FILE = EN / "relations.yaml"
LEXICON = Lexicon(read_yaml(_FILE.read_bytes(), _FILE.name))
"""The lexicon that comes with Sayso."""
