"""What people have decided about links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from schemas import Decision, Link

SUGGESTED = "suggested"


class Judged:
    """The last decision on each link; a link without one is the machine's suggestion."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._last: dict[str, Decision] = {}
        self.hear(decisions)

    def hear(self, decisions: Iterable[Decision]) -> None:
        """Take in decisions in the order in which they were recorded; the same ones again change nothing."""
        self._last |= {one.about: one for one in decisions}

    def rejected(self, link: Link) -> bool:
        """Whether a person rejected it, and nobody opened it again."""
        return self._judgement(link) == "reject"

    def by(self, link: Link) -> str | None:
        """Who confirmed it."""
        return self._last[link.id].by if self._judgement(link) in ("confirm", "accept") else None

    def status(self, links: Iterable[Link]) -> str:
        """Of links that stand together: "suggested, 52 to 90 % sure", or how many are confirmed and by whom.

        Empty for no links.
        """
        together = list(links)
        names = Counter(self.by(link) for link in together)
        suggested = names.pop(None, 0)
        if not names:
            return _suggested(link.confidence for link in together)
        confirmed = f"confirmed by {' and '.join(sorted(name for name in names if name))}"
        whole = suggested + names.total()
        return f"{names.total()} of {whole} links {confirmed}, the others {SUGGESTED}" if suggested else confirmed

    def told(self, link: Link) -> str:
        """Of one link: "suggested, 83 % sure", or who confirmed it."""
        name = self.by(link)
        return f"confirmed by {name}" if name else _suggested([link.confidence])

    def _judgement(self, link: Link) -> str | None:
        last = self._last.get(link.id)
        return last.judgement if last else None


def _suggested(confidences: Iterable[float]) -> str:
    sure = list(dict.fromkeys(f"{100 * one:.0f}" for one in sorted(confidences)))
    return f"{SUGGESTED}, {' to '.join(dict.fromkeys((sure[0], sure[-1])))} % sure" if sure else ""
