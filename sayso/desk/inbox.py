"""The folder that scheduled runs read."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import UsageError
from sayso.settings import Settings


def make_default(ours: Settings) -> None:
    """Make the inbox if it is the one in the home; another must be there: somebody delivers into it, or will not.

    Raises `UsageError` where it is missing, or is no folder.
    """
    if ours.inbox == ours.home / "inbox" and not ours.inbox.exists():
        ours.inbox.mkdir(parents=True)
    expect_inbox(ours.inbox)


def expect_inbox(inbox: Path) -> None:
    """Raises `UsageError` where the inbox is missing, or is no folder."""
    if not inbox.exists():
        raise UsageError(
            f"expected the inbox at {str(inbox)!r}, found nothing there; make it (mkdir -p), mount it, or name another "
            "in SAYSO_INBOX or sayso.toml"
        )
    if not inbox.is_dir():
        raise UsageError(f"expected the inbox at {str(inbox)!r} to be a folder, found a file; name its folder")
