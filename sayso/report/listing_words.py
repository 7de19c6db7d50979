"""The word lists of the report; what each is for stands above it in its file."""

from __future__ import annotations

from typing import NamedTuple

from sayso.language.word_lists import EN, Words, load


class ListingWords(NamedTuple):
    """Words by which a report lists sentences and facts, and says whom they are about."""

    empty: Words
    no_figures: Words
    never_names: Words
    never_first: Words
    adjectives: Words
    within_names: Words
    articles: Words
    unresolved: Words
    opens_part: Words
    opens_relative: Words
    begins_clause: Words
    never_last: Words
    finite: Words
    first_person: Words
    points_at_the_page: Words
    feelings: Words


LISTING = load(ListingWords, EN / "listing.yaml")
