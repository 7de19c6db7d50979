"""Contents that are not uttered: asked, imagined, or what a person should or should not say."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE
from sayso.attribute.parsed import ParsedArticle
from sayso.language.english import ATTITUDES, FUNCTION_WORDS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_UTTERING = REPORTING.embedded | REPORTING.uttering
_TO_KNOW = re.compile(r"to (?:know|learn|hear|find out|establish|see)\b", re.IGNORECASE)
_BEGIN = 5
"""The first words of a content, among which its question word is looked for; a hearer may come before it."""
_BEFORE = 8
"""The most tokens of a content before a verb of saying that governs the rest of it."""
_HIGHEST = 60
"""How many ancestors of a verb are looked at."""
_CLAUSES = ("ccomp", "prep", "advcl", "xcomp", "dobj")


def not_uttered(parsed: ParsedArticle, draft: Draft, verbs: list[Token]) -> bool:
    """Whether the content of a draft is only asked, imagined, ordered, or what a person should or should not say."""
    imagined = any(
        word.lemma_.lower() in ATTITUDES.imagining and word.pos_ == "VERB"
        for verb in verbs
        for word in (verb, *islice(verb.ancestors, _HIGHEST))
    )
    return imagined or _asked(parsed, draft, verbs) or _ordered(parsed, draft) or _commands(verbs)


def _commands(verbs: list[Token]) -> bool:
    """Whether verbs have the form "ordered the prisoners shot": an act, not speech."""
    commands = [verb for verb in verbs if verb.lemma_.lower() in REPORTING.commanding and verb.pos_ == "VERB"]
    clauses = [child for verb in commands for child in verb.children if child.dep_ == "ccomp"]
    return bool(commands) and not any(word.lower_ == "that" for clause in clauses for word in clause.children)


def _asked(parsed: ParsedArticle, draft: Draft, verbs: list[Token]) -> bool:
    """Whether a draft has the form "asked whether the army had fired" or "asked who had known"."""
    first = list(islice(parsed.words_in(draft.content), _BEGIN))
    asking = any(verb.lemma_.lower() in REPORTING.asking and verb.pos_ == "VERB" for verb in verbs)
    whether = any(word.lower_ in FUNCTION_WORDS.open_questions and word.i == word.head.left_edge.i for word in first)
    return (asking and whether) or (whether and bool(_TO_KNOW.match(parsed.text, draft.content[0][0])))


def _ordered(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft has the form "told them not to say that ..." or "barred papers from reporting that ..."."""
    words = list(islice(parsed.words_in(draft.content), _BEFORE + 1))
    verb = next((token for token in words if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _UTTERING or verb.i > words[0].i + _BEFORE:
        return False
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    kept = verb.tag_ == "VBG" and verb.head.lower_ in ("from", "against")
    above = next(
        (over for over in islice(verb.ancestors, _HIGHEST) if over.tag_ in FINITE or over.dep_ == "ROOT"), verb
    )
    governed = any(start <= above.idx < end for start, end in draft.cue)
    return (to or kept) and governed and any(child.dep_ in _CLAUSES for child in verb.children)
