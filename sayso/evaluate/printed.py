"""An evaluation as tables of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.evaluate.evaluation import Calibration, Confusion, Evaluation, Inverted, Measure, Score, SectionScores

MEANINGS = {
    "attribution": "content and source right",
    "content": "content found",
    "exact": "content word for word",
    "cue": "content and cue right",
    "span source": "the same source, word for word",
    "span cue": "the same cue",
    "span content": "the same content",
    "source_acc": "source right where the content is found",
    "multi": "chains of two hops or more: every hop right",
    "single": "one hop: the origin right, no relay added",
    "anonymous": "unnamed origins",
    "origin": "origin right",
    "sourced": "sourced or not is right, the article's own voice included",
    "chain": "and every hop is right",
    "reported": "the same, where there is a source",
    "acts": "acts and refusals kept, without a source",
    "covered": "words in a statement or its reporting clause",
    "furniture": "words that make no claims",
    "found": "a statement found; for chains, one with a source",
    "overlap": "words that stand in two statements",
    "relayed": "statements that have a relay",
}
"""What each measure counts, in the order in which they are shown."""

INVERTED = "given to somebody who is spoken of, spoken to, or only says whose the source is"
"""What an inversion is, shown beside their number."""

GROUPS = ("source", "manner", "length")
"""The groupings, in the order in which they are shown."""

OF_ATTRIBUTIONS = ("attribution", "content", "source_acc")
OF_READINGS = ("sourced", "chain", "reported", "multi")
OF_CHAINS = ("origin", "multi", "single", "anonymous")
"""The measures shown for a group; the first with its interval."""

WORST = 10


def table(evaluation: Evaluation) -> str:
    """Figures with intervals, by group, then inversions, errors, calibration, and the worst articles."""
    engine = evaluation.engine
    by = f"; Sayso {engine.sayso}, model {engine.model[:12]}" if engine else ""
    left_out = f", left out: {len(evaluation.omitted)}" if evaluation.omitted else ""
    blocks = [[f"articles scored: {evaluation.articles}{left_out}{by}", "in brackets: 95 % interval over articles"]]
    if evaluation.attributions:
        blocks += _section("ATTRIBUTIONS", evaluation.attributions, OF_ATTRIBUTIONS)
        blocks.append(_worst(evaluation.scores))
    if evaluation.chains:
        blocks += _section("CHAINS", evaluation.chains, OF_CHAINS)
    if evaluation.readings:
        blocks += _section("WHOLE READINGS", evaluation.readings, OF_READINGS)
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _section(title: str, section: SectionScores, columns: Sequence[str]) -> Iterator[list[str]]:
    shown = [(name, section.measures[name]) for name in MEANINGS if name in section.measures]
    rows = [["", "", "95 %", "precision", "recall", "of", "found", ""]]
    rows += [[name, *_cells(measure), f"  {MEANINGS[name]}"] for name, measure in shown]
    yield [f"{title}, articles: {section.articles}", *_aligned(rows)]
    for by, groups in ((by, section.groups[by]) for by in GROUPS if by in section.groups):
        rows = [[f"by {by}", "of", columns[0], "95 %", *columns[1:]]]
        rows += [[name, *_group(measures, columns)] for name, measures in _by_size(groups, columns[0])]
        yield _aligned(rows)
    yield _inverted(title, section.inverted)
    yield from _confusions(title, section.confusions)
    if section.calibration:
        yield _calibration(title, section.calibration)


def _cells(measure: Measure) -> list[str]:
    sides = [_figure(measure.precision), _figure(measure.recall)] if measure.predicted is not None else ["", ""]
    found = "" if measure.predicted is None else str(measure.predicted)
    return [_figure(measure.value), _interval(measure), *sides, str(measure.of), found]


def _group(measures: dict[str, Measure], columns: Sequence[str]) -> list[str]:
    first, *rest = (measures.get(name) for name in columns)
    cells = [str(first.of), _figure(first.value), _interval(first)] if first else ["0", "-", ""]
    return [*cells, *(_figure(measure.value if measure else None) for measure in rest)]


def _by_size(groups: dict[str, dict[str, Measure]], measure: str) -> list[tuple[str, dict[str, Measure]]]:
    return sorted(groups.items(), key=lambda group: -group[1][measure].of if measure in group[1] else 0)


def _inverted(title: str, inverted: Inverted) -> list[str]:
    """How many inversions there are, and the first places; the others are in the JSON."""
    lines = [f"{title}: inverted  {inverted.count} of {inverted.judged}  {INVERTED}"]
    for place in inverted.places[:WORST]:
        lines.append(f"  {place.article}: {place.how}")
        lines += [f"    gold   {place.gold}", f"    found  {place.found}"]
    return lines


def _confusions(title: str, confusions: Sequence[Confusion]) -> Iterator[list[str]]:
    if confusions:
        yield [f"{title}: what went wrong"]
    for confusion in confusions:
        lines = [f"  {confusion.kind}: {confusion.count}"]
        for example in confusion.examples:
            lines.append(f"    {example.article}")
            lines += [f"      gold   {example.gold}"] * bool(example.gold)
            lines += [f"      found  {example.found}"] * bool(example.found)
        yield lines


def _calibration(title: str, calibration: Calibration) -> list[str]:
    rows = [["confidence", "", "judged", "mean", "right"]]
    rows += [
        [f"{each.low:.3f}", f"to {each.high:.3f}", str(each.count), _figure(each.confidence), _figure(each.right)]
        for each in calibration.bins
    ]
    return [
        f"{title}: expected calibration error {calibration.error:.3f} over {calibration.count} judged",
        *_aligned(rows),
    ]


def _worst(scores: Sequence[Score]) -> list[str]:
    scored = [score for score in scores if score.f1 is not None][:WORST]
    rows = [["worst articles", "F1", "gold", "found", "right"]]
    rows += [
        [score.article, _figure(score.f1), str(score.gold), str(score.predicted), str(score.right)] for score in scored
    ]
    return _aligned(rows) if scored else []


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(measure: Measure) -> str:
    return "" if measure.value is None else f"[{_figure(measure.low)} {_figure(measure.high)}]"


def _aligned(rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell; all but the first and columns of words are right-aligned."""
    rows = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(_cell(*cell) for cell in zip(range(len(row)), row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _cell(at: int, cell: str, width: int) -> str:
    return cell.ljust(width) if at == 0 or cell.startswith("  ") else cell.rjust(width)
