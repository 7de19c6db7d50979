"""The evidence that a draft reports what somebody said, and does not only tell an act of theirs.

Signs are named by words, and most of them say that something is so: what kind of word reports, which form its content
has, both together, which verb it is. So the weights can be read; what was never seen when they were fitted has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.attribute.confidence import odds
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE, passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays import DraftChain
from sayso.attribute.spans.attribution_features import attribution_evidence
from sayso.attribute.statements.acts import tells_act
from sayso.attribute.statements.claiming import denies, has_clause, judges, names_only
from sayso.attribute.statements.content_form import content_form
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.refusing import refuses
from sayso.attribute.statements.reporting_words import governing, reporting_words
from sayso.language.english import (
    ATTITUDES,
    BODIES,
    DENIALS,
    DOCUMENTS,
    FUNCTION_WORDS,
    OFFICES,
    PEOPLE,
    RELAYING,
    REPORTING,
)
from schemas import Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_NETWORK = (
    "cue",
    "source",
    "content",
    "tied",
    "weakest",
    "by_rule",
    "inherited",
    "length",
    "quoted",
    "parts",
    "pronoun",
    "subject",
    "clause",
    "apart",
    "headline",
)
"""What the evidence for an attribution has that tells reports from acts, too."""
_CLASSES = {
    "accusing": REPORTING.accusing | REPORTING.judging | REPORTING.explaining,
    "denying": DENIALS.verbs,
    "refusing": DENIALS.refusing,
    "thinking": ATTITUDES.verbs,
    "telling": REPORTING.telling,
    "promising": REPORTING.undertaking,
    "asking": REPORTING.asking | REPORTING.commanding,
    "saying": REPORTING.embedded,
    "saying somehow": REPORTING.embedded_further,
    "talking": REPORTING.talking,
    "speaking": REPORTING.speech,
    "passing on": RELAYING.airing | RELAYING.carrying,
}
"""Kinds of verbs; of several, the first counts."""
_WHO = PEOPLE.kinds | OFFICES.nouns | BODIES.nouns
_DEEDS = ("tion", "sion", "ment", "al", "ing", "ure", "ance", "ence", "ity", "ness")
_WITH_OBJECT = ("noun", "preposition", "noun and infinitive", "quoted")


def report_evidence(parsed: ParsedArticle, draft: Draft, chain: DraftChain, mode: Mode) -> Mapping[str, float]:
    """The signs that there are in a draft with content; those that are not so are left out."""
    words = reporting_words(parsed, draft)
    verb = next((word for word in reversed(words) if word.pos_ in ("VERB", "AUX")), words[-1] if words else None)
    kind, form = _kind(parsed, draft, verb), content_form(parsed, draft)
    known = attribution_evidence(parsed, draft)._asdict()
    found = {name: known[name] for name in _OF_NETWORK} | {"always": 1.0, "sure": odds(draft.confidence)}
    signs = [kind, form, f"{kind}, {form}", mode, f"{mode}, {form}"]
    signs += [
        *_of_draft(parsed, draft, chain, mode),
        *_of_content(parsed, draft, kind, form),
        *_of_source(parsed, draft),
    ]
    signs += _of_verb(parsed, draft, verb, form) if verb is not None else ()
    return found | dict.fromkeys(signs, 1.0)


def _kind(parsed: ParsedArticle, draft: Draft, word: Token | None) -> str:
    """What kind of word reports."""
    if not draft.cue:
        return "no cue"
    if parsed.words(draft.cue[0]).lower().startswith(("according", "per ", "as per")):
        return "according"
    if word is None:
        return "mark"
    lemma = word.lemma_.lower()
    if word.pos_ in ("NOUN", "PROPN"):
        told = lemma in DOCUMENTS.spoken | DOCUMENTS.told | DOCUMENTS.reporting
        return "noun for words" if told else "noun for thoughts" if lemma in ATTITUDES.nouns else "other noun"
    if word.pos_ == "ADJ":
        return "adjective"
    return next((name for name, lemmas in _CLASSES.items() if lemma in lemmas), "other verb")


def _of_draft(parsed: ParsedArticle, draft: Draft, chain: DraftChain, mode: Mode) -> Iterator[str]:
    if draft.parent is not None:
        yield "within a report"
    if draft.verbatim:
        yield "verbatim"
    if draft.cue and draft.content[0][0] < draft.cue[0][0]:
        yield "content first"
    if not tells_act(parsed, draft, mode):
        yield "claims"
    if refuses(parsed, draft):
        yield "refuses"
    yield f"origin: {chain.hops[0].hop.kind}"
    if chain.hops[0].hop.anonymous:
        yield "origin: unnamed"
    if len(chain.hops) > 1:
        yield "relayed"


def _of_verb(parsed: ParsedArticle, draft: Draft, verb: Token, form: str) -> Iterator[str]:
    yield f"tag: {verb.tag_}"
    over = [verb, *governing(verb)]
    helpers = {child.lemma_.lower() for child in verb.children if child.dep_ == "aux"}
    if verb.pos_ == "VERB":
        yield f"{verb.lemma_.lower()}"
        yield f"{verb.lemma_.lower()} {'+ clause' if has_clause(parsed, draft) else '+ words'}"
        yield from ("denies what was claimed",) if denies(parsed, draft, verb) else ()
        yield from ("judges",) if judges(verb) else ()
        yield from ("passive",) if passive(verb) else ()
    if any(child.tag_ == "MD" for word in over for child in word.children):
        yield "modal"
    if len(over) > 1:
        yield "governed"
    if verb.tag_ == "VBG" and "be" in helpers:
        yield "progressive"
    if "have" in helpers:
        yield "perfect"
    if verb.dep_ in ("relcl", "acl", "advcl"):
        yield "subordinate"


def _of_content(parsed: ParsedArticle, draft: Draft, kind: str, form: str) -> Iterator[str]:
    inside = list(parsed.words_in(draft.content))
    if any(word.tag_ in FINITE for word in inside):
        yield "finite"
    if any(word.pos_ == "NUM" for word in inside):
        yield "number"
    if inside and "of" in (inside[0].lower_, *(word.lower_ for word in list(parsed.words_in(draft.cue))[-1:])):
        yield f"{kind} of"
    if manner(parsed, draft.content) == "mixed":
        yield "partly quoted"
        yield f"{kind}, partly quoted"
    head = parsed.head((draft.content[0][0], draft.content[-1][1]))
    if form not in _WITH_OBJECT or head is None:
        return
    yield f"object: {_object(head)}"
    yield f"{kind}, object: {_object(head)}"
    if len(inside) <= 2:
        yield "a word or two"
    if names_only(parsed, draft):
        yield "names only"


def _object(head: Token) -> str:
    lemma = head.lemma_.lower()
    if lemma in _WHO:
        return "people"
    if head.pos_ in ("PRON", "PROPN"):
        return "pronoun" if head.pos_ == "PRON" else "name"
    if lemma in DOCUMENTS.told or lemma in DOCUMENTS.nouns:
        return "claim" if lemma in DOCUMENTS.told else "document"
    return "deed" if lemma.endswith(_DEEDS) else "noun" if head.pos_ == "NOUN" else "other"


def _of_source(parsed: ParsedArticle, draft: Draft) -> Iterator[str]:
    head = parsed.head(draft.source[0]) if draft.source else None
    if head is None:
        return
    lemma = head.lemma_.lower()
    if lemma in DOCUMENTS.nouns:
        yield "source: document"
    elif parsed.outlet(draft.source[0]):
        yield "source: outlet"
    elif lemma in FUNCTION_WORDS.relatives or head.dep_ == "poss":
        yield "source: relative" if lemma in FUNCTION_WORDS.relatives else "source: possessor"
    elif head.pos_ in ("PRON", "PROPN"):
        yield "source: pronoun" if head.pos_ == "PRON" else "source: name"
    else:
        yield "source: people" if lemma in _WHO else "source: noun"
