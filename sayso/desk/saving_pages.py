"""A fetched page as a file that is read like any other, with a note beside it of how it came."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sayso.errors import UsageError
from sayso.ingest import FetchedPage
from sayso.ingest.fetched_page import NOTE

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 60


def save_page(folder: Path, body: bytes, page: FetchedPage, ending: str) -> Path:
    """Write `body` and its note below `folder`, in a folder of the site; the file. Each version has a file of its own.

    The page appears only when it is whole, after its note: who reads the folder meanwhile finds both, or neither.
    """
    address = page.fetch.address
    file = folder / _site(address) / f"{_called(address)}-{hashlib.sha256(body).hexdigest()[:12]}{ending}"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(Path(f"{file}{NOTE}"), page.model_dump_json().encode())
        _write(file, body)
    except OSError as error:
        raise UsageError(
            f"expected to write {str(file)!r}, could not ({error.strerror}); name another folder"
        ) from None
    return file


def _write(file: Path, content: bytes) -> None:
    unfinished = file.parent / f".{file.name}.{os.getpid()}.part"
    unfinished.write_bytes(content)
    unfinished.replace(file)


def _site(address: str) -> str:
    """The name of the site as the name of a folder, which is neither hidden nor leads anywhere."""
    return re.sub(r"[^a-z0-9.-]", "_", urlsplit(address).hostname or "").strip(".-") or "site"


def _called(address: str) -> str:
    """The last part of the path that says something."""
    parts = [_NOT_IN_A_NAME.sub("-", unquote(part)).strip("-") for part in urlsplit(address).path.split("/")]
    return next((part[:_LONGEST] for part in reversed(parts) if part), "page")
