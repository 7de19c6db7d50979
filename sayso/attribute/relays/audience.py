"""Which outlet was told something, or spoken to or on, where the reporting clause says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets, overlap
from sayso.registry import registry

if TYPE_CHECKING:
    from spacy.tokens import Token

OCCASIONS = frozenset(
    """interview conversation dialogue meeting discussion op-ed ed column essay editorial article piece commentary blog
    post segment appearance broadcast episode edition call email e-mail message statement remark comment address speech
    board exchange session podcast livestream chat footage video recording audio news""".split()
)
"""Nouns for speaking to an outlet, or writing in it."""

HOSTS = frozenset("host co-host cohost anchor interviewer moderator presenter broadcaster correspondent".split())
_TELLING = frozenset("tell inform remind assure give grant join email".split())
_CONFIDING = frozenset("confide relate recount explain reveal admit disclose say confirm complain comment".split())
"""Verbs of telling with "to" before the hearer."""
_SPEAKING = frozenset(
    """say tell speak talk appear write call sit interview ask question press go come phone chat give grant join
    quiz""".split()
)
_ASKING = frozenset("ask press question interview quiz grill quote".split())
_AIRING = frozenset(
    "carry publish broadcast air run report quote cite distribute relay post release obtain review see leak".split()
)
_WRITING = frozenset("write report blog speak work opine pen".split())
_ALWAYS = frozenset("in on to via through during".split())
_WITHIN = frozenset("in on during via through by at for from".split())
_OBJECTS = frozenset("pobj dobj dative compound poss nmod appos".split())
_STEPS = _OBJECTS | frozenset("npadvmod prep amod advcl pcomp acl agent conj".split())
_LETTERS = frozenset("email e-mail letter note memo message".split())
_CARRIED = re.compile(
    r"(?:\b(?:told|tells|telling)|\b(?:interview|conversation|dialogue|meeting|op-ed|column|essay|article|piece|segment|appearance"
    r"|broadcast|episode|edition|speaking|appearing|writing)\W+(?:on|with|to|in|for|of|by|at))\W++(?:\w++(?:[’'-]++\w++)*+\W++){0,5}+$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:to|about|of|against|over|after|called|criticis?z?ed|read) (?:[\w’'-]+ ){0,2}$")
_ON = re.compile(r"(?<!\w)on(?: the| his| her)?\W+$", re.IGNORECASE)
_WORD = re.compile(r"[\w’'.]")
_OCCASION = re.compile(r"(?:['’]s)?\W+(?:interview|op-ed|column|essay|broadcast|appearance)\b")
_PROGRAMME = re.compile(
    r"(?:[A-Z][\w.’'-]{0,40}+\s++){1,4}(?:Show|Report|Hour|Tonight|Radio|News|Podcast|Today|Live|Morning)\b"
)
_JOINED = re.compile(
    rf"(?:['’]s?| of| of the|,)?(?:(?:\s+[\w-]+){{0,3}}\s+(?:{'|'.join(HOSTS)}))?[\s\"“”'’]*", re.IGNORECASE
)
_NEAR = 400
"""Characters before an outlet in which stands what led to it."""
_PARTS = frozenset("'s ’s ' ’ - & “ ”".split()) | {'"'}
_TIMES = ("DATE", "TIME")


def outlet_told(parsed: ParsedArticle, draft: Draft, parent: Draft | None, before: Mapping[str, int]) -> Range | None:
    """Where the outlet stands that a draft's source told, spoke to or on: "told Reuters", "in a CNN interview".

    `parent` is the draft that it stands in. `before` is what `short_names` finds in the article: "told Harvey" comes
    after "The Steve Harvey Show".
    """
    if not draft.cue or not draft.source:
        return None
    if draft.addressee is not None and (heard := _outlet_in(parsed, draft.addressee)):
        return heard
    verbs = [token for token in parsed.words_in(draft.cue) if token.pos_ in ("VERB", "AUX")]
    for verb in verbs:
        lemma, behind = verb.lemma_.lower(), parsed.doc[verb.i + 1 : verb.i + 2]
        to = lemma in _CONFIDING and len(behind) == 1 and behind[0].lower_ == "to"
        if (to or lemma in _TELLING) and (heard := _hearer(parsed, behind[0] if to else verb, draft, before)):
            return heard
    taken = [*draft.content, *draft.source]
    clause = _clause(parsed, draft.cue[0], parent)
    found = [place for place in _by_parse(parsed, verbs, clause) if not meets(place, taken)]
    found += [place for place in _by_name(parsed, clause) if not meets(place, [*draft.content, *found])]
    whole = _whole(parsed, found)
    return whole[0] if whole else None


def _clause(parsed: ParsedArticle, cue: Range, parent: Draft | None) -> Range:
    """The sentence of a reporting clause; of a report within another, what of it stands in that one's content."""
    start, end = parsed.sentence(cue)
    if parent is None:
        return start, end
    around = next((place for place in parent.content if overlap(place, cue)), cue)
    return max(start, around[0]), min(end, around[1])


def _hearer(parsed: ParsedArticle, verb: Token, draft: Draft, before: Mapping[str, int]) -> Range | None:
    """The outlet, programme or host right behind a verb of telling (or its "to"), up to what it was told."""
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
    place = parsed.trimmed((words[0].idx, words[-1].idx + len(words[-1])))
    alone = len(words) == 1 and words[0].pos_ == "PROPN"
    if (
        (alone and _short(words[0], before))
        or _new_outlet(parsed, words[-1], place)
        or _last_told(parsed, draft, words)
    ):
        return place
    return _outlet_in(parsed, place)


def _dated(token: Token) -> bool:
    """Whether a word belongs to a time; "the weekly" is none."""
    if token.ent_type_ not in _TIMES:
        return False
    last = token
    while last.i + 1 < len(last.doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return last.lower_ not in lexicon.NAMED_BEFORE


def _last_told(parsed: ParsedArticle, draft: Draft, words: Sequence[Token]) -> bool:
    """Whether an unknown name ends its sentence behind what it was told: "..., a nurse told Billboard".

    A person who is told something is seldom named last: what was told follows. A name of two words, or one that is a
    part of a person's name elsewhere, is a person all the same.
    """
    first, last = words[0], words[-1]
    ends = last.i + 1 == len(parsed.doc) or parsed.doc[last.i + 1].text in ".;" or parsed.doc[last.i + 1].is_sent_start
    behind = bool(draft.content) and draft.content[-1][1] <= first.idx
    if not ends or not behind or last.pos_ != "PROPN" or not all(token.text[:1].isupper() for token in words):
        return False
    known = registry().find_in(parsed.words((first.idx, last.idx + len(last)))) is not None
    if known or last.ent_type_ in ("GPE", "NORP", "LOC") or last.lower_ in lexicon.BODIES:
        return False
    if last.ent_type_ != "PERSON":
        return True
    full = [entity for entity in parsed.doc.ents if entity.label_ == "PERSON" and len(entity) > 1]
    return len(words) == 1 and not any(token.text == last.text for entity in full for token in entity)


def _outlet_in(parsed: ParsedArticle, place: Range) -> Range | None:
    """The outlet, programme or host that some words for a hearer name: of "CNN anchor Ann Lee", CNN."""
    listed = [one for one in registry().find_all(parsed.text[slice(*place)]) if one.source.kind in MEDIA]
    if listed:
        return place[0] + listed[0].start, place[0] + listed[-1].end
    head = parsed.head(place)
    if parsed.outlet(place) or (head is not None and (_points_back(head) or _described(parsed, head, place))):
        return place
    if head is not None and _unnamed_outlet(head):
        return place
    words = [token for token in parsed.tokens(place) if token.is_alpha or "-" in token.text]
    hosts = any(token.lower_ in HOSTS for token in words)
    return place if hosts and any(token.pos_ == "PROPN" for token in words) else None


def _described(parsed: ParsedArticle, noun: Token, place: Range) -> bool:
    """Whether words say that a name is an outlet's: "Science magazine", "the newspaper Karlower Bote"."""
    named = any(token.pos_ == "PROPN" for token in parsed.tokens(place))
    beside = [noun, *(c for c in noun.children if c.dep_ in ("compound", "nmod", "appos") and c.tag_ != "NNS")]
    return named and any(word.pos_ == "NOUN" and word.lemma_.lower() in lexicon.OUTLETS for word in beside)


def _unnamed_outlet(noun: Token) -> bool:
    """Whether words describe an outlet without naming it: "state television", "a local newspaper", not "the media"."""
    if noun.lemma_.lower() not in _UNNAMED or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    told = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "poss") and c.i < noun.i]
    return bool(told) and not any(child.lower_ in _ANY for child in told)


def _short(token: Token, before: Mapping[str, int]) -> bool:
    """Whether a name is short for that of an outlet named before it: "Fox", "Harvey"."""
    generic = token.text in lexicon.OUTLET_NAMES or token.lower_ in lexicon.BODIES
    return not generic and before.get(token.text, token.idx) < token.idx


def short_names(parsed: ParsedArticle) -> dict[str, int]:
    """The words of the names of listed outlets and programmes, each with where it is first a part of one."""
    listed = [(one.start, one.end) for one in registry().find_all(parsed.text) if one.source.kind in MEDIA]
    first: dict[str, int] = {}
    for start, end in sorted({*listed, *(one.span() for one in _PROGRAMME.finditer(parsed.text))}):
        words = parsed.words((start, end)).split()
        for word in words if len(words) > 1 else ():
            if word[:1].isupper() and word not in _NOT_SHORT:
                first.setdefault(word, start)
    return first


_UNNAMED = frozenset("television tv radio media newspaper newspapers daily agency broadcaster channel outlet".split())
_ANY = frozenset("social mainstream national live other news traditional more assembled many".split())
_ARTICLES = frozenset("El La Le Les Il Der Die Das Het O L".split())
"""With which the name of a paper begins, and of few people who are told something."""
_NOT_SHORT = frozenset("The New Washington York American National".split())


def _new_outlet(parsed: ParsedArticle, token: Token, place: Range) -> bool:
    """Whether a hearer is an organisation that is no body politic: "told InsideSources"."""
    direct = token.dep_ in ("dobj", "dative") and token.head.lemma_.lower() in _TELLING
    if not direct or token.pos_ != "PROPN" or token.tag_ == "NNPS" or token.lemma_.lower() in lexicon.BODIES:
        return False
    if registry().find_in(parsed.words(place)) is not None:
        return False
    works = token.ent_type_ in ("ORG", "PRODUCT", "WORK_OF_ART", "FAC")
    return works or token.text[1:].lower() != token.text[1:] or parsed.words(place).split()[0] in _ARTICLES


def _by_parse(parsed: ParsedArticle, verbs: Sequence[Token], clause: Range) -> Iterator[Range]:
    """Outlets that hang on the reporting verb over words for speaking to or on somebody alone."""
    cues = {verb.i for verb in verbs}
    for token in parsed.tokens(clause):
        noun = token.pos_ in ("PROPN", "NOUN") or token.lemma_.lower() in lexicon.NAMED_BEFORE
        if not noun or token.dep_ not in _OBJECTS or not _leads_to(token, cues):
            continue
        phrase = _phrase(parsed, token)
        if phrase is None:
            continue
        if parsed.outlet(phrase) or _points_back(token) or _host(token) or _unnamed_outlet(token):
            yield phrase


def _leads_to(token: Token, verbs: set[int]) -> bool:
    """Whether a word hangs on one of `verbs` over prepositions, occasions and hosts ("in an interview with") alone."""
    at = token
    for _ in range(8):
        if at.i in verbs:
            return True
        head = at.head
        if head.i == at.i or at.dep_ not in _STEPS:
            return False
        if at.pos_ == "ADP" and not _carries(at):
            return False
        if at.dep_ == "dobj" and head.lemma_.lower() not in _TELLING:
            return False
        if at is not token and at.pos_ == "NOUN" and not _occasion(at):
            return False
        if at is not token and at.pos_ == "VERB" and at.lemma_.lower() not in _SPEAKING | _AIRING:
            return False
        at = head
    return False


def _carries(preposition: Token) -> bool:
    """Whether a preposition, where it hangs, leads to somebody who was told or spoken to."""
    word, head = preposition.lower_, preposition.head
    if head.pos_ in ("NOUN", "PROPN"):
        letter = head.lemma_.lower() in _LETTERS and any(
            child.ent_type_ == "PERSON" or any(c.dep_ == "poss" for c in child.children)
            for child in preposition.children
            if child.dep_ == "pobj"
        )
        return not letter
    if word == "by":
        return head.lemma_.lower() in _ASKING | _AIRING
    if word == "for":
        return head.lemma_.lower() in _WRITING
    if word in ("with", "at"):
        return head.lemma_.lower() in _SPEAKING
    return word in _ALWAYS


def _occasion(noun: Token) -> bool:
    """Whether a noun on the way is somebody of an outlet, or something said or written that it carried."""
    lemma = noun.lemma_.lower()
    if lemma in HOSTS | lexicon.OUTLETS | {"panel", "board", "reporter", "audience"}:
        return True
    aside = noun.head.pos_ == "ADP" and noun.head.lower_ not in _WITHIN  # "responded to a column in the Post"
    return not aside and lemma in OCCASIONS | _LETTERS | lexicon.DOCUMENTS


def _host(token: Token) -> bool:
    """Whether a word names the host of a programme ("told co-host Ann Lee")."""
    return token.pos_ == "PROPN" and any(child.lower_ in HOSTS for child in token.lefts)


def _by_name(parsed: ParsedArticle, clause: Range) -> Iterator[Range]:
    """Outlets behind the words of an interview or broadcast, whatever the parse hangs them on."""
    words = parsed.text[slice(*clause)]
    listed = [(one.start, one.end) for one in registry().find_all(words) if one.source.kind in MEDIA]
    programmes = [one.span() for one in _PROGRAMME.finditer(words)]
    for start, end in [*listed, *programmes]:
        near = max(0, start - _NEAR)
        on = _ON.search(words, near, start)
        carried = _CARRIED.search(words, near, start)
        carried = None if carried and _ABOUT.search(words, near, carried.start()) else carried
        aired = on is not None and _aired(parsed, clause[0], clause[0] + on.start())
        if aired or carried or ((start, end) in listed and _OCCASION.match(words, end)):
            yield clause[0] + start, clause[0] + end


def _aired(parsed: ParsedArticle, start: int, on: int) -> bool:
    """Whether "on" begins its clause, which begins at `start`, or stands behind what is said there."""
    at = on
    while at > start and not parsed.text[at - 1].isalnum():
        at -= 1
    while at > start and _WORD.match(parsed.text, at - 1):
        at -= 1
    return on == start or _speaks_before(parsed, at)


def _speaks_before(parsed: ParsedArticle, at: int) -> bool:
    """Whether the word before "on CNN" is a verb, a day, a name or an occasion, not what is "on" it ("an attack")."""
    words = parsed.tokens((at, at + 1))
    if not len(words):
        return False
    token = words[0]
    if token.pos_ == "NOUN":
        return _occasion(token) or token.ent_type_ in _TIMES
    return token.lemma_.lower() in _SPEAKING or token.ent_type_ in (*_TIMES, "PERSON")


def _whole(parsed: ParsedArticle, places: Sequence[Range]) -> list[Range]:
    """Places that are parts of one name ("CBS's “Face the Nation”") made one."""
    out: list[Range] = []
    for place in sorted(places):
        if out and _one_name(parsed, out[-1], place):
            out[-1] = (out[-1][0], place[1])
        else:
            out.append(place)
    return out


def _one_name(parsed: ParsedArticle, a: Range, b: Range) -> bool:
    between = parsed.text[a[1] : b[0]]
    return b[0] <= a[1] or (len(between) < 60 and bool(_JOINED.fullmatch(between)))


def _phrase(parsed: ParsedArticle, token: Token) -> Range | None:
    """The name that a word belongs to: its entity, else the word with what stands before it."""
    if token.ent_type_:
        sentence = parsed.sentence((token.idx, token.idx + len(token)))
        entity = next((e for e in parsed.entities_in(sentence) if e.start <= token.i < e.end), None)
        if entity is not None:
            place = entity.start_char, entity.end_char
            if entity.start and entity[0].nbor(-1).text == "The":
                place = entity[0].nbor(-1).idx, place[1]
            return None if entity.label_ in _TIMES else parsed.trimmed(place)
    before = [t.left_edge.i for t in token.lefts if t.dep_ in ("compound", "det", "amod", "poss")]
    return parsed.trimmed((parsed.doc[min([token.i, *before])].idx, token.idx + len(token)))


def _points_back(token: Token) -> bool:
    """Whether a word is an outlet named before: "the newspaper", "the same periodical"."""
    definite = any(child.lower_ in ("the", "that", "this") for child in token.children)
    return definite and token.tag_ != "NNS" and token.lemma_.lower() in lexicon.NAMED_BEFORE
