"""What a page says of itself: title, outlet, date, author and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.ingest import json_ld
from sayso.ingest.dates import page_date
from sayso.ingest.location import About
from sayso.ingest.mending import plain
from sayso.ingest.page_head import head_about
from sayso.ingest.text_limits import short

_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "outlet": ("og:site_name", "application-name"),
    "published": (
        *("article:published_time", "datepublished", "article:published", "dc.date.issued", "dc.date", "dcterms.date"),
        *(
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "cxenseparse:recs:publishtime",
        ),
        "date",
    ),
    "byline": ("author", "byl", "parsely-author", "dc.creator", "sailthru.author", "article:author"),
    "url": ("og:url",),
}
_BY = re.compile(r"by:?\s+(?=[A-Z])", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
_SITE = re.compile(r" [|–—·•»-] |\|")


def page_about(tree: Any) -> About:
    """What JSON-LD, else `meta` and `link`, else `time`, `title` and `h1` elements say; None where none says it."""
    meta = _meta(tree)
    headings = [words for heading in tree.iter("h1") if (words := plain(heading.text_content()))]
    known = {
        name: next((words for key in keys if (words := plain(meta.get(key))) and _fits(name, words)), None)
        for name, keys in _META.items()
        if name != "published"
    }
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    from_meta = About(
        title=short(known["title"]),
        outlet=short(known["outlet"]),
        byline=short(_without_by(known["byline"])),
        url=_address(canonical) or _address(known["url"]),
        published=next(filter(None, (page_date(meta.get(key)) for key in _META["published"])), None),
    )
    titles = [words for words in (known["title"], *headings, _page_title(tree)) if words]
    found = _from_json_ld(tree, titles).over(from_meta).over(About(published=_from_time(tree))).over(head_about(tree))
    found = found.over(About(outlet=_site(tree, headings)))
    title = found.title or _page_title(tree) or (headings[0] if len(headings) == 1 else None)
    return About(title=short(_without_site(title, headings, found.outlet))).over(found)


def _fits(name: str, words: str) -> bool:
    return name != "byline" or not _ADDRESS.match(words)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _from_json_ld(tree: Any, titles: list[str]) -> About:
    """What the article's object says: of several the one with the page's title, else the first."""
    found = json_ld.values(_scripts(tree))
    articles = list(json_ld.articles(found))
    if not articles:
        return About()
    by_id = json_ld.named(found)
    squeezed = {_squeezed(title) for title in titles}
    item = next((each for each in articles if _squeezed(_headline(each, by_id) or "") in squeezed), articles[0])
    published = (page_date(json_ld.name(item.get(key), by_id)) for key in ("datePublished", "dateCreated"))
    byline = plain(json_ld.name(item.get("author") or item.get("creator"), by_id))
    return About(
        title=short(_headline(item, by_id)),
        outlet=short(plain(json_ld.name(item.get("publisher"), by_id))),
        published=next(filter(None, published), None),
        byline=short(_without_by(byline)) if byline and _fits("byline", byline) else None,
    )


def _scripts(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield script.text or ""


def _headline(item: json_ld.Value, by_id: dict[str, json_ld.Value]) -> str | None:
    return plain(json_ld.name(item.get("headline"), by_id) or json_ld.name(item.get("name"), by_id))


def _from_time(tree: Any) -> str | None:
    """The date of an element that is marked as the date of publication."""
    marked = (
        element.get("datetime") or element.get("content") or element.text
        for element in tree.iter("time", "span", "div", "p")
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
    )
    return next(filter(None, map(page_date, marked)), None)


def _page_title(tree: Any) -> str | None:
    return next((words for title in tree.iter("title") if (words := plain(title.text_content()))), None)


def _site(tree: Any, headings: list[str]) -> str | None:
    """The name after the heading in the page's title, if the page says it elsewhere too."""
    title = _page_title(tree) or ""
    parts = [(title[: at.start()].strip(), title[at.end() :].strip()) for at in _SITE.finditer(title)]
    name = next((rest for head, rest in parts if head in headings and rest), None)
    return short(name) if name and len(name.split()) > 1 and _is_said(tree, name) else None


def _is_said(tree: Any, name: str) -> bool:
    words = f" {_squeezed(name)} "
    return any(
        words in f" {_squeezed(said)} "
        for element in tree.iter("a", "img", "footer", "font", "div", "span", "p", "header", "center")
        for said in (element.text, element.get("alt"), element.get("title"))
        if said
    )


def _without_site(title: str | None, headings: list[str], outlet: str | None) -> str | None:
    """`title` without the name of the site after it, where a heading or the outlet shows which part that is."""
    if title is None:
        return None
    for at in _SITE.finditer(title):
        head, rest = title[: at.start()].strip(), title[at.end() :]
        if head in headings or (outlet and _squeezed(rest) == _squeezed(outlet)):
            return head or title
    return title


def _without_by(byline: str | None) -> str | None:
    return _BY.sub("", byline, count=1) if byline and _BY.match(byline) else byline


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _address(value: str | None) -> str | None:
    return short(value) if value and _ADDRESS.match(value) else None
