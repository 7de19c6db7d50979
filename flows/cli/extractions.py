"""Where the articles go that `sayso extract` reads: to standard output, or into a file each."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from flows.cli.output import out, write
from flows.cli.rendered import Rendered
from sayso.errors import UnreadableError


class Delivery(Protocol):
    """Takes articles one after the other, holding none of them."""

    def article(self, one: Rendered) -> None:
        """Deliver one; `UnreadableError` says why it cannot be."""

    def failure(self, file: str, why: str) -> None:
        """Note that one could not be read."""

    def end(self) -> None:
        """Nothing comes any more."""


def delivery(form: str, folder: Path | None) -> Delivery:
    """What delivers articles in format `form`, each into its own file of `folder` if one is given."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    if form == "html":
        from flows.cli.extraction_pages import OnePage, PageFolder  # the templates are for those who want them

        return PageFolder(folder) if folder else OnePage()
    return Annotations(folder) if folder else Printed()


class Printed:
    """One after the other on standard output."""

    def article(self, one: Rendered) -> None:
        """Print it."""
        out(one.text)

    def failure(self, file: str, why: str) -> None:
        """Nothing to do: it is reported on standard error only."""

    def end(self) -> None:
        """Nothing follows the last."""


class Annotations:
    """Each in its own `STEM.ann`; two of one name are refused, none is lost."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: set[str] = set()

    def article(self, one: Rendered) -> None:
        """Write its annotations."""
        if one.stem in self._written:
            raise UnreadableError(f"expected one article named {one.stem!r}, found another; extract them separately")
        self._written.add(one.stem)
        write(self._folder / f"{one.stem}.ann", one.text)

    def failure(self, file: str, why: str) -> None:
        """Nothing to do: it is reported on standard error only."""

    def end(self) -> None:
        """There is no list of them."""
