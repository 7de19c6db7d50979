"""Names in a claim, and whether two of them are of one or of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from sayso.language.english import OFFICES, PEOPLE
from sayso.language.given_names import of_name
from sayso.language.spelling import NATIONALITIES, fold
from sayso.language.word_lists import EN, mapping
from sayso.link.compare.gazetteer import place, within
from sayso.link.compare.lexicon import LEXICON
from sayso.link.compare.measures import unit_of
from sayso.link.compare.transliteration import spelled_alike
from sayso.link.linking_words import COMPARING, STATES

Ties = Literal["same", "part", "apart", "strangers"]
"""One name; one a part of the other, or one place in the other; names that only have a word in common, or of places
known to be two; names with nothing in common."""

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*(?:['’\-][^\W_]+)*\.?|[^\s\w]|\d[\w.,]*")
_SMALL = STATES.within_names | {"of", "the", "al", "d"}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_])?|[^\W\d_]")
_DAYS = frozenset(COMPARING.weekdays) | frozenset(COMPARING.months)

_NICKNAMES: Mapping[str, frozenset[str]] = {
    name: frozenset({name, *short.split()}) for name, short in mapping(EN / "nicknames.yaml").items()
}


@dataclass(frozen=True)
class Name:
    """A name: its `words` as written without titles, `inside` which place it says it lies, and the words around it."""

    words: tuple[str, ...]
    inside: str
    before: str
    behind: str

    @property
    def written(self) -> str:
        """The name as it is written."""
        return " ".join(self.words)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Its words, folded, without small words and those that any firm or person may add."""
        parts = [part for word in self.words for part in word.split("-")]
        kept = tuple(fold(part) for part in parts if part not in _SMALL)
        return tuple(key for key in kept if key.strip(".") not in COMPARING.added_to_names) or kept

    @cached_property
    def place(self) -> str | None:
        """The key of the listed place that it names."""
        return place(self.written)


@lru_cache(maxsize=16384)
def names(text: str) -> tuple[Name, ...]:
    """The names in a text, in order; a first word only where it shows that it is one."""
    return tuple(_joined(list(_names(_words(text)))))


def _words(text: str) -> list[str]:
    """The words and marks of a text; a full stop belongs to initials and titles only."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        stop = word.endswith(".") and len(word) > 2 and "." not in word[:-1] and word[:-1].lower() not in STATES.titles
        found += [word[:-1], "."] if stop else [word]
    return found


def _names(words: list[str]) -> Iterator[tuple[int, int, Name]]:
    at = 0
    while at < len(words):
        if not _capital(words, at):
            at += 1
            continue
        end = at + 1
        while end < len(words) and not words[end - 1].endswith(("'s", "’s")):
            step = 0 if _capital(words, end) else _linked(words, end)
            if step is None:
                break
            end += step + 1
        start = at
        while start < end - 1 and _is_title(words[start]):
            start += 1
        if start == end - 1 and _is_title(words[start]):
            at = end
            continue
        named = tuple(re.sub(r"['’]s$", "", word) for word in words[start:end])
        if start or len(named) > 1 or _opens(words, end, named):
            before = words[start - 1].lower() if start else ""
            behind = words[end].lower() if end < len(words) else ""
            yield start, end, Name(named, "", before, behind)
        at = end


def _capital(words: list[str], at: int) -> bool:
    word = re.sub(r"^(?:al|el|ul|an|ar|as|at|az)-(?=[A-Z])", "", words[at])
    low = word.lower().rstrip(".")
    written_small = low in COMPARING.stop_words and not (word.isupper() and len(word) > 1)
    return word[:1].isupper() and not written_small and low not in _DAYS and not unit_of([word])[0]


def _linked(words: list[str], at: int) -> int | None:
    """How many small words ("of the") stand between two words of one name."""
    small = 0
    while at + small < len(words) and words[at + small] in _SMALL and small < 2:
        small += 1
    return small if small and at + small < len(words) and _capital(words, at + small) else None


def _is_title(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in OFFICES.nouns or low in PEOPLE.honorifics or low in STATES.titles or low in PEOPLE.kinds


def _opens(words: list[str], end: int, named: tuple[str, ...]) -> bool:
    """Whether the first word of a text, which is written large in any case, is a name."""
    possessive = words[end - 1].endswith(("'s", "’s"))
    return possessive or place(named[0]) is not None or named[0].isupper() or of_name(named[0]) is not None


def _joined(found: list[tuple[int, int, Name]]) -> Iterator[Name]:
    """The names, a place behind a comma within the name before it ("Springfield, Ohio")."""
    skip = -1
    for number, (_, end, name) in enumerate(found):
        if number == skip:
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            following
            and name.behind == ","
            and following[0] == end + 1
            and following[2].place
            and not _listed(following[2])
        ):
            skip = number + 1
            yield Name(name.words, following[2].place, name.before, following[2].behind)
        else:
            yield name


def _listed(name: Name) -> bool:
    """Whether a name is one of a list: "Vigo, Porto and Nantes"."""
    return name.behind in {"and", "or", "&"}


def ties(a: Name, b: Name) -> Ties:
    """How two names hang together."""
    if a.place and b.place and not (a.inside or b.inside):
        if a.place == b.place:
            return "same"
        return "part" if within(a.place, b.place) else "apart"
    mine, theirs = list(a.keys), list(b.keys)
    if mine == theirs:
        if a.inside and b.inside and a.inside != b.inside and not within(a.inside, b.inside):
            return "apart"
        return "same" if not _turned(a, b) else "apart"
    if _initials(a, b) or _initials(b, a):
        return "same"
    matched = 0
    for key in a.keys:
        other = next((other for other in theirs if one_word(key, other)), None)
        if other is not None:
            mine.remove(key)
            theirs.remove(other)
            matched += 1
    if not matched:
        return "strangers"
    mine, theirs = ([key for key in keys if not _INITIALS.fullmatch(key)] for keys in (mine, theirs))
    if mine and theirs:
        return "apart"
    if not mine and not theirs:
        return "apart" if _turned(a, b) else "same"
    if (a.inside and not mine) or (b.inside and not theirs):
        rest = {place(word) for word in mine + theirs}
        return "part" if {a.inside, b.inside} & rest or not rest else "apart"
    return "part"


@lru_cache(maxsize=65536)
def one_spelling(a: str, b: str) -> Mapping[str, str]:
    """For each name of the text `b` that `a` has in another form, the form that it has there."""
    mine, theirs = names(a), names(b)
    keys = {name.keys for name in mine}
    found = {}
    for name in theirs:
        if name.keys not in keys:
            form = next((one for one in mine if ties(one, name) == "same" and one.keys != name.keys), None)
            if form is not None and fold(form.written) not in NATIONALITIES:
                found[name.written] = form.written
    return found


def _turned(a: Name, b: Name) -> bool:
    """Whether the same words make two bodies: "the University of Miami", "Miami University"."""
    of = [any(word.lower() == "of" for word in name.words) for name in (a, b)]
    return of[0] != of[1] and bool(set(a.keys) & COMPARING.named_by_order)


def _initials(a: Name, b: Name) -> bool:
    """Whether the first is the initials of the second."""
    short = a.words[0].replace(".", "")
    capitals = "".join(word[0] for word in b.words if word[:1].isupper())
    return len(a.words) == 1 and len(short) > 1 and short.isupper() and short == capitals


@lru_cache(maxsize=65536)
def one_word(a: str, b: str) -> bool:
    """Whether two words of names, folded, are one: spelled otherwise, shortened, or an initial."""
    a, b = a.strip("."), b.strip(".")
    if a == b:
        return True
    if a in NATIONALITIES or b in NATIONALITIES:
        return False
    if 1 in {len(a), len(b)}:
        return a[:1] == b[:1]
    if any({a, b} <= known for known in _NICKNAMES.values()):
        return True
    if LEXICON.same(a, b) or LEXICON.same(a.removesuffix("s"), b.removesuffix("s")):
        return True
    sexes = {of_name(a), of_name(b)}
    return not sexes >= {"m", "f"} and spelled_alike(a, b)
