"""Repairs drafts where the parse knows better than the tagger, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import cited_by, is_citing
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.spans.according import complete_according
from sayso.attribute.spans.addressee import separate_hearer
from sayso.attribute.spans.boundaries import complete_spans, end_source
from sayso.attribute.spans.covered import Covered
from sayso.attribute.spans.missed_reports import missed_reports, report_of_viewing
from sayso.attribute.spans.own_sentence import cut_content, to_own_sentence
from sayso.attribute.spans.quoting import complete_quoting
from sayso.attribute.spans.spoken_of import correct_sources
from sayso.attribute.spans.subjects import prefer_subject, share_subjects, split_off_next_report

Rule = Callable[[ParsedArticle, Draft], Draft]


def repair(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each repaired by every rule that fits it, and those that the tagger missed; in text order.

    1. Contents are cut where one report ends and the next begins; 2. each goes to the reporting clause of its own
    sentence; 3. single spans; 4. a source that runs into the next report; 5. a person spoken of is not the source;
    6. verbs that share a subject; 7. the S of "according to S" and "citing S" is not content.
    """
    recovered = [draft for draft in missed_reports(parsed, drafts) if draft.source]
    out = to_own_sentence(parsed, [*(cut_content(parsed, draft) for draft in drafts), *recovered])  # 1, 2
    repaired = [_each(parsed, draft) for draft in out[: len(drafts)]]  # 3
    apart = [split_off_next_report(parsed, draft) for draft in repaired]  # 4
    first, behind = [own for own, _ in apart], [other for _, other in apart if other is not None]
    out = correct_sources(parsed, [*first, *out[len(drafts) :], *behind])  # 5
    out = _credited_is_not_said(parsed, share_subjects(parsed, out))  # 6, 7
    return sorted((draft for draft in out if draft.source or draft.cue or draft.content), key=lambda draft: draft.start)


def _each(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, repaired by every rule that looks at a single draft."""
    rules: tuple[Rule, ...] = (
        _viewed,
        end_source,
        complete_spans,
        complete_according,
        prefer_subject,
        separate_hearer,
        complete_quoting,
    )
    for rule in rules:
        draft = rule(parsed, draft)
    return draft


def _viewed(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft with all parts of "X was viewed by Y as Z", of which the tagger may have marked only some."""
    found = [whole for token in parsed.words_in(draft.cue) if (whole := report_of_viewing(parsed, token)) is not None]
    return replace(draft, source=found[-1].source, content=found[-1].content) if found else draft


def _credited_is_not_said(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the S of "citing S" or of "according to S" in a content: "according to a court, TASS said"."""
    according = (
        draft.source[0]
        for draft in drafts
        if draft.source and any(parsed.words(cue).lower().endswith("according to") for cue in draft.cue)
    )
    cited = (place for token in parsed.doc if is_citing(token) and (place := cited_by(parsed, token)) is not None)
    credited = Covered(parsed, [*according, *cited])
    return [
        replace(draft, content=tuple(place for place in draft.content if not credited.holds(place))) for draft in drafts
    ]
