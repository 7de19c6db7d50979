"""Gives quotations the source that the text around them names, where no reporting clause of their own does.

It is named after a dash or on a line of its own; in a reporting clause beside another paragraph of the same quotation;
in a line before that ends in a colon; or as who acts in the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.draft import Draft, Placing
from sayso.attribute.parsed import REACH, ParsedArticle
from sayso.attribute.places import Range, inside, overlap, without
from sayso.attribute.spans.acting import acting, is_called, named_at, names_person
from sayso.attribute.spans.assemble import merged
from sayso.attribute.spans.content_index import ContentIndex
from sayso.attribute.spans.introducing_lines import introduction
from sayso.attribute.spans.pull_quotes import Repeated
from sayso.attribute.spans.signatures import signature
from sayso.attribute.spans.utterances import Utterance, utterances
from sayso.language.english import ATTITUDES, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEECH = REPORTING.speech | REPORTING.reclaimed | REPORTING.asides | REPORTING.uttering | ATTITUDES.verbs
_ASKED = ("WDT", "WP", "WP$", "WRB")
"""The tags of words that questions are asked with."""
_BACK = 2
"""How many sentences before a quotation are looked at for who acts."""

Run = Sequence[Utterance]
"""The paragraphs of one quotation."""
Owners = Mapping[Range, int | None]
"""Utterances by place, in text order, with the number of the draft that each belongs to; None for none of them."""


class Placed(NamedTuple):
    """The drafts in text order, and the lines in quotation marks that belong to nobody beside them.

    `lines`: where each repeats the article; None if it does not. `beside`: who acts right before or after an utterance
    that has no source yet; None if it may be anybody.
    """

    drafts: list[Draft]
    lines: Mapping[Range, Range | None]
    beside: Mapping[Range, Token | None]


def place_quotations(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Placed:
    """The drafts with the utterances where the text around these shows that they belong.

    An utterance leaves a draft whose verb cannot report it ("P." Keel nodded), and may then belong to none.
    """
    found = list(utterances(parsed))
    around = _Around(parsed, drafts, found)
    owners: dict[Range, int | None] = {}
    made: list[Draft] = []
    for run in (part for whole in _runs(parsed, found, around.lines) for part in around.by_reports(whole)):
        owner = around.owner(run)
        if isinstance(owner, Draft):
            made.append(owner)
        if owner is not None or around.astray(run):
            owners |= dict.fromkeys((u.place for u in run), owner if isinstance(owner, int) else None)
    out = _moved(parsed, drafts, dict(sorted([*owners.items(), *((line, None) for line in around.lines)])))
    return Placed(sorted([*out, *made], key=lambda draft: draft.start), around.lines, around.beside)


def _runs(parsed: ParsedArticle, found: Sequence[Utterance], lines: Collection[Range]) -> Iterator[Run]:
    """The quotations, each with its paragraphs; lines that belong to nobody beside them may stand between two."""
    silent = {parsed.paragraph(place[0]) for place in lines}
    silent |= {s.paragraph for s in parsed.segmentation.segments if s.kind != "sentence"}
    run: list[Utterance] = []
    for utterance in found:
        if utterance.place in lines:
            continue
        goes_on = run and run[-1].unclosed and utterance.opens
        if run and not (goes_on and silent.issuperset(range(run[-1].paragraph + 1, utterance.paragraph))):
            yield run
            run = []
        run.append(utterance)
    if run:
        yield run


def _moved(parsed: ParsedArticle, drafts: Sequence[Draft], owners: Owners) -> Iterator[Draft]:
    """The drafts with the utterances that are theirs and without the others, those left empty dropped."""
    own: dict[int, list[Range]] = {}
    for place, owner in owners.items():
        if owner is not None:
            own.setdefault(owner, []).append(place)
    places = list(owners)
    for number, draft in enumerate(drafts):
        content: list[Range] = []
        for part in draft.content:
            first, last = bisect_right(places, (part[0], part[0])) - 1, bisect_left(places, (part[1], part[1]))
            near = [place for place in places[max(0, first) : last] if owners[place] != number]
            content += without(part, near)
        content = [part for part in content if any(character.isalnum() for character in parsed.text[slice(*part)])]
        draft = replace(draft, content=merged(parsed.text, [*content, *own.get(number, ())]))
        if draft.content or any(True for _ in parsed.words_in(draft.cue)):
            yield draft


class _Around:
    """What the drafts of an article, and the text, say of the utterances that they stand beside."""

    def __init__(self, parsed: ParsedArticle, drafts: Sequence[Draft], found: Sequence[Utterance]) -> None:
        self._parsed = parsed
        self._drafts = drafts
        self._index = ContentIndex((i, draft.content) for i, draft in enumerate(drafts))
        self.beside: dict[Range, Token | None] = {}
        """Who acts right before or after an utterance without a source."""
        self._reports: dict[int, int] = {}
        """The last draft whose verb can report an utterance, by where the sentence of its cue starts."""
        for number, draft in enumerate(drafts):
            if draft.cue and draft.source and _speaks(parsed, draft):
                self._reports[parsed.sentence(draft.cue[0])[0]] = number
        self.lines = self._lines(found)
        """The pull quotes and cross-heads, with what they repeat."""

    def owner(self, run: Run) -> Draft | int | None:
        """The draft, or the number of a draft, that a quotation belongs to, by the first rule that finds one."""
        signed = self._signed(run)
        if signed is not None:
            return signed
        reported = self._reported(run)
        if reported is not None:
            return reported if len(run) > 1 else None
        found = self._introduced(run[0])
        found = self._acted(run) if found is None else found
        return self._known(found, run) if isinstance(found, Draft) else found

    def _known(self, made: Draft, run: Run) -> Draft | int:
        """The draft made for a quotation, or the number of one that has it by a verb of the same source already."""
        for number in self._near(run[0]):
            draft = self._drafts[number]
            by_verb = any(token.pos_ == "VERB" for token in self._parsed.words_in(draft.cue))
            same = any(overlap(made.source[0], place) for place in draft.source)
            if by_verb and same and _holds(draft, run[0].place):
                return number
        return replace(made, content=_places(run))

    def by_reports(self, run: Run) -> Iterator[Run]:
        """The parts of a quotation that have reporting clauses of their own: the mark between them was forgotten."""
        part: list[Utterance] = []
        before: int | None = None
        for utterance in run:
            own = self._reported([utterance])
            if part and own is not None and before not in (None, own):
                yield part
                part = []
            before = before if own is None else own
            part.append(utterance)
        yield part

    def astray(self, run: Run) -> bool:
        """Whether a quotation is in the content of a draft that cannot report it, or does so from another paragraph."""
        near = [self._drafts[i] for i in self._near(run[0])]
        near = [d for d in near if _holds(d, run[0].place) and d.cue and not overlap(run[0].place, d.cue[0])]
        return any(self._apart(draft, run[0]) or not _may_report(self._parsed, draft, run[0]) for draft in near)

    def _apart(self, draft: Draft, utterance: Utterance) -> bool:
        """Whether a draft's cue is in a paragraph before, and somebody else acts right beside the utterance."""
        if utterance.place not in self.beside or self._parsed.paragraph(draft.cue[-1][0]) >= utterance.paragraph:
            return False
        return not is_called(self._parsed, draft.source, self.beside[utterance.place])

    def _near(self, utterance: Utterance) -> list[int]:
        """The drafts with content at the start of an utterance or in its middle."""
        start, end = utterance.place
        return sorted({*self._index.near(start), *self._index.near((start + end) // 2)})

    def _signed(self, run: Run) -> Draft | None:
        found = signature(self._parsed, run[-1])
        if found is None:
            return None
        return Draft((found.name,), found.rest, _places(run), placing=Placing.SIGNED, outlet=found.outlet)

    def _reported(self, run: Run) -> int | None:
        """The draft that reports an utterance of a quotation by a verb in the same paragraph."""
        for utterance in run:
            for number in self._near(utterance):
                draft = self._drafts[number]
                if not (draft.cue and draft.source) or self._parsed.quotation(draft.cue[0][0]) is not None:
                    continue
                beside = self._parsed.paragraph(draft.cue[0][0]) == utterance.paragraph
                if beside and _holds(draft, utterance.place) and _may_report(self._parsed, draft, utterance):
                    return number
        return None

    def _lines(self, found: Sequence[Utterance]) -> dict[Range, Range | None]:
        """The lines in quotation marks that repeat the article, or have no end mark and nobody who says them."""
        repeated, lines = Repeated(self._parsed), dict[Range, Range | None]()
        self.lines = lines
        for one in found:
            if not one.alone or one.unclosed or signature(self._parsed, one) is not None:
                continue
            place = repeated.of(one)
            if place is not None and self._said(place):
                lines[one.place] = place
            elif not one.ended and not one.continues and self._introduced(one) is None:
                lines[one.place] = None
        return lines

    def _said(self, place: Range) -> bool:
        """Whether words of the article are in quotation marks or reported."""
        near = (self._drafts[i] for i in self._index.near(place[0]))
        return self._parsed.quoted(place) > 0 or any(d.cue and inside(place, d.content) for d in near)

    def _introduced(self, utterance: Utterance) -> Draft | int | None:
        """The draft of the line that introduces a quotation; a new one has no content yet."""
        before = self._before(utterance.place[0], self._above(utterance.paragraph))
        found = introduction(self._parsed, before) if before is not None else None
        if before is None or found is None:
            return None
        number = self._reports.get(before[0]) if found.outlet is None else None
        if number is not None and inside(self._drafts[number].source[0], [before]):
            return number
        return Draft((found.source,), found.cue, placing=Placing.INTRODUCED, outlet=found.outlet)

    def _above(self, paragraph: int) -> int:
        """The last paragraph above that is not one of the `lines`."""
        above = paragraph - 1
        while above >= 0 and self._parsed.segmentation.paragraphs[above].range in self.lines:
            above -= 1
        return above

    def _acted(self, run: Run) -> Draft | None:
        """The draft of whoever acts in one of the sentences right before a quotation, in its paragraph."""
        place, at = run[0].place, run[0].place[0]
        for _ in range(_BACK):
            before = self._before(at, run[0].paragraph)
            if before is None or self._parsed.quoted(before) > 0.5:
                break
            if before[0] in self._reports:
                if not _may_report(self._parsed, self._drafts[self._reports[before[0]]], run[0]):
                    self.beside[place] = None
                return None
            at = before[0]
            found = acting(self._parsed, before)
            if found is not None and found.clear and not self._addressed(found.who, run):
                who = named_at(self._parsed, found.who, before)
                return Draft((who,), (), _places(run), placing=Placing.ACTED, inherited=True)
            if found is not None or names_person(self._parsed, before):
                self.beside[place] = None
                return None
        if run[0].opens:
            self._acts_apart(run)
        return None

    def _addressed(self, who: Token, run: Run) -> bool:
        """Whether a quotation names who is thought to speak: it speaks to or of that person."""
        names = {t.lower_ for t in (who, *who.children) if t.text[:1].isupper() and t.dep_ != "det"}
        return any(t.lower_ in names and t.text[:1].isupper() for t in self._parsed.words_in(_places(run)))

    def _acts_apart(self, run: Run) -> None:
        """Note who acts at the end of the paragraph before a quotation that opens one, or in the sentence after it."""
        before = self._before(run[0].place[0], self._above(run[0].paragraph))
        behind = self._parsed.segment(run[-1].place[1] + 1)
        after = behind.span.range if behind is not None and behind.paragraph == run[-1].paragraph else None
        for sentence in (after, before):
            if sentence is None or sentence[0] in self._reports or self._parsed.quoted(sentence) > 0.5:
                continue
            found = acting(self._parsed, sentence)
            if found is not None and found.who.pos_ != "PRON":
                self.beside.setdefault(run[0].place, found.who)

    def _before(self, at: int, above: int) -> Range | None:
        """The sentence before character `at`, or what stands before it in its own, no further up than `above`."""
        segments = self._parsed.segmentation.segments
        number = bisect_left(segments, at, key=lambda segment: segment.span.start) - 1
        while number >= 0 and segments[number].paragraph > above and segments[number].span.end <= at:
            number -= 1
            if self._parsed.paragraph(at) == above:
                return None
        if number < 0 or segments[number].paragraph < above:
            return None
        start, end = segments[number].span.start, min(segments[number].span.end, at)
        return max(start, end - REACH), end


def _places(run: Run) -> tuple[Range, ...]:
    return tuple(utterance.place for utterance in run)


def _holds(draft: Draft, place: Range) -> bool:
    """Whether more than half of a place is in the content of a draft."""
    return 2 * sum(overlap(place, part) for part in draft.content) > place[1] - place[0]


def _speaks(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft has a verb of saying or thinking, or one with a quotation in its own sentence ("he went on")."""
    words = {token.lemma_.lower() for token in parsed.words_in(draft.cue)}
    if words & _SPEECH or "according" in words:
        return True
    home = parsed.sentence(draft.cue[0])
    return any(overlap(home, part) and parsed.quoted(part) > 0.5 for part in draft.content)


def _may_report(parsed: ParsedArticle, draft: Draft, utterance: Utterance) -> bool:
    """Whether a draft's cue can report an utterance: it says or thinks, is no verb, or tells what its source did.

    What somebody does after an utterance ("P." Keel nodded), or is the object of, shows that another spoke.
    """
    if not any(token.pos_ == "VERB" for token in parsed.words_in(draft.cue)):
        return True
    if _speaks(parsed, draft):
        return not (_asks(parsed, draft) and parsed.text[utterance.place[1] - 2] != "?")
    if draft.cue[0][0] > utterance.place[0]:
        return False
    found = acting(parsed, parsed.sentence(draft.cue[0]))
    return found is None or any(overlap(parsed.subtree(found.who), place) for place in draft.source)


def _asks(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft reports a question in its own sentence, without quoting it: the answer is another's."""
    home = parsed.sentence(draft.cue[0])
    asked = [place for place in draft.content if overlap(place, home) and parsed.quoted(place) < 0.5]
    asks = any(token.lemma_.lower() in REPORTING.asking for token in parsed.words_in(draft.cue))
    return asks and any(token.tag_ in _ASKED or token.lower_ == "whether" for token in parsed.words_in(asked))
