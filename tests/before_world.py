"""The home of a desk that the version of Sayso before schema 0003 has left: kept as it was, byte for byte.

It read three of `seeds/articles`, one of them again as a reprint, and an empty file; it linked them; people decided.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

KEPT = Path(__file__).parent / "before" / "home-of-schema-0002.tar.xz"

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


def unpack(home: Path) -> str:
    """Lay it out as `home`; the URL of its ledger."""
    with TemporaryDirectory(dir=home.parent) as folder:
        shutil.unpack_archive(KEPT, folder)
        shutil.copytree(Path(folder) / "home", home, dirs_exist_ok=True)
    return f"sqlite:///{home / 'ledger.db'}"
