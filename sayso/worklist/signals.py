"""What speaks for taking a sentence up, or against it: a function each, from 0 (not at all) to 1 or a little more.

A function's docstring is what the reviewer reads; words in braces come from the sentence (see `reasons`). Docstrings
of signals of which the reviewer is told nothing begin with "Silent: ".
"""

from __future__ import annotations

import re

from sayso.worklist.article_sentence import CONDUCT, CRIME, PRIVATE, ArticleSentence, support
from sayso.worklist.worklist_words import WORKLIST, pattern

DANGER, MATTERS, UNSAID, AUTHORITY, RECORDED = (
    pattern(getattr(WORKLIST, name)) for name in ("danger", "matters", "unsaid", "authority", "recorded")
)
FIGURE = re.compile(
    r"(?<![\w.,])(?:[$£€]\s?)?\d+(?:[.,]\d+)*+(?!\w*[a-z]{3})(?:\s?(?:%|per cent|million|billion|bn|m)\b)?"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TOP = 4
"""Sentences at the top of an article."""


def crime(sentence: ArticleSentence) -> float:
    """Silent: it has words of crime."""
    return min(2, len(CRIME.findall(sentence.words))) / 2


def misconduct(sentence: ArticleSentence) -> float:
    """Silent: it has words of misconduct."""
    return min(2, len(CONDUCT.findall(sentence.words))) / 2


def private(sentence: ArticleSentence) -> float:
    """Silent: it speaks of what is private."""
    return float(bool(PRIVATE.search(sentence.words)))


def of_a_person(sentence: ArticleSentence) -> float:
    """{who} can be identified, and is accused or exposed here (“{words}”)."""
    return float(bool(sentence.exposing and sentence.persons)) or 0.5 * bool(sentence.exposing and sentence.by_pronoun)


def of_a_body(sentence: ArticleSentence) -> float:
    """{who} is accused or exposed here (“{words}”)."""
    return float(bool(sentence.exposing and sentence.bodies and not of_a_person(sentence)))


def paired(sentence: ArticleSentence) -> float:
    """{accused} is accused by what it says."""
    return float(bool(sentence.pairs))


def accusing(sentence: ArticleSentence) -> float:
    """Silent: how probable it is that it accuses somebody whom the article names."""
    return sentence.accusing


def answered(sentence: ArticleSentence) -> float:
    """An answer by whoever is accused is printed (“{reply}”)."""
    return float(any(pair.kind == "printed" for pair in sentence.pairs))


def amid_accusations(sentence: ArticleSentence) -> float:
    """Silent: the article accuses in many of its sentences."""
    return min(0.6, sentence.around.density) / 0.6


def overstated(sentence: ArticleSentence) -> float:
    """The headline says more than the body: {over}."""
    return float(sentence.over is not None)


def dangerous(sentence: ArticleSentence) -> float:
    """People may come to harm by it, or have (“{danger}”)."""
    return float(bool(DANGER.search(sentence.words)))


def decisive(sentence: ArticleSentence) -> float:
    """Readers decide by it (“{matter}”)."""
    return float(bool(MATTERS.search(sentence.words)))


def carried_by_a_figure(sentence: ArticleSentence) -> float:
    """A figure carries it ({figure})."""
    return float(any(not _YEAR.fullmatch(found.strip()) for found in FIGURE.findall(sentence.words)))


def at_the_top(sentence: ArticleSentence) -> float:
    """Silent: it stands at the top of the article."""
    return float(sentence.place < _TOP)


def in_the_headline(sentence: ArticleSentence) -> float:
    """Silent: it is a headline."""
    return float(sentence.segment.kind == "headline")


def said_by_nobody(sentence: ArticleSentence) -> float:
    """No source is given."""
    return float(sentence.weakest is not None and support(sentence.weakest) == 0)


def unnamed_alone(sentence: ArticleSentence) -> float:
    """Only an unnamed source says so: {source}."""
    return float(any(statement.unnamed for statement in sentence.statements))


def at_second_hand(sentence: ArticleSentence) -> float:
    """It comes through others: {relays}."""
    return float(any(statement.relays for statement in sentence.statements))


def on_record(sentence: ArticleSentence) -> float:
    """{source} says so on record; to repeat an accusation is to make it."""
    return float(sentence.weakest is not None and support(sentence.weakest) >= 2)


def interested(sentence: ArticleSentence) -> float:
    """{source} has an interest in it, and speaks through {outlet}, an outlet of its own."""
    return float(any(one.origin and one.origin.registry in sentence.around.interests for one in sentence.statements))


def alleged(sentence: ArticleSentence) -> float:
    """It is only alleged (“{hedge}”)."""
    return float(any(one.doubted for one in sentence.statements))


def disputed(sentence: ArticleSentence) -> float:
    """Somebody denies it."""
    return float(any(statement.polarity == "denied" for statement in sentence.statements))


def vague(sentence: ArticleSentence) -> float:
    """Where a source should stand, it says “{vague}”."""
    return float(bool(UNSAID.search(sentence.words)))


def by_an_authority(sentence: ArticleSentence) -> float:
    """{source} would know, and is answerable for it."""
    origins = [one.origin for one in sentence.statements if one.origin and not one.unnamed]
    return float(any(hop.kind == "government" or AUTHORITY.search(hop.called or "") for hop in origins))


def recorded(sentence: ArticleSentence) -> float:
    """A court or the police have it on record (“{record}”)."""
    return float(sentence.found or bool(RECORDED.search(sentence.words)))


def refuted(sentence: ArticleSentence) -> float:
    """Silent: the article says that the story is false."""
    return min(0.25, sentence.around.refuting) / 0.25
