"""Corrects sources that are spoken of or spoken to, by the grammar of the reporting verb.

"Hale was told by the judge that", "Hale heard from the judge that", "Hale, who two guards say fled": in each, a
careless reader takes Hale for the source. If the verb names another source, that is taken; else the draft has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import meets
from sayso.attribute.spans.accusations import passive_accusation
from sayso.attribute.spans.apposition import complete_apposition
from sayso.attribute.spans.covered import Covered
from sayso.attribute.spans.inversion import source_after_verb
from sayso.attribute.spans.passives import source_heard_from, source_of_passive
from sayso.attribute.spans.relatives import report_in_relative_clause, source_in_relative_clause
from sayso.attribute.spans.subordinate_clauses import source_in_main_clause


def correct_sources(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their sources corrected, and the reports that grammar alone finds."""
    added = [made for token in parsed.doc if (made := report_in_relative_clause(parsed, token)) is not None]
    out = [*_without([_corrected(parsed, draft) for draft in drafts], added), *added]
    known = Covered(parsed, (cue for draft in out if draft.source and draft.content for cue in draft.cue))
    missed = [made for token in parsed.doc if (made := passive_accusation(parsed, token)) is not None]
    missed = [made for made in missed if not known.meets(made.cue[0])]
    return [*_without(out, missed), *missed]


def _corrected(parsed: ParsedArticle, draft: Draft) -> Draft:
    for rule in (
        source_after_verb,
        source_in_relative_clause,
        source_of_passive,
        source_heard_from,
        source_in_main_clause,
        complete_apposition,
    ):
        draft = rule(parsed, draft)
    return draft


def _without(drafts: Sequence[Draft], added: Sequence[Draft]) -> list[Draft]:
    """The drafts without those whose cue overlaps one of `added`."""
    places = [part for made in added for part in [*made.cue, *made.content]]
    return [draft for draft in drafts if not draft.cue or not meets(draft.cue[0], places)]
