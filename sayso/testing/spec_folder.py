"""A folder of features, checked before anything is run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError
from sayso.testing.spec_file import spec_file
from sayso.testing.standing_rule import StandingRule

_BEGINNINGS = (b"every draft", b"every new article")


@dataclass(frozen=True)
class SpecFolder:
    """The features of a folder that can be run, and a sentence for each line of others, which cannot.

    `scenarios`: how many are about articles that they name; `rules`: those about every draft or every new article.
    """

    folder: Path
    features: tuple[Path, ...]
    scenarios: int
    problems: tuple[str, ...]
    rules: tuple[StandingRule, ...] = ()


def spec_folder(folder: Path) -> SpecFolder:
    """The features of `folder` and all below, or the one file that it is; `UsageError` where there are none."""
    if folder.is_file() and folder.suffix == ".feature":
        file = Path(os.path.abspath(folder))
        return _checked(file.parent, [file])
    if not folder.is_dir():
        raise UsageError(f"expected a folder with features at '{folder}', found none; check the path")
    place = Path(os.path.abspath(folder))
    files = _features(place)
    if not files:
        raise UsageError(
            f"expected a file that ends in .feature in '{folder}', found none; write one, or check the path"
        )
    return _checked(place, files)


def standing_rules(folder: Path) -> SpecFolder:
    """The same, of the files that have standing rules alone, so that it costs little; none where there is no folder."""
    place = Path(os.path.abspath(folder))
    return _checked(place, [file for file in _features(place) if _may_have_rules(file)])


def _features(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.feature") if path.is_file())


def _may_have_rules(file: Path) -> bool:
    try:
        return any(beginning in file.read_bytes() for beginning in _BEGINNINGS)
    except OSError:
        return True  # whoever parses it says why it cannot be read


def _checked(place: Path, files: Sequence[Path]) -> SpecFolder:
    each = [(file, spec_file(file, os.path.relpath(file, place))) for file in files]
    fit = [(file, one) for file, one in each if not one.problems]
    return SpecFolder(
        folder=place,
        features=tuple(file for file, _ in fit),
        scenarios=sum(one.scenarios for _, one in fit),
        problems=tuple(problem for _, one in each for problem in one.problems),
        rules=tuple(rule for _, one in each for rule in one.rules),
    )
