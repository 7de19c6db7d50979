"""Questions about English grammar that several rules ask: who can report, who quotes whom, what belongs to a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside
from sayso.language.english import BODIES, DOCUMENTS, FUNCTION_WORDS, OFFICES, OUTLETS, PEOPLE, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
"""The tags of finite verbs."""
_HELPERS = ("aux", "auxpass")
_PEOPLE_ENDINGS = re.compile(r"(?:ist|ian|man|men|woman|women)s?$")
_APPOSED = re.compile(r",\s+([A-Z][^,.;\n]{1,60})(?=,)")


def can_report(noun: Token) -> bool:
    """Whether a noun can be a source: a name, people, a body, an outlet, a document."""
    lemma = noun.lemma_.lower()
    nouns = PEOPLE.kinds | OFFICES.nouns | BODIES.nouns | OUTLETS.nouns | DOCUMENTS.nouns
    return noun.pos_ == "PROPN" or not nouns.isdisjoint((lemma, noun.lower_)) or lemma in FUNCTION_WORDS.quantifiers


def can_be_cited(noun: Token) -> bool:
    """Whether a noun that is cited can be a source: what can report, and people by what they do ("a geologist")."""
    return can_report(noun) or (noun.pos_ == "NOUN" and bool(_PEOPLE_ENDINGS.search(noun.lower_)))


def is_citing(token: Token) -> bool:
    """Whether a word is the participle of "R reported, citing S"; not the gerund of "defended it by citing a poll"."""
    return token.lemma_.lower() in REPORTING.quoting and token.tag_ == "VBG" and token.dep_ != "pcomp"


def cited_by(parsed: ParsedArticle, participle: Token) -> Range | None:
    """The place of S in "citing S", with a name in apposition to it: "citing the captain, Ann Lee, reported"."""
    cited = child_of(participle, "dobj", "pobj")
    if cited is None or not can_be_cited(cited):
        return None
    place = parsed.subtree(cited)
    named = _APPOSED.match(parsed.text, place[1])
    if named is not None and cited.pos_ == "NOUN" and parsed.entity_is(named.span(1), ("PERSON",)):
        return place[0], named.end(1)
    return place


def names_source(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft only names the source of another report: "R, citing S, reported"."""
    words = list(parsed.words_in(draft.cue))
    return len(words) == 1 and words[0].lemma_.lower() in REPORTING.quoting and words[0].tag_ == "VBG"


def quoting_agent(parsed: ParsedArticle, draft: Draft) -> tuple[Range, Range] | None:
    """The places of S, who is quoted, and R, who quotes: "S was quoted by R as saying", "R quoted S as saying"."""
    if not draft.cue:
        return None
    for token in parsed.tokens(parsed.sentence(draft.cue[0])):
        place = (token.idx, token.idx + len(token))
        if (
            token.lemma_.lower() in REPORTING.quoting
            and token.tag_ in ("VBD", "VBZ", "VBP")
            and _own(parsed, draft, token)
        ):
            quoted, quoting = child_of(token, "dobj"), child_of(token, "nsubj")
            saying = any(
                t.lower_ == "as" and t.i + 1 < len(parsed.doc) and t.nbor().tag_ == "VBG" for t in token.subtree
            )
            if quoted is not None and quoting is not None and saying:
                return parsed.subtree(quoted), parsed.subtree(quoting)
        if token.lemma_.lower() not in REPORTING.quoting or token.tag_ != "VBN" or inside(place, draft.content):
            continue
        subject = child_of(token, "nsubjpass", "nsubj")
        below = next((t for t in token.subtree if t.lower_ == "saying"), token)
        agent = agent_of(token) or agent_of(below)
        if subject is not None and agent is not None and _own(parsed, draft, token):
            who = parsed.subtree(agent)
            as_ = next((t for t in parsed.tokens(who) if t.lower_ == "as"), None)
            return parsed.subtree(subject), parsed.trimmed((who[0], as_.idx)) if as_ is not None else who
    return None


def _own(parsed: ParsedArticle, draft: Draft, verb: Token) -> bool:
    """Whether a verb belongs to the draft: it is in the cue, or the cue ("saying") depends on it."""
    return any(verb.i == word.i or verb.is_ancestor(word) for word in parsed.words_in(draft.cue))


def child_of(token: Token, *roles: str) -> Token | None:
    """The first child of a token whose dependency label is among `roles`."""
    return next((child for child in token.children if child.dep_ in roles), None)


def agent_of(token: Token) -> Token | None:
    """The agent of a passive verb: the X of "by X"."""
    by = next((child for child in token.children if child.lower_ == "by"), None)
    particle = child_of(token, "prt", "prep")
    if by is None and particle is not None:  # "combed through by"
        by = next((child for child in particle.children if child.lower_ == "by"), None)
    return child_of(by, "pobj") if by is not None else None


def verb_group(parsed: ParsedArticle, verb: Token) -> Range:
    """The verb with its auxiliaries and particles, as one place."""
    parts = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 3)]
    first, last = min(parts, key=lambda t: t.i), max(parts, key=lambda t: t.i)
    return parsed.trimmed((first.idx, last.idx + len(last)))


def last_verb(parsed: ParsedArticle, draft: Draft) -> Token | None:
    """The last verb of a cue that is not an auxiliary."""
    verbs = [token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB" and token.dep_ not in _HELPERS]
    return verbs[-1] if verbs else None


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ == "auxpass" for child in verb.children) or reduced_passive(verb)


def reduced_passive(verb: Token) -> bool:
    """Whether a verb is a participle without auxiliary, subject or object: "a man accused of fraud"."""
    roles = (*_HELPERS, "nsubj", "nsubjpass", "dobj")
    alone = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and all(c.dep_ not in roles for c in verb.children)
    return alone and verb.sent.root.pos_ in ("VERB", "AUX")  # else it is the sentence's verb, and its parse is wrong
