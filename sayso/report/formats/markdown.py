"""The report as Markdown; article text cannot become markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.present.numbers import count
from sayso.present.safe import markdown_text
from sayso.report.formats import linked_words, report_words
from sayso.report.model.linked import Conflict, Fact, Side, Teller
from sayso.report.model.listed_sentence import ListedSentence
from sayso.report.model.report import ArticlePage, Report


def markdown(report: Report) -> str:
    """The report as CommonMark; ends with a newline."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    counts = report.counts
    yield f"# {report_words.TITLE}"
    yield f"\n{linked_words.subtitle(report)}\n"
    yield f"- Period: {report_words.period(report.period)}"
    yield f"- Articles: {report_words.read(report)}"
    yield f"- Claims: {counts.claims:,}"
    yield from (f"  - {words}: {number:,}" for words, number in report_words.classes(counts))
    yield f"- Listed: {linked_words.summary(report)}"
    if report.clean and report.sentences:
        yield f"- Nothing to list in: {count(report.clean, 'article')}"
    if apart := report_words.aside(report.aside):
        yield f"- Counted, not listed: {apart}"
    if withheld := linked_words.withheld(report):
        yield f"- Suggested, not listed: {withheld}"
    if settled := linked_words.settled(report):
        yield f"- Settled, left out: {settled}"
    yield from (f"- {report_words.ORPHAN}: {markdown_text(orphan)}" for orphan in report.orphans)
    yield f"- Engine: {markdown_text(report_words.engines(report))}"
    if report.sentences:
        yield f"\n> {report_words.NOTE}"
    if report.listed or linked_words.linked(report):
        yield f"\n> {report_words.DECIDE}"
    if report.failures:
        yield "\n## Could not be read\n"
        yield from (f"- {markdown_text(failure.file)}: {markdown_text(failure.why)}" for failure in report.failures)
    yield from _conflicts(report.conflicts)
    yield from _facts(linked_words.CIRCULAR, report.circular)
    yield from _facts(linked_words.SINGLE_ORIGIN, report.single_origin)
    for page in report.shown:
        yield from _page(page)


def _conflicts(conflicts: Sequence[Conflict]) -> Iterator[str]:
    if conflicts:
        yield f"\n## {linked_words.CONFLICTS}"
    for conflict, story in zip(conflicts, linked_words.stories(conflicts), strict=True):
        yield from _story(story)
        yield f"\n### {linked_words.relation(conflict)}: {markdown_text(conflict.status)}"
        for side in conflict.sides:
            yield from _side(side)
        yield f"\n- {linked_words.order(conflict)}"
        yield from (f"- {markdown_text(why)}" for why in conflict.why)
        yield f"- {linked_words.SETTLES}:"
        yield from (f"  - {markdown_text(settled)}" for settled in conflict.settles)
        yield f"- {linked_words.decide(conflict)}"


def _side(side: Side) -> Iterator[str]:
    yield f"\n> **{markdown_text(side.telling.words)}**\n>"
    about, also = linked_words.where(side.telling), linked_words.also(side.also)
    lines = (linked_words.says(side.telling), about, also, side.sentence)
    yield "\\\n".join(f"> {markdown_text(line)}" for line in lines if line)


def _facts(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    if facts:
        yield f"\n## {title}"
    grouped = linked_words.together(facts)
    for same, story in zip(grouped, linked_words.stories(same[0] for same in grouped), strict=True):
        first = same[0]
        yield from _story(story)
        yield f"\n### {linked_words.how_often(first)}"
        for fact in same:
            yield f"\n> **{markdown_text(fact.words)}**\\\n> {markdown_text(linked_words.fact_ids(fact))}"
        yield ""
        yield from (f"- {markdown_text(line)}" for line in (*linked_words.rests(first), *linked_words.against(first)))
        yield f"- {linked_words.TOLD}:"
        for teller, words in zip(first.told, linked_words.wordings(first), strict=True):
            yield f"  - {markdown_text(_told(teller, words))}"
        yield f"- {linked_words.SETTLES}:"
        yield from (f"  - {markdown_text(line)}" for line in linked_words.settling(same))


def _told(teller: Teller, words: str) -> str:
    lines = (linked_words.told_at(teller), linked_words.from_whom(teller), words, linked_words.echo(teller))
    return "; ".join(line for line in lines if line)


def _story(story: str) -> Iterator[str]:
    if story:
        yield f"\n_{markdown_text(story)}_"


def _page(page: ArticlePage) -> Iterator[str]:
    yield f"\n## {markdown_text(page.heading)}\n"
    yield markdown_text(report_words.about(page))
    for item in page.items:
        yield from _item(item, page)
    if folded := linked_words.reprinted(page):
        yield f"\n{folded}"
    if page.left_out:
        yield f"\n{count(page.left_out, 'more sentence')} of this article not shown."
    if apart := report_words.aside(page.aside):
        yield f"\nCounted, not listed: {apart}."


def _item(item: ListedSentence, page: ArticlePage) -> Iterator[str]:
    settled = ", settled" if item.settled else ""
    yield f"\n### {report_words.KIND_WORDS[item.kind]}: {report_words.REASON_WORDS[item.reason]}{settled}\n"
    yield from (f"- {markdown_text(reason)}" for reason in report_words.why(item))
    if item.names:
        yield f"- Named in it: {markdown_text(', '.join(item.names))}"
    if also := linked_words.reprints(item, page):
        yield f"- {markdown_text(also)}"
    if decided := linked_words.decided(item):
        yield f"- {markdown_text(decided)}"
    yield f"- {linked_words.ids(item)}"
    yield f"\n> {_passage(item)}"


def _passage(item: ListedSentence) -> str:
    parts = (markdown_text(item.before), f"**{markdown_text(item.sentence)}**", markdown_text(item.after))
    return " ".join(part for part in parts if part)
