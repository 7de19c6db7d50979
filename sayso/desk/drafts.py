"""The drafts of a desk: a folder for each sheet, apart from the desk's ledger, and gone when it is removed."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from pydantic import ValidationError

from sayso.clear import Sheet
from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.present.numbers import listing
from sayso.present.safe import printable
from schemas import Decision

_SHEET, _LOCK, _REMOVED = "sheet.json", "lock", ".removed-"
_NO_WORD = re.compile(r"[^\w]+")
_LONGEST = 60


@dataclass(frozen=True)
class OpenDraft:
    """A sheet that nobody else changes as long as this is open, and the ledger with its versions and answers."""

    folder: Path
    sheet: Sheet
    actor: str

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The draft's own ledger."""
        with Ledger.open(f"sqlite:///{self.folder / 'ledger.db'}", actor=self.actor) as ledger:
            yield ledger

    def decisions(self, ledger: Ledger) -> tuple[Decision, ...]:
        """What people decided about its lines, oldest first."""
        with ledger.snapshot() as snapshot:
            return snapshot.decisions(*dict.fromkeys(one.line.about for one in self.sheet.lines))

    def save(self, sheet: Sheet) -> None:
        """Keep `sheet`; the one before stays whole until the new one is written."""
        new = self.folder / f"{_SHEET}.new"
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(sheet.model_dump_json())
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.folder / _SHEET)


@dataclass(frozen=True)
class Drafts:
    """The sheets in `folder`; `actor` is recorded in their ledgers."""

    folder: Path
    actor: str

    def names(self) -> list[str]:
        """The names of all sheets, sorted."""
        if not self.folder.is_dir():
            return []
        return sorted(one.name for one in self.folder.iterdir() if (one / _SHEET).is_file() and one.name[0] != ".")

    def find(self, said: str) -> str:
        """The name of the sheet that is meant: its name, enough of its beginning, or the path of its draft.

        UsageError where there is none, or more than one.
        """
        names = self.names()
        if said in names:
            return said
        meant = self._of_file(said) or [name for name in names if said and name.startswith(said.casefold())]
        if len(meant) == 1:
            return meant[0]
        there = f"; the sheets are {listing(meant or names)}" if names else "; `sayso clear DRAFT` makes one"
        found = "several" if meant else "none"
        raise UsageError(f"expected the name of a sheet, found {found} for {printable(said)!r}{there}")

    def of_file(self, path: str) -> str | None:
        """The newest sheet of the draft in the file at `path`; None where there is none."""
        return next(iter(self._of_file(path)), None)

    def _of_file(self, path: str) -> list[str]:
        """The sheets of the draft in the file at `path`, the newest first."""
        real = os.path.realpath(path)
        found = [sheet for sheet in map(self._whole, self.names()) if sheet and sheet.source == real]
        return [sheet.name for sheet in sorted(found, key=lambda sheet: sheet.version.read_at, reverse=True)]

    def sheet(self, name: str) -> Sheet:
        """The sheet of this name, as it is kept; LedgerError where it is damaged."""
        file = self.folder / name / _SHEET
        try:
            return Sheet.model_validate_json(file.read_bytes())
        except FileNotFoundError:
            raise UsageError(f"expected a sheet {name!r}, found that it was removed") from None
        except ValidationError:
            raise LedgerError(
                f"expected the sheet {name!r} in {str(file)!r}, found a damaged file; "
                f"`sayso clear --remove {name}` removes it, then clear the draft again"
            ) from None

    @contextmanager
    def opened(self, name: str) -> Iterator[OpenDraft]:
        """The sheet of this name, for one process at a time; the others wait."""
        folder = self.folder / name
        with _locked(folder):
            yield OpenDraft(folder, self.sheet(name), self.actor)

    @contextmanager
    def made(self, sheet: Sheet) -> Iterator[OpenDraft]:
        """A folder for a new sheet, whose name becomes one that is free; it is gone again where this fails."""
        folder = self._free(sheet.name)
        with _locked(folder):
            try:
                yield OpenDraft(folder, sheet.model_copy(update={"name": folder.name}), self.actor)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise

    def remove(self, name: str) -> None:
        """Delete the sheet with its ledger, all versions of the draft and all answers."""
        gone = self.folder / f"{_REMOVED}{uuid4().hex}"
        with _locked(self.folder / name):
            (self.folder / name).rename(gone)
        shutil.rmtree(gone)

    def remove_old(self, before: datetime) -> list[str]:
        """Remove the sheets whose newest version was read before this time; returns their names."""
        if self.folder.is_dir():
            for half in self.folder.glob(f"{_REMOVED}*"):
                shutil.rmtree(half, ignore_errors=True)
        old = [sheet.name for sheet in map(self._whole, self.names()) if sheet and sheet.version.read_at < before]
        for name in old:
            self.remove(name)
        return old

    def _whole(self, name: str) -> Sheet | None:
        """The sheet of this name; None for a damaged one, which must not stand in the way of another."""
        try:
            return self.sheet(name)
        except (LedgerError, UsageError):
            return None

    def _free(self, wanted: str) -> Path:
        """A new folder, named as wanted, else with a number behind."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = 1
        while True:
            folder = self.folder / (wanted if number == 1 else f"{wanted}-{number}")
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:
                number += 1
            else:
                return folder


def name_for(file: str) -> str:
    """A name to type for the sheet of a draft in this file: "harbour-fire" for "Harbour fire.docx"."""
    if file == "-":
        return "pasted"
    stem = Path(file).stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _NO_WORD.sub("-", stem.casefold()).strip("-_")[:_LONGEST].strip("-") or "draft"


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; UsageError where it was removed in the meantime."""
    try:
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except FileNotFoundError:
        raise UsageError(f"expected a sheet {folder.name!r}, found that it was removed") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
