"""Worklists in files: written completely or not at all, and in a folder never over another."""

from __future__ import annotations

from pathlib import Path

from sayso.desk.report_files import write_bytes, write_new_bytes
from sayso.worklist import Format, Worklist, render

_ENDINGS = {"text": "txt"}


def write(made: Worklist, out: Path, form: Format) -> Path:
    """Write the list to the file `out`; where that is a folder, into it, as `worklist-2026-11-30.html`. Its path."""
    content = render(made, form).encode("utf-8", "backslashreplace")
    if out.is_dir():
        return write_new_bytes(content, out, f"worklist-{made.made.astimezone():%Y-%m-%d}", _ENDINGS.get(form, form))
    write_bytes(content, out)
    return out
