"""Reports that leave open whether anything was said: a condition, a possibility, a question, a plan."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.reporting_words import governing, in_source
from sayso.language.english import MODALITY

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAD = re.compile(r"(?:^|[,;:]\s)(?:and |but )?(?:had|were|should)\s+$", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:in those|used to|each time|every|whenever|at the time|as a (?:child|boy|girl))\b", re.IGNORECASE
)


def leaves_open(parsed: ParsedArticle, draft: Draft, verb: Token) -> bool:
    """Whether the report by `verb` leaves open if anything was said: it is conditional, possible, asked, or planned."""
    over = list(governing(verb))
    uncertain = any(word.lemma_.lower() in MODALITY.uncertain and not in_source(draft, word) for word in over)
    start = parsed.sentence(draft.cue[0])[0]
    inverted = any(_HAD.search(parsed.text[start : place[0]]) for place in draft.source) and not _asks(parsed, verb)
    return uncertain or inverted or _has_yet_to(verb) or any(_is_hypothetical(parsed, word) for word in (verb, *over))


def _is_hypothetical(parsed: ParsedArticle, word: Token) -> bool:
    return _modal(parsed, word) or _conditional(word) or _asks(parsed, word)


def _modal(parsed: ParsedArticle, verb: Token) -> bool:
    """Whether a verb is hypothetical or in the future: "might say", "would have said", "will announce"."""
    aux = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and verb.i - 6 < child.i < verb.i]
    modal = next((child for child in aux if child.tag_ == "MD" and child.lower_ in MODALITY.modals), None)
    if modal is None:
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ in ("i", "we") and modal.lower_ in MODALITY.modals_of_the_article:
        return False
    perfect = any(child.lower_ in ("have", "'ve", "’ve") for child in aux)
    before = parsed.text[parsed.sentence((verb.idx, verb.idx + 1))[0] : verb.idx]
    indeed = _ONCE.search(before) or any(
        token.lower_ in MODALITY.done_indeed for token in takewhile(lambda word: word.i < verb.i + 3, verb.subtree)
    )
    return perfect or modal.lower_ not in ("would", "'d", "’d", "could") or not indeed


def _conditional(verb: Token) -> bool:
    """Whether a verb is conditional, or the alternative that was not done: "if he said", "rather than say"."""
    words = {child.lower_ for child in verb.children if child.i < verb.i}
    return (
        any(c.dep_ == "mark" and c.lower_ in MODALITY.conditions for c in verb.children) or {"rather", "than"} <= words
    )


def _asks(parsed: ParsedArticle, verb: Token) -> bool:
    """Whether a verb is the main verb of a question: "Did he say ...?", "Who told them ...?"."""
    if verb.dep_ != "ROOT" or verb.pos_ not in ("VERB", "AUX"):
        return False
    last = next((token for token in reversed(verb.sent) if not token.is_space and not token.is_quote), verb)
    quotation = parsed.quotation(last.idx)
    if last.lower_ != "?" or (quotation is not None and not quotation.span.start <= verb.idx < quotation.span.end):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    aux = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), None)
    question_word = any(child.tag_ in ("WP", "WRB", "WDT") and child.i < verb.i for child in verb.children)
    return question_word or (subject is not None and aux is not None and aux.i < subject.i)


def _has_yet_to(verb: Token) -> bool:
    """Whether a verb has the form "has yet to say" or "has still to say"."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 4) : verb.i]]
    return any(a in ("yet", "still") and b == "to" for a, b in pairwise(before))
