"""Which requests come from this site's own pages."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

OWN = "same-origin"


def expected_host(hosts: Collection[str], given: list[str]) -> bool:
    """Whether the one `Host` that is given is one under which the page is asked: no other name leads to this server."""
    return len(given) == 1 and given[0].lower() in hosts


def from_own_page(hosts: Collection[str], origins: list[str], sites: list[str]) -> bool:
    """Whether a browser says that a form was sent from a page of this site, by `Origin` and `Sec-Fetch-Site`.

    One of them has to say so, and neither anything else. `Origin` is "null" where pages send no referrer, as these do.
    """
    if len(origins) > 1 or len(sites) > 1:
        return False
    if sites:
        return sites[0] == OWN and (not origins or origins[0] == "null" or _is_own(hosts, origins[0]))
    return bool(origins) and _is_own(hosts, origins[0])


def _is_own(hosts: Collection[str], origin: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.lower() in hosts
