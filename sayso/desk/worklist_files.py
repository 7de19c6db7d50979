"""Worklists in files: written completely or not at all, and in a folder never over another."""

from __future__ import annotations

from pathlib import Path

from sayso.desk.report_files import write_bytes, write_new_bytes
from sayso.worklist import Format, Worklist, render

_ENDINGS = {"text": "txt"}


def write(made: Worklist, out: str, form: Format) -> Path:
    """Write the list to the file at `out`, or into that folder, as `worklist-2026-11-30.html`. Its path.

    A folder is what is one, ends with a slash, or is not there and has no ending; it is made.
    """
    content = render(made, form).encode("utf-8", "backslashreplace")
    if _is_folder(out):
        return write_new_bytes(
            content, Path(out), f"worklist-{made.made.astimezone():%Y-%m-%d}", _ENDINGS.get(form, form)
        )
    write_bytes(content, Path(out))
    return Path(out)


def _is_folder(out: str) -> bool:
    path = Path(out)
    return path.is_dir() or out.endswith("/") or not (path.suffix or path.exists())
