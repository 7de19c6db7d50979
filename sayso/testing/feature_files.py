"""Finding the files that a feature names, and failing a step."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest


def place_of(name: str, beside: Path) -> Path:
    """The file `name`: beside the feature, in the working directory, or among the articles that come with Sayso."""
    with as_file(files("seeds") / "articles") as seeds:
        folders = (beside, Path.cwd(), seeds)
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise different(f"the file {name}", "none", "in " + ", ".join(map(str, folders)))


def different(expected: str, found: str, where: str) -> BaseException:
    """The exception that fails a step: one sentence, without a trace."""
    return pytest.fail.Exception(f"expected {expected}, found {found}, {where}", pytrace=False)
