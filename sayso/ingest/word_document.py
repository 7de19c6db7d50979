"""A document of Word (.docx) as HTML: what is struck out in it is gone, what was inserted stands, as if accepted."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from sayso.errors import UnreadableError

LARGEST_UNPACKED = 10_000_000
"""The most bytes of its XML when unpacked; a novel takes some 5 MB. Pictures do not count: they stay packed."""

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"


def word_html(data: bytes) -> str:
    """The paragraphs, headings, lists and tables of the document in `data`; raises `UnreadableError` for any other."""
    import mammoth  # type: ignore[import-untyped]

    _expect_bounded(data)
    try:
        made = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,  # it could leave words out
            convert_image=lambda _: [],
        )
    except Exception as error:
        raise _broken(type(error).__name__) from error
    return str(made.value)


def _expect_bounded(data: bytes) -> None:
    """Raise `UnreadableError` unless it is an archive whose XML stays small; no more is ever unpacked than it says."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise _broken(type(error).__name__) from error
    unpacked = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if unpacked > LARGEST_UNPACKED:
        raise UnreadableError(
            f"expected a Word document with at most {LARGEST_UNPACKED // 10**6} MB of text when unpacked, found "
            f"{unpacked // 10**6} MB; save its text as .txt"
        )


def _broken(found: str) -> UnreadableError:
    return UnreadableError(
        f"expected a Word document (.docx), found one that cannot be read ({found}); open it and save it again"
    )
