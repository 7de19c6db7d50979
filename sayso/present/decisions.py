"""What people have decided about links and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.present.decided_words import what_was_said
from sayso.present.item_state import ItemState, item_state, without_undone
from sayso.present.safe import plain
from schemas import RULINGS, Decision, Dossier, Link, Relation

SUGGESTED = "suggested"
AT_ODDS: frozenset[Relation] = frozenset(("conflicts", "denies"))
"""Relations that are listed only once a person confirmed them: suggestions of these are mostly wrong."""
UNSURE = "a machine's suggestion, more often wrong than right: of 42 in ten real stories 4 were right"
"""The wording for such a suggestion, in place of a confidence, which would promise too much."""
SETTLING = frozenset(("accept", "confirm"))


class LinkDecisions:
    """The newest ruling on each link; a link without one is a machine's suggestion."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._made: dict[str, dict[str, Decision]] = {}
        self.add(decisions)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Add decisions in the order in which they were recorded; adding them again changes nothing."""
        for decision in decisions:
            self._made.setdefault(decision.about, {})[decision.id] = decision

    def rejected(self, link: Link) -> bool:
        """Whether a person rejected it and that was neither reopened nor taken back."""
        last = self._ruling(link)
        return last is not None and last.judgement == "reject"

    def by(self, link: Link) -> str | None:
        """Who confirmed or accepted its present content; None if it has changed since."""
        last = self._ruling(link)
        return last.by if last and last.judgement in SETTLING and last.version == link.digest else None

    def settled(self, link: Link) -> bool:
        """Whether a person accepted or closed its present content, so that nothing is left to do."""
        last = next((one for one in self._newest(link) if one.judgement in (*RULINGS, "close")), None)
        return last is not None and last.judgement in ("accept", "close") and last.version == link.digest

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

    def _ruling(self, link: Link) -> Decision | None:
        return next((one for one in self._newest(link) if one.judgement in RULINGS), None)

    def _newest(self, link: Link) -> list[Decision]:
        made = self._made.get(link.id)
        return without_undone(made.values())[::-1] if made else []


def settled(dossier: Dossier) -> bool:
    """Whether nothing is left to do about who is answerable for the claim, as it reads now."""
    return bool(dossier.decisions) and standing(dossier, "source").settled


def standing(dossier: Dossier, point: str | None = None) -> ItemState:
    """How far the work on the claim has come, by the decisions on it and on its statement; see `item_state`."""
    claim = dossier.claim
    own = (
        decision
        if decision.about == claim.id
        else decision.model_copy(update={"version": claim.digest if _as_now(dossier, decision) else ""})
        for decision in _own(dossier)
    )
    return item_state(own, claim.digest, point)


def decision_in_words(decision: Decision, dossier: Dossier) -> str:
    """What was decided, on what (omitted for the dossier's own claim), by whom and why, and whether it still counts."""
    about = decision.about
    names = {dossier.claim.id: "", dossier.statement.id: f"the statement {about}"}
    counts = decision.judgement == "undo" or decision in without_undone(dossier.decisions)
    own = decision.chain and about == dossier.statement.id
    said = what_was_said(decision, "" if own else names.get(about, f"the link {about}"))
    return said if counts else f"{said}{TAKEN_BACK}"


def orphan_in_words(decision: Decision) -> str:
    """A decision about words that are no longer read, in words."""
    return what_was_said(decision, decision.about)


def decided(dossier: Dossier) -> tuple[str, ...]:
    """The newest decisions that count on the claim and its statement, a sentence each: "accept by Ana Lind: on file".

    Of those that say where it stands the newest on each question, of those that give it to somebody the newest, and
    every note.
    """
    newest: dict[tuple[str | None, ...], Decision] = {}
    for decision in without_undone(_own(dossier)):
        slot = _slot(decision)
        newest.pop(slot, None)
        newest[slot] = decision
    return tuple(plain(what_was_said(decision)) + _how_it_holds(dossier, decision) for decision in newest.values())


TAKEN_BACK = " (taken back)"
_OTHERWISE = " (when it was read otherwise)"
_UNFIT = " (no longer fits: the words have changed)"


def _slot(decision: Decision) -> tuple[str | None, ...]:
    """What a later decision has to have in common with it to take its place."""
    match decision.judgement:
        case "note":
            return ("note", decision.id)
        case "assign" | "misread" | "correct":
            return (decision.judgement,)
    return ("state", decision.about, decision.point)


def _own(dossier: Dossier) -> list[Decision]:
    """The decisions on the claim and its statement, in the order in which they were recorded."""
    return [decision for decision in dossier.decisions if decision.about in (dossier.claim.id, dossier.statement.id)]


def _how_it_holds(dossier: Dossier, decision: Decision) -> str:
    """Empty where it holds, else why not."""
    if decision.judgement == "correct":
        return "" if dossier.statement.read_as or not decision.chain else _UNFIT
    return "" if _as_now(dossier, decision) else _OTHERWISE


def _as_now(dossier: Dossier, decision: Decision) -> bool:
    """Whether the claim or statement still reads as it did when that was decided."""
    thing = dossier.claim if decision.about == dossier.claim.id else dossier.statement
    return decision.version == thing.digest


def _suggested(confidences: Iterable[float]) -> str:
    sure = list(dict.fromkeys(f"{100 * confidence:.0f}" for confidence in sorted(confidences)))
    return f"{SUGGESTED}, {' to '.join(dict.fromkeys((sure[0], sure[-1])))} % sure" if sure else ""
