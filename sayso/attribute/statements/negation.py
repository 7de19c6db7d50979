"""Negations of a report: "never said", "declined to say", "no one claimed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.reporting_words import governing, in_source
from sayso.language.english import DENIALS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOBODY = re.compile(
    r"(?:no|none|nobody|no-one|neither|not(?: (?:one|a|even|any)|$)|few if any)\b"
    r"(?![. ]*(?:\d|fewer|less|doubt|ten\b))(?!.*\b(?:but|except|besides|other than)\b)",
    re.IGNORECASE,
)
"""The first words of a negated source: "no group", "not one of the witnesses", but not "no fewer than five"."""
_FRONTED = re.compile(r"(?:at no|nowhere|never|in no|on no|under no|not once|rarely)\b(?!.*[,;:])", re.IGNORECASE)
_DENYING = DENIALS.verbs | DENIALS.ruling_out
"""Negated, these say that something is, or may be, so: "did not rule out that ..."."""
_NOR = re.compile(r"\bnor (?:do|does|did|has|have|had|would|could|is|are|was|were)\s+$", re.IGNORECASE)


def negations(parsed: ParsedArticle, draft: Draft, verbs: list[Token]) -> int:
    """The number of negations in a reporting clause; two cancel each other."""
    last = max((verb.i for verb in verbs), default=-1)
    clause = {token.i: token for token in parsed.words_in(draft.cue)}
    for verb in verbs:
        for word in (verb, *governing(verb)):
            clause[word.i] = word
            clause |= {
                child.i: child for child in word.children if child.dep_ in ("neg", "preconj") and child.i < word.i
            }
    found = [token for token in clause.values() if _negates(token, last, verbs) and not in_source(draft, token)]
    nor = [token for token in found if token.lower_ == "nor"]
    return len(found) - len(nor) + _by_nobody(parsed, draft, bool(nor) and len(nor) == len(found))


def _negates(token: Token, last: int, verbs: list[Token]) -> bool:
    """Whether a word of a reporting clause negates it; `last`: the index of the last of its `verbs`."""
    if token.lower_ in DENIALS.negations:
        denies = any(verb.lemma_.lower() in _DENYING for verb in verbs if verb.i == last)
        full = any(child.lower_ in DENIALS.in_full for verb in verbs for child in verb.children if child.i > verb.i)
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        alone = denies and len(verbs) == 1 and token.lower_ not in ("without", "against")
        return token.i < last and not alone and not full and after not in DENIALS.undoing
    if token.lower_ in DENIALS.nothing:
        return token.i > last
    if token.pos_ == "NOUN" and any(child.lower_ in ("no", "neither") for child in token.children):
        return True
    if token.lower_ == "short":
        return token.i < last and token.nbor(-1).lemma_.lower() != "stop"
    if token.lower_ == "back":
        return token.i < last and token.nbor(-1).lemma_.lower() == "hold" and token.nbor().lower_ == "from"
    if token.i == last and (len(verbs) > 1 or token.lower_ in DENIALS.feelings):
        return False
    return token.lemma_.lower() in DENIALS.refusing and token.dep_ != "relcl"


def _by_nobody(parsed: ParsedArticle, draft: Draft, nor: bool) -> int:
    """1 if the source is negated or the sentence begins with "at no point"; `nor`: "nor" is the only negation found."""
    start = parsed.sentence(draft.cue[0])[0]
    nobody = any(
        _NOBODY.match(parsed.words(place)) or parsed.text[start : place[0]].lower().endswith("not ")
        for place in draft.source
    )
    fronted = any(_NOR.search(parsed.text[start : place[0]]) for place in draft.source)
    return int(nobody or nor or fronted or bool(_FRONTED.match(parsed.text[start : draft.cue[0][0]])))
