"""Mentions headed by a common noun: an unnamed person or group, an office, a body, a document, an outlet."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.mention import Mention, unnamed, without_article
from sayso.language.english import BODIES, DOCUMENTS, FUNCTION_WORDS, OFFICES, OUTLETS, PEOPLE
from schemas import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE_ENDINGS = re.compile(r"(?:er|or|ist|ian|ant|man|woman|men|women)s?$")
_FIRST = FUNCTION_WORDS.each | FUNCTION_WORDS.determiners
_INDEFINITE = ("", "a", "an", "some", "several", "many", "another", "one", "two", "three", "few")


class _Noun(NamedTuple):
    """The head of a mention and what the rules ask about it."""

    head: Token
    place: Range
    words: str
    lemma: str
    determiner: str
    """The article, possessive or number that it begins with; "" if it has none."""
    definite: bool
    plural: bool
    named: bool
    """Whether it contains a name."""
    quantified: bool


def described(parsed: ParsedArticle, head: Token, place: Range, words: str) -> Mention:
    """The source that a mention with a common noun as its head names, by the first rule that fits."""
    noun = _read(parsed, head, place, words)
    found = (rule(parsed, noun) for rule in _RULES)
    return next((mention for mention in found if mention is not None), None) or unnamed("unknown", words)


def _read(parsed: ParsedArticle, head: Token, place: Range, words: str) -> _Noun:
    determiner = _determiner(head, words)
    return _Noun(
        head=head,
        place=place,
        words=words,
        lemma=head.lemma_.lower(),
        determiner=determiner,
        definite=determiner not in _INDEFINITE,
        plural=head.tag_ in ("NNS", "NNPS"),
        named=any(t.pos_ == "PROPN" and t.i != head.i for t in parsed.tokens(place)),
        quantified=any(
            c.lower_ in FUNCTION_WORDS.quantifiers for c in head.children if c.dep_ in ("det", "nummod", "amod")
        ),
    )


def _determiner(head: Token, words: str) -> str:
    first = words.split()[0].lower() if words.split() else ""
    if first in _FIRST:
        return first
    return next((child.lower_ for child in head.children if child.dep_ in ("det", "poss", "nummod")), "")


def _quantifier(_: ParsedArticle, noun: _Noun) -> Mention | None:
    head = noun.head
    if noun.lemma in FUNCTION_WORDS.quantifiers or head.pos_ in ("DET", "NUM") or head.lower_ in ("those", "officials"):
        single = head.lower_ in ("one", "someone", "somebody", "anyone")
        return unnamed("person" if single else "group", noun.words, points_back=_both(noun.words))
    return unnamed("person", noun.words) if noun.determiner in FUNCTION_WORDS.each else None


def _both(words: str) -> bool:
    """Whether words refer to two named before."""
    return words.lower().startswith(("both", "the two"))


def _spokesperson(_: ParsedArticle, noun: _Noun) -> Mention | None:
    speaks = noun.lemma in PEOPLE.speaking_for and not noun.plural
    return unnamed("person", noun.words, points_back=noun.definite) if speaks else None


def _everybody(_: ParsedArticle, noun: _Noun) -> Mention | None:
    if noun.lemma in PEOPLE.collective:
        return unnamed("group", noun.words)
    media = noun.head.lower_ in ("media", "press") and noun.head.text[:1].islower()
    return unnamed("news_outlet", noun.words) if media else None


def _relative(_: ParsedArticle, noun: _Noun) -> Mention | None:
    """One particular relative of a person, whom a reader can identify."""
    known = noun.lemma in PEOPLE.kin and not noun.plural and noun.determiner not in ("", "a", "an", "one", "another")
    return (
        Mention("person", False, noun.words, open=noun.determiner in ("the", *FUNCTION_WORDS.gendered))
        if known
        else None
    )


def _document(parsed: ParsedArticle, noun: _Noun) -> Mention | None:
    if noun.lemma not in DOCUMENTS.nouns or noun.lemma in PEOPLE.kinds:
        return None
    vague = noun.lemma in DOCUMENTS.vague and not noun.definite and not noun.named
    if vague and (noun.plural or not noun.determiner):
        return unnamed("document", noun.words)
    speaker = _speaker_of(parsed, noun.head, noun.place) if noun.lemma in DOCUMENTS.spoken_for else None
    return Mention("document", False, speaker or noun.words, open=noun.definite and not noun.named)


def _speaker_of(parsed: ParsedArticle, head: Token, place: Range) -> str | None:
    """The speaker of a statement: "a statement by Moscow's Basmanny Court", "a Russian foreign ministry statement"."""
    by = next((c for c in head.children if c.lower_ in ("by", "from", "of")), None)
    agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    own = parsed.subtree(agent, place) if agent is not None else (place[0], max(place[0] + 1, head.idx))
    listed = parsed.registry.find_in(parsed.words(own))
    if listed:
        return listed.name
    name = next((e for e in parsed.entities_in(own) if e.label_ in ("ORG", "PERSON")), None)
    return without_article(parsed.words((name.start_char, name.end_char))) if name is not None else None


def _outlet(_: ParsedArticle, noun: _Noun) -> Mention | None:
    if noun.lemma not in OUTLETS.nouns:
        return None
    kind: SourceKind = "organisation" if noun.words.lower() == "the agency" else "news_outlet"
    if not noun.definite or noun.plural:
        return unnamed(kind, noun.words, points_back=noun.definite)
    return Mention(kind, False, noun.words, open=True)


def _body(_: ParsedArticle, noun: _Noun) -> Mention | None:
    if noun.lemma not in BODIES.nouns:
        return None
    bare = not noun.named and not noun.definite and noun.lemma not in ("court", "police", "tribunal")
    kind: SourceKind = "government" if noun.lemma in BODIES.of_states else "organisation"
    if noun.quantified or bare:
        return unnamed("group" if noun.plural else kind, noun.words, points_back=noun.definite)
    return Mention(kind, False, noun.words, open=noun.definite)


def _people(_: ParsedArticle, noun: _Noun) -> Mention | None:
    several = noun.definite or _both(noun.words)
    return unnamed("group", noun.words, points_back=several) if noun.plural else None


def _person(_: ParsedArticle, noun: _Noun) -> Mention | None:
    """The holder of an office, whom a reader can identify, or an unnamed person."""
    office = noun.lemma in OFFICES.nouns
    past = noun.determiner in ("a", "an") and "former" in noun.words.lower()
    if office and (noun.definite or ((past or not noun.determiner) and noun.named)):
        return Mention("person", False, noun.words, open=True)
    animate = noun.lemma in PEOPLE.kinds or office or bool(_PEOPLE_ENDINGS.search(noun.head.lower_))
    return unnamed("person", noun.words, points_back=noun.definite) if animate else None


def _unknown(_: ParsedArticle, noun: _Noun) -> Mention | None:
    """A source of unknown kind that has a name or was mentioned before."""
    named = noun.definite or noun.named or _like_a_name(noun.head, noun.words)
    return Mention("unknown", False, noun.words, open=noun.definite) if named else None


def _like_a_name(head: Token, words: str) -> bool:
    """Whether a single capitalised word is a name that the parse missed ("O'Donnell")."""
    inner = words[1:] != words[1:].lower() and words[1:] != words[1:].upper()
    return " " not in words and words[:1].isupper() and (inner or head.pos_ in ("PROPN", "X", "ADJ", "VERB", "ADV"))


_RULES: tuple[Callable[[ParsedArticle, _Noun], Mention | None], ...] = (
    _quantifier,
    _spokesperson,
    _everybody,
    _relative,
    _document,
    _outlet,
    _body,
    _people,
    _person,
    _unknown,
)
