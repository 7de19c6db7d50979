"""What an article may say by itself: what anybody can look up or see, and nobody is hurt by."""

from __future__ import annotations

import re

from sayso.clear.clearing_words import CLEARING
from sayso.clear.content import is_grave, is_wrong
from sayso.clear.names import Cast, tokens
from sayso.language.english import BODIES, OFFICES, PEOPLE
from schemas import Claim, Filler, Frame

_TOKEN = re.compile(r"\w+(?:-\w+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HARMS = tuple(CLEARING.harms)
_PERSONAL = frozenset("he him she her who they them".split())
_SOMEBODY = CLEARING.roles | CLEARING.bodies | BODIES.nouns | OFFICES.nouns | OFFICES.past | PEOPLE.men | PEOPLE.women
_LABELS = ("PERSON", "ORG", "NORP")
_PLACES = ("GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")
_AMOUNT = re.compile(r"[$£€%]|\b(?:per ?cent|[mb]illion|hundreds?|thousands?|dozens?|scores|twice|double|half)\b", re.I)
_AGE = re.compile(r", \d\d?,|\b\d\d?-year-old\b|\baged \d")
_SCORE = re.compile(r"\b\d+[-–]\d+\b")
_LYING = re.compile(
    r"\bl(?:ies|ying|ie|ay) (?:(?:just|directly|some|\d+ \w+) )?"
    r"(?:near|in|on|under|at|between|behind|along|north|south|east|west|off)\b",
    re.IGNORECASE,
)
_MILD = frozenset("attack attacked beat beaten cash hit hits leak leaks rap rig rigs spy traffic".split())
"""Words of wrongdoing that mostly mean something else where nobody is said to do it to somebody."""
_LAW = re.compile(r"\bif (?:convicted|found guilty)\b", re.IGNORECASE)
_COPULA = frozenset("is are was were been".split())
_DIGITS = re.compile(r"\d")
_STATES = frozenset("be comprise contain employ have house measure seat weigh".split())
_COUNTED = frozenset("a an one first second third some few both".split())


def grave(words: str) -> bool:
    """Whether a sentence speaks of wrongdoing or of harm to somebody."""
    return wrongdoing(words) or any(word.startswith(_HARMS) for word in _words(words))


def wrongdoing(words: str) -> bool:
    """Whether a sentence or a headline speaks of wrongdoing."""
    return any(is_grave(word) or (is_wrong(word) and word not in _MILD) for word in _words(words))


def _words(words: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(_LYING.sub("", words))]


def commonplace(cast: Cast, words: str, claims: tuple[Claim, ...]) -> bool:
    """Whether a sentence with these claims is background that nobody is asked a source for.

    It is the penalty that the law sets, or it is neither grave nor a superlative, has no figure but an age, a date or a
    size that stands in any reference book, and tells of nobody who can be identified more than anybody can look up.
    """
    if _LAW.search(words):
        return True
    if grave(words) or not CLEARING.superlatives.isdisjoint(tokens(words)) or _amount(words, claims):
        return False
    return all(_harmless(cast, claim, frame) for claim in claims for frame in claim.slots.frames[:1])


def _harmless(cast: Cast, claim: Claim, frame: Frame) -> bool:
    told = [filler for filler in frame.fillers if filler.role in ("who", "whom")]
    if not any(_somebody(cast, filler, claim.spans[0].start) for filler in told):
        return True
    said = frame.predicate.partition(" ")[0]
    if _is_said_to_be(claim, said):
        return said.isdecimal() or said in OFFICES.nouns
    return said in CLEARING.everyday


def _is_said_to_be(claim: Claim, predicate: str) -> bool:
    """Whether it says what somebody is: the predicate is then the noun or adjective, right behind the verb."""
    said = [word.casefold() for word in _TOKEN.findall(claim.proposition)]
    return any(word in _COPULA and predicate in said[at + 1 : at + 6] for at, word in enumerate(said))


def _somebody(cast: Cast, filler: Filler, at: int) -> bool:
    """Whether words mean somebody who can be identified: a name, a pronoun for a person, an office, a body."""
    if filler.label in _LABELS or filler.words.casefold() in _PERSONAL:
        return True
    if filler.label in _PLACES:
        return False
    return filler.head in _SOMEBODY or cast.meant(filler.words, at) is not None


def _amount(words: str, claims: tuple[Claim, ...]) -> bool:
    """Whether it has a figure that can be wrong: money, a share, a count of what somebody did or suffered."""
    if _AMOUNT.search(words):
        return True
    bare = _SCORE.sub("", _AGE.sub("", words))
    return any(
        number in bare and _DIGITS.search(number) and not _YEAR.fullmatch(number) and not _dated(number, claim)
        for claim in claims
        if not claim.slots.frames or claim.slots.frames[0].predicate not in _STATES
        for number in claim.slots.numbers
    )


def _dated(number: str, claim: Claim) -> bool:
    return any(number in when for when in claim.slots.when)
