"""Reports of what was not said: denied to have been said, refused, asked, only imagined, or still to come.

"She never said that prices would fall" tells what she did not say. Such a sentence is the article's own word about her,
and its content is nobody's statement. A denial ("denied that ...") is one, and so is what is said beside a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import inside
from sayso.attribute.statements.manner import manner

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT = frozenset("not n't n’t never neither nor hardly scarcely nowhere without against instead".split())
_NOTHING = frozenset("nothing nobody none".split())
_NOBODY = re.compile(
    r"(?:no|none|nobody|no-one|neither|not(?: (?:one|a|even|any)|$)|few if any)\b"
    r"(?![. ]*(?:\d|fewer|less|doubt|ten\b))(?!.*\b(?:but|except|besides|other than)\b)",
    re.IGNORECASE,
)
"""How a source begins that is nobody: "no group", "not one of the witnesses", but not "no fewer than five"."""
_ACCORDING = re.compile(r"(?:according|as per|per)\b", re.IGNORECASE)
_FRONTED = re.compile(r"(?:at no|nowhere|never|in no|on no|under no|not once|rarely)\b(?!.*[,;:])", re.IGNORECASE)
_HAD = re.compile(r"(?:^|[,;:]\s)(?:and |but )?(?:had|were|should)\s+$", re.IGNORECASE)
_NO_NEGATION = frozenset("only just merely simply least for until surprisingly unexpectedly long".split())
"""Behind "not" they make it none: "not only said", "not for the first time"."""
_IN_FULL = frozenset("enough more clearer".split())
"""Behind a verb with "not" they say it all the more: "cannot stress enough"."""
_REFUSING = frozenset(
    """decline refuse fail avoid evade dodge sidestep duck skirt forbid prohibit ban bar forget neglect omit ignore
    hesitate resist shy refrain abstain unable unwilling reluctant hesitant loath powerless stop tire tired
    prevent afraid shrink flinch balk silent mum coy close""".split()
)
"""Words in a reporting clause with which nothing is said, and with a negation before them all the more."""
_DENYING = lexicon.DENIAL | frozenset("rule exclude doubt".split())
"""With "not" they say that something is, or may be, so: "did not rule out that ..."."""
_NEARLY = frozenset("close short".split())
_FEELING = frozenset("afraid tired".split())
"""Those of them that are no refusal where they govern no verb: "are afraid that ..."."""
_UNCERTAIN = frozenset(
    """expect due set likely unlikely poise schedule supposed want wish hope plan intend mean prepare ready
    promise offer threaten urge beg ask order instruct advise force pressure persuade
    invite encourage require train teach need ought about try attempt free allow permit dare
    wrong hard difficult impossible absurd premature unfair early easy tempting misleading inaccurate""".split()
)
"""Words over a reporting verb that leave open whether anything was ever said."""
_MODAL = frozenset("would could might may should must will shall 'd ’d 'll ’ll".split())
_OURS = frozenset("will must should shall 'll ’ll can".split())
_INDEED = frozenset(
    """later eventually subsequently afterwards often always sometimes frequently usually regularly then again
    only""".split()
)
"""With these, "would say" tells of what was said, then or again and again."""
_ONCE = re.compile(
    r"\b(?:in those|used to|each time|every|whenever|at the time|as a (?:child|boy|girl))\b", re.IGNORECASE
)
_CONDITION = frozenset("if unless lest whether until".split())
_ASKING = frozenset("ask wonder inquire enquire query question".split())
_COMMANDING = frozenset(("order", "command"))
_IMAGINING = frozenset("imagine picture envisage envision pretend fancy suppose".split())
_OPEN = frozenset("whether if who whom what when where why how which".split())
_UTTERING = lexicon.REPORTING | frozenset("comment speak discuss explain let mention suggest avoid refrain".split())
_TO_KNOW = re.compile(r"to (?:know|learn|hear|find out|establish|see)\b", re.IGNORECASE)
_NOR = re.compile(r"\bnor (?:do|does|did|has|have|had|would|could|is|are|was|were)\s+$", re.IGNORECASE)
_NEAR = 3
"""Words between a verb and the infinitive that it governs: "could not bring herself to say"."""
_BEGIN = 5
"""Words of a content among which its question word stands, behind who is asked."""
_BEFORE = 8
"""Tokens of a content before a verb of saying that governs the rest of it."""
_HIGHEST = 60
"""Words over a verb that are looked at."""
_UP = ("xcomp", "pcomp", "prep", "acl", "acomp", "conj")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CLAUSES = ("ccomp", "prep", "advcl", "xcomp", "dobj")


def unsaid(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the words that report `draft` say that its content was not said, or not yet, or by nobody."""
    if not draft.content or not draft.cue or _ACCORDING.match(parsed.text, *draft.cue[0]):
        return False
    verbs = _reporting(parsed, draft)
    return (
        _negations(parsed, draft, verbs) % 2 == 1
        or any(_left_open(parsed, draft, verb) for verb in verbs)
        or (manner(parsed, draft.content) == "indirect" and _not_uttered(parsed, draft, verbs))
    )


def _reporting(parsed: ParsedArticle, draft: Draft) -> list[Token]:
    """The words of the cue that report: its verbs and nouns that stand deepest, since others only govern them."""
    words = [token for token in parsed.words_in(draft.cue) if token.pos_ in ("VERB", "NOUN", "ADJ", "AUX")]
    words = [token for token in words if token.dep_ not in ("aux", "auxpass")]
    above = {over.i for token in words for over in _over(token)}
    return [token for token in words if token.i not in above]


def _over(token: Token) -> Iterator[Token]:
    """The words of the same predicate that govern a word, nearest first: "declined" of "declined to say"."""
    at = token
    for _ in range(12):
        shared = at.dep_ != "conj" or (at.tag_ == "VB" and not any(c.dep_ in ("nsubj", "aux") for c in at.children))
        to = any(child.lower_ == "to" and child.dep_ == "aux" for child in at.children)
        near = 0 < at.i - at.head.i <= _NEAR or any(child.dep_ == "acomp" for child in at.head.children)
        to = to and (at.dep_ == "ccomp" or (at.dep_ == "advcl" and near))
        if not (at.dep_ in _UP or to) or at.head.i == at.i or not shared:
            return
        if at.dep_ == "acl" and at.head.lemma_.lower() not in _REFUSING | _UNCERTAIN:
            return
        at = at.head
        yield at


def _negations(parsed: ParsedArticle, draft: Draft, verbs: list[Token]) -> int:
    """How often the reporting clause takes back that anything was said; twice is not at all."""
    last = max((verb.i for verb in verbs), default=-1)
    clause = {token.i: token for token in parsed.words_in(draft.cue)}
    for verb in verbs:
        for word in (verb, *_over(verb)):
            clause[word.i] = word
            clause |= {
                child.i: child for child in word.children if child.dep_ in ("neg", "preconj") and child.i < word.i
            }
    found = [token for token in clause.values() if _takes_back(token, last, verbs) and not _named(draft, token)]
    nor = [token for token in found if token.lower_ == "nor"]
    return len(found) - len(nor) + _by_nobody(parsed, draft, bool(nor) and len(nor) == len(found))


def _takes_back(token: Token, last: int, verbs: list[Token]) -> bool:
    if token.lower_ in _NOT:
        denies = any(verb.lemma_.lower() in _DENYING for verb in verbs if verb.i == last)
        full = any(child.lower_ in _IN_FULL for verb in verbs for child in verb.children if child.i > verb.i)
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        alone = denies and len(verbs) == 1 and token.lower_ not in ("without", "against")
        return token.i < last and not alone and not full and after not in _NO_NEGATION
    if token.lower_ in _NOTHING:
        return token.i > last
    if token.pos_ == "NOUN" and any(child.lower_ in ("no", "neither") for child in token.children):
        return True
    if token.lower_ == "short":
        return token.i < last and token.nbor(-1).lemma_.lower() != "stop"
    if token.lower_ == "back":
        return token.i < last and token.nbor(-1).lemma_.lower() == "hold" and token.nbor().lower_ == "from"
    if token.i == last and (len(verbs) > 1 or token.lower_ in _FEELING):
        return False
    return token.lemma_.lower() in _REFUSING and token.dep_ != "relcl"


def _by_nobody(parsed: ParsedArticle, draft: Draft, nor: bool) -> int:
    """One, where the source is nobody, or the sentence begins with "at no point"; `nor` has nothing before it."""
    start = parsed.sentence(draft.cue[0])[0]
    nobody = any(
        _NOBODY.match(parsed.words(place)) or parsed.text[start : place[0]].lower().endswith("not ")
        for place in draft.source
    )
    fronted = any(_NOR.search(parsed.text[start : place[0]]) for place in draft.source)
    return int(nobody or nor or fronted or bool(_FRONTED.match(parsed.text[start : draft.cue[0][0]])))


def _left_open(parsed: ParsedArticle, draft: Draft, verb: Token) -> bool:
    """Whether it is open that anything was said: under a condition, a possibility, or a question."""
    over = list(_over(verb))
    uncertain = any(word.lemma_.lower() in _UNCERTAIN and not _named(draft, word) for word in over)
    start = parsed.sentence(draft.cue[0])[0]
    inverted = any(_HAD.search(parsed.text[start : place[0]]) for place in draft.source) and not _asks(parsed, verb)
    return uncertain or inverted or _yet(verb) or any(_supposed(parsed, word) for word in (verb, *over))


def _named(draft: Draft, word: Token) -> bool:
    """Whether a word is a part of what names the source."""
    return inside((word.idx, word.idx + len(word)), draft.source)


def _supposed(parsed: ParsedArticle, word: Token) -> bool:
    return _modal(parsed, word) or _conditional(word) or _asks(parsed, word)


def _modal(parsed: ParsedArticle, verb: Token) -> bool:
    """Whether a word is only thought of or to come: "might say", "would have said", "will announce"."""
    aux = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and verb.i - 6 < child.i < verb.i]
    modal = next((child for child in aux if child.tag_ == "MD" and child.lower_ in _MODAL), None)
    if modal is None:
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ in ("i", "we") and modal.lower_ in _OURS:
        return False
    perfect = any(child.lower_ in ("have", "'ve", "’ve") for child in aux)
    before = parsed.text[parsed.sentence((verb.idx, verb.idx + 1))[0] : verb.idx]
    indeed = _ONCE.search(before) or any(
        token.lower_ in _INDEED for token in takewhile(lambda one: one.i < verb.i + 3, verb.subtree)
    )
    return perfect or modal.lower_ not in ("would", "'d", "’d", "could") or not indeed


def _conditional(verb: Token) -> bool:
    """Whether a word stands under a condition, or is what was not done: "if he said", "rather than say"."""
    words = {child.lower_ for child in verb.children if child.i < verb.i}
    return any(c.dep_ == "mark" and c.lower_ in _CONDITION for c in verb.children) or {"rather", "than"} <= words


def _asks(parsed: ParsedArticle, verb: Token) -> bool:
    """Whether a word is the verb of a question: "Did he say ...?", "Who told them ...?"."""
    if verb.dep_ != "ROOT" or verb.pos_ not in ("VERB", "AUX"):
        return False
    last = next((token for token in reversed(verb.sent) if not token.is_space and not token.is_quote), verb)
    quotation = parsed.quotation(last.idx)
    if last.lower_ != "?" or (quotation is not None and not quotation.span.start <= verb.idx < quotation.span.end):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    aux = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), None)
    asks = any(child.tag_ in ("WP", "WRB", "WDT") and child.i < verb.i for child in verb.children)
    return asks or (subject is not None and aux is not None and aux.i < subject.i)


def _yet(verb: Token) -> bool:
    """The forms "has yet to say" and "has still to say"."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 4) : verb.i]]
    return any(a in ("yet", "still") and b == "to" for a, b in pairwise(before))


def _not_uttered(parsed: ParsedArticle, draft: Draft, verbs: list[Token]) -> bool:
    """Whether somebody only asks, imagines, or wants another to say something or not to."""
    imagined = any(
        word.lemma_.lower() in _IMAGINING and word.pos_ == "VERB"
        for verb in verbs
        for word in (verb, *islice(verb.ancestors, _HIGHEST))
    )
    return imagined or _asked(parsed, draft, verbs) or _ordered(parsed, draft) or _commands(verbs)


def _commands(verbs: list[Token]) -> bool:
    """The form "ordered the prisoners shot": a deed, of which nobody is quoted."""
    commands = [verb for verb in verbs if verb.lemma_.lower() in _COMMANDING and verb.pos_ == "VERB"]
    clauses = [child for verb in commands for child in verb.children if child.dep_ == "ccomp"]
    return bool(commands) and not any(word.lower_ == "that" for clause in clauses for word in clause.children)


def _asked(parsed: ParsedArticle, draft: Draft, verbs: list[Token]) -> bool:
    """The forms "asked whether the army had fired" and "asked who had known"."""
    first = list(islice(parsed.words_in(draft.content), _BEGIN))
    asking = any(verb.lemma_.lower() in _ASKING and verb.pos_ == "VERB" for verb in verbs)
    whether = any(word.lower_ in _OPEN and word.i == word.head.left_edge.i for word in first)
    return (asking and whether) or (whether and bool(_TO_KNOW.match(parsed.text, draft.content[0][0])))


def _ordered(parsed: ParsedArticle, draft: Draft) -> bool:
    """The forms "told them not to say that ...", "barred papers from reporting that ..."."""
    words = list(islice(parsed.words_in(draft.content), _BEFORE + 1))
    verb = next((token for token in words if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _UTTERING or verb.i > words[0].i + _BEFORE:
        return False
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    kept = verb.tag_ == "VBG" and verb.head.lower_ in ("from", "against")
    above = next(
        (over for over in islice(verb.ancestors, _HIGHEST) if over.tag_ in _FINITE or over.dep_ == "ROOT"), verb
    )
    governed = any(start <= above.idx < end for start, end in draft.cue)
    return (to or kept) and governed and any(child.dep_ in _CLAUSES for child in verb.children)
