"""Completes spans that end within a name or noun phrase: "The" (minister), "with Russian" (President Ann Lee)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft, Places
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets
from sayso.attribute.spans.assemble import merged

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIES = frozenset("amod compound det poss nummod nmod".split())


def end_source(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft with its source ended before what belongs to the verb: "the minister, in an interview that R aired"."""
    if len(draft.source) != 1:
        return draft
    words = parsed.tokens(draft.source[0])
    for comma, token in pairwise(words):
        if comma.text == "," and token.dep_ == "prep" and not words.start <= token.head.i < words.end:
            return replace(draft, source=(parsed.trimmed((draft.source[0][0], token.idx)),))
    return draft


def complete_spans(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft with each of its spans completed."""
    cue = tuple(_with_verb(parsed, place) for place in draft.cue)
    source = _without_clause(parsed, _with_noun(parsed, draft.source), cue)
    taken = [*source, *cue]
    content = [_to_its_end(parsed, place, cue, taken) for place in _clause(parsed, draft.content, cue)]
    return replace(draft, cue=cue, source=source, content=merged(parsed.text, content))


def _with_verb(parsed: ParsedArticle, cue: Range) -> Range:
    """A cue that has only auxiliaries, with their main verb: "has" (learned)."""
    words = parsed.tokens(cue)
    verb = words[-1].head if len(words) and all(word.dep_ in ("aux", "auxpass", "neg") for word in words) else None
    if verb is None or not 0 < verb.i - words[-1].i <= 2 or verb.pos_ != "VERB":
        return cue
    return cue[0], verb.idx + len(verb)


def _with_noun(parsed: ParsedArticle, source: Places) -> Places:
    """A source without a leading "that"; if it is only an article, with its noun: "the" (minister)."""
    if not source:
        return source
    start, end = source[0]
    words = parsed.tokens((start, end))
    if len(words) > 1 and words[0].lower_ == "that":
        return (parsed.trimmed((words[1].idx, end)), *source[1:])
    if len(words) == 1 and words[0].dep_ == "det" and words[0].head.i > words[0].i:
        noun = words[0].head
        return (parsed.trimmed((start, noun.idx + len(noun))), *source[1:])
    return source


def _without_clause(parsed: ParsedArticle, source: Places, cue: Places) -> Places:
    """A source that ends before a clause about the reporting verb: "said Ann Lee" (as Tom Hale listened)."""
    if not source:
        return source
    start, end = source[0]
    clauses = (word.head.left_edge.idx for word in parsed.tokens((start, end)) if _opens_clause(word, cue))
    first = next((at for at in clauses if at > start), end)
    return (parsed.trimmed((start, first)), *source[1:])


def _opens_clause(word: Token, cue: Places) -> bool:
    """Whether a word opens a clause that says when or how somebody spoke: "as", "when"."""
    clause, over = word.head, word.head.head
    if word.dep_ not in ("mark", "advmod") or word.i != clause.left_edge.i or clause.dep_ not in ("advcl", "relcl"):
        return False
    verb = over.head if clause.dep_ == "relcl" and word.tag_ == "WRB" else over  # nobody is a time
    return any(start <= verb.idx < end for start, end in cue)


def _clause(parsed: ParsedArticle, content: Places, cue: Places) -> Places:
    """A content that has only conjunctions, replaced by the clause of the cue: "that" (prices would fall)."""
    if not content or any(word.pos_ != "SCONJ" for word in parsed.words_in(content)):
        return content
    clauses = [child for word in parsed.words_in(cue) for child in word.children if child.dep_ == "ccomp"]
    return tuple(parsed.trimmed(parsed.subtree(clause)) for clause in clauses[:1]) or content


def _to_its_end(parsed: ParsedArticle, place: Range, cue: Places, taken: Sequence[Range]) -> Range:
    """A content, extended to the end of its last phrase if no `taken` part is in the way."""
    last = _last_word(parsed, place)
    if last is None:
        return place
    relative = last.lower_ in ("who", "which") and last.head.dep_ == "relcl"
    if not relative and last.dep_ == "prep" and any(start <= last.head.idx < end for start, end in cue):
        return parsed.trimmed((place[0], last.idx))  # the preposition belongs to the cue and names the occasion
    end = _phrase_end(parsed, last, place)
    return (place[0], end) if end > place[1] and not meets((place[1], end), taken) else place


def _last_word(parsed: ParsedArticle, place: Range) -> Token | None:
    """The last word of a place, or the noun after it that this word modifies."""
    words = parsed.tokens(place)
    last = words[-1] if len(words) else None
    while last is not None and last.dep_ in _MODIFIES and last.i < last.head.i <= last.i + 3:
        last = last.head
    return last


def _phrase_end(parsed: ParsedArticle, last: Token, place: Range) -> int:
    """The end of the phrase that a word begins or ends: the clause of a "who", the object of a preposition."""
    if last.lower_ in ("who", "which") and last.head.dep_ == "relcl":
        return parsed.subtree(last.head)[1]
    end = last.idx + len(last)
    if last.dep_ in ("prep", "mark", "agent") and (own := parsed.subtree(last, parsed.sentence(place))[1]) > end:
        return own
    clause = _restrictive(last)
    return parsed.subtree(clause, parsed.sentence(place))[1] if clause is not None else end


def _restrictive(noun: Token) -> Token | None:
    """The relative clause right after a noun, without a comma: "the soldiers" (who fought in the war)."""
    clause = next((child for child in noun.children if child.dep_ == "relcl" and child.i > noun.i), None)
    begins = clause is not None and clause.left_edge.i == noun.i + 1 and clause.left_edge.pos_ == "PRON"
    return clause if begins else None
