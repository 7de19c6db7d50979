"""XML that a stranger wrote: nothing is fetched for it, nothing in it grows."""

from __future__ import annotations

from typing import Any

from sayso.errors import UnreadableError


def xml_root(body: bytes, expected: str) -> Any:
    """The first element; UnreadableError for what is no XML, and for XML that declares entities: no feed needs them."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableError(f"expected {expected}, found XML that cannot be read; name another") from None
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in body:
        raise UnreadableError(f"expected {expected}, found one that declares entities; name another")
    return root
