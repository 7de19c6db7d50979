"""Reports in files: written completely or not at all, and never over another."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from sayso.report import Format, Report, render


def write(made: Report, out: Path, form: Format) -> None:
    """Write a report to `out`, all or nothing."""
    write_bytes(_bytes(made, form), out)


def write_bytes(content: bytes, out: Path) -> None:
    """Write a file, all or nothing."""
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(out)


def write_new(made: Report, folder: Path, stem: str, form: Format) -> Path:
    """Write a report into `folder` as `STEM.FORM`, or `STEM-2.FORM` and so on, all or nothing; returns its path.

    No file is overwritten, even if several processes write at the same time.
    """
    return write_new_bytes(_bytes(made, form), folder, stem, form)


def write_new_bytes(content: bytes, folder: Path, stem: str, ending: str) -> Path:
    """Write a file into `folder` as `STEM.ENDING`, or `STEM-2.ENDING` and so on, all or nothing; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    names = chain([f"{stem}.{ending}"], (f"{stem}-{number}.{ending}" for number in count(2)))
    return next(folder / name for name in names if _written(folder / name, content))


def _written(out: Path, content: bytes) -> bool:
    """Write `content` to `out`, unless that exists or another process is about to write it."""
    unfinished = out.with_name(f"{out.name}.part")
    try:
        file = unfinished.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            if out.exists():  # checked while no other process can create it
                return False
            file.write(content)
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def _bytes(made: Report, form: Format) -> bytes:
    return render(made, form).encode("utf-8", "backslashreplace")
