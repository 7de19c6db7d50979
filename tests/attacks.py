"""Texts that make a regular expression try as often as it can: something over and over, then what does not fit."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

parser: Any = re._parser  # type: ignore[attr-defined]  # as the library itself reads a pattern

ENDS = ("", "\x00", "!", "\n", "x", " ")
"""What follows the repetition: something of it fits nowhere."""

_CATEGORIES = {
    "CATEGORY_DIGIT": "07",
    "CATEGORY_NOT_DIGIT": "aB-' ",
    "CATEGORY_SPACE": " \t\n",
    "CATEGORY_NOT_SPACE": "aB0-'",
    "CATEGORY_WORD": "aB0_",
    "CATEGORY_NOT_WORD": " -'.",
}
_ANYTHING = "aB0 -'.,:(/@é“"


def attacks(pattern: re.Pattern[Any], size: int, number: int, seed: int = 0) -> Iterator[str]:
    """`number` texts of about `size` characters, made of what `pattern` itself asks for."""
    chance = random.Random(seed)
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(source, pattern.flags)
    pumps = list(_pumps(tree, ""))
    if not pumps:
        pumps = [(tree, "", 1)]
    for turn in range(number):
        body, before, _ = pumps[turn % len(pumps)]
        pump = "".join(_sample(body, chance) for _ in range(chance.choice((1, 1, 2))))
        start = _sample(before, chance) if before else ""
        if chance.random() < 0.4:  # from every place anew
            start, pump = "", start + pump
        if pump:
            yield start + pump * (size // len(pump) + 1) + chance.choice(ENDS)


def _pumps(tree: Any, before: Any) -> Iterator[tuple[Any, Any, int]]:
    """Everything that `tree` repeats, with what must come before it."""
    done: list[Any] = list(before)
    for item in tree:
        name, value = str(item[0]), item[1]
        if "REPEAT" in name:
            _, high, body = value
            if high > 8:
                yield body, list(done), high
            yield from _pumps(body, done)
        for part in _parts(name, value):
            yield from _pumps(part, done)
        done.append(item)


def _parts(name: str, value: Any) -> list[Any]:
    match name:
        case "SUBPATTERN":
            return [value[3]]
        case "ATOMIC_GROUP":
            return [value]
        case "BRANCH":
            return list(value[1])
        case "ASSERT" | "ASSERT_NOT":
            return [value[1]]
        case "GROUPREF_EXISTS":
            return [one for one in value[1:] if one is not None]
    return []


def _sample(tree: Any, chance: random.Random) -> str:
    """Some text that `tree` fits, assertions left out."""
    return "".join(_piece(str(name), value, chance) for name, value in tree)


def _piece(name: str, value: Any, chance: random.Random) -> str:
    match name:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return chance.choice([one for one in _ANYTHING if ord(one) != value])
        case "ANY":
            return chance.choice(_ANYTHING)
        case "IN":
            return chance.choice(_of(value))
        case "BRANCH":
            return _sample(chance.choice(value[1]), chance)
        case "SUBPATTERN":
            return _sample(value[3], chance)
        case "ATOMIC_GROUP":
            return _sample(value, chance)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, body = value
            return "".join(_sample(body, chance) for _ in range(chance.randint(low, max(low, min(high, low + 1)))))
    return ""


def _of(choices: Any) -> str:
    """Characters of a set: of ranges the ends, of categories some."""
    negated = str(choices[0][0]) == "NEGATE"
    found = ""
    for kind, value in choices:
        match str(kind):
            case "LITERAL":
                found += chr(value)
            case "RANGE":
                found += chr(value[0]) + chr(value[1])
            case "CATEGORY":
                found += _CATEGORIES[str(value)]
    if not negated:
        return found
    taken = re.compile("[" + "".join(map(re.escape, found)) + "]")
    return "".join(one for one in _ANYTHING if not taken.match(one)) or "\x00"
