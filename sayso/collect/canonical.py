"""One address for one article, however a link to it was decorated."""

from __future__ import annotations

import re

from sayso.collect.web_address import web_address
from sayso.errors import FetchError

_TRACKING = re.compile(
    r"utm_.*|(?:fb|g|d|y|ys|tt|tw)clid|gclsrc|gbraid|wbraid|msclkid|igshid|mc_(?:cid|eid)|_ga|_gl|_hs(?:enc|mi)"
    r"|vero_(?:id|conv)|oly_(?:anon|enc)_id|mkt_tok|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_\w+|bbc_\w+)"
    r"|ref_src|ns_(?:mchannel|source|campaign|linkname|fee)",
    re.IGNORECASE,
)
"""Parameters that only say whence a reader came.

`courlan.clean_url` also drops `cid`, `uid` and the like, by which some sites name their articles: two articles would
become versions of one.
"""


def canonical(address: str, said: str | None = None) -> str:
    """The address of an article: what its page says (`said`) where that is on the same site, else without tracking.

    What a page says of another site is not believed: it could make itself a version of another's article.
    """
    url = web_address(address)
    if said:
        try:
            other = web_address(said, address)
        except FetchError:
            other = url
        if _site(other.host) == _site(url.host) and (other.path != "/" or url.path == "/"):
            url = other
    pairs = [(name, value) for name, value in url.params.multi_items() if not _TRACKING.fullmatch(name)]
    if len(pairs) < len(url.params.multi_items()):
        url = url.copy_with(params=pairs) if pairs else url.copy_with(query=None)
    return str(url)


def _site(host: str) -> str:
    """A host without what stands before the same pages: `www.`, `m.`, `amp.`."""
    return re.sub(r"^(?:www|m|amp|mobile)\.", "", host)
