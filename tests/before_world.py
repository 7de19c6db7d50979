"""The homes of desks that the versions of Sayso before schemas 0003 and 0005 have left: kept as they were.

Each read three of `seeds/articles`, one of them again as a reprint, and an empty file; it linked them; people decided.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

KEPT = Path(__file__).parent / "before" / "home-of-schema-0002.tar.xz"
WITHOUT_SALTS = KEPT.with_name("home-of-schema-0004.tar.xz")
"""Only the ledger of the home, in which articles have no salt."""

SIZE = 15
ROOT = "5c7a2139a01d5fde8811a071b2f2c669f37814932b51f5730da33738afa19ced"
"""What `sayso ledger verify` of that version printed of it."""

CLAIMS = {"kremlin-call.txt": 17, "reprint.jsonl:1": 15, "tram-accident.txt": 15, "wire-vaccine.txt": 11}

CONFIRMED = "55de8ed115ac9e675754242c058e1406"
REJECTED = "d34e49ed1d2d79f291a7060421ca01a0"
"""Links."""

DECISIONS = {
    CONFIRMED: ("confirm", "Ana Lind", "Word for word the same."),
    REJECTED: ("reject", "Ana Lind", "One is the reason, the other the effect."),
    "663f377218c0f6132ffb33679f2c0a0e": ("confirm", "Ana Lind", "Heard on the tape."),
    "9ab2ea2eac2046c6873ff88c9ba3deee": ("reject", "Ola Berg", "Half a sentence."),
    "65dbac6351a0f80dc958c5123cbe3918": ("confirm", "desk", "Left open rightly."),
}
"""What was decided of which link, claims and statement: how, by whom and why."""


HEAD_WITHOUT_SALTS = (14, "ac1f9c56252bacdd83ce60cebe0123b7481c92749962dbdd509719b1ede4b182")
DECIDED_WITHOUT_SALTS = {
    "b3db1e0b0a76f89dc6873ca707d2e834": "accept",
    "c4cd1c15643e90fd8b16b8a19934cb65": "confirm",
    "a617c6054af80963ab85ac301891b583": "confirm",
    "7bd7a929cc898503a8f9855a4bc5e55b": "reject",
}
"""What was decided there of a claim, a statement and two links."""


def unpack(home: Path, kept: Path = KEPT) -> str:
    """Lay one out as `home`; the URL of its ledger."""
    with TemporaryDirectory(dir=home.parent) as folder:
        shutil.unpack_archive(kept, folder)
        shutil.copytree(Path(folder) / "home", home, dirs_exist_ok=True)
    return f"sqlite:///{home / 'ledger.db'}"
