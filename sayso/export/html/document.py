"""The beginning and end of a page of articles; sections are written between them, one in memory at a time."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.export.html.section import ContentsLine, UnreadFile
from sayso.export.html.template import render

TITLE = "On whose say-so?"


def opening(heading: str = TITLE) -> str:
    """Everything before the first section: the style, and the legend, in which the reader chooses what is shown."""
    return render("opening.html", heading=heading)


def closing(entries: Sequence[ContentsLine] = (), failures: Sequence[UnreadFile] = ()) -> str:
    """Everything after the last section.

    The table of contents (for more than one article) and the list of unread files come last in the file and first on
    the screen.
    """
    listed = [(f"#a{entry.number}", entry) for entry in entries]
    return render("closing.html", listed=listed if len(listed) > 1 else [], failures=failures)


def contents(entries: Sequence[tuple[str, ContentsLine]], failures: Sequence[UnreadFile] = ()) -> str:
    """A separate page that lists articles, each with the address of its page."""
    return render("contents.html", heading=TITLE, listed=entries, failures=failures)
