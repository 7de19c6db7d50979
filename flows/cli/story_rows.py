"""Stories, and the articles of one, in each format in which they are printed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal

from flows.cli.claim_rows import Row, text
from flows.cli.output import out
from flows.stderr import say
from sayso.desk.ledger_stories import ARTICLE_COLUMNS, SCHEMA, STORY_COLUMNS, ListedStory, article_row, story_row
from sayso.desk.listing_table import BOM
from sayso.link.stories import Grouping
from sayso.present.numbers import count, day, listing
from sayso.present.safe import csv_line, printable
from schemas import Article

SHORT = 14
"""Characters of a story's id in a list: enough to tell it from others."""

Form = Literal["text", "json", "csv"]


def print_all(stories: Sequence[ListedStory], form: Form) -> None:
    """Print a list of stories."""
    match form:
        case "json":
            _print_json({"schema": SCHEMA, "stories": [story_row(story) for story in stories]})
        case "csv":
            out(BOM + csv_line(STORY_COLUMNS))
            for story in stories:
                row = story_row(story) | {"outlets": "; ".join(story.outlets)}
                out(csv_line(_cell(row[name]) for name in STORY_COLUMNS))
        case _:
            for story in stories:
                out(_text(story))
            alone = "" if stories else "; --least 1 lists articles that nobody else tells of, too"
            say(f"{count(len(stories), 'story', 'stories')}{alone}")


def print_one(story: ListedStory, articles: Sequence[Article], told: Grouping, form: Form) -> None:
    """Print one story with its articles."""
    match form:
        case "json":
            _print_json({"schema": SCHEMA, **story_row(story), "told": [article_row(article) for article in articles]})
        case "csv":
            out(BOM + csv_line(ARTICLE_COLUMNS))
            for article in articles:
                row = article_row(article)
                out(csv_line(_cell(row[name]) for name in ARTICLE_COLUMNS))
        case _:
            out(text(_about(story), *(_article(article, told) for article in articles)))


def _print_json(found: object) -> None:
    out(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _text(story: ListedStory) -> str:
    told = f"{story.id[:SHORT]}  {count(len(story.articles), 'article'):>12}  {_days(story):<24}"
    lines = [f"{told}  {printable(story.title)}", f"{'':{len(told)}}  {printable(listing(story.outlets))}"]
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def _days(story: ListedStory) -> str:
    if story.first is None or story.first == story.last:
        return story.first or ""
    return f"{story.first} to {story.last}"


def _about(story: ListedStory) -> Iterator[Row]:
    yield "story", story.title
    yield "id", story.id
    yield "supplied", story.supplied or ""
    yield "told by", f"{count(len(story.articles), 'article')}: {listing(story.outlets) or 'outlets not known'}"
    yield "dates", " to ".join(day(one) for one in dict.fromkeys((story.first, story.last)) if one)


def _article(article: Article, told: Grouping) -> Iterator[Row]:
    yield "article", told.facts(article.id).headline
    yield "", " | ".join(filter(None, (article.outlet, article.published, article.url)))
    yield "id", article.id
