"""The hearer named right after a verb of telling: "told Reuters", "confided to Le Dauphiné"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays.occasions import TIMES
from sayso.attribute.relays.outlet_words import outlet_in
from sayso.language.english import BODIES, OUTLETS, RELAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""Several people, by the first letters of what they are: "MPs"."""
_WITHIN_NAMES = re.compile(r"['’-]")
_PARTS = frozenset("'s ’s ' ’ - & “ ”".split()) | {'"'}


def hearer(parsed: ParsedArticle, draft: Draft, verbs: Sequence[Token], before: Mapping[str, int]) -> Range | None:
    """The place of the outlet named as hearer right after one of the reporting verbs."""
    for verb in verbs:
        lemma, behind = verb.lemma_.lower(), parsed.doc[verb.i + 1 : verb.i + 2]
        to = lemma in RELAYING.confiding and len(behind) == 1 and behind[0].lower_ == "to"
        if (to or lemma in RELAYING.telling) and (
            heard := _behind_verb(parsed, behind[0] if to else verb, draft, before)
        ):
            return heard
    return None


def _behind_verb(parsed: ParsedArticle, verb: Token, draft: Draft, before: Mapping[str, int]) -> Range | None:
    """The outlet, programme or host right after a verb of telling (or its "to"), before the content begins."""
    end = min([start for start, _ in draft.content if start > verb.idx], default=len(parsed.text))
    words: list[Token] = []
    for token in parsed.doc[verb.i + 1 : verb.i + 14]:
        of = token.lower_ == "of" and bool(words) and words[-1].pos_ == "PROPN"
        named = token.pos_ in ("PROPN", "NOUN", "DET", "ADJ", "NUM") or token.text in _PARTS or of
        if token.idx >= end or not named or _dated(token) or token.dep_ == "nsubj":
            break
        words.append(token)
    while words and (words[-1].text in _PARTS or words[-1].lower_ == "of"):
        words.pop()
    if not words:
        return None
    if _SEVERAL.fullmatch(words[-1].text):
        return None
    place = parsed.trimmed((words[0].idx, words[-1].idx + len(words[-1])))
    alone = len(words) == 1 and words[0].pos_ == "PROPN"
    if (
        (alone and _short(words[0], before))
        or _new_outlet(parsed, words[-1], place)
        or _last_told(parsed, draft, words)
    ):
        return place
    return outlet_in(parsed, place)


def _dated(token: Token) -> bool:
    """Whether a word belongs to a time; "the weekly" does not."""
    if token.ent_type_ not in TIMES:
        return False
    last = token
    while last.i + 1 < len(last.doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return last.lower_ not in OUTLETS.named_before


def _last_told(parsed: ParsedArticle, draft: Draft, words: Sequence[Token]) -> bool:
    """Whether an unknown name ends its sentence after the content: "..., a nurse told Billboard".

    Such a name is an outlet, since after a person the content usually follows. But a PERSON of two words, or whose
    name is part of a person's full name elsewhere, stays a person.
    """
    first, last = words[0], words[-1]
    ends = last.i + 1 == len(parsed.doc) or parsed.doc[last.i + 1].text in ".;" or parsed.doc[last.i + 1].is_sent_start
    behind = bool(draft.content) and draft.content[-1][1] <= first.idx
    if not ends or not behind or last.pos_ != "PROPN" or not all(token.text[:1].isupper() for token in words):
        return False
    known = parsed.registry.find_in(parsed.words((first.idx, last.idx + len(last)))) is not None
    if known or last.ent_type_ in ("GPE", "NORP", "LOC") or last.lower_ in BODIES.nouns:
        return False
    if last.ent_type_ != "PERSON":
        return True
    full = [entity for entity in parsed.doc.ents if entity.label_ == "PERSON" and len(entity) > 1]
    return len(words) == 1 and not any(token.text == last.text for entity in full for token in entity)


def _short(token: Token, before: Mapping[str, int]) -> bool:
    """Whether a name is short for an outlet or programme named before: "Fox", "Harvey"."""
    generic = token.text in OUTLETS.in_names or token.lower_ in BODIES.nouns
    return not generic and before.get(token.text, token.idx) < token.idx


def _new_outlet(parsed: ParsedArticle, token: Token, place: Range) -> bool:
    """Whether a hearer is an organisation, not a public body: "told InsideSources"."""
    direct = token.dep_ in ("dobj", "dative") and token.head.lemma_.lower() in RELAYING.telling
    if not direct or token.pos_ != "PROPN" or token.tag_ == "NNPS" or token.lemma_.lower() in BODIES.nouns:
        return False
    if parsed.registry.find_in(parsed.words(place)) is not None:
        return False
    words = parsed.words(place).split()
    works = token.ent_type_ in ("ORG", "PRODUCT", "WORK_OF_ART", "FAC") and not _like_a_person(words)
    return works or token.text[1:].lower() != token.text[1:] or words[0] in OUTLETS.foreign_articles


def _like_a_person(words: Sequence[str]) -> bool:
    """Whether a name may be a person's, given name and surname, for all that the parse says: "Femi Balogun"."""
    plain = all(part.istitle() and part.isalpha() for word in words for part in _WITHIN_NAMES.split(word))
    return plain and len(words) in (2, 3) and words[0].lower() != "the"
