"""`Column`: values of one type, row by row, in memory and in an append-only file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Item = TypeVar("Item", bound=np.generic)


class Column(Generic[Item]):
    """A growing array [n, *shape], or [n]."""

    def __init__(self, kind: type[Item], *shape: int) -> None:
        self._held: NDArray[Item] = np.empty((0, *shape), kind)
        self._bytes = self._held.dtype.itemsize * int(np.prod(shape, dtype=np.int64))
        self._size = self._saved = self._sum = 0

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> NDArray[Item]:
        """All values, as a view that is valid until more are added."""
        return self._held[: self._size]

    def add(self, values: NDArray[Any]) -> None:
        """Append values [m, *shape]."""
        size = self._size + len(values)
        if size > len(self._held):
            more = np.empty((max(size, len(self._held) * 5 // 4), *self._held.shape[1:]), self._held.dtype)
            more[: self._size] = self.values
            self._held = more
        self._held[self._size : size] = values
        self._size = size

    def replace(self, values: NDArray[Any]) -> None:
        """Replace all values with these."""
        self._size = self._saved = self._sum = 0
        self.add(values)

    def save(self, path: Path) -> tuple[int, int]:
        """Append to the file the values that it does not have yet; returns its size in bytes and CRC-32."""
        fresh = np.ascontiguousarray(self.values[self._saved :]).reshape(-1).view(np.uint8).data
        with path.open("ab") as file:
            file.truncate(self._saved * self._bytes)  # a program that was killed while saving may have left more
            file.write(fresh)
            file.flush()
            os.fsync(file.fileno())
        self._sum, self._saved = crc32(fresh, self._sum), self._size
        return self._size * self._bytes, self._sum

    def load(self, path: Path, size: int, check: int) -> None:
        """Load the first `size` bytes of the file; ValueError where they are missing or have another CRC-32."""
        read = np.fromfile(path, np.uint8, size)
        if len(read) != size or size % self._bytes or crc32(read.data) != check:
            raise ValueError(f"{path.name} is not as it was saved")
        self._held = read.view(self._held.dtype).reshape(-1, *self._held.shape[1:])
        self._size = self._saved = len(self._held)
        self._sum = check
