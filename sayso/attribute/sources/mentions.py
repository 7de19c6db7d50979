"""Who a mention names: kind, name, and whether the reader could find out who it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute import lexicon
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.quotation_marks import unquoted
from sayso.attribute.sources.persons import People
from sayso.registry import registry
from schemas import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_VAGUE_DOCUMENTS = frozenset("report reporting rumor rumour account speculation".split())
_DETERMINERS = re.compile(r"^(?:an?|the|another|this|that)\s+", re.IGNORECASE)
_PEOPLE_ENDINGS = re.compile(r"(?:er|or|ist|ian|ant|man|woman|men|women)s?$")
_DETERMINED = re.compile(r"(?:the|an?|one|another)\s", re.IGNORECASE)
_ABOUT = (
    r"(?:(?:nearly|almost|about|around|roughly|at least|more than|fewer than|less than|over|up to|only|just|some)\s)*"
)
_NUMERAL = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|half)"
_COUNTED = re.compile(
    rf"{_ABOUT}(?:{_NUMERAL}(?:\s(?:million|billion)|-?%)?\sof\s|[\w.,-]+\s(?:percent|per cent)\sof\s"
    rf"|{_NUMERAL}\s(?:million|thousand)\s"
    r"|(?:dozens|scores|hundreds|thousands|millions|tens of thousands)\b(?!\sof\s(?:documents|emails|e-mails|pages))"
    r"|(?:many|most|several|some|few|none|all|each|one|any|others|both) of\s(?!which)|(?:virtually |nearly )?every\s)",
    re.IGNORECASE,
)
_OF = frozenset("of to for with from by against".split())
_PARTIES = frozenset("accused victim suspect defendant deceased plaintiff complainant convict culprit".split())
_EACH = frozenset("each every any no neither either".split())
_FIRST = _EACH | frozenset("the a an this that these those his her their its our my some several many another".split())
_FOR_ANOTHER = re.compile(r"(?:an?|one|another)\s|(?:[\w’'-]+\s){0,4}(?:for|to|with|from|at|close to)\s", re.IGNORECASE)
_SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson".split())
_MEASURES = frozenset("wave series set batch trove portion part raft slew flurry spate string stack round pair".split())
_PLACES = ("GPE", "NORP", "LOC", "FAC")
_SPOKEN = frozenset("statement tweet letter post speech remark communique readout announcement".split())
_STATE_WORDS = frozenset(
    "government ministry department presidency embassy police army military court parliament".split()
)


class Named(NamedTuple):
    """What one mention says by itself, before anything is resolved.

    `name` is None for a source that is not named; `descriptor` is how such a source is described. `open` tells that
    the words point back to something ("the official", "the newspaper") and may turn out to be named.
    """

    kind: SourceKind
    anonymous: bool
    name: str | None = None
    descriptor: str | None = None
    registry: str | None = None
    open: bool = False


def named(parsed: ParsedArticle, people: People, place: Range) -> Named:
    """What the words at `place` name."""
    words = unquoted(parsed.words(place))
    head = parsed.head(place)
    people_of = head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in lexicon.UNNAMED_PEOPLE
    listed = None if people_of else registry().lookup(words)
    if listed:
        return Named(listed.kind, False, listed.name, registry=listed.key)
    if head is None:
        return Named("unknown", True, descriptor=words)
    if head.lower_ in lexicon.PRONOUNS and head.pos_ in ("PRON", "DET", "NOUN", "PROPN", "NUM"):
        return _pronoun(head, words)
    surname = people.named(words) if " " not in words and words[:1].isupper() else None
    if surname is not None and " " in surname.name and not parsed.entity_is(place, _PLACES):
        return Named("person", False, surname.name)
    behind = _behind_comma(words)
    if behind and head.lemma_.lower() not in lexicon.DOCUMENTS and not _another_s(head) and not _clause(parsed, place):
        return Named("person", False, behind)
    if _COUNTED.match(words):
        return _several(head, words)
    person = _person(parsed, people, head, place)
    if person:
        return Named("person", False, person)
    known = people.at(place) if _proper(head) else None
    if known is not None and head.lower_ in known.name.lower().split():
        return Named("person", False, known.name)
    if head.ent_type_ == "NORP" and head.tag_ in ("NN", "NNP", "JJ") and _DETERMINED.match(words):
        return _partisan(words)
    if _proper(head) and not (
        head.lower_ in lexicon.OFFICES and head.tag_ == "NNP" and not _behind_title(parsed, place)
    ):
        return _proper_name(parsed, head, place, words)
    return _described(parsed, _counted_noun(head), place, words)


def _pronoun(head: Token, words: str) -> Named:
    """Who a pronoun means is looked for elsewhere; "those close to him" and "one" are nobody with a name."""
    if head.lower_ in ("those", "one") and (len(words.split()) > 1 or head.lower_ == "one"):
        return Named("person" if head.lower_ == "one" else "group", True, descriptor=descriptor(words))
    plural = head.lower_ in lexicon.PLURAL | {"we", "us", "some"}
    return Named("group" if plural else "unknown", False, open=True)


def _several(head: Token, words: str) -> Named:
    """Counted people: "dozens of them", "78 percent of voters"; or things that are read ("two reports")."""
    if head.lemma_.lower() in lexicon.DOCUMENTS:
        return Named("document", head.lemma_.lower() in _VAGUE_DOCUMENTS, words, descriptor(words))
    return Named("person" if words.lower().startswith("one of") else "group", True, descriptor=descriptor(words))


def _partisan(words: str) -> Named:
    """One member of a party or people: "the Utah Republican" is known, "a Republican" is not."""
    if words.lower().startswith("the "):
        return Named("person", False, words, open=True)
    return Named("person", True, descriptor=descriptor(words))


def _counted_noun(head: Token) -> Token:
    """What there are many of: "ads" of "a wave of ads"."""
    of = next((child for child in head.children if child.lower_ == "of"), None)
    many = head.lemma_.lower() in _MEASURES and of is not None
    return next((child for child in of.children if child.dep_ == "pobj"), head) if many and of is not None else head


def descriptor(words: str) -> str:
    """How an unnamed source is described: the mention without article or quotation marks."""
    return _DETERMINERS.sub("", unquoted(words)).strip(" ,")


def _behind_comma(words: str) -> str | None:
    """The name behind an office: "The mayor of Sella, Irena Duric"."""
    office, comma, name = words.strip(" ,").rpartition(", ")
    parts = name.split()
    known = {word.strip(".,'’").lower() for word in office.split()}
    titles = lexicon.OFFICES | lexicon.BODIES | lexicon.UNNAMED_PEOPLE
    if not comma or not 2 <= len(parts) <= 4 or not known & titles:
        return None
    capital = all(_name_part(part) for part in parts) and not parts[-1].isupper()
    return name if capital and not {part.lower() for part in parts} & (lexicon.BODIES | lexicon.OFFICES) else None


def _name_part(word: str) -> bool:
    """Whether a word may be part of a person's name: capitalised, or an initial."""
    initial = len(word) == 2 and word.endswith(".")
    return word[:1].isupper() and (initial or not word.isupper()) and word not in lexicon.OUTLET_NAMES


def _person(parsed: ParsedArticle, people: People, head: Token, place: Range) -> str | None:
    """The person's name where the head is one, or has one in apposition."""
    inside = [token for token in parsed.tokens(place) if token.ent_type_ == "PERSON"]
    if not inside:
        return None
    apposed = [child for child in head.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"]
    if _another_s(head):
        apposed = []
    holder = head if head.ent_type_ == "PERSON" else apposed[0] if apposed else _titled(parsed, place)
    if holder is None:
        return None
    entity = next((e for e in parsed.entities_in(place) if e.start <= holder.i < e.end), None)
    own = parsed.words((entity.start_char, entity.end_char)) if entity else holder.text
    known = people.named(own)
    return known.name if known else re.sub(r"['’]s$", "", own)


def _titled(parsed: ParsedArticle, place: Range) -> Token | None:
    """The name at the end of a mention that begins with an office: "Deputy Chairman of the Council Ann Lee"."""
    words = [token for token in parsed.tokens(place) if not token.is_punct and not token.is_space]
    if not words or words[-1].ent_type_ != "PERSON" or _FOR_ANOTHER.match(parsed.words(place)):
        return None
    entity = next((e for e in parsed.entities_in(place) if e.start <= words[-1].i < e.end), None)
    before = entity[0].nbor(-1) if entity is not None and entity[0].i > words[0].i else None
    if before is None or before.pos_ not in ("PROPN", "NOUN") or _of_an_office([t for t in words if t.i <= before.i]):
        return None
    return words[-1] if any(token.lower_ in lexicon.OFFICES for token in words) else None


def _of_an_office(words: Sequence[Token]) -> bool:
    """Whether words lead through a preposition to the office of somebody else: "the cousin of President" (Ann Lee)."""
    at = next((i for i, word in enumerate(words) if word.pos_ == "ADP"), len(words))
    return any(word.lower_ in lexicon.OFFICES for word in words[at:])


def _another_s(head: Token) -> bool:
    """Whether a name behind a noun may be that of another person, whom the noun's "of" brings in.

    "The brother of the accused, Tom Hale": nothing tells whose name it is. Of "friends" it is none.
    """
    if head.tag_ in ("NNS", "NNPS"):
        return True
    prepositions = [child for child in head.children if child.dep_ == "prep" and child.lower_ in _OF]
    people = lexicon.UNNAMED_PEOPLE | lexicon.OFFICES | lexicon.KIN | _PARTIES
    objects = [one for child in prepositions for one in child.children if one.dep_ == "pobj"]
    return any(one.lemma_.lower() in people and one.ent_type_ != "PERSON" for one in objects)


def _clause(parsed: ParsedArticle, place: Range) -> bool:
    """Whether a mention holds a clause, in which others may be named: "a waiter where the mayor, Ann Lee, dined"."""
    return any(token.tag_ in ("WP", "WDT", "WRB", "VBD", "VBZ", "VBP") for token in parsed.tokens(place))


def _proper(head: Token) -> bool:
    return head.pos_ == "PROPN" or (head.ent_type_ in ("ORG", "GPE", "PERSON") and head.text[:1].isupper())


def _proper_name(parsed: ParsedArticle, head: Token, place: Range, words: str) -> Named:
    inside = registry().find_in(words)
    lemma = head.lemma_.lower()
    bare = re.sub(r"['’]s$", "", words)
    label = head.ent_type_
    if lemma in lexicon.DOCUMENTS and head.tag_ == "NNP":
        return Named("document", False, bare)
    plural = head.tag_ == "NNPS" and head.lower_.endswith("s") and label not in ("ORG", "GPE")
    if label == "NORP" or plural:
        return Named("group", True, descriptor=descriptor(words))
    titled = _behind_title(parsed, place)
    if titled:
        return Named("person", False, titled)
    if inside and (inside.kind in ("government", "social_media") or label in ("ORG", "")):
        return Named(inside.kind, False, bare, registry=inside.key if inside.name == bare else None)
    if parsed.outlet(place):
        return Named("news_outlet", False, bare)
    if label in ("GPE", "LOC"):
        return Named("government", False, bare)
    if label == "ORG" or lemma in lexicon.BODIES:
        state = any(token.lower_ in _STATE_WORDS for token in parsed.tokens(place))
        return Named("government" if state else "organisation", False, bare)
    return Named("person", False, bare)


def _speaker_of(parsed: ParsedArticle, head: Token, place: Range) -> str | None:
    """Whose statement it is: "a statement by Moscow's Basmanny Court", "a Russian foreign ministry statement"."""
    by = next((c for c in head.children if c.lower_ in ("by", "from", "of")), None)
    agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    own = parsed.subtree(agent, place) if agent is not None else (place[0], max(place[0] + 1, head.idx))
    listed = registry().find_in(parsed.words(own))
    if listed:
        return listed.name
    name = next((e for e in parsed.entities_in(own) if e.label_ in ("ORG", "PERSON")), None)
    return _DETERMINERS.sub("", parsed.words((name.start_char, name.end_char))) if name is not None else None


def _behind_title(parsed: ParsedArticle, place: Range) -> str | None:
    """The name behind a title, where the parse saw no person: "Deputy Prime Minister Lee Rosen"."""
    words = [t for t in parsed.tokens(place) if not t.is_space and not t.is_punct]
    ranks = lexicon.OFFICES | lexicon.BODIES
    titles = [i for i, t in enumerate(words) if t.lower_ in ranks and t.text[:1].isupper()]
    if not any(t.lower_ in lexicon.OFFICES for t in words):
        return None
    name = words[titles[-1] + 1 :] if titles and not _of_an_office(words[: titles[-1] + 1]) else []
    if 1 <= len(name) <= 4 and all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in name):
        return parsed.words((name[0].idx, name[-1].idx + len(name[-1])))
    return None


def _like_a_name(head: Token, words: str) -> bool:
    """Whether one capitalised word is a name that the parse did not see ("O'Donnell")."""
    inner = words[1:] != words[1:].lower() and words[1:] != words[1:].upper()
    return " " not in words and words[:1].isupper() and (inner or head.pos_ in ("PROPN", "X", "ADJ", "VERB", "ADV"))


def _both(words: str) -> bool:
    """Whether words mean two who were named before."""
    return words.lower().startswith(("both", "the two"))


def _determiner(head: Token, words: str) -> str:
    """The article, possessive or number that a description begins with; "" where it has none."""
    first = words.split()[0].lower() if words.split() else ""
    if first in _FIRST:
        return first
    return next((child.lower_ for child in head.children if child.dep_ in ("det", "poss", "nummod")), "")


def _described(parsed: ParsedArticle, head: Token, place: Range, words: str) -> Named:
    """A common noun: an unnamed person or group, an office, a body, a document, an outlet."""
    lemma = head.lemma_.lower()
    determiner = _determiner(head, words)
    definite = determiner not in ("", "a", "an", "some", "several", "many", "another", "one", "two", "three", "few")
    plural = head.tag_ in ("NNS", "NNPS")
    has_name = any(t.pos_ == "PROPN" and t.i != head.i for t in parsed.tokens(place))
    quantified = any(c.lower_ in lexicon.QUANTIFIERS for c in head.children if c.dep_ in ("det", "nummod", "amod"))
    if lemma in lexicon.QUANTIFIERS or head.pos_ in ("DET", "NUM") or head.lower_ in ("those", "officials"):
        single = head.lower_ in ("one", "someone", "somebody", "anyone")
        return Named("person" if single else "group", True, descriptor=descriptor(words), open=_both(words))
    if determiner in _EACH:
        return Named("person", True, descriptor=descriptor(words))
    if lemma in _SPEAKING_FOR and not plural:
        return Named("person", True, descriptor=descriptor(words), open=definite)
    if lemma in lexicon.COLLECTIVE:
        return Named("group", True, descriptor=descriptor(words))
    if head.lower_ in ("media", "press") and head.text[:1].islower():
        return Named("news_outlet", True, descriptor=descriptor(words))
    if lemma in lexicon.KIN and not plural and determiner not in ("", "a", "an", "one", "another"):
        return Named("person", False, words, open=determiner == "the")
    if lemma in lexicon.DOCUMENTS and lemma not in lexicon.UNNAMED_PEOPLE:
        vague = lemma in _VAGUE_DOCUMENTS and not definite and not has_name and (plural or not determiner)
        if vague:
            return Named("document", True, descriptor=descriptor(words))
        speaker = _speaker_of(parsed, head, place) if lemma in _SPOKEN else None
        return Named("document", False, speaker or words, open=definite and not has_name)
    if lemma in lexicon.OUTLETS:
        anonymous = not definite or plural
        return Named(
            "organisation" if words.lower() == "the agency" else "news_outlet",
            anonymous,
            None if anonymous else words,
            descriptor(words) if anonymous else None,
            open=definite,
        )
    if lemma in lexicon.BODIES:
        anonymous = quantified or (not has_name and not definite and lemma not in ("court", "police", "tribunal"))
        kind: SourceKind = "government" if lemma in _STATE_WORDS else "organisation"
        if plural and anonymous:
            kind = "group"
        return Named(
            kind, anonymous, None if anonymous else words, descriptor(words) if anonymous else None, open=definite
        )
    if plural:
        return Named("group", True, descriptor=descriptor(words), open=definite or _both(words))
    office = lemma in lexicon.OFFICES
    past = determiner in ("a", "an") and "former" in words.lower()
    if office and (definite or ((past or not determiner) and has_name)):
        return Named("person", False, words, open=True)
    animate = lemma in lexicon.UNNAMED_PEOPLE or office or bool(_PEOPLE_ENDINGS.search(head.lower_))
    if animate:
        return Named("person", True, descriptor=descriptor(words), open=definite)
    if definite or has_name or _like_a_name(head, words):
        return Named("unknown", False, words, open=definite)
    return Named("unknown", True, descriptor=descriptor(words))
