"""Articles in a folder of specs: kept beside the features, so that these can be run on their own."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.ingest import ingest
from schemas import Article

FOLDER = "articles"
_ROW = ("url", "title", "outlet", "published", "byline", "story", "text")
_LONGEST = 60
_NO_NAME = re.compile('["“”„‟«»\r\n]')
"""What an outlet in quotation marks cannot have."""


def keep_article(article: Article, stem: str, folder: Path) -> str:
    """The line that gives the article in a feature of `folder`, after `Given`; its text is in `articles` from now on.

    It is a plain text file where that reads as the article, with the outlet and the date in the line; else a line of
    JSON with all that is known of it. Nothing that is there is overwritten.
    """
    for name, content, line in _forms(article):
        if _reads_as(article, name, content, line):
            place = _free(folder / FOLDER, stem, name, content)
            return line.format(place.name)
    raise ValueError("expected an article that can be read again, found one that cannot")


def stem_of(article: Article, file: str) -> str:
    """A name for the article's files: of its title, or of the file it came from."""
    words = article.title or Path(file).name.partition(".")[0]
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "article"


def _forms(article: Article) -> Iterator[tuple[str, bytes, str]]:
    """How it may be kept: the ending of the file, its bytes, and the line that gives it."""
    day = (article.published or "")[:10]
    outlet = f'"{article.outlet}"' if article.outlet else "an unknown outlet"
    published = f" published {day}" if day else ""
    if not _NO_NAME.search(article.outlet or ""):
        known = f" from {outlet}{published}" if article.outlet or day else ""
        yield ".txt", article.text.encode("utf-8", "surrogatepass"), f'the article "{{}}"{known}'
    row = {name: value for name in _ROW if (value := getattr(article, name))}
    if article.key:
        row["id"] = article.key
    yield ".jsonl", (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace"), 'the article "{}"'


def _reads_as(article: Article, ending: str, content: bytes, line: str) -> bool:
    """Whether a file of these bytes is read as the article, as far as its reading depends on it."""
    with TemporaryDirectory() as place:
        file = Path(place) / f"a{ending}"
        file.write_bytes(content)
        found = [one for _, one in ingest(file)]
    if len(found) != 1 or found[0] is None:
        return False
    again = found[0]
    if " from " in line:
        again = again.model_copy(update={"outlet": article.outlet, "published": article.published})
    return all(
        getattr(again, name) == getattr(article, name) for name in ("text", "title", "outlet", "published", "byline")
    )


def _free(folder: Path, stem: str, ending: str, content: bytes) -> Path:
    """The file with this content, made where there is none: the first of its name, or a numbered one."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        place = folder / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
        try:
            with place.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if place.read_bytes() != content:
                continue
        return place
    raise AssertionError
