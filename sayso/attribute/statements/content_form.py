"""The grammatical form of a content: a clause, an infinitive, a noun, a quotation."""

from __future__ import annotations

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.claiming import has_clause
from sayso.attribute.statements.manner import manner
from sayso.language.english import FUNCTION_WORDS

_QUESTIONS = FUNCTION_WORDS.open_questions | {"whose"}


def content_form(parsed: ParsedArticle, draft: Draft) -> str:
    """The form of the content of a draft, in words."""
    words = list(parsed.words_in(draft.content))
    if not words:
        return "nothing"
    if manner(parsed, draft.content) == "direct":
        return "quoted clause" if any(word.tag_ in FINITE for word in words) else "quoted"
    if words[0].lower_ in _QUESTIONS:
        return "whether" if words[0].lower_ in ("if", "whether") else "question"
    if has_clause(parsed, draft):
        that = any(word.lower_ == "that" and word.dep_ == "mark" for word in words)
        return "clause with that" if that else "clause"
    return _without_clause(parsed, draft)


def _without_clause(parsed: ParsedArticle, draft: Draft) -> str:
    words = list(parsed.words_in(draft.content))
    verb = next((word for word in words if word.pos_ in ("VERB", "AUX")), None)
    if words[0].lower_ == "to" and verb is not None and verb.tag_ == "VB":
        return "infinitive"
    if any(word.tag_ == "VBG" for word in words[: 2 if words[0].pos_ == "ADP" else 1]):
        return "gerund"
    if any(word.lower_ == "to" and word.dep_ == "aux" for word in words):
        return "noun and infinitive"
    return "preposition" if words[0].pos_ == "ADP" else "noun"
