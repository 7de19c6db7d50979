"""Word lists in YAML, read into frozen models: a file a purpose, and a field a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_type_hints

from sayso.errors import UsageError
from sayso.language.yaml_file import read_yaml

Words = frozenset[str]
"""Words in no order; in the file a text whose words are parted by white space, or a list, where some are phrases.

In a text, `+name` stands for all words of the list `name` of the same file.
"""

Phrases = tuple[str, ...]
"""Words and phrases in an order that counts; in the file a list."""

EN = files("sayso.language") / "en"
"""The folder of the lists of English."""

T = TypeVar("T")


def load(model: type[T], file: Traversable) -> T:
    """The lists in `file`: those, and only those, that the `model`, a named tuple, has fields for.

    `UsageError` where one is missing, misspelled, or none: it says which.
    """
    content = read_yaml(file.read_bytes(), file.name)
    if not isinstance(content, dict):
        raise UsageError(f"{file.name}: expected lists by their names, found none; write them")
    kinds = get_type_hints(model)
    for name in sorted(kinds.keys() ^ content.keys()):
        missing = f"expected the list {name}, found none; write it"
        raise UsageError(f"{file.name}: " + (missing if name in kinds else f"expected no list {name}; rename it"))
    return model(
        **{name: _list(kinds[name], _whole(content, name, file.name), f"{file.name}, {name}") for name in kinds}
    )


def _whole(content: Mapping[str, Any], name: str, file: str) -> Any:
    """The list `name`, the lists that it includes by `+name` written out."""
    if not isinstance(content[name], str):
        return content[name]
    others = {other: value for other, value in content.items() if other != name}
    return " ".join(_included(others, word[1:], file) if word[:1] == "+" else word for word in content[name].split())


def _included(content: Mapping[str, Any], name: str, file: str) -> str:
    found = _whole(content, name, file) if name in content else None
    if not isinstance(found, str):
        raise UsageError(f"{file}: expected +{name} to be another list of words, found none; correct it")
    return found


def mapping(file: Traversable) -> Mapping[str, str]:
    """The words in `file`, each with what it stands for; `UsageError` where it says anything else."""
    found: Mapping[str, str] = _list(Mapping[str, str], read_yaml(file.read_bytes(), file.name), file.name)
    return found


def _list(kind: Any, value: Any, where: str) -> Any:
    read, expected = _KINDS[kind]
    made = read(value)
    if not made:
        raise UsageError(f"{where}: expected {expected}, found something else; correct it")
    return made


def _words(value: Any) -> Words:
    return frozenset(value.split() if isinstance(value, str) else _phrases(value))


def _phrases(value: Any) -> Phrases:
    return tuple(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else ()


def _mapping(value: Any) -> Mapping[str, str]:
    return value if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()) else {}


_KINDS: Mapping[Any, tuple[Callable[[Any], Any], str]] = {
    Words: (_words, "words"),
    Phrases: (_phrases, "a list of phrases"),
    Mapping[str, str]: (_mapping, "words with what they stand for"),
}
