"""What people have decided about links and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.present.safe import plain
from schemas import Decision, Dossier, Link, Relation

SUGGESTED = "suggested"
AT_ODDS: frozenset[Relation] = frozenset(("conflicts", "denies"))
"""Relations that are listed only once a person confirmed them: suggestions of these are mostly wrong."""
UNSURE = "a machine's suggestion, more often wrong than right: of 42 in ten real stories 4 were right"
"""The wording for such a suggestion, in place of a confidence, which would promise too much."""
SETTLING = frozenset(("accept", "confirm"))


class LinkDecisions:
    """The last decision on each link; a link without one is a machine's suggestion."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._last: dict[str, Decision] = {}
        self.add(decisions)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Add decisions in the order in which they were recorded; adding them again changes nothing."""
        self._last |= {decision.about: decision for decision in decisions}

    def rejected(self, link: Link) -> bool:
        """Whether a person rejected it and it was not reopened."""
        last = self._last.get(link.id)
        return last is not None and last.judgement == "reject"

    def by(self, link: Link) -> str | None:
        """Who confirmed or accepted its present content; None if it has changed since."""
        last = self._last.get(link.id)
        return last.by if last and last.judgement in SETTLING and last.version == link.digest else None

    def settled(self, link: Link) -> bool:
        """Whether a person accepted its present content, so that nothing is left to do."""
        return self.by(link) is not None and self._last[link.id].judgement == "accept"

    def unsure(self, link: Link) -> bool:
        """Whether it is an unconfirmed conflict or denial."""
        return link.relation in AT_ODDS and self.by(link) is None

    def joint_status(self, links: Iterable[Link]) -> str:
        """Status of several links: "suggested, 52 to 90 % sure", or how many are confirmed and by whom.

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
        """Status of one link: who confirmed it, "suggested, 83 % sure", or that such suggestions are mostly wrong."""
        name = self.by(link)
        return f"confirmed by {name}" if name else UNSURE if self.unsure(link) else _suggested([link.confidence])


def settled(dossier: Dossier) -> bool:
    """Whether the newest decision on the claim or its statement settles its present content."""
    last = next(reversed(_own(dossier)), None)
    return last is not None and last.judgement in SETTLING and last.version == _digest(dossier, last)


def decision_in_words(decision: Decision, dossier: Dossier) -> str:
    """What was decided, on what (omitted for the dossier's own claim), by whom and why."""
    about = decision.about
    names = {dossier.claim.id: "", dossier.statement.id: f" of the statement {about}"}
    return f"{decision.judgement}{names.get(about, f' of the link {about}')} by {decision.by}: {decision.why}"


def orphan_in_words(decision: Decision) -> str:
    """A decision about words that are no longer read, in words."""
    return f"{decision.judgement} by {decision.by} of {decision.about}: {decision.why}"


def decided(dossier: Dossier) -> tuple[str, ...]:
    """The newest decisions on the claim and its statement, a sentence each: "accept by Ana Lind: on file"."""
    newest = {decision.about: decision for decision in _own(dossier)}
    return tuple(
        plain(f"{decision.judgement} by {decision.by}: {decision.why}")
        + ("" if decision.version == _digest(dossier, decision) else _OTHERWISE)
        for decision in newest.values()
    )


_OTHERWISE = " (when it was read otherwise)"


def _own(dossier: Dossier) -> list[Decision]:
    """The decisions on the claim and its statement, in the order in which they were recorded."""
    return [decision for decision in dossier.decisions if decision.about in (dossier.claim.id, dossier.statement.id)]


def _digest(dossier: Dossier, decision: Decision) -> str:
    return dossier.claim.digest if decision.about == dossier.claim.id else dossier.statement.digest


def _suggested(confidences: Iterable[float]) -> str:
    sure = list(dict.fromkeys(f"{100 * confidence:.0f}" for confidence in sorted(confidences)))
    return f"{SUGGESTED}, {' to '.join(dict.fromkeys((sure[0], sure[-1])))} % sure" if sure else ""
