"""What verifying a ledger comes to."""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = (
    "No checkpoint kept elsewhere was compared: whoever can write to the database could have rewritten the entries "
    "from some point on, or cut them off, together with the head. Note this size and root elsewhere to rule that out."
)


@dataclass(frozen=True)
class Verification:
    """`entries` entries were read, and `root` (64 hexadecimal digits) is the root over their leaves.

    `findings` are sentences that name the entry, or the part of the database, that is not as it was written; `limit`
    says what this check cannot know.
    """

    entries: int
    root: str
    findings: tuple[str, ...]
    limit: str = LIMIT

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings
