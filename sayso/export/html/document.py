"""A page of articles, begun and ended around their sections so that no more than one is held at a time."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.export.html.section import ContentsLine, UnreadFile
from sayso.export.html.template import render

TITLE = "On whose say-so?"


def opening(heading: str = TITLE) -> str:
    """Everything before the first section: the style, the legend, which also chooses what is shown."""
    return render("opening.html", heading=heading)


def closing(entries: Sequence[ContentsLine] = (), failures: Sequence[UnreadFile] = ()) -> str:
    """Everything after the last section.

    The list of contents (where there is more than one article) and of files that could not be read comes last in
    the file, and first on the screen.
    """
    listed = [(f"#a{one.number}", one) for one in entries]
    return render("closing.html", listed=listed if len(listed) > 1 else [], failures=failures)


def contents(entries: Sequence[tuple[str, ContentsLine]], failures: Sequence[UnreadFile] = ()) -> str:
    """A page of its own that lists articles, each with the address of its page."""
    return render("contents.html", heading=TITLE, listed=entries, failures=failures)
