"""Whether confidences are calibrated: of judgements with confidence 0.8, eight in ten should be right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.evaluate.evaluation import Bin, Calibration
from sayso.evaluate.marks import JudgedConfidence

BINS = 10


def calibration(judged: Iterable[JudgedConfidence], bins: int = BINS) -> Calibration | None:
    """Expected calibration error over bins of (nearly) equal mass; None where nothing was judged.

    The error is the mean distance of a bin's share of right from its mean confidence, each bin weighing what it holds
    (Naeini, Cooper and Hauskrecht, AAAI 2015; bins of equal mass). Equal confidences share a bin, so that the order
    of articles plays no part.
    """
    ordered = sorted(judged)
    if not ordered:
        return None
    confidences = [judgement.confidence for judgement in ordered]
    cuts = (round(len(ordered) * number / bins) for number in range(1, bins + 1))
    ends = sorted({bisect_right(confidences, confidences[cut - 1]) for cut in cuts if cut})
    held = [ordered[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    error = sum(abs(sum(judgement.right - judgement.confidence for judgement in several)) for several in held) / len(
        ordered
    )
    return Calibration(count=len(ordered), error=round(error, 4), bins=tuple(map(_bin, held)))


def _bin(judged: list[JudgedConfidence]) -> Bin:
    confidences = [judgement.confidence for judgement in judged]
    return Bin(
        low=confidences[0],
        high=confidences[-1],
        count=len(judged),
        confidence=round(sum(confidences) / len(judged), 4),
        right=round(sum(judgement.right for judgement in judged) / len(judged), 4),
    )
