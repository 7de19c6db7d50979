"""Rows out of JSON lines: a line that is not such a row is reported, and costs only itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import orjson
from pydantic import BaseModel, ValidationError

from flows.stderr import say
from sayso.errors import UsageError

Row = TypeVar("Row", bound=BaseModel)


class Problems:
    """Prints each problem on standard error, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, sentence: str) -> None:
        """Print one."""
        self.count += 1
        say(f"{sentence}")


def rows(path: Path, shape: type[Row], problem: Callable[[str], None]) -> Iterator[Row]:
    """The rows of a file (`-`: standard input) as `shape`; empty lines are skipped.

    `problem` gets a sentence for every line that is not one. UsageError where the file cannot be read.
    """
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"expected a file of JSON lines, could not read {str(path)!r} ({error.strerror}); name another"
        ) from None
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            yield shape.model_validate(orjson.loads(line))
        except orjson.JSONDecodeError:
            found = _shown(line.decode("utf-8", "replace").strip())
            problem(f"{path}, line {number}: expected a JSON object, found {found}; mend the line")
        except ValidationError as error:
            problem(f"{path}, line {number}: {_what(error)}; mend the line")


def _what(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    if first["type"] in ("model_type", "model_attributes_type"):
        return f"expected a JSON object, found {_shown(first['input'])}"
    where = ".".join(map(str, first["loc"]))
    if first["type"] == "missing":
        return f"expected {where!r}, found none"
    return f"{where}: {first['msg'][:1].lower()}{first['msg'][1:]}, found {_shown(first['input'])}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}..."
