"""Networks: the error for an invalid file, and a copy for another process is the same network."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import UsageError
from sayso.language.onnx import Network

ENCODER = files("sayso.link.retrieve") / "model" / "encoder.onnx"


def test_a_file_that_is_no_network_is_refused_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tagger.onnx").write_bytes(b"half of it")
    with pytest.raises(UsageError) as refused:
        Network(tmp_path / "tagger.onnx").load()
    said = "expected a network in tagger.onnx, found what is damaged; install Sayso again"
    assert str(refused.value) == said


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^expected a network in tagger\.onnx, found that it cannot be read"):
        _ = Network(tmp_path / "tagger.onnx").digest


PROGRAM = """
from importlib.resources import files
from sayso.language.onnx import Network
Network(files("sayso.link.retrieve") / "model" / "encoder.onnx").load()
"""


def test_a_network_leaves_nothing_in_the_users_folders_that_could_be_told_to_others(tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    subprocess.run([sys.executable, "-c", PROGRAM], env={**environ, "HOME": str(tmp_path)}, check=True)
    assert sorted(tmp_path.rglob("*")) == []


def test_a_copy_for_another_process_computes_the_same() -> None:
    network = Network(ENCODER)
    pieces = {"pieces": np.ones((1, 3, 384), np.float32)}
    (ours,), (theirs,) = network.run(pieces), pickle.loads(pickle.dumps(network)).run(pieces)
    assert ours.tobytes() == theirs.tobytes()
