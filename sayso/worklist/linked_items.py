"""What linking found, as items: facts of one origin that look like several, facts in a circle, and conflicts."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.language.wrongdoing import speaks_of_wrongdoing
from sayso.report.model.linked import Conflict, Fact
from sayso.report.model.listed_sentence import PassagePiece
from sayso.worklist.model.finding import Finding, Judged, Raised
from sayso.worklist.weights import A_TELLER, CONFLICTING, GRAVE
from schemas import Claim


def of_fact(fact: Fact, claims: Mapping[str, Claim], judged: Mapping[str, Judged]) -> Finding:
    """A fact that several tell, from one origin at most or in a circle; `claims` and `judged` by the ids of its claims.

    It stands where its best wording does.
    """
    signal = "in_a_circle" if fact.concern == "circular" else "of_one_origin"
    outlets = {one.telling.outlet for one in fact.told if one.telling.outlet}
    told = f"{len(outlets)} outlets tell it." if len(outlets) > 1 else ""
    return _finding(
        fact.id,
        claims[fact.worded],
        fact.words,
        A_TELLER * len(fact.told),
        tuple(Raised(signal=signal, why=why) for why in (told, fact.sentence, *fact.circles, *fact.settles) if why),
        tuple(judged[one] for one in fact.claims if one in judged),
    )


def of_conflict(conflict: Conflict, claims: Mapping[str, Claim]) -> Finding:
    """A conflict that a person confirmed; it stands where its first side does."""
    one, other = (side.telling for side in conflict.sides)
    where = " on ".join(part for part in (other.outlet or "another page", other.published) if part)
    why = (f"{where} has it otherwise: “{other.words}”", *conflict.settles)
    raised = tuple(Raised(signal="in_conflict", why=sentence) for sentence in why)
    return _finding(conflict.id, claims[one.claim], one.words, CONFLICTING, raised, ())


def _finding(
    id_: str, claim: Claim, words: str, score: float, raised: tuple[Raised, ...], judged: tuple[Judged, ...]
) -> Finding:
    return Finding(
        id=id_,
        start=claim.spans[0].start,
        end=claim.spans[-1].end,
        sentence=words,
        kinds=("linked",),
        harm=2,
        support=1,
        score=round(score * (GRAVE if speaks_of_wrongdoing(words) else 1), 3),
        who=(),
        person=False,
        claims=judged,
        raised=raised,
        passage=(PassagePiece(words=words, part="finding"),),
    )
