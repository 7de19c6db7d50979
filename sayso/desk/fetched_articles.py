"""What a fetched page is: a new article, a new version, the same again, or less than what was there."""

from __future__ import annotations

from typing import NamedTuple

from sayso.collect import Fetched, KnownPage, KnownWork, canonical, shown
from sayso.errors import UnreadableError
from sayso.ingest import About, ArticleLocation, FetchedPage, read
from sayso.ingest.location import Media

_STUB = 0.5
"""The share of its former length below which a text is not taken for a new version of it."""

_KINDS: dict[str, tuple[Media, str]] = {
    "text/html": ("html", ".html"),
    "application/xhtml+xml": ("html", ".html"),
    "text/plain": ("text", ".txt"),
}


class FetchedArticle(NamedTuple):
    """The article of a page as it is now known, the note for its file and the file's ending; whether it is `new`."""

    work: KnownWork
    page: FetchedPage
    ending: str
    new: bool


def kind_of(fetched: Fetched) -> tuple[Media, str]:
    """How a page is read, and how its file ends; UnreadableError where it is none."""
    said = (fetched.fetch.header("content-type") or "").partition(";")[0].strip().lower()
    body = fetched.body or b""
    if said in _KINDS and not (said == "text/plain" and body.lstrip()[:1] == b"<"):
        return _KINDS[said]
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower().startswith((b"<!doctype html", b"<html")):
        return _KINDS["text/html"]
    raise UnreadableError(
        f"expected a web page at {shown(fetched.fetch.address)}, found {said[:80] or 'no kind'!r}; save it, and read "
        "the file"
    )


def article_in(fetched: Fetched, known: KnownPage) -> FetchedArticle:
    """The article of a page that was fetched; UnreadableError where there is none. `new` is always true here."""
    media, ending = kind_of(fetched)
    page = FetchedPage(sha256="", fetch=fetched.fetch)
    captured, article = read(
        ArticleLocation(fetched.fetch.address, media, about=About(), content=fetched.body, fetched=page)
    )
    if article is None:
        raise UnreadableError(f"{captured.problem} ({shown(fetched.fetch.address)})")
    where = canonical(fetched.fetch.address, article.url)
    fetch = fetched.fetch.model_copy(
        update={"feed": known.feed, "source": known.source, "source_url": known.source_url}
    )
    note = FetchedPage(sha256=captured.sha256, url=where, outlet=known.outlet, fetch=fetch)
    work = KnownWork(address=where, text=article.text_sha256, characters=len(article.text), file="")
    return FetchedArticle(work, note, ending, new=True)


def compared(found: FetchedArticle, before: KnownWork | None) -> FetchedArticle:
    """The same, and whether it is `new`; UnreadableError for a stub or a paywall where there was an article before."""
    if before is None:
        return found
    if found.work.text == before.text:
        return found._replace(new=False, work=before)
    if found.work.characters < _STUB * before.characters:
        raise UnreadableError(
            f"expected the article at {shown(found.work.address)}, found {found.work.characters:,} characters where "
            f"there were {before.characters:,}: a paywall, or most of it was taken away; what was there is kept"
        )
    return found
