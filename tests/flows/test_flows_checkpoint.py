"""`sayso ledger init-key`, `checkpoint`, `prove`, `check-proof`, and `verify` with checkpoints."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from ledger_world import make_item, tell_thrice

from flows.cli.main import sayso
from sayso.ledger import Ledger


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("SAYSO_HOME", str(home))
    monkeypatch.delenv("SAYSO_DATABASE_URL", raising=False)
    with Ledger.open(f"sqlite:///{home / 'ledger.db'}", actor="desk") as ledger:
        tell_thrice(ledger)
    return home


def run(*words: str) -> Result:
    return CliRunner().invoke(sayso, ["ledger", *words])


def test_a_ledger_is_signed_proven_and_checked(home: Path, tmp_path: Path) -> None:
    refused = run("checkpoint")
    assert str(refused.exception) == "expected a key, found none; `sayso ledger init-key --origin NAME` makes one"
    vkey = run("init-key", "--origin", "example.org/ledger").stdout.strip()
    key = home / "keys" / "ledger.key"
    assert key.stat().st_mode & 0o777 == 0o600
    signed = run("checkpoint")
    kept = tmp_path / "home-checkpoints" / "example.org%2Fledger" / "6.checkpoint"
    assert signed.stdout == kept.read_text("utf-8")
    leaf = run("prove", "3", "--out", str(tmp_path)).stdout.strip()
    proof = str(tmp_path / "entry-3.tlog-proof")
    held = run("check-proof", proof, "--entry", leaf, "--key", vkey)
    assert held.stdout == f"holds: entry 3 of the 6 of example.org/ledger, signed by {vkey}\n"
    other = run("check-proof", proof, "--entry", "0" * 64, "--key", vkey)
    assert str(other.exception) == f"the proof in {proof} does not hold: the proof leads to another root"
    key.chmod(0o644)
    assert str(run("checkpoint").exception) == (
        f"expected a key that only its owner can read in {key}; run: chmod 600 {key}"
    )


def test_keys_change_and_old_checkpoints_still_count(home: Path, tmp_path: Path) -> None:
    old = run("init-key", "--origin", "example.org/ledger").stdout.strip()
    mine = tmp_path / "mine.checkpoint"
    mine.write_text(run("checkpoint").stdout, "utf-8")
    assert "--rotate makes a new one" in str(run("init-key", "--origin", "example.org/ledger").exception)
    new = run("init-key", "--rotate").stdout.strip()
    listed = [line for line in (home / "keys" / "ledger.key.vkeys").read_text().splitlines() if line[0] != "#"]
    assert (listed, old == new) == ([old, new], False)
    assert run("verify", "--checkpoint", str(mine)).stdout.endswith(
        "All entries, 1 to 6, are anchored: a checkpoint vouches for them.\n"
    )
    wrong = run("verify", "--checkpoint", str(mine), "--key", new)
    assert "does not verify: none of the given keys signed it" in str(wrong.exception)


def test_a_swapped_ledger_is_neither_signed_nor_intact(home: Path, tmp_path: Path) -> None:
    run("init-key", "--origin", "example.org/ledger")
    run("checkpoint")
    for file in home.glob("ledger.db*"):
        file.unlink()
    with Ledger.open(f"sqlite:///{home / 'ledger.db'}", actor="desk") as ledger:
        tell_thrice(ledger)
        ledger.append(*make_item("Nothing was said.", outlet="Echo"))
    kept = tmp_path / "home-checkpoints" / "example.org%2Fledger" / "6.checkpoint"
    assert f"does not begin with the entries of the checkpoint {kept}" in str(run("checkpoint").exception)
    found = run("verify")
    assert str(found.exception).startswith("the ledger is not intact, see above: 2 found")
    assert f"The first entry that is not the one that the checkpoint {kept} covers is number 1." in found.stdout
