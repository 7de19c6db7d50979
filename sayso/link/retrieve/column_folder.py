"""A folder of columns that is saved all or nothing: its manifest, with sizes and checksums, is written last."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from sayso.errors import LedgerError
from sayso.link.retrieve.column_file import Column
from sayso.link.retrieve.encoder import model_digest

_MANIFEST = "manifest.json"


class _File(BaseModel):
    name: str
    size: int
    crc32: int


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    format: str
    model: str
    columns: dict[str, _File]


def save_columns(folder: Path, kind: str, columns: Mapping[str, Column[Any]], names: Mapping[str, str] = {}) -> None:
    """Append to the files in `folder` the values that they do not have yet.

    `kind` names the format. Each column's file has its key for a name, unless `names` has another.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for key, column in columns.items():
        name = names.get(key, key)
        size, check = column.save(folder / name)
        files[key] = _File(name=name, size=size, crc32=check)
    fresh = folder / f"{_MANIFEST}.new"
    with fresh.open("wb") as file:
        file.write(orjson.dumps(_Manifest(format=kind, model=model_digest(), columns=files).model_dump()))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / _MANIFEST)


def load_columns(folder: Path, kind: str, columns: Mapping[str, Column[Any]]) -> bool:
    """Load what was saved; False for a new folder.

    OSError, KeyError or ValueError where the folder is damaged, of another format, or was made by another encoder.
    """
    if not folder.exists() or not any(folder.iterdir()):
        return False
    manifest = _Manifest.model_validate_json((folder / _MANIFEST).read_bytes())
    if manifest.format != kind:
        raise KeyError(manifest.format)
    if manifest.model != model_digest():
        raise ValueError("it was made by another encoder")
    for key, column in columns.items():
        file = manifest.columns[key]
        column.load(folder / Path(file.name).name, file.size, file.crc32)
    return True


def damaged(folder: Path, what: str, error: Exception) -> LedgerError:
    """What to tell where `load_columns` failed: `what` was expected."""
    return LedgerError(
        f"expected {what} in {str(folder)!r}, found that {_reason(error)}; delete the folder: the index is made anew "
        "from the ledger"
    )


def _reason(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return f"{Path(error.filename).name} is missing"
        case OSError():
            return f"{Path(error.filename or '').name} cannot be read ({error.strerror})"
        case ValidationError() | KeyError():
            return f"{_MANIFEST} is of another program or version"
    return str(error)
