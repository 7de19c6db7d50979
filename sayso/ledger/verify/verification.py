"""The result of verifying a ledger."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = (
    "No head kept elsewhere was compared: whoever can write to the database could have rewritten the entries from some "
    "point on, or cut them off, together with the head{beside}. Note this size and root elsewhere, and give them to "
    "`sayso ledger verify --expect` to rule that out."
)
EXPECTED = "The first {size} entries are those of the head that was given; only a later head can vouch for later ones."

ANCHORED = (
    "Entries 1 to {size} are anchored: a checkpoint vouches for them. Entries {first} to {last} are "
    "not: whoever can write to the database could have rewritten them."
)
ANCHORED_ALL = "All entries, 1 to {size}, are anchored: a checkpoint vouches for them."


@dataclass(frozen=True)
class Verification:
    """The number of `entries` that were read, and the `root` over their leaves (64 hexadecimal digits).

    `findings` are sentences that name an entry, or a part of the database, that is not as it was written; `warnings`
    are other sentences that a person should read; `limit` says what this check cannot detect. The first `anchored`
    entries are those of a checkpoint that the caller holds.
    """

    entries: int
    root: str
    findings: tuple[str, ...]
    warnings: tuple[str, ...]
    limit: str
    anchored: int = 0

    @property
    def head(self) -> str:
        """Size and root, for noting elsewhere."""
        return f"{self.entries}:{self.root}"

    @property
    def ok(self) -> bool:
        """Whether there are no findings."""
        return not self.findings
