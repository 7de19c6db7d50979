"""Documents of Word as bytes, with as much in them as a test needs."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""


def paragraph(words: str, style: str = "") -> str:
    """A paragraph's XML; `style` is the id of a style of Word: "Title", "Heading1"."""
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{head}{run(words)}</w:p>"


def run(words: str) -> str:
    """A run's XML."""
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def inserted(words: str) -> str:
    """A run that was inserted with changes tracked."""
    return f'<w:ins w:id="1" w:author="x">{run(words)}</w:ins>'


def struck(words: str) -> str:
    """A run that was deleted with changes tracked."""
    return f'<w:del w:id="2" w:author="x"><w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>'


def word_document(*blocks: str, **parts: bytes) -> bytes:
    """A document whose body is the XML `blocks`; `parts` are further files of the archive."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        body = "".join(blocks)
        archive.writestr(
            "word/document.xml", f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()
