"""How much each signal counts: by how much more often an editor acts on a sentence where it is raised.

The product of the factors of the signals that are raised is the score. The factors of harm were fitted, with those of
the other signals, to the accusations that annotators found in 160 articles of train, and rounded; those of support
follow the scale of `tests/evaluation/news/worklist.md`, and were chosen on the worklists of train.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod

from sayso.worklist import signals
from sayso.worklist.article_sentence import ArticleSentence
from sayso.worklist.model.finding import Kind

Signal = Callable[[ArticleSentence], float]

HARM: Mapping[Signal, float] = {
    signals.of_a_person: 2.6,
    signals.of_a_body: 0.8,
    signals.paired: 1.0,
    signals.accusing: 12.0,
    signals.crime: 4.8,
    signals.misconduct: 4.5,
    signals.private: 1.6,
    signals.amid_accusations: 9.0,
    signals.dangerous: 1.3,
    signals.decisive: 1.1,
    signals.carried_by_a_figure: 1.0,
    signals.at_the_top: 1.4,
    signals.in_the_headline: 0.5,
    signals.refuted: 0.15,
}
SUPPORT: Mapping[Signal, float] = {
    signals.said_by_nobody: 1.4,
    signals.vague: 1.4,
    signals.unnamed_alone: 1.6,
    signals.at_second_hand: 1.3,
    signals.interested: 1.5,
    signals.alleged: 1.0,
    signals.disputed: 1.6,
    signals.overstated: 3.0,
    signals.on_record: 1.0,
    signals.answered: 0.7,
    signals.by_an_authority: 0.3,
    signals.recorded: 0.5,
}
WEIGHTS: Mapping[Signal, float] = {**HARM, **SUPPORT}
LEAST: Mapping[Kind, float] = {"accusation": 5.0, "unnamed": 1.2, "fact": 2.0}
"""The score from which a sentence is listed."""
RULED = 8.0
"""The least score of what breaks a standing rule: the newsroom itself has said that it acts on that."""
MOST: Mapping[Kind, int] = {"unnamed": 2, "fact": 1}
"""How many of a kind an article gives at most; accusations and headlines are never left out."""


LEADING = 0.3
"""Of an accusation that several sentences make, the first is shown that has so much of the highest score."""
AGAIN = 0.3
"""An accusation counts more, the more sentences of the article make it: by their number to this power."""


def score(sentence: ArticleSentence) -> float:
    """What the signals that a sentence raises come to: the product of their factors, each as far as it is raised."""
    return prod(float(weight ** signal(sentence)) for signal, weight in WEIGHTS.items())


A_TELLER, CONFLICTING, GRAVE = 1.0, 6.0, 3.0
"""The score of a fact of one origin, for each outlet that tells it; that of a conflict; the factor of wrongdoing."""
