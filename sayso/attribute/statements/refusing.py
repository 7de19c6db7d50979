"""Contents by which somebody says that they say nothing: "said it could not confirm the reports"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.language.english import DENIALS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 3


def refuses(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the content of a draft is that its source would not, or could not, answer."""
    head = parsed.head_verb(draft.content[0]) or _top(parsed, draft)
    predicate = list(_predicate(head)) if head is not None else []
    refused = any(
        word.lemma_.lower() in DENIALS.refusing or any(_negates(child) for child in word.children) for word in predicate
    )
    return refused and any(word.lemma_.lower() in DENIALS.unanswered for word in predicate)


def _top(parsed: ParsedArticle, draft: Draft) -> Token | None:
    """The verb of a content on which the others hang."""
    verbs = [word for word in parsed.words_in(draft.content[:1]) if word.pos_ in ("VERB", "AUX")]
    inside = {word.i for word in verbs}
    return next((word for word in verbs if not any(over.i in inside for over in word.ancestors)), None)


def _predicate(verb: Token) -> list[Token]:
    """A verb with the infinitives, adjectives and objects that complete it."""
    found, at = [verb], [verb]
    for _ in range(_DEEPEST):
        at = [child for word in at for child in word.children if child.dep_ in ("xcomp", "acomp", "dobj", "conj")]
        found += at
    return found


def _negates(word: Token) -> bool:
    return word.dep_ == "neg" or word.lower_ in ("no", "neither")
