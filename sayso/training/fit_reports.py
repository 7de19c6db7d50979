"""Fit the weights by which reports are told from acts: `python -m sayso.training.fit_reports FOLDER ARTICLES`.

FOLDER has texts and readings as `sayso evaluate` takes them, ARTICLES is a JSON lines file with the story of each
article. Prints how many drafts are told rightly when the other four fifths of the stories were fitted, and writes
`reports.json`.

A draft is a report if at least half of its content is said by somebody, and an act if less than .3 of it may be.
Drafts within reports, and those of which both readings could be defended, are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sayso.attribute.attribute import drafted, nested, probable
from sayso.attribute.relays import chains_of
from sayso.attribute.sources.resolve import SourceResolver
from sayso.attribute.spans.transcripts import with_turns
from sayso.attribute.statements import reports
from sayso.attribute.statements.how_reported import how_reported, topical
from sayso.attribute.statements.report_evidence import report_evidence
from sayso.attribute.statements.unsaid import unsaid
from sayso.evaluate import gold
from sayso.evaluate.gold_reading import ReadChain, Reading
from sayso.evaluate.word_places import Text, Words
from sayso.training.fit_logistic import Floats, fitted, probabilities
from sayso.training.tagger.judged_findings import TAGGER, parsed_article

WEIGHTS = Path(reports.__file__).parents[1] / "model" / "reports.json"
STRENGTH = 2.0
"""The L2 penalty of each weight."""
FOLDS = 5
SEEN = 3
"""In so many stories a sign has to occur."""
SMALLEST = 0.02
"""Smaller weights are left out."""


class JudgedDraft(NamedTuple):
    """The signs of a draft, whether it is a report, and the story of its article."""

    signs: Mapping[str, float]
    is_report: bool
    story: str


def judged(place: Path, reading: Reading, story: str) -> Iterator[JudgedDraft]:
    """The drafts of an article that decide something."""
    parsed = parsed_article(place.read_bytes().decode("utf-8"))
    tagging = TAGGER.tag(parsed.text, parsed.doc)
    drafts = nested(parsed, with_turns(parsed, probable(parsed, drafted(parsed, tagging))))
    text = Text(parsed.text)
    units = [(text.words(each.spans), each.readings) for each in reading.statements if each.voice != "furniture"]
    for draft, chain in zip(drafts, chains_of(parsed, drafts, SourceResolver(parsed)), strict=True):
        if not (chain.hops and draft.cue and draft.content) or draft.verbatim or draft.parent is not None:
            continue
        is_report = _is_report(text.words(draft.content), units)
        if is_report is not None and not (topical(parsed, draft) or unsaid(parsed, draft)):
            signs = report_evidence(parsed, draft, chain, how_reported(parsed, draft).mode)
            yield JudgedDraft(signs, is_report, story)


def _is_report(content: Words, units: Sequence[tuple[Words, tuple[ReadChain, ...]]]) -> bool | None:
    """Whether a content is said by somebody; None where that can be read in two ways."""
    said = open_ = 0
    for words, readings in units:
        sourced = [bool(chain) and chain != (None,) for chain in readings]
        said += len(words & content) * all(sourced)
        open_ += len(words & content) * (any(sourced) and not all(sourced))
    if not content or 2 * open_ >= len(content):
        return None
    if 2 * said >= len(content):
        return True
    return False if said + open_ < 0.3 * len(content) else None


def model(rows: Sequence[JudgedDraft]) -> dict[str, float]:
    """The weight of each sign that occurs in enough stories."""
    stories: dict[str, set[str]] = {}
    for row in rows:
        for sign in (sign for sign, value in row.signs.items() if value):
            stories.setdefault(sign, set()).add(row.story)
    names = sorted(sign for sign, where in stories.items() if len(where) >= SEEN)
    y = np.array([float(row.is_report) for row in rows])
    return dict(zip(names, fitted(_matrix(rows, names), y, np.full(len(names), STRENGTH)).tolist(), strict=True))


def _matrix(rows: Sequence[JudgedDraft], names: Sequence[str]) -> Floats:
    return np.array([[row.signs.get(name, 0.0) for name in names] for row in rows])


def crossed(rows: Sequence[JudgedDraft]) -> Floats:
    """The probability of each row, by a model that is fitted on the stories of the other folds."""
    stories = sorted({row.story for row in rows})
    order = np.random.default_rng(0).permutation(len(stories))
    fold = {stories[number]: i % FOLDS for i, number in enumerate(order)}
    p = np.zeros(len(rows))
    for i in range(FOLDS):
        known = model([row for row in rows if fold[row.story] != i])
        here = np.array([fold[row.story] == i for row in rows])
        own = [row for row in rows if fold[row.story] == i]
        p[here] = probabilities(_matrix(own, list(known)), np.array(list(known.values())))
    return p


def main(folder: Path, articles: Path) -> None:
    """Print how well reports are told from acts, and write the weights."""
    lines = [json.loads(line) for line in articles.read_text("utf-8").splitlines()]
    story = {line["article"]: line["story"] for line in lines}
    places = [place for place in gold(folder).places if place.reading is not None]
    rows = [row for place in places if place.reading for row in judged(place.text, place.reading, story[place.name])]
    y, p = np.array([row.is_report for row in rows]), crossed(rows)
    for least in (reports.LEAST, 0.5):
        lost, made = int((y & (p < least)).sum()), int((~y & (p >= least)).sum())
        print(f"{len(rows)} drafts, {y.mean():.3f} of them reports; from {least} on: {lost} lost, {made} acts reported")
    weights = {sign: round(weight, 3) for sign, weight in model(rows).items() if abs(weight) >= SMALLEST}
    WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
