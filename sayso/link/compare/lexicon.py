"""What words mean to each other, by `relations.yaml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.language.word_lists import EN
from sayso.language.yaml_file import read_yaml


def key(words: str) -> str:
    """One key for a lemma, or for a verb with its particle, however it is written."""
    return words.lower().rstrip(".")


class Lexicon:
    """The relations of words, by their keys."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        self._same = _groups(lists["same"])
        self._left, self._right = _sides(lists["opposites"])
        self._earlier, self._later = _sides(lists["phases"])
        self._over, self._under = _sides(lists["converse"])
        self._kinds = _groups(lists["kinds"])
        self.symmetric = _keys(lists["symmetric"])
        self.unique = _keys(lists["unique"])
        self.ends = _keys(lists["ends"])
        self.lasts = _keys(lists["lasts"])
        self.evaluations = _keys(lists["evaluations"])
        self.light = _keys(lists["light"])

    def knows(self, one: str) -> bool:
        """Whether a key stands in any list."""
        return any(
            one in listed for listed in (self._same, self._left, self._right, self._earlier, self._later, self._over)
        )

    def same(self, a: str, b: str) -> bool:
        """Whether two keys are of one word, or of words that are used for one thing."""
        return a == b or bool(self._same.get(a, _NONE) & self._same.get(b, _NONE))

    def opposite(self, a: str, b: str) -> bool:
        """Whether what one says can never hold where the other does."""
        return a != b and _across(self._left, self._right, a, b)

    def phase(self, a: str, b: str) -> bool:
        """Whether they exclude each other at one time, but may follow each other."""
        return a != b and _across(self._earlier, self._later, a, b)

    def converse(self, a: str, b: str) -> bool:
        """Whether one says of X and Y what the other says of Y and X ("own", "subsidiary")."""
        return a != b and _across(self._over, self._under, a, b)

    def other_kind(self, a: str, b: str) -> bool:
        """Whether they are two of a kind of which only one holds of the same thing."""
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
        for one in _keys([line]):
            found[one].add(number)
    return {one: frozenset(numbers) for one, numbers in found.items()}


def _sides(lines: Iterable[str]) -> tuple[Groups, Groups]:
    pairs = [line.split("|") for line in lines]
    return _groups(left for left, _ in pairs), _groups(right for _, right in pairs)


_FILE = EN / "relations.yaml"
LEXICON = Lexicon(read_yaml(_FILE.read_bytes(), _FILE.name))
"""The lexicon that comes with Sayso."""
