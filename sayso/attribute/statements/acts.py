"""Acts and attitudes: their reporting clause is itself the fact, which the article tells.

"The ministry plans to close the mine" does not report that the mine closes; the whole clause is one statement in the
article's own voice, whose holder is the ministry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.claiming import claims, has_clause, judges
from sayso.attribute.statements.manner import manner
from sayso.language.english import ATTITUDES, DENIALS, REPORTING
from schemas import Hop, Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

_DECIDED = REPORTING.accusing | REPORTING.explaining | REPORTING.courtesies | DENIALS.verbs


class Act(NamedTuple):
    """A draft that reports nothing said, and who is its holder."""

    draft: Draft
    holder: Hop
    mode: Mode

    def by_verb(self, parsed: ParsedArticle) -> bool:
        """Whether its cue has a verb, so that it is told even where its subject stands elsewhere ("..., hoping to")."""
        return any(token.pos_ == "VERB" for token in parsed.words_in(self.draft.cue))


def act_of(parsed: ParsedArticle, draft: Draft, holder: Hop, mode: Mode) -> Act:
    """The act that a draft tells; a refusal is no attitude, even by a verb of wanting ("refused to say")."""
    refused = any(token.lemma_.lower() in DENIALS.refusing for token in parsed.words_in(draft.cue))
    return Act(draft, holder, "speech" if refused else mode)


def tells_act(parsed: ParsedArticle, draft: Draft, mode: Mode) -> bool:
    """Whether the reporting clause of a draft is itself the fact: an attitude, or a report without a claim.

    What somebody holds for true, in a whole clause ("experts believe that the dam leaks"), is a claim, and theirs.
    "“I hope to win,”" is uttered, whoever prints it, and so is what is partly quoted, but for a wish whose object has a
    name in quotation marks ("wants to end the “bedroom tax”").
    """
    if draft.verbatim or not draft.cue or not draft.content or parsed.quoted(draft.cue[0]) > 0.5:
        return False
    if mode == "attitude":
        quoted = manner(parsed, draft.content) != "indirect"
        return not (_heard(parsed, draft) or holds_true(parsed, draft)) and (not quoted or _infinitive(parsed, draft))
    return not claims(parsed, draft)


def by_grammar(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft says of what somebody is accused or warned, as what judged, what is denied, or who is thanked.

    In these, grammar alone decides whose word it is.
    """
    verbs = [word for word in parsed.words_in(draft.cue) if word.pos_ == "VERB"]
    return any(word.lemma_.lower() in _DECIDED or judges(word) or _of_what(word) for word in verbs)


def _of_what(verb: Token) -> bool:
    """Whether a verb has the form "warned of floods"."""
    return verb.lemma_.lower() in REPORTING.speech and any(c.lower_ == "of" and c.dep_ == "prep" for c in verb.children)


def _heard(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft has the form "learned from S that ...": not the one who learns it is its source."""
    heads = [parsed.head(place) for place in draft.source]
    return any(head is not None and head.head.lower_ == "from" for head in heads)


def holds_true(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft tells, in a whole clause, what somebody holds for true."""
    held = any(token.lemma_.lower() in ATTITUDES.holding for token in parsed.words_in(draft.cue))
    return held and has_clause(parsed, draft) and not _infinitive(parsed, draft)


def _infinitive(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a content begins with an infinitive ("to close the mine"), not with a clause or a noun."""
    verb = next((token for token in parsed.words_in(draft.content) if token.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
