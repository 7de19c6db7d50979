"""From the marks of each article to an evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.evaluate.attribution_marks import HEADLINE, mark_attributions
from sayso.evaluate.bootstrap import measures
from sayso.evaluate.calibration import calibration
from sayso.evaluate.chain_marks import mark_chains
from sayso.evaluate.evaluation import (
    Confusion,
    ErrorExample,
    Evaluation,
    Inverted,
    InvertedPlace,
    Measure,
    Omission,
    Score,
    SectionScores,
)
from sayso.evaluate.fitted_gold import Gold
from sayso.evaluate.folder import Skipped
from sayso.evaluate.marks import Error, MarkedArticle, Marks
from sayso.evaluate.reading_marks import mark_reading
from schemas import Extraction

EXAMPLES = 2
"""The most examples of each kind of error."""


def mark(gold: Gold, extraction: Extraction) -> MarkedArticle:
    """Compare an article's extraction with its gold."""
    return MarkedArticle(
        article=gold.name,
        engine=extraction.engine,
        attributions=None if gold.annotations is None else mark_attributions(gold, gold.annotations, extraction),
        chains=mark_chains(gold, extraction) if gold.items else None,
        readings=mark_reading(gold.reading, gold.text, extraction) if gold.reading else None,
    )


def evaluate(marked: Iterable[MarkedArticle], skipped: Iterable[Skipped] = ()) -> Evaluation:
    """How well the articles were read; their order does not matter.

    1. figures with intervals, 2. the commonest errors, 3. calibration, 4. the worst articles.
    """
    ordered = sorted(marked, key=lambda article: article.article)
    attributions = {article.article: article.attributions for article in ordered if article.attributions}
    chains = {article.article: article.chains for article in ordered if article.chains}
    readings = {article.article: article.readings for article in ordered if article.readings}
    return Evaluation(
        engine=ordered[0].engine if ordered else None,
        articles=len(ordered),
        omitted=tuple(Omission(what=omitted.what, why=omitted.why) for omitted in skipped),
        attributions=_section(attributions),
        chains=_section(chains),
        readings=_section(readings),
        scores=tuple(sorted((_score(article, marks) for article, marks in attributions.items()), key=_badness)),  # 4
    )


def _section(marks: Mapping[str, Marks]) -> SectionScores | None:
    if not marks:
        return None
    found = measures([each.tallies for each in marks.values()])  # 1
    groups: dict[str, dict[str, dict[str, Measure]]] = {}
    for key, measure in found.items():
        if key.by:
            groups.setdefault(key.by, {}).setdefault(key.group, {})[key.measure] = measure
    return SectionScores(
        articles=len(marks),
        measures={key.measure: measure for key, measure in found.items() if not key.by},
        groups=groups,
        inverted=_inverted(marks),
        confusions=_confusions(marks),  # 2
        calibration=calibration(judged for each in marks.values() for judged in each.judged),  # 3
    )


def _inverted(marks: Mapping[str, Marks]) -> Inverted:
    places = tuple(
        InvertedPlace(article=article, how=place.how, gold=place.gold, found=place.found)
        for article, each in marks.items()
        for place in each.inversions.places
    )
    return Inverted(count=len(places), judged=sum(each.inversions.judged for each in marks.values()), places=places)


def _confusions(marks: Mapping[str, Marks]) -> tuple[Confusion, ...]:
    """The kinds of errors, most frequent first, with examples from as many articles as possible."""
    by_kind: dict[str, dict[str, list[Error]]] = defaultdict(lambda: defaultdict(list))
    for article, each in marks.items():
        for error in each.errors:
            by_kind[error.kind][article].append(error)
    counted = []
    for kind, places in by_kind.items():
        ranked = sorted(
            (rank, article, error) for article, errors in places.items() for rank, error in enumerate(errors)
        )
        examples = (ErrorExample(article=article, gold=e.gold, found=e.found) for _, article, e in ranked[:EXAMPLES])
        counted.append(Confusion(kind=kind, count=len(ranked), examples=tuple(examples)))
    return tuple(sorted(counted, key=lambda confusion: (-confusion.count, confusion.kind)))


def _score(article: str, marks: Marks) -> Score:
    right, gold, _, predicted = marks.tallies.get(HEADLINE, [0, 0, 0, 0])
    both = gold + predicted
    return Score(
        article=article,
        gold=gold,
        predicted=predicted,
        right=right,
        f1=round(2 * right / both, 4) if both else None,
    )


def _badness(score: Score) -> tuple[float, int, str]:
    """Sort key: the lowest F1 first, then most errors."""
    return (2.0 if score.f1 is None else score.f1, 2 * score.right - score.gold - score.predicted, score.article)
