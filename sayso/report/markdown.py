"""The report as Markdown, in which article text can make nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.report import wording
from sayso.report.model import Item, Page, Report

_MARKUP = re.compile(r"[\\`*_\[\]<>~&$@]")
_ADDRESS = re.compile(r"(?i)(\w)(://)|\b(www)(\.)")
_LIST = re.compile(r"^(\d+)([.)])|^([-+=#])")


def markdown(report: Report) -> str:
    """The report as CommonMark; ends with a newline."""
    return "\n".join(_lines(report)) + "\n"


def escaped(words: str) -> str:
    """`words` on one line as literal text: no markup, no link (an address neither), no list."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(words.split()))
    line = _ADDRESS.sub(lambda m: f"{m[1]}\\://" if m[1] else f"{m[3]}\\.", line)
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _lines(report: Report) -> Iterator[str]:
    counts = report.counts
    yield f"# {wording.TITLE}"
    yield f"\n{wording.SUBTITLE}\n"
    yield f"- Period: {wording.period(report.period)}"
    yield f"- Articles: {wording.read(report)}"
    yield f"- Claims: {counts.claims:,}"
    yield f"  - with a named source: {counts.sourced:,}"
    yield f"  - unnamed source only: {counts.unnamed:,}"
    yield f"  - no source given: {counts.none_given:,}"
    yield f"  - left open: {counts.undetermined:,}"
    yield f"- Listed: {wording.listed(report)}"
    if report.clean:
        yield f"- Nothing to list in: {wording.count(report.clean, 'article')}"
    if apart := wording.aside(report.aside):
        yield f"- Counted, not listed: {apart}"
    yield f"- Engine: {escaped(wording.engines(report))}"
    yield f"\n> {wording.NOTE}"
    if report.failures:
        yield "\n## Could not be read\n"
        yield from (f"- {escaped(one.file)}: {escaped(one.why)}" for one in report.failures)
    for page in report.shown:
        yield from _page(page)


def _page(page: Page) -> Iterator[str]:
    yield f"\n## {escaped(page.heading)}\n"
    yield escaped(wording.about(page))
    for item in page.items:
        yield from _item(item)
    if page.left_out:
        yield f"\n{wording.count(page.left_out, 'more sentence')} of this article not shown."
    if apart := wording.aside(page.aside):
        yield f"\nCounted, not listed: {apart}."


def _item(item: Item) -> Iterator[str]:
    yield f"\n### {wording.KIND_WORDS[item.kind]}: {wording.REASON_WORDS[item.reason]}\n"
    yield from (f"- {escaped(one)}" for one in wording.why(item))
    if item.names:
        yield f"- Named in it: {escaped(', '.join(item.names))}"
    yield f"\n> {_passage(item)}"


def _passage(item: Item) -> str:
    parts = (escaped(item.before), f"**{escaped(item.sentence)}**", escaped(item.after))
    return " ".join(part for part in parts if part)
