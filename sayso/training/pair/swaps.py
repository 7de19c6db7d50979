"""Pairs made of labelled ones: another figure, a negation, or no figures at all.

Real conflicts are too rare to learn from, and a figure is what a network overlooks first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from random import Random

from sayso.training.pair.labelled_pairs import Example

_DIGITS = re.compile(r"(?<![\w.-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w-])")
_NUMERALS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
_NUMERAL = re.compile(rf"\b({'|'.join(_NUMERALS)})\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(was|were|is|are|will|has|had|have|can|could|would|did)\b(?! not|n't)")
_MASK = "[MASK]"
_NEGATED = 0.35
"""The share of pairs that say the same of which one claim is negated."""


def swapped(examples: Iterable[Example], random: Random) -> Iterator[Example]:
    """The pairs made of `examples`."""
    for example in examples:
        if example.label in {"same", "more"}:
            if other := _other_figure(example.a, example.b, random):
                yield Example(example.a, other, "conflict")
            if random.random() < _NEGATED and example.label == "same" and (other := _negated(example.b)):
                yield Example(example.a, other, "conflict")
        if example.label not in {"conflict", "broken"} and _has_figure(example.a) and _has_figure(example.b):
            yield Example(_masked(example.a), _masked(example.b), example.label)


def _other_figure(a: str, b: str, random: Random) -> str | None:
    """`b` with another figure in place of one that both have."""
    for pattern in (_DIGITS, _NUMERAL):
        known = {word.lower() for word in pattern.findall(a)}
        if shared := [found for found in pattern.finditer(b) if found[1].lower() in known]:
            found = random.choice(shared)
            return b[: found.start(1)] + _another(found[1], random) + b[found.end(1) :]
    return None


def _another(figure: str, random: Random) -> str:
    if figure.lower() in _NUMERALS:
        return random.choice([word for word in _NUMERALS if word != figure.lower()])
    value = float(figure.replace(",", ""))
    if 1900 <= value <= 2030:
        return str(int(value) + random.choice([-3, -2, -1, 1, 2, 3]))
    changed = value * random.choice([0.3, 0.5, 0.7, 1.4, 2, 3]) if value > 12 else value + random.choice([1, 2, 3, 5])
    written = f"{changed:,.1f}" if "." in figure else f"{changed:,.0f}" if "," in figure else f"{changed:.0f}"
    return written if written != figure else f"{value + 7:.0f}"


def _negated(text: str) -> str | None:
    found = _AUXILIARY.search(text)
    return f"{text[: found.end()]} not{text[found.end() :]}" if found else None


def _has_figure(text: str) -> bool:
    return bool(_DIGITS.search(text) or _NUMERAL.search(text))


def _masked(text: str) -> str:
    return _NUMERAL.sub(_MASK, _DIGITS.sub(_MASK, text))
