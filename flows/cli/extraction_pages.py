"""Articles as pages on which a person checks them: all on one, or each on its own with a list of them."""

from __future__ import annotations

from pathlib import Path

from flows.cli.output import out, write
from flows.cli.rendered import Rendered
from sayso.export.html import ContentsLine, UnreadFile, closing, contents, opening

CONTENTS = "contents.html"


class OnePage:
    """All on one page on standard output; its contents and failures follow the last article."""

    def __init__(self) -> None:
        self._entries: list[ContentsLine] = []
        self._failures: list[UnreadFile] = []
        out(opening())

    def article(self, one: Rendered) -> None:
        """Print its section."""
        out(one.text)
        if one.entry is not None:
            self._entries.append(one.entry)

    def failure(self, file: str, why: str) -> None:
        """List it among what could not be read."""
        self._failures.append(UnreadFile(file, why))

    def end(self) -> None:
        """Print the lists, and the page's end."""
        out(closing(self._entries, self._failures))


class PageFolder:
    """Each on its own page `STEM.html` of a folder (two of one name get different numbers), and a list of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = {CONTENTS}
        self._entries: list[tuple[str, ContentsLine]] = []
        self._failures: list[UnreadFile] = []

    def article(self, one: Rendered) -> None:
        """Write its page."""
        if one.entry is None:
            return
        name = self._name(one.stem)
        write(self._folder / name, opening(one.entry.heading) + one.text + closing())
        self._entries.append((name, one.entry))

    def failure(self, file: str, why: str) -> None:
        """List it among what could not be read."""
        self._failures.append(UnreadFile(file, why))

    def end(self) -> None:
        """Write the list."""
        write(self._folder / CONTENTS, contents(self._entries, self._failures))

    def _name(self, stem: str) -> str:
        name, number = f"{stem}.html", 1
        while name.casefold() in self._names:
            number += 1
            name = f"{stem}-{number}.html"
        self._names.add(name.casefold())
        return name
