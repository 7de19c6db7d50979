"""What people have decided about links and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.present.safe import plain
from schemas import Decision, Dossier, Link, Relation

SUGGESTED = "suggested"
AT_ODDS: frozenset[Relation] = frozenset(("conflicts", "denies"))
"""Relations that are listed only where a person confirmed them: what a machine suggests of these is mostly wrong."""
UNSURE = "a machine's suggestion, more often wrong than right: of 42 in ten real stories 4 were right"
"""What is said of such a suggestion; no confidence, since that promises too much."""
SETTLING = frozenset(("accept", "confirm"))


class LinkDecisions:
    """The last decision on each link; a link without one is the machine's suggestion."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._last: dict[str, Decision] = {}
        self.add(decisions)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Take in decisions in the order in which they were recorded; the same ones again change nothing."""
        self._last |= {one.about: one for one in decisions}

    def rejected(self, link: Link) -> bool:
        """Whether a person rejected it, and nobody opened it again."""
        last = self._last.get(link.id)
        return last is not None and last.judgement == "reject"

    def by(self, link: Link) -> str | None:
        """Who confirmed or accepted what it says now; None where it said something else then."""
        last = self._last.get(link.id)
        return last.by if last and last.judgement in SETTLING and last.version == link.digest else None

    def settled(self, link: Link) -> bool:
        """Whether a person accepted it as it is: there is nothing left to do."""
        return self.by(link) is not None and self._last[link.id].judgement == "accept"

    def unsure(self, link: Link) -> bool:
        """Whether it says of two claims that they are at odds, and no person says so."""
        return link.relation in AT_ODDS and self.by(link) is None

    def joint_status(self, links: Iterable[Link]) -> str:
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

    def status(self, link: Link) -> str:
        """Of one link: who confirmed it, "suggested, 83 % sure", or that such suggestions are mostly wrong."""
        name = self.by(link)
        return f"confirmed by {name}" if name else UNSURE if self.unsure(link) else _suggested([link.confidence])


def settled(dossier: Dossier) -> bool:
    """Whether the newest decision on the claim or its statement settles it as it reads now."""
    last = next(reversed(_own(dossier)), None)
    return last is not None and last.judgement in SETTLING and last.version == _digest(dossier, last)


def decision_in_words(decision: Decision, dossier: Dossier) -> str:
    """What was decided, on what (the dossier's claim itself is not named), by whom and why."""
    about = decision.about
    names = {dossier.claim.id: "", dossier.statement.id: f" of the statement {about}"}
    return f"{decision.judgement}{names.get(about, f' of the link {about}')} by {decision.by}: {decision.why}"


def orphan_in_words(decision: Decision) -> str:
    """A decision about words that are not read any more."""
    return f"{decision.judgement} by {decision.by} of {decision.about}: {decision.why}"


def decided(dossier: Dossier) -> tuple[str, ...]:
    """The newest decisions on the claim and its statement, a sentence each: "accept by Ana Lind: on file"."""
    newest = {one.about: one for one in _own(dossier)}
    return tuple(
        plain(f"{one.judgement} by {one.by}: {one.why}") + ("" if one.version == _digest(dossier, one) else _OTHERWISE)
        for one in newest.values()
    )


_OTHERWISE = " (when it was read otherwise)"


def _own(dossier: Dossier) -> list[Decision]:
    """The decisions on the claim and its statement, in the order in which they were recorded."""
    return [one for one in dossier.decisions if one.about in (dossier.claim.id, dossier.statement.id)]


def _digest(dossier: Dossier, decision: Decision) -> str:
    return dossier.claim.digest if decision.about == dossier.claim.id else dossier.statement.digest


def _suggested(confidences: Iterable[float]) -> str:
    sure = list(dict.fromkeys(f"{100 * one:.0f}" for one in sorted(confidences)))
    return f"{SUGGESTED}, {' to '.join(dict.fromkeys((sure[0], sure[-1])))} % sure" if sure else ""
