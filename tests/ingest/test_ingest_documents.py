"""Drafts in Markdown and Word become text; what is broken, too large or too deep is refused with a sentence."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from word_documents import inserted, paragraph, run, struck, word_document

from sayso.ingest import ArticleLocation, ingest, read
from sayso.ingest.location import Media


def made_of(content: bytes, media: Media) -> tuple[str | None, str | None, str | None]:
    """The text, the title and the problem."""
    capture, article = read(ArticleLocation("draft", media, content=content))
    return (article.text, article.title, None) if article else (None, None, capture.problem)


MARKDOWN = """# Mayor took *bribes*

Anna **Reiss** said [so](http://example.org).
On Monday.

## In the court

- one
- two

| a | b |
|---|---|
| c | d |

<b>raw</b> &amp; more
"""


def test_markdown_is_read_without_its_marks() -> None:
    text = "Mayor took bribes\n\nAnna Reiss said so. On Monday.\n\nIn the court\n\none\n\ntwo\n\na\n\nb\n\nc\n\nd\n\n"
    assert made_of(MARKDOWN.encode(), "markdown") == (f"{text}<b>raw</b> & more", "Mayor took bribes", None)


def test_a_word_document_is_read_as_its_tracked_changes_leave_it() -> None:
    document = word_document(
        paragraph("Mayor took bribes", "Heading1"),
        f"<w:p>{run('He said ')}{inserted('on Monday ')}{struck('today ')}{run('that he would go.')}</w:p>",
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>",
    )
    text = "Mayor took bribes\n\nHe said on Monday that he would go.\n\na\n\nb"
    assert made_of(document, "docx") == (text, "Mayor took bribes", None)


def test_the_bytes_of_a_document_are_kept() -> None:
    document = word_document(paragraph("The bridge is closed."))
    capture, _ = read(ArticleLocation("draft.docx", "docx", content=document))
    assert (capture.media, capture.extractor, capture.sha256) == ("docx", "mammoth", sha256(document).hexdigest())
    assert (capture.raw or "").encode(capture.encoding or "") == document


BROKEN = "expected a Word document (.docx), found one that cannot be read ({}); open it and save it again"
DEEP = "<w:tbl><w:tr><w:tc>" * 400 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 400
HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", BROKEN.format("BadZipFile")),
    "no archive": (b"hello", BROKEN.format("BadZipFile")),
    "half an archive": (word_document(paragraph("x"))[:300], BROKEN.format("BadZipFile")),
    "no document in it": (b"PK\x05\x06" + bytes(18), BROKEN.format("OSError")),
    "broken XML": (word_document("<w:p>"), BROKEN.format("ExpatError")),
    "a declaration of its own": (word_document("<!DOCTYPE a>"), BROKEN.format("ExpatError")),
    "tables in tables": (word_document(DEEP), BROKEN.format("RecursionError")),
    "a bomb": (
        word_document(paragraph("x"), big=b" " * 40_000_000),
        "expected a Word document with at most 10 MB of text when unpacked, found 40 MB; save its text as .txt",
    ),
    "no words": (word_document(paragraph("")), "expected an article, found no text in it; save it again, or take the"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_document_is_refused_with_a_sentence(kind: str) -> None:
    content, problem = HOSTILE[kind]
    _, _, found = made_of(content, "docx")
    assert found is not None
    assert found.startswith(problem)


def test_documents_and_markdown_are_read_where_they_are_named_but_not_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "one.docx").write_bytes(word_document(paragraph("The bridge is closed.")))
    (tmp_path / "two.md").write_text("# Notes\n\nThe bridge is closed.")
    named = ingest([tmp_path / "one.docx", tmp_path / "two.md"])
    assert [made.article and made.article.text for made in named] == [
        "The bridge is closed.",
        "Notes\n\nThe bridge is closed.",
    ]
    assert [*ingest(tmp_path)] == []
