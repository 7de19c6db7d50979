"""The id of what reads here, the engine and everything before it: where it failed once, it would fail again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

from flows.workers.reading import engine
from schemas import hash_of

LIBRARIES = ("charset-normalizer", "lxml", "mammoth", "markdown-it-py", "trafilatura")
"""Libraries that make text of what comes in."""

LIMITS = (("flows", "workers/limits.py"), ("sayso", "desk/extracting.py"))
"""The modules with the limits of an article."""


def reader_id() -> str:
    """A hash over the engine, the code and libraries that make text of input, and the limits of both."""
    return _reader_id(engine().id)


@cache
def _reader_id(engine: str) -> str:
    return hash_of("reader", engine, dict(_code()), {name: version(name) for name in LIBRARIES})


def _code() -> Iterator[tuple[str, str]]:
    ingest = files("sayso") / "ingest"
    modules = [*ingest.iterdir(), *(files(package) / module for package, module in LIMITS)]
    for file in sorted(modules, key=lambda file: file.name):
        if file.name.endswith(".py"):
            yield file.name, sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
