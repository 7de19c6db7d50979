"""From the marks of each article to an evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.evaluate.attributions import HEADLINE, mark_attributions
from sayso.evaluate.bootstrap import measures
from sayso.evaluate.calibration import calibration
from sayso.evaluate.chains import mark_chains
from sayso.evaluate.folder import Skipped
from sayso.evaluate.gold import Gold
from sayso.evaluate.marks import Error, Marks
from sayso.evaluate.model import Confusion, Evaluation, Example, Measure, Omission, Score, Section
from schemas import Extraction

EXAMPLES = 2
"""Of each kind of error."""


def evaluate(read: Iterable[tuple[Gold, Extraction]], skipped: Iterable[Skipped] = ()) -> Evaluation:
    """How well the extractions agree with their gold. The order of articles does not matter.

    1. marks of each article, 2. figures with intervals, 3. the commonest errors, 4. calibration, 5. the worst articles.
    """
    ordered = sorted(read, key=lambda one: one[0].name)
    attributions = [
        mark_attributions(gold, gold.annotations, extraction)  # 1
        for gold, extraction in ordered
        if gold.annotations is not None
    ]
    chains = [mark_chains(gold, extraction) for gold, extraction in ordered if gold.items]
    return Evaluation(
        engine=ordered[0][1].engine if ordered else None,
        articles=len(ordered),
        omitted=tuple(Omission(what=one.what, why=one.why) for one in skipped),
        attributions=_section(attributions),
        chains=_section(chains),
        scores=tuple(sorted(map(_score, attributions), key=_badness)),  # 5
    )


def _section(marks: Sequence[Marks]) -> Section | None:
    if not marks:
        return None
    found = measures([one.tallies for one in marks])  # 2
    groups: dict[str, dict[str, dict[str, Measure]]] = {}
    for key, measure in found.items():
        if key.by:
            groups.setdefault(key.by, {}).setdefault(key.group, {})[key.measure] = measure
    return Section(
        articles=len(marks),
        measures={key.measure: measure for key, measure in found.items() if not key.by},
        groups=groups,
        confusions=_confusions(marks),  # 3
        calibration=calibration(judged for one in marks for judged in one.judged),  # 4
    )


def _confusions(marks: Sequence[Marks]) -> tuple[Confusion, ...]:
    """The kinds of errors, the commonest first, with examples from as many articles as there are."""
    by_kind: dict[str, dict[str, list[Error]]] = defaultdict(lambda: defaultdict(list))
    for one in marks:
        for error in one.errors:
            by_kind[error.kind][one.article].append(error)
    counted = []
    for kind, places in by_kind.items():
        ranked = sorted(
            (rank, article, error) for article, errors in places.items() for rank, error in enumerate(errors)
        )
        examples = (Example(article=article, gold=e.gold, found=e.found) for _, article, e in ranked[:EXAMPLES])
        counted.append(Confusion(kind=kind, count=len(ranked), examples=tuple(examples)))
    return tuple(sorted(counted, key=lambda one: (-one.count, one.kind)))


def _score(marks: Marks) -> Score:
    right, gold, _, predicted = marks.tallies.get(HEADLINE, [0, 0, 0, 0])
    both = gold + predicted
    return Score(
        article=marks.article,
        gold=gold,
        predicted=predicted,
        right=right,
        f1=round(2 * right / both, 4) if both else None,
    )


def _badness(score: Score) -> tuple[float, int, str]:
    """The worst F1 first; of equals the one with more errors."""
    return (2.0 if score.f1 is None else score.f1, 2 * score.right - score.gold - score.predicted, score.article)
