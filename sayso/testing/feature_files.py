"""Finding the files that a feature names, and failing a step."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from _pytest.outcomes import Failed


class Different(Failed):
    """A step that is not as expected: what was expected, what was found, and where. The message is one sentence."""

    def __init__(self, expected: str, found: str, where: str, start: int | None = None) -> None:
        super().__init__(f"expected {expected}, found {found}, {where}", pytrace=False)
        self.expected = expected
        self.found = found
        self.where = where
        self.start = start
        """The character of the article where it begins; None where it is about the article as a whole."""


class Unfit(Different):
    """A step that cannot be checked at all: what it names is not there."""


class NoArticle(Unfit):
    """A file that cannot be read as an article; the message is the file and the problem, which says what to do."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__("an article", problem, f"in {file}")
        self.msg = f"{file}: {problem}"


class AllDifferent(Failed):
    """Several lines of a table that are not as expected."""

    def __init__(self, each: Sequence[Different]) -> None:
        super().__init__("\n".join(map(str, each)), pytrace=False)
        self.each = tuple(each)


def place_of(name: str, folders: Sequence[Path]) -> Path:
    """The file `name`, in the first of the folders that has it."""
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise Unfit(f"the file {name}", "none", "in " + ", ".join(dict.fromkeys(map(str, folders))))


def seeds() -> Path:
    """The folder of the articles that come with Sayso."""
    with as_file(files("seeds") / "articles") as folder:
        return folder


def different(expected: str, found: str, where: str, start: int | None = None) -> Different:
    """The exception that fails a step: one sentence, without a trace."""
    return Different(expected, found, where, start)
