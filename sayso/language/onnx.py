"""Networks in ONNX: the one way in which they are opened and run."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from sayso.errors import UsageError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SILENT = "ORT_DISABLE_TELEMETRY"
"""Without this variable onnxruntime notes what it does in the user's folders, and tells its maker over the network."""


class Network:
    """A network in a file, opened when it is first needed.

    It computes on one thread of the processor, so that its result does not depend on the machine's number of them. A
    copy for another process is opened there.
    """

    def __init__(self, file: Traversable) -> None:
        self._file = file

    def __getstate__(self) -> dict[str, Any]:
        return {"_file": self._file}

    @cached_property
    def digest(self) -> str:
        """SHA-256 of its weights, in hexadecimal."""
        return hashlib.sha256(self._content()).hexdigest()

    def load(self) -> None:
        """Open it now, so that the first text need not wait."""
        _ = self._session

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """Its outputs, in the order in which the network names them."""
        outputs: list[NDArray[Any]] = self._session.run(None, inputs)
        return outputs

    @cached_property
    def _session(self) -> InferenceSession:
        """The open network; `UsageError` where the file holds none."""
        os.environ[SILENT] = "1"  # read when onnxruntime is imported
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        content = self._content()
        try:
            return InferenceSession(content, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's errors share no base of their own
            raise self._missing("what is damaged") from error

    def _content(self) -> bytes:
        try:
            return self._file.read_bytes()
        except OSError as error:
            raise self._missing(f"that it cannot be read ({error.strerror})") from error

    def _missing(self, found: str) -> UsageError:
        return UsageError(f"expected a network in {self._file.name}, found {found}; install Sayso again")
