"""Mentions headed by a proper name: a listed source, an outlet, a government, an organisation, a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.mention import Mention, unnamed, without_article
from sayso.attribute.sources.person_names import name_behind_title
from sayso.language.english import BODIES, DOCUMENTS
from sayso.language.spelling import fold
from sayso.registry import Source

if TYPE_CHECKING:
    from spacy.tokens import Token


def proper(head: Token) -> bool:
    """Whether a word is a proper name, or the head of one."""
    return head.pos_ == "PROPN" or (head.ent_type_ in ("ORG", "GPE", "PERSON") and head.text[:1].isupper())


def proper_name(parsed: ParsedArticle, head: Token, place: Range, words: str) -> Mention:
    """The source that a mention with a proper name as its head names."""
    inside = parsed.registry.find_in(words)
    lemma, label = head.lemma_.lower(), head.ent_type_
    bare = _without_possessive(words)
    if lemma in DOCUMENTS.nouns and head.tag_ == "NNP":
        return Mention("document", False, bare)
    plural = head.tag_ == "NNPS" and head.lower_.endswith("s") and label not in ("ORG", "GPE")
    if label == "NORP" or plural:
        return unnamed("group", words)
    titled = name_behind_title(parsed, place)
    if titled:
        return Mention("person", False, titled)
    if inside and (inside.kind in ("government", "social_media") or label in ("ORG", "")):
        return Mention(inside.kind, False, bare, registry=inside.key if inside.name == bare else None)
    if parsed.outlet(place):
        return Mention("news_outlet", False, bare)
    if label in ("GPE", "LOC"):
        return Mention("government", False, bare)
    if label == "ORG" or lemma in BODIES.nouns:
        state = any(token.lower_ in BODIES.of_states for token in parsed.tokens(place))
        return Mention("government" if state else "organisation", False, bare)
    return Mention("person", False, bare)


def listed_name(parsed: ParsedArticle, listed: Source, words: str) -> str:
    """What the article calls a listed source that `words` mention: the listed name, or the fullest it has instead.

    A reader finds in the chain what stands in the article: "ISIS" where it never says "Islamic State".
    """
    found = parsed.listed_forms.get(listed.key) or [words]
    forms = [_without_possessive(without_article(form)) for form in found]
    name = {fold(word) for word in listed.name.split()}
    if any(name & {fold(word) for word in form.split()} for form in forms):
        return listed.name
    return max(forms, key=lambda form: (len(form.split()), len(form)))


def _without_possessive(words: str) -> str:
    return re.sub(r"['’]s$", "", words)
