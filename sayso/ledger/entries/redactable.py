"""Splits any record into facts and words, without loss, so that the words can be deleted.

`take_apart(record, words, text)` gives the record's facts, in which every field marked `Words` holds the number of its
string in `words` instead of the string. Given an article's `text`, a span is just `[start, end]`: `join` takes its
words from the text, so that an article's words are stored once.
`join(type(r), take_apart(r, words, text), words.all, text) == r`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from schemas import Record, Span
from schemas.record import WORDS

R = TypeVar("R", bound=Record)
Text = str | None


class WordList:
    """Distinct strings, numbered from 0."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, string: str) -> int:
        """The number of `string`, which is added where it is new."""
        return self._numbers.setdefault(string, len(self._numbers))

    @property
    def all(self) -> list[str]:
        """All strings, in the order of their numbers."""
        return list(self._numbers)


def take_apart(record: Record, words: WordList, text: Text = None) -> Any:
    """The facts of `record` as plain JSON values; ValueError where a span's words are not those of the text."""
    return _record(type(record)).part(record, words, text)


def join(cls: type[R], facts: Any, words: Sequence[str], text: Text = None) -> R:
    """The record made of these facts and words; ValueError (pydantic's included) where they do not make one."""
    try:
        return cls.model_validate(_record(cls).join(facts, words, text))
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(f"expected a {cls.__name__}, found something else ({error!r})") from error


class _Shape(NamedTuple):
    """How values of one type are taken apart and put together."""

    part: Callable[[Any, WordList, Text], Any]
    join: Callable[[Any, Sequence[str], Text], Any]


def _word(value: Any, words: Sequence[str], _: Text) -> str:
    if type(value) is not int or value < 0:
        raise ValueError(f"expected the number of some words, found {value!r}")
    return words[value]


_PLAIN = _Shape(lambda value, words, text: value, lambda value, words, text: value)
_WORD = _Shape(lambda value, words, text: words.number(value), _word)
_CONFIDENCE = _Shape(lambda value, words, text: f"{value:.3f}", _PLAIN.join)
_MOMENT = _Shape(lambda value, words, text: value.isoformat(), _PLAIN.join)


def _shape(hint: Any) -> _Shape:
    """The shape of a field's type; TypeError for a type that no record has so far."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return (
            _WORD
            if any(getattr(argument, "json_schema_extra", None) == {WORDS: True} for argument in args)
            else _shape(args[0])
        )
    if origin in (Union, UnionType) and len(args) == 2 and args[1] is type(None):
        return _optional(_shape(args[0]))
    if origin is tuple and args[1:] == (...,):
        return _many(_shape(args[0]))
    if origin is tuple and set(args) <= {str, int, bool}:
        return _PLAIN
    if hint is float:
        return _CONFIDENCE
    if hint in (str, int, bool) or (args and all(isinstance(argument, str) for argument in args)):
        return _PLAIN
    if isinstance(hint, type) and issubclass(hint, Record):
        return _record(hint)
    if hint is datetime or getattr(hint, "__name__", "") == "AwareDatetime":
        return _MOMENT
    raise TypeError(f"expected a type that can be taken apart, found {hint}")


def _optional(shape: _Shape) -> _Shape:
    return _Shape(
        lambda value, words, text: None if value is None else shape.part(value, words, text),
        lambda value, words, text: None if value is None else shape.join(value, words, text),
    )


def _many(shape: _Shape) -> _Shape:
    return _Shape(
        lambda values, words, text: [shape.part(value, words, text) for value in values],
        lambda values, words, text: [shape.join(value, words, text) for value in values],
    )


@cache
def _record(cls: type[Record]) -> _Shape:
    shapes = {name: _shape(hint) for name, hint in _hints(cls).items()}
    plain = [name for name, shape in shapes.items() if shape is _PLAIN]
    shaped = [(name, *shape) for name, shape in shapes.items() if shape is not _PLAIN]

    def part(record: Any, words: WordList, text: Text) -> Any:
        facts = {name: getattr(record, name) for name in plain}
        for name, take, _ in shaped:
            facts[name] = take(getattr(record, name), words, text)
        return facts

    def put_together(facts: Any, words: Sequence[str], text: Text) -> Any:
        fields = dict(facts)
        for name, _, put in shaped:
            if name in facts:  # a field that was introduced after the entry takes its default
                fields[name] = put(facts[name], words, text)
        return fields

    whole = _Shape(part, put_together)
    return _span(whole) if issubclass(cls, Span) else whole


def _hints(cls: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    return {name: hints[name] for name in cls.model_fields}


def _span(whole: _Shape) -> _Shape:
    """A span's shape: `[start, end]` where its article's text is given."""

    def part(span: Span, words: WordList, text: Text) -> Any:
        if text is None:
            return whole.part(span, words, text)
        start, end = span.start, span.end
        if text[start:end] != span.words:
            span.check(text)
        return [start, end]

    def put_together(facts: Any, words: Sequence[str], text: Text) -> Any:
        if text is None:
            return whole.join(facts, words, text)
        start, end = facts
        return {"start": start, "end": end, "words": text[start:end]}

    return _Shape(part, put_together)
