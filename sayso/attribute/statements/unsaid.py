"""Reports of what was not said: negated, refused, asked, only imagined, or still to come.

"She never said that prices would fall" reports what she did not say. Such a sentence is in the article's own voice, and
its content is not a statement of hers. A denial ("denied that ...") is, and so is what is said beside a refusal.
"""

from __future__ import annotations

import re

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.imagined import not_uttered
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.negation import negations
from sayso.attribute.statements.possibility import leaves_open
from sayso.attribute.statements.reporting_words import reporting_words

_ACCORDING = re.compile(r"(?:according|as per|per)\b", re.IGNORECASE)


def unsaid(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the reporting clause of `draft` says that its content was not said, or not yet."""
    if not draft.content or not draft.cue or _ACCORDING.match(parsed.text, *draft.cue[0]):
        return False
    verbs = reporting_words(parsed, draft)
    return (
        negations(parsed, draft, verbs) % 2 == 1
        or any(leaves_open(parsed, draft, verb) for verb in verbs)
        or (manner(parsed, draft.content) == "indirect" and not_uttered(parsed, draft, verbs))
    )
