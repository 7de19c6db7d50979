"""How the attributions found in one article compare with gold.

    attribution   contents paired, and the sources overlap (Dice of words, at least a half), or neither side has one
    content       contents paired
    exact         contents paired, and the same words
    cue           contents paired, and the cues share a word, or neither side has one
    source_acc    share of the paired whose source is right
    span ...      identical spans of one role, whatever they are tied to

All but `source_acc` are F1. Pairs are those of `pairing.pair`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.evaluate.annotation import Annotation, reported, shown
from sayso.evaluate.confusions import confusions
from sayso.evaluate.fitted_gold import Gold
from sayso.evaluate.groups import AttributionGroups, Group
from sayso.evaluate.inversions import Inversion, Inversions, Said, given, inverted
from sayso.evaluate.marks import JudgedConfidence, Marks
from sayso.evaluate.pairing import MatchedPair, pair
from sayso.evaluate.tallies import Key, Tallies
from sayso.evaluate.word_places import HALF, dice
from schemas import Extraction

PAIRED = ("attribution", "content", "exact", "cue")
SPANS = ("source", "cue", "content")
HEADLINE = Key("attribution")

Outcome = Mapping[str, bool]
"""For each measure over pairs, whether it holds."""

_UNPAIRED: Outcome = dict.fromkeys(PAIRED, False)
_EVERYTHING: Group = ("", "")


def mark_attributions(gold: Gold, annotated: Sequence[Annotation], extraction: Extraction) -> Marks:
    """Compare what `extraction` reports with what is `annotated` in the text of `gold`."""
    found = reported(extraction, gold.text)
    pairs = pair(annotated, found)
    outcomes = [outcome(annotated[matched.gold], found[matched.predicted]) for matched in pairs]
    expected = {matched.gold: result for matched, result in zip(pairs, outcomes, strict=True)}
    predicted = {matched.predicted: result for matched, result in zip(pairs, outcomes, strict=True)}
    grouping = AttributionGroups(gold.text, extraction.segmentation)
    tallies = Tallies()
    for number, annotation in enumerate(annotated):
        _expect(tallies, (_EVERYTHING, *grouping.of(annotation)), expected.get(number, _UNPAIRED))
    for number, annotation in enumerate(found):
        _predict(tallies, (_EVERYTHING, *grouping.of(annotation)), predicted.get(number, _UNPAIRED))
    _count_spans(tallies, annotated, found)
    return Marks(
        tallies=tallies,
        errors=tuple(confusions(gold.text, annotated, found, pairs)),
        judged=tuple(
            JudgedConfidence(annotation.confidence, predicted.get(number, _UNPAIRED)["attribution"])
            for number, annotation in enumerate(found)
        ),
        inversions=_inversions(gold, annotated, found, pairs),
    )


def outcome(gold: Annotation, found: Annotation) -> Outcome:
    """Which measures hold for a pair."""
    return {
        "attribution": dice(gold.source, found.source) >= HALF,
        "content": True,
        "exact": gold.content == found.content,
        "cue": bool(gold.cue & found.cue) or not (gold.cue or found.cue),
    }


def _inversions(
    gold: Gold, annotated: Sequence[Annotation], found: Sequence[Annotation], pairs: Sequence[MatchedPair]
) -> Inversions:
    """The inversions among the pairs; sources that are pronouns cannot be judged here."""
    others = gold.contents
    places = []
    judged = 0
    for matched in sorted(pairs):
        ours, theirs = annotated[matched.gold], found[matched.predicted]
        source = given(theirs.source, gold.text)
        if source:
            judged += 1
            how = inverted(gold.text, Said((ours.source,), ours.cue, ours.content), source, others)
            if how:
                places.append(Inversion(how, shown(ours, gold.text), shown(theirs, gold.text)))
    return Inversions(judged, tuple(places))


def _expect(tallies: Tallies, groups: Sequence[Group], result: Outcome) -> None:
    for group in groups:
        for measure in PAIRED:
            tallies.expect(Key(measure, *group), result[measure])
        if result["content"]:
            tallies.expect(Key("source_acc", *group), result["attribution"])


def _predict(tallies: Tallies, groups: Sequence[Group], result: Outcome) -> None:
    for group in groups:
        for measure in PAIRED:
            tallies.predict(Key(measure, *group), result[measure])


def _count_spans(tallies: Tallies, annotated: Sequence[Annotation], found: Sequence[Annotation]) -> None:
    for role in SPANS:
        gold, predicted = (
            {words for annotation in side if (words := getattr(annotation, role))} for side in (annotated, found)
        )
        tallies.expect(Key(f"span {role}"), len(gold & predicted), len(gold))
        tallies.predict(Key(f"span {role}"), len(gold & predicted), len(predicted))
