"""`denial`: two claims of which one denies the other, as a comparison."""

from __future__ import annotations

from sayso.link.compare import Comparison, opposed
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.signal import FoundSignal
from sayso.link.pairs import Judgement
from sayso.link.thresholds import DENIED


def denial(pair: ClaimPair, judged: Judgement) -> Comparison:
    """A denial where a source is reported to deny it, else a conflict: in its words one says that it is not so.

    No relation where neither is probable.
    """
    if judged.denied < DENIED:
        return Comparison()
    sure = round(judged.denied, 4)
    told = f"what one of them denies and the other are, read together, one fact with a probability of {sure:.0%}"
    return opposed(pair, "denies" if judged.by_source else "conflicts", sure, {"denied": FoundSignal(sure, told)})
