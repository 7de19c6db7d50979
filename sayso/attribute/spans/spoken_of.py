"""Who is spoken of or spoken to is not who speaks: sources put right by the grammar of the reporting verb.

"Hale was told by the judge that", "Hale heard from the judge that", "Hale, who two guards say fled": each time a
careless reader takes Hale for the speaker. Where the verb names another, that is the source; where it names nobody,
nobody is.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import meets
from sayso.attribute.spans.apposition import apposed
from sayso.attribute.spans.inversion import inverted
from sayso.attribute.spans.lower_clauses import own_subject
from sayso.attribute.spans.passives import patient, receiver
from sayso.attribute.spans.relatives import aside, relative


def spoken_of(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those with another source put right, and those that grammar alone shows added."""
    added = [made for token in parsed.doc if (made := aside(parsed, token)) is not None]
    return [*_without([_put_right(parsed, draft) for draft in drafts], added), *added]


def _put_right(parsed: ParsedArticle, draft: Draft) -> Draft:
    for rule in (inverted, relative, patient, receiver, own_subject, apposed):
        draft = rule(parsed, draft)
    return draft


def _without(drafts: Sequence[Draft], added: Sequence[Draft]) -> list[Draft]:
    """The drafts, less those that one of `added` reads otherwise."""
    places = [part for made in added for part in [*made.cue, *made.content]]
    return [draft for draft in drafts if not draft.cue or not meets(draft.cue[0], places)]
