"""The word lists of linking; a comment above each in its file says what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.language.word_lists import EN, Phrases, Words, load


class ComparingWords(NamedTuple):
    """Words for comparing two claims."""

    stop_words: Words
    pronouns: Words
    endings: Phrases
    behind_a_unit: Words
    in_part: Words
    regions: Words
    of_all: Words
    making_another: Words
    of_time: Words
    ordinals: Words
    standing: Words
    nobody: Words
    dying: Words
    months: Phrases
    weekdays: Phrases
    several_places: Words
    continents: Phrases
    added_to_names: Words
    named_by_order: Words


class RetrievingWords(NamedTuple):
    """Words for finding claims again."""

    common: Words
    endings: Phrases


class UnconfirmedWords(NamedTuple):
    """Words of what a source could not confirm or would not speak about."""

    negations: Words
    between: Words
    confirming: Phrases
    finding: Phrases
    questions: Words
    answering: Phrases
    asked: Phrases
    auxiliaries: Words
    electing: Words
    aware: Words
    of_reports: Words
    reports: Phrases
    selves: Words


class StateWords(NamedTuple):
    """Words that say for which state or other body a source speaks."""

    offices: Words
    ranks: Words
    of_some_state: Words
    no_longer: Words
    elsewhere: Words
    apart: Words
    capitals: Mapping[str, str]
    skipped: Words
    speaking: Words
    elected: Words
    running: Words
    going_on: Words
    callings: Mapping[str, str]
    published: Words
    news: Words
    reported: Words
    loose: Words
    for_one: Words
    private: Words
    telling: Words
    within_names: Words
    titles: Words


class CreditingWords(NamedTuple):
    """Words beside the names of agencies and places in datelines."""

    within_places: Words
    no_agencies: Words


class HedgingWords(NamedTuple):
    """Words that leave open whether, or how much, something is so, and words of attribution."""

    hedging: Words
    governing: Phrases
    guessing: Words
    leaving_open: Words
    unsure: Words
    at_least: Phrases
    not_quite: Phrases
    about: Phrases
    attributing: Words


COMPARING = load(ComparingWords, EN / "comparing.yaml")
RETRIEVING = load(RetrievingWords, EN / "retrieving.yaml")
UNCONFIRMED = load(UnconfirmedWords, EN / "unconfirmed.yaml")
STATES = load(StateWords, EN / "states.yaml")
CREDITING = load(CreditingWords, EN / "crediting.yaml")
HEDGING = load(HedgingWords, EN / "hedging.yaml")
