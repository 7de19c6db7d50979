"""What is no fact to check: pieces that cannot be read alone, and colour. By words and slots, without a parse."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.language.wrongdoing import speaks_of_wrongdoing
from sayso.report.listing_words import LISTING
from schemas import Claim

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FEW = 2
"""A fact has at least so many words."""
_NEAR = 6
"""A feeling is told among the first so many words."""


def is_fragment(claim: Claim) -> bool:
    """Whether it cannot be read alone: one word, no verb, half a sentence, or a pronoun without anything to go by."""
    found = words_of(claim.proposition)
    if len(found) < _FEW or found[-1] in LISTING.never_last or _is_part(claim, found):
        return True
    return _has_no_verb(claim, found) or (_opens_with_pronoun(claim) and _says_little(claim))


def is_colour(claim: Claim) -> bool:
    """Whether it is a feeling, a wish or a question, or points at the page; never with wrongdoing or a figure in it."""
    if claim.slots.numbers or speaks_of_wrongdoing(claim.proposition):
        return False
    first, *others = words_of(claim.proposition)[:_NEAR] or ("",)
    felt = _bare(first) in LISTING.first_person and not LISTING.feelings.isdisjoint(others)
    return felt or _bare(first) in LISTING.points_at_the_page or claim.proposition.rstrip().endswith("?")


def needs_context(claim: Claim) -> bool:
    """Whether it opens with a pronoun, or somebody speaks of himself: it needs the text around it to be understood."""
    return _opens_with_pronoun(claim) or any(
        _bare(word) in LISTING.first_person for word in words_of(claim.proposition)
    )


def pronouns(claim: Claim) -> int:
    """How many pronouns it has."""
    every = LISTING.unresolved | LISTING.first_person
    return sum(_bare(word) in every for word in words_of(claim.proposition))


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Its words in lower case, with straight apostrophes."""
    return tuple(word.replace("’", "'").lower() for word in _WORD.findall(text))


def _bare(word: str) -> str:
    """The word without a contracted verb: "it's" as "it"."""
    return word.partition("'")[0]


def _opens_with_pronoun(claim: Claim) -> bool:
    """Whether its first word is a pronoun that stands for a noun ("He", not "That bank", "His lawyer, Nanna Krog")."""
    found = words_of(claim.proposition)
    return bool(found) and _bare(found[0]) in LISTING.unresolved and len(words_of(claim.slots.who or "")) < _FEW


def _is_part(claim: Claim, found: tuple[str, ...]) -> bool:
    """Whether it is a part of a sentence: its subject stands behind "that", "after" or the like, without a verb before.

    Where there is a comma, the rest of the sentence may stand on its other side.
    """
    if found[0] in LISTING.opens_relative:
        return not claim.proposition.rstrip().endswith("?")
    at = _place(words_of(claim.slots.who or ""), found)
    if at == 0 or found[at - 1] not in LISTING.opens_part or "," in claim.proposition:
        return False
    return LISTING.finite.isdisjoint(found[1 : at - 1])


def _place(part: tuple[str, ...], whole: tuple[str, ...]) -> int:
    """Where `part` first stands in `whole`; 0 also where it does not, and of nothing."""
    places = range(len(whole) - len(part) + 1) if part else ()
    return next((at for at in places if whole[at : at + len(part)] == part), 0)


def _has_no_verb(claim: Claim, found: tuple[str, ...]) -> bool:
    """Whether it has no subject, nor an auxiliary before a clause within it begins."""
    if claim.slots.who is not None or not claim.slots.frames:
        return False
    ends = next((at for at, word in enumerate(found[1:], 1) if word in LISTING.begins_clause), len(found))
    return LISTING.finite.isdisjoint(_WORD.findall(claim.proposition)[1:ends])


def _says_little(claim: Claim) -> bool:
    """Whether it has no figure, names nobody, and accuses nobody."""
    named = any(word[:1].isupper() for word in _WORD.findall(claim.proposition)[1:])
    return not (claim.slots.numbers or named or speaks_of_wrongdoing(claim.proposition))
