"""What verifying a ledger comes to."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = (
    "No head kept elsewhere was compared: whoever can write to the database could have rewritten the entries from some "
    "point on, or cut them off, together with the head{beside}. Note this size and root elsewhere, and give them to "
    "`sayso ledger verify --expect` to rule that out."
)
EXPECTED = "The first {size} entries are those of the head that was given; only a later head can vouch for later ones."


@dataclass(frozen=True)
class Verification:
    """`entries` entries were read, and `root` (64 hexadecimal digits) is the root over their leaves.

    `findings` are sentences that name the entry, or the part of the database, that is not as it was written;
    `warnings` are what else a person should know; `limit` says what this check cannot know.
    """

    entries: int
    root: str
    findings: tuple[str, ...]
    warnings: tuple[str, ...]
    limit: str

    @property
    def head(self) -> str:
        """Size and root, to be noted elsewhere."""
        return f"{self.entries}:{self.root}"

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings
