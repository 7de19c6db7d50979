"""Files, folders and standard input, read as articles."""

from sayso.ingest.fetched_page import FetchedPage
from sayso.ingest.locate import locate
from sayso.ingest.location import About, ArticleLocation, ArticleLocations
from sayso.ingest.read import Ingested, ingest, loaded, read, unread

__all__ = [
    "About",
    "ArticleLocation",
    "ArticleLocations",
    "FetchedPage",
    "Ingested",
    "ingest",
    "loaded",
    "locate",
    "read",
    "unread",
]
