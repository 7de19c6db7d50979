"""The words of offers: subscriptions, newsletters, consent."""

from __future__ import annotations

import re

_CUES = (
    r"(?<![\d.,])[$£€]? ?\d[\d.,]{0,9} ?(?:dollars|pounds|euros|p|cents)? ?(?:/|per|a|an|each) ?(?:week|month|year)\b",
    r"\bcancel (?:at )?any ?time|\bno (?:obligation|commitment|contract)\b|\bauto-?renew\w*",
    r"\balready (?:a |an |have (?:a |an )?)?(?:subscri\w+|member|registered|account|reader)\b",
    r"\b(?:log|sign) ?in (?:here|now|to (?:read|continue|access|your account))|\b(?:log|sign) ?in\W*$",
    r"\bsubscribe (?:now|today|here|to|for)\b|\bbecome a (?:subscriber|member)\b|"
    r"\b(?:start|choose|manage|give) (?:your |a )?(?:free )?subscription\b",
    r"\bfree (?:trial\b|for new\b)|\b(?:first|one|week|month|year)s?(?: \w+)? (?:is |for )?free\b",
    r"\b(?:continue|keep) reading\b|\bread on (?:for|with)\b|\bunlock\b|"
    r"\b(?:unlimited|full|premium) (?:digital )?access\b|"
    r"\bto read (?:this|the (?:full|whole|rest)) (?:of (?:this|the) )?(?:article|story)",
    r"\ball (?:our )?articles and\b|\be-?paper\b|\bad-?free\b|\bspecial offer\b|\bsubscriber[- ]only\b|"
    r"\b(?:for|exclusive to) (?:our )?(?:subscribers|members)\b",
    r"\b(?:our|free|daily|weekly|morning|evening) (?:e-?mail )?newsletters?\b|\b(?:in|to) your inbox\b|\bunsubscribe\b",
    r"\byour e-?mail(?: address)?\b|\bsign(?:ed)? up (?:for|to)\b",
    r"\b(?:use|store|process)s? (?:cookies|(?:personal )?data)\b",
    r"\b(?:accept|reject|manage) (?:all|cookies|preferences|options)\b|\bprivacy (?:policy|notice)\b|"
    r"\bterms (?:of (?:use|service)|(?:and|&) conditions)\b",
    r"\b(?:readers|people|subscribers|members) (?:already )?(?:trust|subscribe|joined|have joined)\b",
)
_CUE = re.compile("|".join(f"({cue})" for cue in _CUES), re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:you|your|us|our|we)\b|^\W*(?:subscribe|sign|log|join|read|continue|keep|get|start|unlock|already)",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“”"«»]|\\bsaid\\b|\\btold\\b')
_ENOUGH = 2


def offer_cues(words: str) -> int:
    """How many kinds of things that offers say stand in `words`."""
    return len({found.lastindex for found in _CUE.finditer(words)})


def is_offer(line: str) -> bool:
    """Whether `line`, which speaks to its reader and quotes nobody, is part of an offer of subscriptions or letters."""
    return not _QUOTED.search(line) and _ADDRESSED.search(line) is not None and offer_cues(line) >= _ENOUGH
