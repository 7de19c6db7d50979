"""What the words for a source tell of it: whether they name it or only describe it, and its office or calling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.language.english import BODIES, DOCUMENTS, FUNCTION_WORDS, OFFICES, OUTLETS, PEOPLE
from sayso.language.spelling import Word, fold, words_of
from sayso.link.linking_words import STATES

_COUNTED = FUNCTION_WORDS.determiners | {"the", "this", "these", "one", "two", "three", "four", "five", "six"}
_BOUNDS = STATES.going_on | {"about", "at", "between", "by", "for", "from", "in", "into", "near", "of", "on", "to"}
_PEOPLE = PEOPLE.kinds | PEOPLE.kin | OFFICES.nouns | BODIES.nouns | STATES.callings.keys()
_COMMON = _PEOPLE | DOCUMENTS.nouns | OUTLETS.nouns
_TELLING = frozenset({"that", "which", "who", "whose", "with"})
_NAMED = frozenset({"called", "dubbed", "named"})
_IRREGULAR = {"men": "man", "women": "woman", "people": "person", "bodies": "body"}


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The key of a word in the singular: "Prosecutors" as "prosecutor"."""
    key = fold(word)
    if key.endswith(("men", "people", "bodies")):
        return next(key.removesuffix(end) + one for end, one in _IRREGULAR.items() if key.endswith(end))
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") and len(key) > 3 else key


def head(words: str) -> list[Word]:
    """The words of a description up to what follows its head: "(the) mayor" of "the mayor of Torvan"."""
    found: list[Word] = []
    for word in words_of(words.partition(",")[0]):
        if word.written.lower() in _BOUNDS:
            break
        found.append(word)
    return found


@lru_cache(maxsize=20_000)
def described(words: str) -> bool:
    """Whether they only say what a source is, and do not name it: "the father of four", "police"."""
    every = head(words)
    rest = [word.written.lower() for word in words_of(words)][len(every) :]
    if every and every[0].written.lower() in _COUNTED and not _TELLING.isdisjoint(rest[:1]):
        return True
    if any(word.written in _NAMED for word in every):
        return False
    kept = [word for word in every if word.written.lower() not in _COUNTED]
    if not kept:
        return bool(every)
    last = kept[-1].written
    common = singular(last) in _COMMON
    if last[:1].isupper():
        return common and len(every) == 1
    return common or len(kept) < len(every)


@lru_cache(maxsize=20_000)
def callings(words: str) -> frozenset[str]:
    """The offices and callings that words tell: of "a spokesman for the police" police; none where they tell none."""
    found: set[str] = set()
    for word in words_of(words):
        key = singular(word.written)
        if key in STATES.going_on or (key in STATES.apart and key not in STATES.speaking):
            break
        found.update(STATES.callings.get(key, "").split())
    return frozenset(found)


def speaks(words: Sequence[str]) -> bool:
    """Whether the words beside a name tell an office or who runs what, no former one, and nobody who is only near."""
    keys = [fold(word) for word in words]
    told = not STATES.speaking.isdisjoint(map(singular, words)) or not STATES.running.isdisjoint(keys)
    return (told or "of" in keys[:1] + keys[-2:-1]) and not _apart(keys)


def tells_office(words: Sequence[str]) -> bool:
    """Whether the words beside a name tell an office or a calling, in which somebody need not speak for a body."""
    called = not STATES.callings.keys().isdisjoint(map(singular, words))
    return speaks(words) or (called and not _apart([fold(word) for word in words]))


def _apart(keys: Sequence[str]) -> bool:
    """Whether somebody holds an office no longer, or is only near to those who do."""
    apart = (STATES.apart - STATES.speaking) | STATES.no_longer | OFFICES.past | {"was", "were"}
    return not apart.isdisjoint(keys)


def names(words: str) -> Iterator[str]:
    """The capitalised words, without those that begin a description: "Norlund" of "Norlund's food safety agency"."""
    found = list(words_of(words))
    for number, word in enumerate(found):
        common = not number and (singular(word.written) in _COMMON or word.written.lower() in _COUNTED)
        if not word.written[:1].islower() and not common:
            yield word.written
